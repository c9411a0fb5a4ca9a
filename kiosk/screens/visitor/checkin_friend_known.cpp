#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/screens/visitor/checkin_scene.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The friend is noted: by a masked name if a code told it, without one if only a number was
/// checked. Or the code is genuine and nobody here knows its owner yet.
class FriendKnownPage : public FriendPage {
  public:
    using FriendPage::FriendPage;
    std::string_view name() const override { return "checkin.friend"; }
    bool on_key(Key key) override {
        if (key == Key::enter) friend_known();
        return key == Key::enter;
    }

    void draw(Ui& ui) override {
        say(ui.text);
        const Icon mark = noted() ? Icon::handshake : Icon::badge_check;
        const Rect below =
            draw_scene_page(app_, ui, {title_, sentence(ui.text)},
                            [&](const Rect& scene) { empty_scene(ui, scene, mark); });
        if (noted()) draw_relationships(ui, below);

        ActionBar bar;
        bar.main = ui.text(Text::next);
        if (draw_foot(ui, bar)) friend_known();
    }

  private:
    bool noted() { return question().answer() == FriendAnswer::recognised; }

    /// The title holds a name: it is put together once a language.
    void say(const Translator& text) {
        if (said_in_ == text.locale()) return;
        said_in_ = text.locale();
        if (!noted()) {
            title_ = text(Text::checkin_friend_not_here);
            return;
        }
        const std::string& name = question().recommender()->masked_name;
        title_ = name.empty() ? text(Text::checkin_friend_recognised_nameless)
                              : text(Text::checkin_friend_recognised, {{"name", name}});
    }

    std::string_view sentence(const Translator& text) {
        return text(noted() ? Text::checkin_friend_relationship
                            : Text::checkin_friend_not_here_sentence);
    }

    /// Rows of chips: in the middle under the words on a kiosk, at the left on a desk.
    void draw_relationships(Ui& ui, const Rect& rect) {
        const auto& all = rules().relationships;
        const Locale locale = ui.text.locale();
        const float height = metrics(ui.canvas).chip, gap = sized(ui, 24);
        const auto width_of = [&](std::size_t i) {
            return chip_width(ui, all[i].title.in(locale), true);
        };
        float y = rect.y;
        for (std::size_t first = 0, last = 0; first < all.size(); first = last, y += height + gap) {
            float width = -gap;
            while (last < all.size() && (last == first || width + gap + width_of(last) <= rect.w))
                width += gap + width_of(last++);
            float x = ui.canvas.portrait() ? rect.middle_x() - width / 2 : rect.x;
            for (std::size_t i = first; i < last; x += width_of(i++) + gap)
                draw_relationship(ui, {x, y, width_of(i), height}, all[i]);
        }
    }

    void draw_relationship(Ui& ui, const Rect& rect, const Choice& choice) {
        const bool on = question().relationship == choice.id;
        if (chip(ui, "checkin.friend.relationship." + choice.id, rect,
                 choice.title.in(ui.text.locale()), on)) {
            question().relationship = on ? "" : choice.id;
        }
    }

    std::string title_;
    std::optional<Locale> said_in_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in_friend(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<FriendKnownPage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/screens/visitor/checkin_scene.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

Text reason(CodeFault fault) {
    switch (fault) {
        case CodeFault::incomplete:
            return Text::checkin_refused_incomplete;
        case CodeFault::foreign:
            return Text::checkin_refused_foreign;
        case CodeFault::expired:
            return Text::checkin_refused_expired;
        case CodeFault::forged:
        case CodeFault::wrong_symbol:
            return Text::checkin_refused_forged;
        case CodeFault::none:
        case CodeFault::not_a_code:
            break;
    }
    return Text::checkin_refused_not_a_code;
}

/// The code opens no door: why, and the ways on. Nobody is accused of anything.
class RefusedPage : public FriendPage {
  public:
    using FriendPage::FriendPage;
    std::string_view name() const override { return "checkin.refused"; }
    void on_code(const std::string& code) override { check().code_scanned(code); }

    void draw(Ui& ui) override {
        say(ui.text);
        const bool own = question().answer() == FriendAnswer::own;
        const Text title = own ? Text::checkin_refused_own_title : Text::checkin_refused_title;
        draw_ways(ui, draw_scene_page(app_, ui, {ui.text(title), sentence_},
                                      [&](const Rect& scene) { refused_scene(ui, scene); }));

        ActionBar bar;
        bar.main = ui.text(Text::checkin_refused_skip);
        bar.main_is_secondary = true;
        if (draw_foot(ui, bar) && !asking()) came_alone();
    }

  private:
    struct Way {
        std::string_view id;
        Tile words;
        std::function<void()> go;
    };

    void say(const Translator& text) {
        if (said_in_ == text.locale()) return;
        said_in_ = text.locale();
        Text what = reason(question().fault());
        if (question().answer() == FriendAnswer::own) what = Text::checkin_refused_own;
        if (question().answer() == FriendAnswer::not_enrolled)
            what = Text::checkin_refused_not_enrolled;
        sentence_ = text(what) + "\n" + text(Text::checkin_refused_no_matter);
    }

    std::vector<Way> ways(const Translator& text) {
        std::vector<Way> all;
        if (app_.code_keys()) {
            all.push_back({"checkin.refused.scan",
                           {Icon::scan,
                            text(Text::checkin_refused_scan),
                            text(Text::checkin_refused_scan_caption),
                            {}},
                           [this] { app_.navigator().pop_to("checkin.referrer"); }});
            all.push_back({"checkin.refused.code",
                           {Icon::keyboard,
                            text(Text::checkin_refused_code),
                            text(Text::checkin_refused_code_caption),
                            {}},
                           [this] { show(make_check_in_code(app_, check_in_)); }});
        }
        if (question().may_try_phone()) {
            all.push_back({"checkin.refused.phone",
                           {Icon::phone,
                            text(Text::checkin_refused_phone),
                            text(Text::checkin_referrer_phone_caption),
                            {}},
                           [this] { show(make_check_in_friend_phone(app_, check_in_)); }});
        }
        return all;
    }

    void draw_ways(Ui& ui, const Rect& rect) {
        const std::vector<Way> all = ways(ui.text);
        // One below the other; side by side in the lower half of a desk.
        const bool beside = ui.canvas.reach && !ui.canvas.portrait();
        const float gap = sized(ui, 20), count = float(all.size());
        const float width = beside ? (rect.w - (count - 1) * gap) / count : rect.w;
        const float room = beside ? rect.h : (rect.h - (count - 1) * gap) / count;
        const float height = std::min(ui.canvas.portrait() ? 144.0f : 96.0f, room);
        Rect place{rect.x, rect.y, width, height};
        for (const Way& way : all) {
            const bool main = &way == &all.front();
            if (choice(ui, way.id, place, way.words, main)) way.go();
            place = place.moved(beside ? width + gap : 0, beside ? 0 : height + gap);
        }
    }

    std::string sentence_;
    std::optional<Locale> said_in_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in_refused(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<RefusedPage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/keypad.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

struct Address {
    Gender gender;
    std::string_view id;
    Text label;
};
constexpr std::array<Address, 3> addresses = {{
    {Gender::male, "recommend.name.mr", Text::gender_man},
    {Gender::female, "recommend.name.ms", Text::gender_woman},
    {Gender::unsaid, "recommend.name.unsaid", Text::recommend_name_unsaid},
}};

/// The friend's name and form of address.
class FriendNamePage : public ReferrerPage {
  public:
    using ReferrerPage::ReferrerPage;
    std::string_view name() const override { return "recommend.name"; }
    void entered() override { begin_word(); }

    void draw(Ui& ui) override {
        const float end = draw_head(ui, words(ui.text));
        const CheckInPlaces at =
            check_in_places(ui.canvas, end, sized(ui, 162), metrics(ui.canvas).chip);
        Field field;
        field.text = friend_().name();
        field.placeholder = ui.text(Text::recommend_name_placeholder);
        field.bad = friend_().told_name() != NameFault::none;
        Ui quiet = untouchable(ui);
        kiosk::field(quiet, "recommend.name.field", at.read, field);
        draw_addresses(ui, at.aside);
        draw_keys(ui, at.touch);
        ActionBar bar;
        bar.main = ui.text(Text::next);
        bar.main_enabled = !friend_().name().empty();
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override { type(character); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

  private:
    RecommendFriend& friend_() { return visit_->recommend; }

    ReferrerWords words(const Translator& text) {
        ReferrerWords words{text(Text::recommend_name_title), text(Text::recommend_name_sentence),
                            friend_().told_name() != NameFault::none, 1};
        if (friend_().told_name() == NameFault::empty)
            words.sentence = text(Text::recommend_name_missing);
        if (friend_().told_name() == NameFault::not_text)
            words.sentence = text(Text::recommend_name_not_text);
        if (friend_().told_name() == NameFault::too_long) words.sentence = too_long_;
        return words;
    }

    void draw_addresses(Ui& ui, const Rect& rect) {
        const float height = metrics(ui.canvas).chip, gap = sized(ui, 24);
        float x = rect.x, y = rect.y;
        for (const Address& address : addresses) {
            const std::string& label = ui.text(address.label);
            const bool on = friend_().gender == address.gender;
            const float width = chip_width(ui, label, on);
            if (x > rect.x && x + width > rect.right()) {
                x = rect.x;
                y += height + sized(ui, 16);
            }
            if (chip(ui, address.id, {x, y, width, height}, label, on))
                friend_().gender = address.gender;
            x += width + gap;
        }
    }

    void draw_keys(Ui& ui, Rect rect) {
        const float height = std::min(rect.h, ui.canvas.portrait() ? 660.0f : 440.0f);
        rect = {rect.x, rect.bottom() - height, rect.w, height};
        const KeyboardLabels labels{ui.text(Text::recommend_name_space),
                                    {},
                                    ui.text(Text::recommend_name_digits),
                                    ui.text(Text::recommend_name_letters)};
        const auto pressed = letter_keyboard(ui, "recommend.name.keys", rect, keyboard_, labels);
        if (pressed.kind == KeyKind::text) type(char32_t(pressed.text.front()));
        if (pressed.kind == KeyKind::space) type(U' ');
        if (pressed.kind == KeyKind::erase) erase();
    }

    void type(char32_t character) {
        friend_().type_name(character);
        begin_word();
    }
    void erase() {
        friend_().erase_name();
        begin_word();
    }
    /// A name's words begin with a capital.
    void begin_word() {
        const std::string& name = friend_().name();
        keyboard_.shift = name.empty() || name.back() == ' ';
    }

    void submit() {
        if (friend_().submit_name()) {
            app_.navigator().push(make_friend_terms(app_, visit_));
        } else if (friend_().told_name() == NameFault::too_long) {
            too_long_ = app_.text()(Text::name_fault_too_long, {{"n", longest_name}});
        }
    }

    KeyboardState keyboard_;
    std::string too_long_;
};

}  // namespace

std::unique_ptr<Screen> make_friend_name(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<FriendNamePage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

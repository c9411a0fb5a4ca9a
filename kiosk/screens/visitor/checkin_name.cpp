#include <array>
#include <utility>

#include "kiosk/screens/visitor/checkin_page.h"
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
    {Gender::male, "checkin.name.mr", Text::gender_man},
    {Gender::female, "checkin.name.ms", Text::gender_woman},
    {Gender::unsaid, "checkin.name.unsaid", Text::checkin_name_unsaid},
}};

/// Second step, for first visits: the name and the form of address.
class NamePage : public CheckInPage {
  public:
    using CheckInPage::CheckInPage;
    std::string_view name() const override { return "checkin.name"; }
    void entered() override { begin_word(); }

    void draw(Ui& ui) override {
        const float words_end = draw_head(ui, words(ui.text));
        const CheckInPlaces places =
            check_in_places(ui.canvas, words_end, sized(ui, 162), metrics(ui.canvas).chip);
        draw_field(ui, places.read);
        draw_addresses(ui, places.aside);
        draw_keyboard(ui, places.touch);

        ActionBar bar;
        bar.main = ui.text(Text::next);
        bar.main_enabled = check_in_->can_submit_name(rules());
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override { type(character); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

  private:
    CheckInWords words(const Translator& text) const {
        CheckInWords words{CheckInStep::name, text(Text::checkin_name_title),
                           text(Text::checkin_name_sentence)};
        words.fault = check_in_->told_name() != NameFault::none;
        switch (check_in_->told_name()) {
            case NameFault::none:
                break;
            case NameFault::empty:
                words.sentence = text(Text::checkin_name_missing);
                break;
            case NameFault::too_long:
                words.sentence = too_long_;
                break;
            case NameFault::not_text:
                words.sentence = text(Text::checkin_name_not_text);
                break;
        }
        return words;
    }

    void draw_field(Ui& ui, const Rect& rect) const {
        Field field;
        field.text = check_in_->name();
        field.placeholder = ui.text(Text::checkin_name_placeholder);
        field.bad = check_in_->told_name() != NameFault::none;
        Ui quiet = untouchable(ui);
        kiosk::field(quiet, "checkin.name.field", rect, field);
    }

    void draw_addresses(Ui& ui, const Rect& rect) {
        const float height = metrics(ui.canvas).chip, gap = sized(ui, 24);
        float x = rect.x, y = rect.y;
        for (const Address& address : addresses) {
            const std::string& label = ui.text(address.label);
            const bool on = check_in_->gender == address.gender;
            const float width = chip_width(ui, label, on);
            if (x > rect.x && x + width > rect.right()) {
                x = rect.x;
                y += height + sized(ui, 16);
            }
            if (chip(ui, address.id, {x, y, width, height}, label, on))
                check_in_->gender = address.gender;
            x += width + gap;
        }
    }

    void draw_keyboard(Ui& ui, const Rect& rect) {
        const Rect keys = keyboard_floor(ui, rect);
        const KeyboardLabels labels{ui.text(Text::checkin_name_space),
                                    {},
                                    ui.text(Text::checkin_name_digits),
                                    ui.text(Text::checkin_name_letters)};
        const auto pressed = letter_keyboard(ui, "checkin.name.keys", keys, keyboard_, labels);
        if (pressed.kind == KeyKind::text) type(char32_t(pressed.text.front()));
        if (pressed.kind == KeyKind::space) type(U' ');
        if (pressed.kind == KeyKind::erase) erase();
    }

    void type(char32_t character) {
        check_in_->type_name(character);
        begin_word();
    }
    void erase() {
        check_in_->erase_name();
        begin_word();
    }
    /// A name's words begin with a capital.
    void begin_word() {
        const std::string& name = check_in_->name();
        keyboard_.shift = name.empty() || name.back() == ' ';
    }

    void submit() {
        if (waiting()) return;
        const CheckInNext next = check_in_->submit_name(rules());
        if (check_in_->told_name() == NameFault::too_long)
            too_long_ = app_.text()(Text::name_fault_too_long, {{"n", longest_name}});
        go_on(next);
    }

    KeyboardState keyboard_;
    std::string too_long_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in_name(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<NamePage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

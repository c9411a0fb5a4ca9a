#include "kiosk/screens/typing/phone_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/typing/region_choice.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {
namespace {

constexpr float field_height = 162;

/// Slots for a whole number need this much, whatever is typed of it (widgets/fields.h).
bool slots_fit(const Ui& ui, const Rect& rect, const PhoneEntry& entry) {
    constexpr float slot = 52, prefix_and_caret = 330;
    const auto typed =
        std::count_if(entry.shown().begin(), entry.shown().end(), [](char c) { return c != ' '; });
    return float(entry.slots() + typed) * sized(ui, slot) + sized(ui, prefix_and_caret) <= rect.w;
}

/// Groups stand further apart than words: they are read out one by one.
std::string wide_groups(const std::string& shown) {
    std::string wide;
    for (const char c : shown)
        wide += c == ' ' ? std::string("  ") : std::string(1, c);
    return wide;
}

/// In reach mode the prefix is a chip of its own, below the middle.
float chip_room(const Ui& ui) {
    return ui.canvas.reach ? metrics(ui.canvas).chip : 0;
}

class PlainPhonePage : public PhonePage {
  public:
    PlainPhonePage(App& app, PhoneQuestion question)
        : PhonePage(app, question.steps, question.name, question.number),
          question_(std::move(question)) {}
    std::string_view name() const override { return question_.name; }

  protected:
    PageWords words(const Translator& text) override {
        return {text(question_.title), text(question_.sentence), false, question_.step};
    }
    ActionBar action(const Translator& text) override {
        ActionBar bar;
        bar.main = text(Text::next);
        bar.main_enabled = number().complete();
        return bar;
    }
    void submit() override {
        if (number().hand_in()) question_.done();
    }

  private:
    const PhoneQuestion question_;
};

}  // namespace

std::unique_ptr<Screen> make_phone_page(App& app, PhoneQuestion question) {
    return std::make_unique<PlainPhonePage>(app, std::move(question));
}

const std::string* phone_remark(const Translator& text, const PhoneEntry& phone) {
    switch (phone.told()) {
        case PhoneFault::letters:
            return &text(Text::phone_fault_letters);
        case PhoneFault::empty:
        case PhoneFault::too_short:
            return &text(Text::phone_fault_too_short);
        case PhoneFault::too_long:
            return &text(Text::phone_fault_too_long);
        case PhoneFault::not_possible:
            return &text(Text::phone_fault_not_possible);
        case PhoneFault::none:
            break;
    }
    return phone.look_again() ? &text(Text::phone_unlikely) : nullptr;
}

float PhonePage::aside_height(const Ui&, float) const {
    return 0;
}
void PhonePage::draw_aside(Ui&, const Rect&) {}

void PhonePage::draw(Ui& ui) {
    PageWords words = this->words(ui.text);
    if (const std::string* remark = phone_remark(ui.text, number())) {
        words.sentence = *remark;
        words.fault = true;
    }
    const float words_end = draw_head(ui, words);
    const float more = aside_height(ui, typing_column(ui.canvas));
    const float chip = chip_room(ui), between = chip > 0 && more > 0 ? sized(ui, 20) : 0;
    const TypingPlaces at =
        typing_places(ui.canvas, words_end, sized(ui, field_height), chip + between + more);
    if (draw_number(ui, at.read)) choose_region();
    const std::string prefix = number().prefix();
    if (chip > 0 && !prefix.empty()) {
        const Rect place{at.aside.x, at.aside.y, chip_width(ui, prefix, false, true), chip};
        if (kiosk::chip(ui, id_ + ".region", place, prefix, false, Icon::globe)) choose_region();
    }
    draw_aside(ui, {at.aside.x, at.aside.y + chip + between, at.aside.w, more});
    const KeyPress pressed = number_pad(ui, id_ + ".pad", at.touch, ui.text(Text::clear));
    if (pressed.kind == KeyKind::text) number().type(char32_t(pressed.text.front()));
    if (pressed.kind == KeyKind::erase) number().erase();
    if (pressed.kind == KeyKind::clear) number().clear();
    if (draw_foot(ui, action(ui.text))) submit();
}

bool PhonePage::draw_number(Ui& ui, const Rect& rect) {
    const std::string prefix = number().prefix();
    const std::string shown = wide_groups(number().shown());
    const std::string whole = prefix.empty() ? shown : prefix + "   " + shown;
    Field field;
    field.slots = slots_fit(ui, rect, number()) ? number().slots() : 0;
    field.bad = number().told() != PhoneFault::none;
    if (ui.canvas.reach) {
        Ui quiet = untouchable(ui);
        field.text = whole;
        kiosk::field(quiet, id_ + ".number", rect, field);
        return false;
    }
    field.text = shown;
    field.prefix = prefix;
    return kiosk::field(ui, id_ + ".number", rect, field).prefix;
}

void PhonePage::choose_region() {
    // The overlay may outlive this page by the blink in which it fades.
    std::weak_ptr<PhoneEntry> number = number_;
    app_.navigator().open(
        make_region_choice(number_->region(), [number](const std::string& region) {
            if (const auto open = number.lock()) open->choose_region(region);
        }));
}

bool PhonePage::on_key(Key key) {
    if (key == Key::enter) submit();
    if (key == Key::backspace || key == Key::erase) number().erase();
    return key == Key::enter || key == Key::backspace || key == Key::erase;
}

}  // namespace foyer::kiosk

#include <algorithm>

#include "kiosk/input/characters.h"
#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// With less height for four rows, the keys stand in two.
float least_pad_height(const Canvas& canvas) {
    return canvas.portrait() ? 480.0f : 244.0f;
}

/// Six keys in each of two rows, under the same ids as the keypad's.
void flat_pad(Ui& ui, const std::string& prefix, const Rect& rect, std::string_view clear_label,
              PhoneEntry& entry) {
    const float gap = sized(ui, 20);
    const float width = (rect.w - 5 * gap) / 6, height = (rect.h - gap) / 2;
    const auto place = [&](int index) {
        return Rect{rect.x + float(index % 6) * (width + gap),
                    rect.y + float(index / 6) * (height + gap), width, height};
    };
    int index = 0;
    for (const char digit : std::string_view("12345")) {
        const std::string label(1, digit);
        if (key(ui, prefix + label, place(index++), label)) entry.type(char32_t(digit));
    }
    if (icon_key(ui, prefix + "erase", place(index++), Icon::delete_back)) entry.erase();
    for (const char digit : std::string_view("67890")) {
        const std::string label(1, digit);
        if (key(ui, prefix + label, place(index++), label)) entry.type(char32_t(digit));
    }
    if (key(ui, prefix + "clear", place(index), clear_label, KeyTone::function, type::strong))
        entry.clear();
}

}  // namespace

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

void phone_pad(Ui& ui, std::string_view id, const Rect& rect, PhoneEntry& entry) {
    const std::string& clear_label = ui.text(Text::clear);
    if (rect.h < least_pad_height(ui.canvas)) {
        flat_pad(ui, std::string(id) + ".", rect, clear_label, entry);
        return;
    }
    // Keys of 164 units are the largest a thumb likes; more room stays around them.
    const float height = std::min(rect.h, ui.canvas.portrait() ? 716.0f : 480.0f);
    const float below = std::min(rect.h - height, sized(ui, 28));
    const auto pressed =
        number_pad(ui, id, {rect.x, rect.bottom() - below - height, rect.w, height}, clear_label);
    if (pressed.kind == KeyKind::text) entry.type(char32_t(pressed.text.front()));
    if (pressed.kind == KeyKind::erase) entry.erase();
    if (pressed.kind == KeyKind::clear) entry.clear();
}

namespace {

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

}  // namespace

bool phone_field(Ui& ui, std::string_view id, const Rect& rect, const PhoneEntry& entry) {
    const std::string prefix = entry.prefix();
    const std::string shown = wide_groups(entry.shown());
    const std::string whole = prefix.empty() ? shown : prefix + "   " + shown;
    Field number;
    number.slots = slots_fit(ui, rect, entry) ? entry.slots() : 0;
    number.bad = entry.told() != PhoneFault::none;
    if (ui.canvas.reach) {
        Ui quiet = untouchable(ui);
        number.text = whole;
        field(quiet, id, rect, number);
        return false;
    }
    number.text = shown;
    number.prefix = prefix;
    return field(ui, id, rect, number).prefix;
}

bool region_chip(Ui& ui, std::string_view id, float x, float y, const PhoneEntry& entry) {
    const std::string prefix = entry.prefix();
    if (prefix.empty()) return false;
    const float width = chip_width(ui, prefix, false, true);
    return chip(ui, id, {x, y, width, metrics(ui.canvas).chip}, prefix, false, Icon::globe);
}

}  // namespace foyer::kiosk

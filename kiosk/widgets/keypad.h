#pragma once

#include <string>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// Keys on glass. They edit nothing: a pressed key is an answer for the screen's update().
namespace foyer::kiosk {

/// What a key lies on and is for.
enum class KeyTone {
    character,          ///< white, e1
    function,           ///< sunk, on the wall
    function_on_floor,  ///< wall-coloured, on a keyboard's floor
};

/// One key. True when pressed.
bool key(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
         KeyTone tone = KeyTone::character, TextStyle style = type::digits);
bool icon_key(Ui& ui, std::string_view id, const Rect& rect, Icon icon,
              KeyTone tone = KeyTone::function);

enum class KeyKind { none, text, erase, clear, space, shift, layer, done };

/// What was pressed.
struct KeyPress {
    KeyKind kind = KeyKind::none;
    std::string text;  ///< for KeyKind::text: one character
    explicit operator bool() const { return kind != KeyKind::none; }
};

/// 3 × 4 digits; `clear_label` stands on the key beside the 0 (clear, or "forgot it" on a PIN pad).
/// Ids: id + ".0" … ".9", ".clear", ".erase".
KeyPress number_pad(Ui& ui, std::string_view id, const Rect& rect, std::string_view clear_label);

/// What a letter keyboard shows; kept by the screen, changed by keyboard presses.
struct KeyboardState {
    bool shift = false;
    bool digits = false;
};
/// Words on the function keys.
struct KeyboardLabels {
    std::string_view space, done, digits, letters;
};
/// Letter and code keyboards lie on a floor-coloured band. QWERTY with digits and marks on a second
/// layer. Shift and layer are handled in `state`. Ids: id + ".q" …, ".space", ".shift", ".layer",
/// ".erase", ".done".
KeyPress letter_keyboard(Ui& ui, std::string_view id, const Rect& rect, KeyboardState& state,
                         const KeyboardLabels& labels);
/// The 32 characters of a referral code (Crockford: no I, L, O, U) in rows of eight.
KeyPress code_keyboard(Ui& ui, std::string_view id, const Rect& rect, std::string_view clear_label);

}  // namespace foyer::kiosk

#pragma once

#include <optional>
#include <span>
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

/// One key of a bed.
struct KeyCap {
    std::string id;
    Rect rect;
    std::string label;
    std::optional<Icon> icon = {};  ///< in place of the label
    KeyTone tone = KeyTone::character;
    TextStyle style = type::digits;
    bool enabled = true;
    bool on = false;           ///< a state that stays, as shift: brand
    std::string caption = {};  ///< under the label
};

/// Keys side by side, as one surface: a finger between two of them means the nearer one, one that
/// slides on means the key where it is lifted, and one that turns up on another key from one frame
/// to the next is a second thumb on glass that tells of one finger only: both keys count. Returns
/// the index of the key to act on, or -1.
int key_bed(Ui& ui, std::string_view id, std::span<const KeyCap> keys);

/// One key by itself.
bool key(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
         KeyTone tone = KeyTone::character, TextStyle style = type::digits);

enum class KeyKind { none, text, erase, clear, space, shift, layer, done };

/// What was pressed.
struct KeyPress {
    KeyKind kind = KeyKind::none;
    std::string text;  ///< for KeyKind::text: one character
    explicit operator bool() const { return kind != KeyKind::none; }
};

/// 3 × 4 digits, or two rows of six where there is little height; `clear_label` stands on the key
/// beside the 0 (clear, or "forgot it" on a PIN pad). At the foot of `rect`, no key larger than a
/// thumb likes. Ids: id + ".0" … ".9", ".clear", ".erase".
KeyPress number_pad(Ui& ui, std::string_view id, const Rect& rect, std::string_view clear_label);

/// The characters of a keyboard, from the top.
struct CharacterRows {
    std::span<const std::u32string_view> rows;
    bool shift = false;  ///< Latin letters are shown and given as capitals
};
/// What stands beside the characters. Empty labels are left out; a key that gives nothing is told
/// by an empty KeyPress::text.
struct KeyboardParts {
    std::string_view left;        ///< of the last row of characters: divides syllables
    std::string_view left_types;  ///< what it gives
    bool shift_key = false;       ///< in place of `left`
    std::string_view foot_left;   ///< left of the space bar …
    std::string_view foot_types;
    std::string_view foot_second;  ///< … and beside it
    std::string_view space;
    std::string_view done;
    bool done_enabled = true;
};
/// Character keys lie on a floor-coloured band, in rows that share the width of the widest; the
/// last row has erase at its right, below it the space bar. Ids: id + "." + character, ".left",
/// ".shift", ".foot", ".second", ".space", ".erase", ".done".
KeyPress character_keyboard(Ui& ui, std::string_view id, const Rect& rect,
                            const CharacterRows& characters, const KeyboardParts& parts);

/// What a letter keyboard shows; kept by the screen, changed by keyboard presses.
struct KeyboardState {
    bool shift = false;
    bool digits = false;
};
/// Words on the function keys.
struct KeyboardLabels {
    std::string_view space, done, digits, letters;
};
/// QWERTY with digits and marks on a second layer. Shift and layer are handled in `state`. Ids as
/// character_keyboard()'s; ".foot" is the other layer.
KeyPress letter_keyboard(Ui& ui, std::string_view id, const Rect& rect, KeyboardState& state,
                         const KeyboardLabels& labels);

/// Keys of one size in rows of `columns`, then clear and erase. Ids: id + "." + symbol, ".clear",
/// ".erase". Symbols of `disabled` are shown and take no touch.
KeyPress symbol_keyboard(Ui& ui, std::string_view id, const Rect& rect, std::u32string_view symbols,
                         int columns, std::string_view clear_label,
                         std::u32string_view disabled = {});
/// The 32 symbols of a referral code (Crockford: no I, L, O, U).
KeyPress code_keyboard(Ui& ui, std::string_view id, const Rect& rect, std::string_view clear_label);

}  // namespace foyer::kiosk

#pragma once

#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// Places to type into. They show text; the screen owns buffer and caret.
namespace foyer::kiosk {

/// A large field with a steady caret: nothing blinks, the loop sleeps (look "Motion").
struct Field {
    std::string_view text;         ///< with its spaces: "138 0013 8"
    std::string_view placeholder;  ///< while the text is empty
    int slots = 0;                 ///< dashes for characters still to come
    std::string_view prefix;       ///< "+86", in its own part at the left
    bool focused = true;
    bool masked = false;
    bool bad = false;  ///< what was typed cannot be right
    std::optional<Icon> icon;
    TextStyle style = type::digits;
};
struct FieldPress {
    bool field = false, prefix = false;
};
/// Ids: id, and id + ".prefix" if there is a prefix.
FieldPress field(Ui& ui, std::string_view id, const Rect& rect, const Field& field);

/// A box with a tick and a sentence; the whole rectangle is touchable. Never ticked beforehand when
/// it asks for consent. Returns true when it was toggled.
bool checkbox(Ui& ui, std::string_view id, const Rect& rect, bool on, std::string_view sentence,
              std::string_view remark = {});

/// A minus, a number, a plus. Returns -1, 0 or +1. Ids: id + ".less", id + ".more".
int stepper(Ui& ui, std::string_view id, const Rect& rect, std::string_view value, bool can_less,
            bool can_more);

}  // namespace foyer::kiosk

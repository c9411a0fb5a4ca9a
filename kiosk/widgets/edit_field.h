#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

namespace foyer::kiosk {

/// The large preview of what is being written: text, the letters still being composed underlined at
/// the caret, which stands still (look "Motion"). At its right end a key that clears it, or puts
/// back what was cleared. Text that does not fit moves so that the caret stays in sight.
struct EditField {
    std::string_view before, after;  ///< the caret
    std::string_view composing;
    bool provisional = false;  ///< the last character of `before` may still become another
    std::string_view placeholder;
    std::string_view hint;  ///< behind the text, what to do next; left out where there is no room
    bool can_clear = false, can_put_back = false;
    std::string_view put_back_label;
    bool bad = false;
};

/// What was touched.
struct EditFieldPress {
    std::optional<std::size_t> caret;  ///< a place in the text, in characters
    bool clear = false, put_back = false;
};

/// Ids: id, id + ".clear", id + ".put-back".
EditFieldPress edit_field(Ui& ui, std::string_view id, const Rect& rect, const EditField& field);

}  // namespace foyer::kiosk

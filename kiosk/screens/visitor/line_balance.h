#pragma once

#include <string>
#include <string_view>

#include "kiosk/widgets/text.h"

/// Large words on few lines: where they break matters.
namespace foyer::kiosk {

/// `words` with line ends where a clause would not fit into the width any more: Hanzi may break
/// anywhere, but a greeting reads better by clauses. A clause wider than that breaks by itself.
std::string by_clauses(const Ui& ui, std::string_view words, TextStyle style, float width);

/// The narrowest width in which the words take no more lines than in `width`: no last line of one
/// short word.
float balanced_width(const Ui& ui, std::string_view words, TextStyle style, float width);

/// The style if every word of letters stays whole in the width, else the next smaller that does so.
TextStyle whole_words(const Ui& ui, std::string_view words, TextStyle style, float width);

}  // namespace foyer::kiosk

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/text/locale.h"

namespace foyer::kiosk {

/// The ways to write, one tab each.
enum class TypingMethod { pinyin, handwriting, zhuyin, stroke_order, latin, digits };

/// Stable word of a method, for ids of tabs: "pinyin".
std::string_view method_word(TypingMethod method);

/// The tabs of a language, in their order.
std::vector<TypingMethod> typing_methods(Locale locale);
/// The one to begin with: the visitor's last one if the language has it, else the language's usual.
TypingMethod first_method(Locale locale, std::optional<TypingMethod> last);

}  // namespace foyer::kiosk

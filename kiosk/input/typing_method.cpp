#include "kiosk/input/typing_method.h"

#include <algorithm>

namespace foyer::kiosk {

std::string_view method_word(TypingMethod method) {
    switch (method) {
        case TypingMethod::pinyin:
            return "pinyin";
        case TypingMethod::handwriting:
            return "handwriting";
        case TypingMethod::zhuyin:
            return "zhuyin";
        case TypingMethod::stroke_order:
            return "strokes";
        case TypingMethod::latin:
            return "latin";
        case TypingMethod::digits:
            break;
    }
    return "digits";
}

std::vector<TypingMethod> typing_methods(Locale locale) {
    using enum TypingMethod;
    if (locale == Locale::en) return {latin, digits, pinyin, handwriting};
    if (locale == Locale::zh_hant)
        return {handwriting, zhuyin, pinyin, stroke_order, latin, digits};
    return {pinyin, handwriting, stroke_order, latin, digits};
}

TypingMethod first_method(Locale locale, std::optional<TypingMethod> last) {
    const std::vector<TypingMethod> methods = typing_methods(locale);
    if (last && std::find(methods.begin(), methods.end(), *last) != methods.end()) return *last;
    return methods.front();
}

}  // namespace foyer::kiosk

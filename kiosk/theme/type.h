#pragma once

#include "kiosk/theme/canvas.h"

namespace foyer::kiosk {

/// The five sizes of text; there is no other (look "type").
enum class TextSize {
    xl,  ///< the greeting in landscape, a ticket's number
    l,   ///< titles, the main action, typed digits, sums
    m,   ///< buttons, names
    s,   ///< body
    xs,  ///< captions; nothing is smaller
};

enum class Face { sans, bold, serif };  ///< Noto Sans, Noto Sans Bold, Noto Serif Bold

/// A size and a face. The colour is given where text is drawn.
struct TextStyle {
    TextSize size = TextSize::s;
    Face face = Face::sans;
    bool operator==(const TextStyle&) const = default;
};

namespace type {
constexpr TextStyle number{TextSize::xl, Face::serif};  ///< a ticket's number, a large greeting
constexpr TextStyle title{TextSize::l, Face::serif};
constexpr TextStyle digits{TextSize::l, Face::bold};  ///< typed digits, sums
constexpr TextStyle button{TextSize::m, Face::bold};  ///< buttons, names, card headings
constexpr TextStyle body{TextSize::s, Face::sans};
constexpr TextStyle strong{TextSize::s, Face::bold};
constexpr TextStyle caption{TextSize::xs, Face::sans};
constexpr TextStyle caption_strong{TextSize::xs, Face::bold};
}  // namespace type

/// A size in units: the em square and the line's height.
struct TypeMetrics {
    float em = 0, line = 0;
};

/// The type scale of a window: kiosk, large text, desk; on a desk large text is a quarter larger.
TypeMetrics type_metrics(const Canvas& canvas, TextSize size);

}  // namespace foyer::kiosk

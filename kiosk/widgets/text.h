#pragma once

#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

/// Text in the five sizes of the look.
namespace foyer::kiosk {

enum class Align { left, center, right };

/// Width of one line, units.
float text_width(const Ui& ui, std::string_view text, TextStyle style);
/// Height of a line of this size, units.
float line_height(const Ui& ui, TextSize size);

/// The style itself if the text fits into `width`, else the largest smaller size that fits, else
/// the smallest.
TextStyle fit_text(const Ui& ui, std::string_view text, TextStyle style, float width);

/// One line, optically centred in the height of `rect` (Hanzi sit low in their line: they are
/// lifted). Text wider than the rectangle takes the next smaller size; if none fits it ends in "…".
void text_line(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Color color,
               Align align = Align::left);
/// The same in the shapes of another locale ("繁體" while the page is Simplified).
void text_line(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Color color,
               Align align, Locale locale);

/// An icon with a label beside it, centred together; either may be missing. A label too wide takes
/// the next smaller size.
void icon_and_label(Ui& ui, const Rect& rect, std::optional<Icon> icon, float icon_size, float gap,
                    std::string_view label, TextStyle style, Color color);

/// One line whose line box (look "type": em/line) begins at y. Returns the x of its end.
/// Never shrinks: for text whose width is known to be free.
float text_at(Ui& ui, float x, float y, std::string_view text, TextStyle style, Color color);

/// A paragraph, wrapped between Hanzi (never before closing punctuation) and at spaces; lines
/// follow each other by the line height. `\n` begins a line. At most `max_lines` (0 = any); what
/// does not fit ends in "…". Returns the height used.
float text_block(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Color color,
                 Align align = Align::left, int max_lines = 0);
/// The height text_block() would use.
float text_block_height(const Ui& ui, float width, std::string_view text, TextStyle style,
                        int max_lines = 0);

/// Where the first line of `text` that fits into `width` units ends, and where the next begins
/// (spaces at the break belong to neither).
struct LineBreak {
    std::size_t end = 0, next = 0;
};
LineBreak break_line(const Ui& ui, std::string_view text, TextStyle style, float width);

}  // namespace foyer::kiosk

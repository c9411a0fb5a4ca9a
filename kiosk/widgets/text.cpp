#include "kiosk/widgets/text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/line_breaks.h"
#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {

namespace {

// Metrics of the Noto CJK faces in em. Chinese signs fill the em square from 0.88 above the
// baseline to 0.12 below; the ink of a line is centred when its baseline lies 0.38 em below it.
constexpr float ink_middle = 0.38f;
constexpr float ascent = 1.16f, serif_ascent = 1.151f, height = 1.448f, serif_height = 1.437f;
constexpr std::string_view ellipsis = "…";

/// A face at a size, ready to measure and to draw with.
struct Pen {
    ImFontBaked* glyphs = nullptr;
    float em = 0;  // pixels
};

Pen pen(const Ui& ui, TextStyle style, Locale locale) {
    const float em = ui.canvas.to_pixels(type_metrics(ui.canvas, style.size).em);
    ImFontBaked* glyphs = ui.theme.fonts.get(style.face, locale)->GetFontBaked(std::round(em));
    return {glyphs, glyphs->Size};
}

Pen pen(const Ui& ui, TextStyle style) {
    return pen(ui, style, ui.theme.fonts.locale());
}

unsigned next_character(std::string_view text, std::size_t& at) {
    unsigned code = 0;
    at += std::size_t(
        std::max(1, ImTextCharFromUtf8(&code, text.data() + at, text.data() + text.size())));
    return code;
}

float width_pixels(const Pen& pen, std::string_view text) {
    float width = 0;
    for (std::size_t at = 0; at < text.size();)
        width += pen.glyphs->GetCharAdvance(next_character(text, at));
    return width;
}

/// Glyphs on whole pixels along exact advances: crisp, and as wide as it was measured.
void draw_glyphs(Ui& ui, const Pen& pen, float x, float baseline, std::string_view text,
                 Color color) {
    const ImVec4 clip = ui.draw->_CmdHeader.ClipRect;
    if (baseline < clip.y - pen.em || baseline - 1.2f * pen.em > clip.w || x > clip.z) return;
    const ImU32 ink = packed(ui, color);
    int visible = 0;
    for (std::size_t at = 0; at < text.size();)  // loads every glyph: the atlas may move
        visible += pen.glyphs->FindGlyph(next_character(text, at))->Visible ? 1 : 0;
    if (visible == 0) return;
    const float top = std::round(baseline) - pen.glyphs->Ascent;
    ui.draw->PrimReserve(visible * 6, visible * 4);
    for (std::size_t at = 0; at < text.size();) {
        const ImFontGlyph& glyph = *pen.glyphs->FindGlyph(next_character(text, at));
        const float left = std::round(x);
        if (glyph.Visible)
            ui.draw->PrimRectUV({left + glyph.X0, top + glyph.Y0},
                                {left + glyph.X1, top + glyph.Y1}, {glyph.U0, glyph.V0},
                                {glyph.U1, glyph.V1}, ink);
        x += glyph.AdvanceX;
    }
}

/// As many whole characters as fit with "…" after them.
std::string shortened(const Pen& pen, std::string_view text, float width) {
    float room = width - width_pixels(pen, ellipsis);
    std::size_t end = 0;
    while (end < text.size()) {
        std::size_t next = end;
        room -= pen.glyphs->GetCharAdvance(next_character(text, next));
        if (room < 0) break;
        end = next;
    }
    return std::string(text.substr(0, end)).append(ellipsis);
}

float aligned(float left, float width, float text, Align align) {
    if (align == Align::left) return left;
    return align == Align::right ? left + width - text : left + (width - text) / 2;
}

/// Draws into a width at a baseline, with "…" if it must.
void draw_line(Ui& ui, const Pen& pen, float left, float width, float baseline,
               std::string_view text, Color color, Align align) {
    const float wide = width_pixels(pen, text);
    if (wide <= width + 1) {
        draw_glyphs(ui, pen, aligned(left, width, wide, align), baseline, text, color);
        return;
    }
    const std::string part = shortened(pen, text, width);
    draw_glyphs(ui, pen, aligned(left, width, width_pixels(pen, part), align), baseline, part,
                color);
}

/// The baseline of a line box as a browser would set it.
float baseline_in_line(const Ui& ui, TextStyle style, float top_units) {
    const TypeMetrics size = type_metrics(ui.canvas, style.size);
    const bool serif = style.face == Face::serif;
    const float content = serif ? serif_height : height, above = serif ? serif_ascent : ascent;
    return to_screen(ui, 0, top_units + (size.line - content * size.em) / 2 + above * size.em).y;
}

}  // namespace

float text_width(const Ui& ui, std::string_view text, TextStyle style) {
    return width_pixels(pen(ui, style), text) / ui.canvas.scale;
}

float line_height(const Ui& ui, TextSize size) {
    return type_metrics(ui.canvas, size).line;
}

TextStyle fit_text(const Ui& ui, std::string_view text, TextStyle style, float width) {
    while (style.size != TextSize::xs && text_width(ui, text, style) > width + 1)
        style.size = TextSize(int(style.size) + 1);
    return style;
}

void text_line(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Color color,
               Align align) {
    text_line(ui, rect, text, style, color, align, ui.theme.fonts.locale());
}

void text_line(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Color color,
               Align align, Locale locale) {
    const Pen fitting = pen(ui, fit_text(ui, text, style, rect.w), locale);
    const ImVec2 middle = to_screen(ui, rect.x, rect.middle_y());
    draw_line(ui, fitting, middle.x, ui.canvas.to_pixels(rect.w),
              middle.y + ink_middle * fitting.em, text, color, align);
}

void icon_and_label(Ui& ui, const Rect& rect, std::optional<Icon> which, float icon_size, float gap,
                    std::string_view label, TextStyle style, Color color) {
    if (!which) {
        text_line(ui, rect, label, style, color, Align::center);
        return;
    }
    if (label.empty()) {
        icon(ui, *which, rect.middle_x(), rect.middle_y(), icon_size, color);
        return;
    }
    const float room = rect.w - icon_size - gap;
    style = fit_text(ui, label, style, room);
    const float text = std::min(text_width(ui, label, style), room);
    const float left = rect.middle_x() - (icon_size + gap + text) / 2;
    icon(ui, *which, left + icon_size / 2, rect.middle_y(), icon_size, color);
    text_line(ui, {left + icon_size + gap, rect.y, text + 1, rect.h}, label, style, color);
}

float text_at(Ui& ui, float x, float y, std::string_view text, TextStyle style, Color color) {
    const Pen ink = pen(ui, style);
    draw_glyphs(ui, ink, to_screen(ui, x, 0).x, baseline_in_line(ui, style, y), text, color);
    return x + width_pixels(ink, text) / ui.canvas.scale;
}

float text_block(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Color color,
                 Align align, int max_lines) {
    const Pen ink = pen(ui, style);
    const float line = line_height(ui, style.size);
    const float left = to_screen(ui, rect.x, 0).x, width = ui.canvas.to_pixels(rect.w);
    float used = 0;
    for (int count = 1; !text.empty(); ++count) {
        const LineBreak cut = break_line(ui, text, style, rect.w);
        const bool last = count == max_lines;
        const std::string_view part =
            last ? text.substr(0, text.find('\n')) : text.substr(0, cut.end);
        draw_line(ui, ink, left, width, baseline_in_line(ui, style, rect.y + used), part, color,
                  align);
        used += line;
        if (last) break;
        text.remove_prefix(cut.next);
    }
    return used;
}

float text_block_height(const Ui& ui, float width, std::string_view text, TextStyle style,
                        int max_lines) {
    int lines = 0;
    while (!text.empty() && (max_lines == 0 || lines < max_lines)) {
        text.remove_prefix(break_line(ui, text, style, width).next);
        ++lines;
    }
    return float(lines) * line_height(ui, style.size);
}

LineBreak break_line(const Ui& ui, std::string_view text, TextStyle style, float width) {
    const Pen ink = pen(ui, style);
    float room = ui.canvas.to_pixels(width) + 1;
    LineBreak best;
    unsigned before = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at;
        const unsigned code = next_character(text, next);
        if (code == '\n') return {at, next};
        if (at > 0 && may_break_between(before, code)) best = {at, at};
        room -= ink.glyphs->GetCharAdvance(code);
        if (room < 0 && code != ' ') {
            // A word wider than the line is cut where it must; one character always fits.
            if (best.next == 0) best.end = best.next = at == 0 ? next : at;
            while (best.end > 0 && text[best.end - 1] == ' ')
                --best.end;
            return best;
        }
        before = code;
        at = next;
    }
    return {text.size(), text.size()};
}

}  // namespace foyer::kiosk

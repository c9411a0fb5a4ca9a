#include <array>

#include <algorithm>
#include "kiosk/widgets/chips.h"

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

struct StripColors {
    Color edge, ink, chosen, chosen_ink;
    std::optional<Color> body;  ///< none on a dark hall, where the floor shines through
};

StripColors strip_colors(const Palette& colors, bool on_dark) {
    if (on_dark)
        return {colors.surface.faded(0.5f), colors.surface, colors.surface, colors.deep, {}};
    return {colors.edge, colors.text, colors.text, colors.surface, {}};
}

struct Places {
    Rect languages, large, reach;
};

Places places(const Canvas& canvas) {
    if (canvas.portrait()) {
        const float y = canvas.height - 124;
        return {{72, y, 478, 88}, {596, y, 196, 88}, {812, y, 196, 88}};
    }
    const float y = canvas.height - 84, right = canvas.width - 48;
    return {{48, y, 360, 64}, {right - 294, y, 140, 64}, {right - 140, y, 140, 64}};
}

/// The strip keeps its size with large text: who needs it smaller must find the way back.
Ui with_ordinary_text(const Ui& ui, Canvas& canvas) {
    canvas = ui.canvas;
    canvas.large_text = false;
    return Ui{canvas,  ui.theme,       ui.text,  ui.photos,   ui.items,   ui.motion,
              ui.draw, ui.interactive, ui.alpha, ui.offset_x, ui.offset_y};
}

TextStyle strip_style(const Canvas& canvas, bool bold) {
    return {canvas.portrait() ? TextSize::xs : TextSize::s, bold ? Face::bold : Face::sans};
}

std::optional<Locale> languages(Ui& ui, const Rect& rect, Locale current,
                                const StripColors& colors) {
    constexpr std::array<std::string_view, 3> labels = {"简体", "繁體", "English"};
    constexpr std::array<std::string_view, 3> ids = {"tools.zh-Hans", "tools.zh-Hant", "tools.en"};
    const Metrics m = metrics(ui.canvas);
    stroke_rounded(ui, rect, m.radius_control, 2, colors.edge);
    const float inset = 5, width = (rect.w - 2 * inset) / 3;
    std::optional<Locale> pressed;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Locale locale = all_locales[i];
        const Rect place{rect.x + inset + float(i) * width, rect.y + inset, width,
                         rect.h - 2 * inset};
        const bool on = locale == current;
        const Press press = press_area(ui, ids[i], place);
        if (on || press.held)
            fill_rounded(ui, place, m.radius_key, on ? colors.chosen : colors.edge.faded(0.35f));
        text_line(ui, place, labels[i], strip_style(ui.canvas, on),
                  on ? colors.chosen_ink : colors.ink, Align::center, locale);
        if (press.clicked) pressed = locale;
    }
    return pressed;
}

bool aid(Ui& ui, std::string_view id, const Rect& rect, Icon which, std::string_view label, bool on,
         const StripColors& colors) {
    const Palette& palette = ui.theme.palette;
    const float radius = metrics(ui.canvas).radius_control;
    const Press press = press_area(ui, id, rect);
    const Color ink = on ? palette.text : colors.ink;
    if (on) fill_rounded(ui, rect, radius, palette.surface);
    if (press.held) fill_rounded(ui, rect, radius, colors.edge.faded(0.35f));
    stroke_rounded(ui, rect, radius, on ? 4 : 2, on ? palette.text : colors.edge);
    const float size = ui.canvas.portrait() ? 42 : 28, gap = ui.canvas.portrait() ? 12 : 8;
    icon_and_label(ui, {rect.x + 8, rect.y, rect.w - 16, rect.h}, which, size, gap, label,
                   strip_style(ui.canvas, on), ink);
    return press.clicked;
}

}  // namespace

ToolStripPress tool_strip(Ui& page, const ToolStrip& strip) {
    Canvas canvas;
    Ui ui = with_ordinary_text(page, canvas);
    const StripColors colors = strip_colors(ui.theme.palette, strip.on_dark);
    const Places at = places(ui.canvas);
    ToolStripPress press;
    press.locale = languages(ui, at.languages, strip.locale, colors);
    press.large_text = aid(ui, "tools.large", at.large, Icon::a_large, strip.large_label,
                           strip.large_text, colors);
    press.reach = aid(ui, "tools.reach", at.reach, Icon::accessibility, strip.reach_label,
                      strip.reach, colors);
    return press;
}

}  // namespace foyer::kiosk

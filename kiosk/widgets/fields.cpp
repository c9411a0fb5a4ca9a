#include "kiosk/widgets/fields.h"

#include <algorithm>
#include <string>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

std::string hidden(std::string_view text) {
    std::string dots;
    for (const char byte : text)
        if ((byte & 0xC0) != 0x80) dots += "•";
    return dots;
}

float slots_width(const Ui& ui, const Field& field) {
    return float(field.slots) * sized(ui, 52);
}

/// Text, caret and the places of characters still to come.
void paint_content(Ui& ui, const Rect& rect, const Field& field) {
    const Palette& colors = ui.theme.palette;
    const std::string dots = field.masked ? hidden(field.text) : std::string();
    const std::string_view shown = field.masked ? std::string_view(dots) : field.text;
    const float caret_room = field.focused ? sized(ui, 26) : 0;
    const float room = rect.w - caret_room - slots_width(ui, field);
    const TextStyle style = fit_text(ui, shown, field.style, room);
    const float width = std::min(text_width(ui, shown, style), room);
    text_line(ui, {rect.x, rect.y, width + 1, rect.h}, shown, style,
              field.bad ? colors.bad : colors.text);
    float x = rect.x + width;
    const float em = type_metrics(ui.canvas, field.style.size).em;
    if (field.focused) {
        x += width > 0 ? sized(ui, 12) : 0;
        const float height = std::min(em * 1.1f, rect.h - sized(ui, 24));
        fill(ui, {x, rect.middle_y() - height / 2, sized(ui, 6), height}, colors.brand);
        x += sized(ui, 18);
    }
    if (field.text.empty() && field.slots == 0)
        text_line(ui, {x, rect.y, rect.right() - x, rect.h}, field.placeholder, type::body,
                  colors.text2);
    for (int i = 0; i < field.slots; ++i, x += sized(ui, 52))
        fill_rounded(ui,
                     {x, rect.middle_y() + 0.38f * em - sized(ui, 3), sized(ui, 40), sized(ui, 6)},
                     sized(ui, 3), colors.edge);
}

}  // namespace

FieldPress field(Ui& ui, std::string_view id, const Rect& rect, const Field& field) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    FieldPress press;
    press.field = press_area(ui, id, rect).clicked;
    fill_rounded(ui, rect, m.radius_control, colors.surface);
    const Color border = field.bad ? colors.bad : field.focused ? colors.brand : colors.edge;
    stroke_rounded(ui, rect, m.radius_control, sized(ui, field.focused || field.bad ? 5 : 3),
                   border);
    float x = rect.x + sized(ui, 46);
    if (!field.prefix.empty()) {
        const float width = text_width(ui, field.prefix, type::strong);
        const float inner = width + sized(ui, 52);
        const Rect part{rect.x, rect.y, inner + sized(ui, 74), rect.h};
        press.prefix = press_area(ui, std::string(id) + ".prefix", part).clicked;
        const float left = part.middle_x() - inner / 2;
        text_line(ui, {left, rect.y, width + 1, rect.h}, field.prefix, type::strong, colors.text);
        icon(ui, Icon::chevron_down, left + inner - sized(ui, 18), rect.middle_y(), sized(ui, 36),
             colors.text2);
        fill(ui, {part.right(), rect.y + sized(ui, 5), 2, rect.h - sized(ui, 10)}, colors.line);
        x = part.right() + sized(ui, 44);
    }
    if (field.icon) {
        icon(ui, *field.icon, rect.x + sized(ui, 70), rect.middle_y(), m.icon_m, colors.text2);
        x = rect.x + sized(ui, 128);
    }
    paint_content(ui, {x, rect.y, rect.right() - sized(ui, 32) - x, rect.h}, field);
    return press;
}

bool checkbox(Ui& ui, std::string_view id, const Rect& rect, bool on, std::string_view sentence,
              std::string_view remark) {
    const Palette& colors = ui.theme.palette;
    const Press press = press_area(ui, id, rect);
    const float side = sized(ui, 72), radius = sized(ui, 20);
    const float gap = sized(ui, 28), room = rect.w - side - gap, x = rect.x + side + gap;
    const float words = text_block_height(ui, room, sentence, type::body, 3);
    const float small = text_block_height(ui, room, remark, type::caption, 2);
    const float top = rect.middle_y() - (words + small) / 2;
    const Rect box{rect.x, rect.middle_y() - side / 2, side, side};
    if (on) {
        fill_rounded(ui, box, radius, press.held ? colors.deep : colors.brand);
        icon(ui, Icon::check, box.middle_x(), box.middle_y(), sized(ui, 56), colors.surface);
    } else {
        fill_rounded(ui, box, radius, press.held ? colors.tint2 : colors.surface);
        stroke_rounded(ui, box, radius, metrics(ui.canvas).edge_line, colors.edge);
    }
    text_block(ui, {x, top, room, words}, sentence, type::body, colors.text, Align::left, 3);
    text_block(ui, {x, top + words, room, small}, remark, type::caption, colors.text2, Align::left,
               2);
    return press.clicked;
}

int stepper(Ui& ui, std::string_view id, const Rect& rect, std::string_view value, bool can_less,
            bool can_more) {
    const Palette& colors = ui.theme.palette;
    const float side = rect.h;
    const std::string prefix(id);
    int change = 0;
    const auto button = [&](const char* name, float x, Icon which, bool enabled) {
        const Rect place{x, rect.y, side, side};
        const Press press = press_area(ui, prefix + name, place, enabled);
        if (enabled && !press.held) shadow(ui, place, Elevation::e1);
        const Color body = !enabled ? colors.sunk : press.held ? colors.tint2 : colors.surface;
        fill_rounded(ui, place, metrics(ui.canvas).radius_key, body);
        icon(ui, which, place.middle_x(), place.middle_y(), metrics(ui.canvas).icon_m,
             enabled ? colors.brand : colors.disabled_text);
        return press.clicked;
    };
    if (button(".less", rect.x, Icon::minus, can_less)) change = -1;
    if (button(".more", rect.right() - side, Icon::plus, can_more)) change = 1;
    text_line(ui, {rect.x + side, rect.y, rect.w - 2 * side, rect.h}, value, type::digits,
              colors.text, Align::center);
    return change;
}

}  // namespace foyer::kiosk

#include "kiosk/widgets/ticket.h"

#include <algorithm>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/tags.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

// The ticket was drawn 820 × 1180; its parts keep their shares at any size.
constexpr float drawn_width = 820, drawn_height = 1180;

struct Sheet {
    Rect rect;
    float x(float drawn) const { return rect.x + drawn * rect.w / drawn_width; }
    float y(float drawn) const { return rect.y + drawn * rect.h / drawn_height; }
    float wide(float drawn) const { return drawn * rect.w / drawn_width; }
    float high(float drawn) const { return drawn * rect.h / drawn_height; }
    Rect part(float px, float py, float pw, float ph) const {
        return {x(px), y(py), wide(pw), high(ph)};
    }
    /// A line of text centred on a height.
    Rect line(const Ui& ui, float px, float middle, float pw, TextSize size) const {
        const float height = line_height(ui, size);
        return {x(px), y(middle) - height / 2, wide(pw), height};
    }
};

void paint_head(Ui& ui, const Sheet& sheet, const Ticket& ticket) {
    const Palette& colors = ui.theme.palette;
    fill_door(ui, sheet.part(17, 17, 786, 485), colors.brand);
    text_line(ui, sheet.line(ui, 120, 159, 580, TextSize::s), ticket.number_label, type::body,
              colors.tint2, Align::center);
    text_line(ui, sheet.line(ui, 60, 275, 700, TextSize::xl), ticket.number, type::number,
              colors.surface, Align::center);
    text_line(ui, sheet.line(ui, 50, 387, 720, TextSize::s), ticket.queue, type::strong,
              colors.surface, Align::center);
}

void paint_tear(Ui& ui, const Sheet& sheet) {
    const Palette& colors = ui.theme.palette;
    const float y = sheet.y(544), radius = sheet.wide(26);
    fill_circle(ui, sheet.x(0), y, radius, colors.wall);
    fill_circle(ui, sheet.x(drawn_width), y, radius, colors.wall);
    dotted_line(ui, sheet.x(47), sheet.x(drawn_width - 47), y, sheet.wide(9), sheet.wide(13),
                sheet.wide(4), colors.line);
}

void paint_consultant(Ui& ui, const Sheet& sheet, const Ticket& ticket) {
    const Palette& colors = ui.theme.palette;
    portrait_door(ui, sheet.part(56, 592, 240, 300), ticket.portrait, ticket.consultant_letter);
    constexpr float left = 345, room = 440;
    text_line(ui, sheet.line(ui, left, 650, room, TextSize::l), ticket.consultant, type::title,
              colors.text);
    text_line(ui, sheet.line(ui, left, 723, room, TextSize::s), ticket.role, type::body,
              colors.text2);
    if (!ticket.state.empty()) {
        const float width = std::min(tag_width(ui, ticket.state, true), sheet.wide(room));
        const float height = tag_height(ui);
        tag(ui, {sheet.x(left), sheet.y(799) - height / 2, width, height}, ticket.state, Tone::ok,
            Icon::bell);
    }
    text_line(ui, sheet.line(ui, left, 868, room, TextSize::xs), ticket.remark, type::caption,
              colors.text2);
}

void paint_place(Ui& ui, const Sheet& sheet, const Ticket& ticket) {
    const Palette& colors = ui.theme.palette;
    const Rect panel = sheet.part(56, 936, 708, 190);
    const Metrics m = metrics(ui.canvas);
    fill_rounded(ui, panel, m.radius_control, colors.tint);
    float left = 56 + 40;
    if (ticket.place_icon) {
        const float side = sheet.wide(108);
        const Rect square{sheet.x(96), panel.middle_y() - side / 2, side, side};
        fill_rounded(ui, square, m.radius_key, colors.surface);
        icon(ui, *ticket.place_icon, square.middle_x(), square.middle_y(), sheet.wide(64),
             colors.brand);
        left = 56 + 180;
    }
    const float first = line_height(ui, TextSize::m);
    const float second = ticket.place_caption.empty() ? 0 : line_height(ui, TextSize::s);
    const float top = panel.middle_y() - (first + second) / 2;
    const float room = panel.right() - sheet.wide(24) - sheet.x(left);
    text_line(ui, {sheet.x(left), top, room, first}, ticket.place, type::button, colors.text);
    if (second > 0)
        text_line(ui, {sheet.x(left), top + first, room, second}, ticket.place_caption, type::body,
                  colors.text2);
}

}  // namespace

void ticket(Ui& ui, const Rect& rect, const Ticket& ticket) {
    const Sheet sheet{rect};
    door_shadow(ui, rect, Elevation::e2);
    fill_door(ui, rect, ui.theme.palette.surface);
    paint_head(ui, sheet, ticket);
    paint_tear(ui, sheet);
    paint_consultant(ui, sheet, ticket);
    if (!ticket.place.empty()) paint_place(ui, sheet, ticket);
}

}  // namespace foyer::kiosk

#include "kiosk/widgets/buttons.h"

#include <algorithm>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

constexpr float press_depth = 4;  // units a pressed control sinks

Rect sunken(const Rect& rect, ControlState state) {
    return state == ControlState::pressed ? rect.moved(0, press_depth) : rect;
}

struct Coat {
    Color fill, pressed, ink;
    std::optional<Color> border;
};

Coat coat(const Palette& colors, SmallButton kind) {
    switch (kind) {
        case SmallButton::filled:
            return {colors.brand, colors.deep, colors.surface, {}};
        case SmallButton::brand:
            return {colors.surface, colors.tint2, colors.brand, colors.brand};
        case SmallButton::edge:
            return {colors.surface, colors.sunk, colors.text, colors.edge};
        case SmallButton::tint:
            return {colors.tint, colors.tint2, colors.brand, {}};
        case SmallButton::bad:
            return {colors.bad, mixed(colors.bad, colors.text, 0.3f), colors.surface, {}};
        case SmallButton::on_bad:
            return {colors.surface, colors.bad_tint, colors.bad, {}};
    }
    return {};
}

void paint_small(Ui& ui, const Rect& rect, std::string_view label, SmallButton kind,
                 std::optional<Icon> which, ControlState state) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    Coat paint = coat(colors, kind);
    if (state == ControlState::disabled) paint = {colors.sunk, {}, colors.disabled_text, {}};
    const Color body = state == ControlState::pressed ? paint.pressed : paint.fill;
    fill_rounded(ui, rect, m.radius_control, body);
    if (paint.border) stroke_rounded(ui, rect, m.radius_control, m.edge_line, *paint.border);
    const bool portrait = ui.canvas.portrait();
    const TextStyle style = rect.h < 54 && !portrait ? type::caption_strong : type::strong;
    const float pad = portrait ? 16.0f : 8.0f;
    icon_and_label(ui, {rect.x + pad, rect.y, rect.w - 2 * pad, rect.h}, which, m.icon_s,
                   portrait ? 14.0f : 8.0f, label, style, paint.ink);
}

}  // namespace

void paint_primary(Ui& ui, const Rect& place, std::string_view label, ControlState state,
                   PrimaryKind kind) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    const bool disabled = state == ControlState::disabled;
    const Rect rect = sunken(place, state);
    if (state == ControlState::normal) shadow(ui, rect, Elevation::e1);
    fill_rounded(
        ui, rect, m.radius_control,
        disabled ? colors.sunk : (state == ControlState::pressed ? colors.deep : colors.brand));

    const float size = ui.canvas.portrait() ? 1.0f : 0.6f;
    const float door_width = 69 * size, door_height = 87 * size, gap = 36 * size;
    const Rect door{rect.right() - gap - door_width, rect.bottom() - door_height, door_width,
                    door_height};
    if (disabled) {
        fill_door(ui, door, colors.line);
    } else {
        lit_door(ui, door, kind == PrimaryKind::finishes ? Icon::check : Icon::arrow_right,
                 49 * size);
    }

    // Centred in the whole button as long as that leaves the door some air.
    const Color ink = disabled ? colors.disabled_text : colors.surface;
    const float air = 24 * size;
    const float room = door.x - rect.x - 2 * air;
    const TextStyle style = fit_text(ui, label, type::button, room);
    const float text = text_width(ui, label, style);
    if (rect.middle_x() + text / 2 + air <= door.x)
        text_line(ui, rect, label, style, ink, Align::center);
    else
        text_line(ui, {rect.x + air, rect.y, room + air, rect.h}, label, style, ink, Align::center);
}

bool primary_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                    bool enabled, PrimaryKind kind) {
    const Press press = press_area(ui, id, rect, enabled);
    paint_primary(ui, rect, label, control_state(press, enabled), kind);
    return press.clicked;
}

void paint_secondary(Ui& ui, const Rect& place, std::string_view label, std::optional<Icon> which,
                     ControlState state) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    const Rect rect = sunken(place, state);
    Color body = colors.surface, ink = colors.brand;
    if (state == ControlState::pressed) body = colors.tint2;
    if (state == ControlState::disabled) {
        body = colors.sunk;
        ink = colors.disabled_text;
    }
    if (state == ControlState::normal) shadow(ui, rect, Elevation::e1);
    fill_rounded(ui, rect, m.radius_control, body);
    const float size = ui.canvas.portrait() ? 1.0f : 0.6f;
    const float pad = 20 * size;
    icon_and_label(ui, {rect.x + pad, rect.y, rect.w - 2 * pad, rect.h}, which, 52 * size,
                   20 * size, label, type::button, ink);
}

bool secondary_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                      std::optional<Icon> icon, bool enabled) {
    const Press press = press_area(ui, id, rect, enabled);
    paint_secondary(ui, rect, label, icon, control_state(press, enabled));
    return press.clicked;
}

bool ghost_button(Ui& ui, std::string_view id, const Rect& place, std::string_view label,
                  std::optional<Icon> icon, bool enabled, std::optional<Color> ground) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    const Press press = press_area(ui, id, place, enabled);
    const ControlState state = control_state(press, enabled);
    const Rect rect = sunken(place, state);
    const Color body = state == ControlState::pressed ? colors.sunk : ground.value_or(colors.wall);
    if (state != ControlState::disabled) {
        fill_rounded(ui, rect, m.radius_control, body);
        stroke_rounded(ui, rect, m.radius_control, m.edge_line, colors.edge);
    } else {
        fill_rounded(ui, rect, m.radius_control, colors.sunk);
    }
    const float size = ui.canvas.portrait() ? 1.0f : 0.6f;
    icon_and_label(ui, {rect.x + 8 * size, rect.y, rect.w - 16 * size, rect.h}, icon, 40 * size,
                   16 * size, label, type::strong,
                   state == ControlState::disabled ? colors.disabled_text : colors.text2);
    return press.clicked;
}

bool text_link(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
               bool chevron) {
    const Palette& colors = ui.theme.palette;
    const float size = ui.canvas.portrait() ? 1.0f : 0.6f;
    const float end = chevron ? 44 * size : 0;
    const TextStyle style = fit_text(ui, label, type::strong, rect.w - end);
    const float width = std::min(text_width(ui, label, style) + end, rect.w);
    const Rect touch{rect.right() - width, rect.y, width, rect.h};
    const Press press = press_area(ui, id, touch);
    const Color ink = press.held ? colors.deep : colors.brand;
    text_line(ui, {touch.x, rect.y, width - end + 1, rect.h}, label, style, ink);
    if (chevron)
        icon(ui, Icon::chevron_right, rect.right() - 20 * size, rect.middle_y(), 40 * size, ink);
    return press.clicked;
}

bool underlined_link(Ui& ui, std::string_view id, const Rect& rect, std::string_view label) {
    const Palette& colors = ui.theme.palette;
    const TextStyle style = fit_text(ui, label, type::strong, rect.w);
    const float width = std::min(text_width(ui, label, style), rect.w);
    const Press press = press_area(ui, id, {rect.x, rect.y, width, rect.h});
    const Color ink = press.held ? colors.deep : colors.brand;
    text_line(ui, rect, label, style, ink);
    const float em = type_metrics(ui.canvas, style.size).em;
    floor_line(ui, rect.x, rect.middle_y() + 0.62f * em, width, em / 14, ink);
    return press.clicked;
}

bool small_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                  SmallButton kind, std::optional<Icon> icon, bool enabled) {
    const Press press = press_area(ui, id, rect, enabled);
    const ControlState state = control_state(press, enabled);
    paint_small(ui, sunken(rect, state), label, kind, icon, state);
    return press.clicked;
}

bool icon_button(Ui& ui, std::string_view id, const Rect& rect, Icon icon, SmallButton kind,
                 bool enabled) {
    return small_button(ui, id, rect, {}, kind, icon, enabled);
}

float small_button_width(const Ui& ui, std::string_view label, bool has_icon) {
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 34.0f : 20.0f, gap = portrait ? 14.0f : 10.0f;
    return text_width(ui, label, type::strong) + 2 * pad +
           (has_icon ? metrics(ui.canvas).icon_s + gap : 0);
}

}  // namespace foyer::kiosk

#include "kiosk/widgets/chips.h"

#include <algorithm>
#include <string>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

float icon_size(const Ui& ui) {
    return sized(ui, 40);
}
float pad(const Ui& ui) {
    return sized(ui, 34);
}
float gap(const Ui& ui) {
    return sized(ui, 12);
}

}  // namespace

bool chip(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, bool on,
          std::optional<Icon> icon, bool enabled) {
    const Palette& colors = ui.theme.palette;
    const Press press = press_area(ui, id, rect, enabled);
    const float radius = rect.h / 2;
    Color ink = colors.text;
    if (!enabled) {
        fill_rounded(ui, rect, radius, colors.sunk);
        ink = colors.disabled_text;
    } else if (on) {
        fill_rounded(ui, rect, radius, press.held ? colors.deep : colors.brand);
        ink = colors.surface;
    } else {
        fill_rounded(ui, rect, radius, press.held ? colors.tint2 : colors.surface);
        stroke_rounded(ui, rect, radius, 2, colors.edge);
    }
    if (on && !icon) icon = Icon::check;
    const float side = sized(ui, 24);
    icon_and_label(ui, {rect.x + side, rect.y, rect.w - 2 * side, rect.h}, icon, icon_size(ui),
                   gap(ui), label, on ? type::strong : type::body, ink);
    return press.clicked;
}

float chip_width(const Ui& ui, std::string_view label, bool on, bool has_icon) {
    const float text = text_width(ui, label, on ? type::strong : type::body);
    return text + 2 * pad(ui) + (on || has_icon ? icon_size(ui) + gap(ui) : 0);
}

int segments(Ui& ui, std::string_view id, const Rect& rect, std::span<const Segment> parts,
             int chosen) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    const float inset = sized(ui, 8);
    fill_rounded(ui, rect, m.radius_control, colors.sunk);
    const Rect inside = rect.inset(inset);
    const float width = inside.w / float(std::max<std::size_t>(parts.size(), 1));
    const bool icons = std::all_of(parts.begin(), parts.end(), [&](const Segment& part) {
        return text_width(ui, part.label, type::strong) + sized(ui, 94) <= width;
    });
    int pressed = -1;
    for (int i = 0; i < int(parts.size()); ++i) {
        const Segment& part = parts[std::size_t(i)];
        const Rect place{inside.x + float(i) * width, inside.y, width, inside.h};
        const std::string own = part.id.empty() ? std::to_string(i) : std::string(part.id);
        const Press press = press_area(ui, std::string(id) + "." + own, place);
        const bool on = i == chosen;
        if (on || press.held) {
            if (on) shadow(ui, place, Elevation::e1);
            fill_rounded(ui, place, m.radius_key, on ? colors.surface : colors.tint2);
        }
        icon_and_label(ui, place.inset(sized(ui, 8)), icons ? part.icon : std::nullopt,
                       sized(ui, 48), sized(ui, 14), part.label, on ? type::strong : type::body,
                       on ? colors.brand : colors.text2);
        if (press.clicked) pressed = i;
    }
    return pressed;
}

}  // namespace foyer::kiosk

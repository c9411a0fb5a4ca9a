#include "kiosk/widgets/tags.h"

#include <algorithm>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

float sized(const Ui& ui, float portrait, float desk) {
    return ui.canvas.portrait() ? portrait : desk;
}
float pad(const Ui& ui) {
    return sized(ui, 22, 12);
}
float icon_room(const Ui& ui) {
    return sized(ui, 48, 27);
}

}  // namespace

Color tone_ink(const Theme& theme, Tone tone) {
    const Palette& colors = theme.palette;
    switch (tone) {
        case Tone::ok:
            return colors.ok;
        case Tone::warn:
            return colors.warn;
        case Tone::bad:
            return colors.bad;
        case Tone::info:
            return colors.info;
        case Tone::neutral:
            return colors.text2;
        case Tone::brand:
            return colors.brand;
    }
    return colors.text2;
}

Color tone_tint(const Theme& theme, Tone tone) {
    const Palette& colors = theme.palette;
    switch (tone) {
        case Tone::ok:
            return colors.ok_tint;
        case Tone::warn:
            return colors.warn_tint;
        case Tone::bad:
            return colors.bad_tint;
        case Tone::info:
            return colors.info_tint;
        case Tone::neutral:
            return colors.sunk;
        case Tone::brand:
            return colors.tint;
    }
    return colors.sunk;
}

void tag(Ui& ui, const Rect& rect, std::string_view label, Tone tone, std::optional<Icon> which) {
    fill_rounded(ui, rect, metrics(ui.canvas).radius_tag, tone_tint(ui.theme, tone));
    const Color ink = tone_ink(ui.theme, tone);
    const float before = which ? icon_room(ui) : 0;
    const float room = rect.w - before - pad(ui);
    const float text = std::min(text_width(ui, label, type::caption_strong), room);
    const float left = rect.middle_x() - (before + text) / 2;
    if (which) icon(ui, *which, left + sized(ui, 20, 10), rect.middle_y(), sized(ui, 42, 20), ink);
    text_line(ui, {left + before, rect.y, text + 1, rect.h}, label, type::caption_strong, ink);
}

float tag_width(const Ui& ui, std::string_view label, bool has_icon) {
    return text_width(ui, label, type::caption_strong) + 2 * pad(ui) +
           (has_icon ? icon_room(ui) : 0);
}

float tag_height(const Ui& ui) {
    return line_height(ui, TextSize::xs) + sized(ui, 22, 10);
}

float tag_at(Ui& ui, float x, float middle_y, std::string_view label, Tone tone,
             std::optional<Icon> icon) {
    const float height = tag_height(ui), width = tag_width(ui, label, icon.has_value());
    tag(ui, {x, middle_y - height / 2, width, height}, label, tone, icon);
    return x + width;
}

float tag_before(Ui& ui, float right, float middle_y, std::string_view label, Tone tone,
                 std::optional<Icon> icon) {
    const float left = right - tag_width(ui, label, icon.has_value());
    tag_at(ui, left, middle_y, label, tone, icon);
    return left;
}

void badge(Ui& ui, float middle_x, float middle_y, std::string_view number) {
    const float radius = sized(ui, 26, 12);
    fill_circle(ui, middle_x, middle_y, radius, ui.theme.palette.bad);
    text_line(ui, {middle_x - radius, middle_y - radius, 2 * radius, 2 * radius}, number,
              type::caption_strong, ui.theme.palette.surface, Align::center);
}

}  // namespace foyer::kiosk

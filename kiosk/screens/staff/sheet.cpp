#include "kiosk/screens/staff/sheet.h"

#include <algorithm>

#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

constexpr float rise = 24, rise_seconds = 0.18f, veil = 0.6f;

float pad(const Canvas& canvas) {
    return canvas.portrait() ? 48.0f : 32.0f;
}

}  // namespace

Rect sheet_rect(const Canvas& canvas, float width, float height) {
    const float margin = canvas.portrait() ? 48.0f : 24.0f;
    const float top = canvas.reach ? canvas.height / 2 : margin;
    const float w = std::min(width, canvas.width - 2 * margin);
    const float h = std::min(height, canvas.height - margin - top);
    const float y = canvas.reach ? canvas.height - margin - h : (canvas.height - h) / 2;
    return {(canvas.width - w) / 2, y, w, h};
}

Ui open_sheet(Ui& page, const Rect& sheet, float age, bool& touched_outside) {
    const float shown = eased(page, age, rise_seconds);
    const Rect everything{0, 0, page.canvas.width, page.canvas.height};
    fill(page, everything, page.theme.palette.wall.faded(veil * shown));
    touched_outside = press_area(page, "sheet.outside", everything).clicked;
    Ui ui = page;
    ui.alpha = page.alpha * shown;
    ui.offset_y = page.offset_y + rise * (1 - shown);
    // Touches on the sheet itself end here.
    press_area(ui, "sheet", sheet);
    shadow(ui, sheet, Elevation::e3);
    fill_rounded(ui, sheet, metrics(ui.canvas).radius_dialog, ui.theme.palette.surface);
    return ui;
}

float sheet_title(Ui& ui, const Rect& sheet, std::string_view title, std::string_view caption) {
    const float inset = pad(ui.canvas), room = sheet.w - 2 * inset;
    const float first = line_height(ui, TextSize::l), second = line_height(ui, TextSize::s);
    float y = sheet.y + inset * 0.8f;
    text_line(ui, {sheet.x + inset, y, room, first}, title, type::title, ui.theme.palette.text);
    y += first;
    if (caption.empty()) return y;
    text_line(ui, {sheet.x + inset, y, room, second}, caption, type::body, ui.theme.palette.text2);
    return y + second;
}

int chip_flow(Ui& ui, std::string_view id, float x, float y, float width,
              std::span<const FlowChip> chips, float& height) {
    const float chip_height = metrics(ui.canvas).chip;
    const float gap = ui.canvas.portrait() ? 16.0f : 8.0f;
    float left = x, top = y;
    int touched = -1;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const FlowChip& one = chips[i];
        // As wide as it is when chosen, so that choosing moves nothing.
        const float wanted = std::min(chip_width(ui, one.label, true), width);
        if (left > x && left + wanted > x + width) {
            left = x;
            top += chip_height + gap;
        }
        const std::string chip_id = std::string(id) + "." + std::string(one.id);
        if (chip(ui, chip_id, {left, top, wanted, chip_height}, one.label, one.on)) {
            touched = int(i);
        }
        left += wanted + gap;
    }
    height = chips.empty() ? 0 : top + chip_height - y;
    return touched;
}

}  // namespace foyer::kiosk

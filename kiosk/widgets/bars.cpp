#include "kiosk/widgets/bars.h"

#include <algorithm>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/steps.h"

namespace foyer::kiosk {

namespace {

float visitor_margin(const Canvas& canvas) {
    return canvas.portrait() ? 72.0f : 48.0f;
}

void paint_brand(Ui& ui, const TopBar& bar) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float side = portrait ? 76.0f : 52.0f, x = visitor_margin(ui.canvas);
    const float y = portrait ? 54.0f : 42.0f;
    if (!bar.logo.empty()) photo_within(ui, {x, y, side, side}, bar.logo);
    const float words = bar.logo.empty() ? x : x + side + (portrait ? 25.0f : 16.0f);
    const float room = ui.canvas.width * 0.5f - words;
    const float first = portrait ? 60.0f : 32.0f, second = portrait ? 42.0f : 22.0f;
    const float top = portrait ? 48.0f : 42.0f, under = portrait ? 98.0f : 74.0f;
    // The bar never grows: with large text the brand gives way, not the page.
    const TextStyle brand = ui.canvas.large_text ? type::caption_strong : type::button;
    text_line(ui, {words, top, room, first}, bar.brand, brand,
              bar.on_dark ? colors.surface : colors.text);
    text_line(ui, {words, under, room, second}, bar.place, type::caption,
              bar.on_dark ? colors.tint2 : colors.text2);
}

void paint_clock(Ui& ui, const TopBar& bar) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float right = ui.canvas.width - visitor_margin(ui.canvas);
    const float width = ui.canvas.width * 0.4f, x = right - width;
    const float first = portrait ? 52.0f : 28.0f, top = portrait ? 48.0f : 44.0f;
    text_line(ui, {x, top, width, first}, bar.time,
              ui.canvas.large_text ? type::caption_strong : type::strong,
              bar.on_dark ? colors.surface : colors.text2, Align::right);
    text_line(ui, {x, top + first - 4, width, portrait ? 42.0f : 22.0f}, bar.date, type::caption,
              bar.on_dark ? colors.tint2 : colors.text2, Align::right);
}

void paint_countdown(Ui& ui, const TopBar& bar) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float right = ui.canvas.width - visitor_margin(ui.canvas);
    const float middle = portrait ? 92.0f : 68.0f, size = portrait ? 76.0f : 48.0f;
    const float most = ui.canvas.width * 0.34f;
    const float width = std::min(text_width(ui, bar.seconds_label, type::caption), most);
    text_line(ui, {right - width, middle - 22, width + 1, 44}, bar.seconds_label, type::caption,
              bar.on_dark ? colors.tint2 : colors.text2);
    const float gap = portrait ? 22.0f : 14.0f;
    countdown_ring(ui, right - width - gap - size / 2, middle, size, bar.share_left, bar.seconds);
    ui.motion.wake_in(1000);
}

}  // namespace

void wall(Ui& ui) {
    fill(ui, {0, 0, ui.canvas.width, ui.canvas.height}, ui.theme.palette.wall);
}

void wall_and_floor(Ui& ui, float floor_y) {
    fill(ui, {0, 0, ui.canvas.width, floor_y}, ui.theme.palette.wall);
    fill(ui, {0, floor_y, ui.canvas.width, ui.canvas.height - floor_y}, ui.theme.palette.floor);
}

void top_bar(Ui& ui, const TopBar& bar) {
    paint_brand(ui, bar);
    if (bar.seconds.empty())
        paint_clock(ui, bar);
    else
        paint_countdown(ui, bar);
}

void page_title(Ui& ui, float y, std::string_view title, std::string_view sentence, Align align) {
    const Palette& colors = ui.theme.palette;
    const float x = visitor_margin(ui.canvas), room = ui.canvas.width - 2 * x;
    const float first = line_height(ui, TextSize::l);
    text_line(ui, {x, y, room, first}, title, type::title, colors.text, align);
    if (!sentence.empty())
        text_line(ui, {x, y + first, room, line_height(ui, TextSize::s)}, sentence, type::body,
                  colors.text2, align);
}

Rect action_bar_rect(const Canvas& canvas) {
    const float margin = visitor_margin(canvas);
    if (canvas.portrait())
        return {margin, canvas.height - 296, canvas.width - 2 * margin,
                portrait::action_bar_end - portrait::action_bar};
    return {margin, canvas.height - 168, canvas.width - 2 * margin, 68};
}

ActionPress action_bar(Ui& ui, const ActionBar& bar) {
    const bool portrait = ui.canvas.portrait();
    const Rect rect = action_bar_rect(ui.canvas);
    const float gap = portrait ? 20.0f : 12.0f;
    float x = rect.x;
    ActionPress pressed = ActionPress::none;
    if (!bar.back.empty()) {
        const float width = portrait ? 208.0f : 132.0f;
        if (ghost_button(ui, "action.back", {x, rect.y, width, rect.h}, bar.back,
                         Icon::chevron_left))
            pressed = ActionPress::back;
        x += width + gap;
    }
    if (!bar.exit.empty()) {
        const float width = portrait ? 188.0f : 120.0f;
        if (ghost_button(ui, "action.exit", {x, rect.y, width, rect.h}, bar.exit, Icon::x))
            pressed = ActionPress::exit;
        x += width + gap;
    }
    if (bar.main.empty()) return pressed;
    Rect main{x, rect.y, rect.right() - x, rect.h};
    if (!portrait) {  // a bar across a wide window would be no button any more
        const float width = std::min(main.w, 420.0f);
        main = {rect.right() - width, rect.y, width, rect.h};
    }
    const bool clicked =
        bar.main_is_secondary
            ? secondary_button(ui, "action.main", main, bar.main, bar.icon, bar.main_enabled)
            : primary_button(ui, "action.main", main, bar.main, bar.main_enabled, bar.kind);
    return clicked ? ActionPress::main : pressed;
}

}  // namespace foyer::kiosk

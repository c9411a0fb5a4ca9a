#include "kiosk/widgets/overlays.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

constexpr float rise_seconds = 0.18f;
constexpr float rise = 24;

/// The same page a little lower and fainter, for what rises into it.
Ui rising(const Ui& ui, float shown) {
    Ui lifted = ui;
    lifted.alpha = ui.alpha * shown;
    lifted.offset_y = ui.offset_y + rise * (1 - shown);
    return lifted;
}

/// Its own red button: taking something away never looks like the way on.
bool danger_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label) {
    return small_button(ui, id, rect, label, SmallButton::bad);
}

TextStyle message_style(const Dialog& dialog) {
    return dialog.seconds.empty() ? type::body : type::caption;
}

float words_x(const Ui& ui, const Rect& rect, const Dialog& dialog) {
    return rect.x + sized(ui, dialog.seconds.empty() ? 56 : 185);
}

float words_height(const Ui& ui, float room, const Dialog& dialog) {
    return text_block_height(ui, room, dialog.title, type::title, 2) +
           text_block_height(ui, room, dialog.message, message_style(dialog), 5);
}

Rect dialog_rect(const Ui& ui, const Dialog& dialog) {
    const bool portrait = ui.canvas.portrait();
    const float width = portrait ? 840.0f : 560.0f;
    const Rect shape{0, 0, width, 0};
    const float room = width - words_x(ui, shape, dialog) - sized(ui, 48);
    const float height = sized(ui, 52) + words_height(ui, room, dialog) + sized(ui, 52) +
                         metrics(ui.canvas).button + sized(ui, 40);
    const float middle = ui.canvas.height * (ui.canvas.reach ? 0.7f : 0.5f);
    return {(ui.canvas.width - width) / 2, middle - height / 2, width, height};
}

}  // namespace

float eased(Ui& ui, float age, float seconds) {
    const float share = std::clamp(age / seconds, 0.0f, 1.0f);
    if (share < 1) ui.motion.keep_moving();
    const float rest = 1 - share;
    return 1 - rest * rest * rest;
}

bool toast(Ui& page, std::string_view message, std::string_view action, float age, Icon which) {
    if (age >= toast_seconds) return false;
    const float shown = eased(page, age, rise_seconds);
    page.motion.wake_in(std::int64_t(std::ceil((toast_seconds - age) * 1000)));
    Ui ui = rising(page, shown);
    const bool portrait = ui.canvas.portrait();
    const Rect rect = portrait ? Rect{72, portrait::content_end - 108, ui.canvas.width - 144, 100}
                               : Rect{ui.canvas.width / 2 - 320, ui.canvas.height - 176, 640, 64};
    return toast_bar(ui, rect, message, action, which);
}

bool toast_bar(Ui& ui, const Rect& rect, std::string_view message, std::string_view action,
               Icon which) {
    const Palette& colors = ui.theme.palette;
    shadow(ui, rect, Elevation::e2);
    fill_rounded(ui, rect, metrics(ui.canvas).radius_control, colors.text);
    icon(ui, which, rect.x + sized(ui, 62), rect.middle_y(), sized(ui, 56),
         mixed(colors.ok, Color::hex(0xC8FFDF), 0.66f));
    float right = rect.right() - sized(ui, 36);
    bool clicked = false;
    if (!action.empty()) {
        const float width = text_width(ui, action, type::strong);
        const Rect place{right - width, rect.y, width + 1, rect.h};
        clicked = press_area(ui, "toast.action", place).clicked;
        text_line(ui, place, action, type::strong, colors.glow);
        right -= width + sized(ui, 24);
    }
    const float x = rect.x + sized(ui, 112);
    text_line(ui, {x, rect.y, right - x, rect.h}, message, type::body, colors.surface);
    return clicked;
}

DialogAnswer dialog_card(Ui& ui, std::string_view id, const Rect& rect, const Dialog& dialog) {
    const Palette& colors = ui.theme.palette;
    shadow(ui, rect, Elevation::e3);
    fill_rounded(ui, rect, metrics(ui.canvas).radius_dialog, colors.surface);
    const float pad = sized(ui, 40), gap = sized(ui, 20);
    const float button = metrics(ui.canvas).button;
    const Rect buttons{rect.x + pad, rect.bottom() - sized(ui, 32) - button, rect.w - 2 * pad,
                       button};
    const float x = words_x(ui, rect, dialog), room = rect.right() - sized(ui, 40) - x;
    const float title = text_block_height(ui, room, dialog.title, type::title, 2);
    const float words = words_height(ui, room, dialog);
    const float top = (rect.y + buttons.y - words) / 2 + sized(ui, 6);
    text_block(ui, {x, top, room, title}, dialog.title, type::title, colors.text, Align::left, 2);
    text_block(ui, {x, top + title, room, words - title}, dialog.message, message_style(dialog),
               colors.text2, Align::left, 5);
    if (!dialog.seconds.empty())
        countdown_ring(ui, rect.x + sized(ui, 96), top + words / 2, sized(ui, 108),
                       dialog.share_left, dialog.seconds);

    DialogAnswer answer = DialogAnswer::none;
    Rect yes = buttons;
    const std::string prefix(id);
    if (!dialog.no.empty()) {
        const float wanted = text_width(ui, dialog.no, type::strong) + sized(ui, 72);
        const float width = std::clamp(wanted, buttons.w * 0.32f, buttons.w * 0.48f);
        if (ghost_button(ui, prefix + ".no", {buttons.x, buttons.y, width, buttons.h}, dialog.no,
                         {}, true, colors.surface))
            answer = DialogAnswer::no;
        yes = {buttons.x + width + gap, buttons.y, buttons.w - width - gap, buttons.h};
    }
    const bool agreed = dialog.danger ? danger_button(ui, prefix + ".yes", yes, dialog.yes)
                                      : primary_button(ui, prefix + ".yes", yes, dialog.yes);
    return agreed ? DialogAnswer::yes : answer;
}

DialogAnswer dialog(Ui& page, std::string_view id, const Dialog& dialog, float age) {
    const float shown = eased(page, age, rise_seconds);
    fill(page, {0, 0, page.canvas.width, page.canvas.height},
         page.theme.palette.wall.faded(0.6f * shown));
    Ui ui = rising(page, shown);
    return dialog_card(ui, id, dialog_rect(ui, dialog), dialog);
}

}  // namespace foyer::kiosk

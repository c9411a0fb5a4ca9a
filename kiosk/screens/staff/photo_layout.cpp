#include "kiosk/screens/staff/photo_layout.h"

#include <algorithm>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

PhotoPlaces photo_places(const Ui& ui, const Rect& room) {
    const float button = metrics(ui.canvas).button;
    PhotoPlaces at;
    if (ui.canvas.portrait()) {
        const float words = 2 * line_height(ui, TextSize::s) + 48, middle = 248, back = 240;
        at.back = {room.x, room.bottom() - button, back, button};
        at.main = {room.x + back + 20, at.back.y, room.w - back - 20, button};
        const float most = at.back.y - middle - words - room.y;
        at.view = {room.x, room.y, room.w, std::min(most, room.w * 0.8f)};
        at.words = {room.x, at.view.bottom(), room.w, words};
        // In the middle of what is left; in reach mode that is the lower half.
        const float left = at.back.y - at.words.bottom();
        at.middle = {room.x, at.words.bottom() + (left - middle) / 2, room.w, middle};
        return at;
    }
    // In reach mode all of this stands in the lower half, too.
    const float column = 300, gap = 24, x = room.right() - column;
    const float middle = 132;
    at.main = {x, room.bottom() - button, column, button};
    at.back = {x, at.main.y - 12 - button, column, button};
    at.middle = {x, at.back.y - 20 - middle, column, middle};
    const float words = 3 * line_height(ui, TextSize::s);
    at.words = {x, std::max(room.y, at.middle.y - 16 - words), column, words};
    at.view = {room.x, room.y, room.w - column - gap, room.h};
    return at;
}

void photo_wall(Ui& ui, const Rect& view) {
    fill_rounded(ui, view, metrics(ui.canvas).radius_card, ui.theme.palette.text);
}

void photo_missing(Ui& ui, const Rect& view, Icon which, std::string_view title,
                   std::string_view explained) {
    const Palette& colors = ui.theme.palette;
    const float size = sized(ui, 120), pad = sized(ui, 64), room = view.w - 2 * pad;
    const float first = text_block_height(ui, room, title, type::button, 2);
    const float second = text_block_height(ui, room, explained, type::body, 5);
    const float gap = sized(ui, 24);
    float y = view.middle_y() - (size + first + second + 2 * gap) / 2;
    icon(ui, which, view.middle_x(), y + size / 2, size, colors.surface.faded(0.7f));
    y += size + gap;
    text_block(ui, {view.x + pad, y, room, first}, title, type::button, colors.surface,
               Align::center, 2);
    text_block(ui, {view.x + pad, y + first + gap, room, second}, explained, type::body,
               colors.tint2, Align::center, 5);
}

}  // namespace foyer::kiosk

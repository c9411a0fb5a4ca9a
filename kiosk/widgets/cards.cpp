#include "kiosk/widgets/cards.h"

#include <algorithm>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

/// Where a label and its caption stand and how they look.
struct Words {
    float x = 0, room = 0, middle_y = 0;
    TextStyle label, caption;
    Color ink, caption_ink;
};

void paint_words(Ui& ui, const Words& words, std::string_view label, std::string_view caption) {
    const float first = line_height(ui, words.label.size);
    const float second = caption.empty() ? 0 : line_height(ui, words.caption.size);
    const float top = words.middle_y - (first + second) / 2;
    text_line(ui, {words.x, top, words.room, first}, label, words.label, words.ink);
    if (second > 0)
        text_line(ui, {words.x, top + first, words.room, second}, caption, words.caption,
                  words.caption_ink);
}

/// Icon on top, the name under it.
void paint_tall_tile(Ui& ui, const Rect& rect, const Tile& tile, Color ink) {
    const Palette& colors = ui.theme.palette;
    const float x = rect.x + sized(ui, 28), room = rect.w - sized(ui, 52);
    const float name = line_height(ui, TextSize::m), small = line_height(ui, TextSize::xs);
    const float above = std::max(0.0f, (rect.h - sized(ui, 60) - name - small) / 2);
    icon(ui, tile.icon, x + sized(ui, 29), rect.y + above + sized(ui, 36), sized(ui, 60), ink);
    const float top = rect.bottom() - above - small - name + sized(ui, 6);
    text_line(ui, {x, top, room, name}, tile.label, type::button, colors.text);
    text_line(ui, {x, top + name - sized(ui, 3), room, small}, tile.caption, type::caption,
              colors.text2);
}

void paint_wide_tile(Ui& ui, const Rect& rect, const Tile& tile, Color ink) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const bool chevron = portrait && tile.caption.empty();
    const bool small = portrait && !tile.caption.empty() && rect.h < 160;
    const float icon_size = portrait ? 60 : 43;
    const float icon_x = portrait ? (chevron ? 72 : 64) : 45;
    icon(ui, tile.icon, rect.x + icon_x, rect.middle_y(), icon_size, ink);
    Words words;
    words.x = rect.x + (portrait ? (chevron ? 138 : 122) : 86);
    words.room = rect.right() - words.x - (chevron ? 96 : sized(ui, 24));
    words.middle_y = rect.middle_y();
    words.label = small ? type::strong : type::button;
    words.caption = type::caption;
    words.ink = colors.text;
    words.caption_ink = colors.text2;
    paint_words(ui, words, tile.label, tile.caption);
    if (chevron)
        icon(ui, Icon::chevron_right, rect.right() - 66, rect.middle_y(), 44, colors.text2);
}

}  // namespace

void card_shadow(Ui& ui, const Rect& rect) {
    shadow(ui, rect, Elevation::e1);
}

void card(Ui& ui, const Rect& rect) {
    card(ui, rect, ui.theme.palette.surface);
}

void card(Ui& ui, const Rect& rect, Color color) {
    card_shadow(ui, rect);
    fill_rounded(ui, rect, metrics(ui.canvas).radius_card, color);
}

void panel(Ui& ui, const Rect& rect, Color color) {
    fill_rounded(ui, rect, metrics(ui.canvas).radius_control, color);
}

void divider(Ui& ui, float x, float y, float width) {
    // The desk's lists have many: there they are fainter.
    const Palette& colors = ui.theme.palette;
    floor_line(ui, x, y, width, 2, ui.canvas.portrait() ? colors.line : colors.sunk);
}

void upright_divider(Ui& ui, float x, float y, float height) {
    const float width = std::max(1.0f, ui.canvas.snapped(2));
    fill(ui, {x, y, width / ui.canvas.scale, height}, ui.theme.palette.line);
}

Press pressable_card(Ui& ui, std::string_view id, const Rect& rect, bool enabled) {
    const Palette& colors = ui.theme.palette;
    const Press press = press_area(ui, id, rect, enabled);
    if (!press.held) card_shadow(ui, rect);
    const Color body = !enabled ? colors.sunk : press.held ? colors.tint2 : colors.surface;
    fill_rounded(ui, rect, metrics(ui.canvas).radius_card, body);
    return press;
}

bool tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& tile) {
    const Press press = pressable_card(ui, id, rect);
    const Color ink = tile.icon_color.value_or(ui.theme.palette.brand);
    const float words = line_height(ui, TextSize::m) + line_height(ui, TextSize::xs);
    const bool tall = ui.canvas.portrait() && rect.h >= 160 && rect.w < 2.2f * rect.h &&
                      rect.h >= words + sized(ui, 66);
    if (tall)
        paint_tall_tile(ui, rect, tile, ink);
    else if (words > rect.h)
        paint_wide_tile(ui, rect, {tile.icon, tile.label, {}, {}}, ink);
    else
        paint_wide_tile(ui, rect, tile, ink);
    return press.clicked;
}

bool choice(Ui& ui, std::string_view id, const Rect& rect, const Tile& choice, bool main) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    const Press press = press_area(ui, id, rect);
    if (!press.held) card_shadow(ui, rect);
    Color body = press.held ? colors.tint2 : colors.surface;
    if (main) body = press.held ? colors.deep : colors.brand;
    fill_rounded(ui, rect, m.radius_card, body);

    const float side = std::min(sized(ui, 96), rect.h - sized(ui, 32));
    const Rect square{rect.x + sized(ui, 36), rect.middle_y() - side / 2, side, side};
    fill_rounded(ui, square, m.radius_key, main ? colors.surface.faded(0.16f) : colors.tint);
    icon(ui, choice.icon, square.middle_x(), square.middle_y(), sized(ui, 60),
         main ? colors.surface : choice.icon_color.value_or(colors.brand));

    const float end = sized(ui, main ? 120 : 100);
    const float x = square.right() + sized(ui, 32);
    paint_words(ui,
                {x, rect.right() - end - x, rect.middle_y(), type::button, type::caption,
                 main ? colors.surface : colors.text, main ? colors.tint : colors.text2},
                choice.label, choice.caption);
    if (main) {
        const float width = sized(ui, 69), height = sized(ui, 87);
        lit_door(ui, {rect.right() - sized(ui, 36) - width, rect.bottom() - height, width, height},
                 Icon::arrow_right, sized(ui, 49));
    } else {
        icon(ui, Icon::chevron_right, rect.right() - sized(ui, 62), rect.middle_y(), sized(ui, 48),
             colors.text2);
    }
    return press.clicked;
}

bool row(Ui& ui, std::string_view id, const Rect& rect, const Row& row) {
    const Palette& colors = ui.theme.palette;
    const Press press = id.empty() ? Press{} : press_area(ui, id, rect);
    if (!press.held) card_shadow(ui, rect);
    fill_rounded(ui, rect, metrics(ui.canvas).radius_card,
                 press.held ? colors.tint2 : colors.surface);
    const float height = sized(ui, 100), width = sized(ui, 84);
    const Rect door{rect.x + sized(ui, 32), rect.middle_y() + sized(ui, 50) - height, width,
                    height};
    letter_door(ui, door, row.letter, type::button, colors.tint, colors.brand);
    const float x = door.right() + sized(ui, 28);
    const float end = sized(ui, row.chevron ? 100 : 28) + row.end_space;
    paint_words(ui,
                {x, rect.right() - end - x, rect.middle_y(), type::strong, type::caption,
                 colors.text, colors.text2},
                row.title, row.caption);
    if (row.chevron)
        icon(ui, Icon::chevron_right, rect.right() - sized(ui, 54), rect.middle_y(), sized(ui, 48),
             colors.text2);
    return press.clicked;
}

void way(Ui& ui, const Rect& rect, Icon which, std::string_view label, std::string_view caption) {
    const Palette& colors = ui.theme.palette;
    const float side = sized(ui, 92);
    const Rect square{rect.middle_x() - side / 2, rect.y, side, side};
    shadow(ui, square, Elevation::e1);
    fill_rounded(ui, square, metrics(ui.canvas).radius_key, colors.surface);
    icon(ui, which, square.middle_x(), square.middle_y(), sized(ui, 54), colors.brand);
    const float first = line_height(ui, TextSize::s), second = line_height(ui, TextSize::xs);
    float y = square.bottom() + sized(ui, 14);
    text_line(ui, {rect.x, y, rect.w, first}, label, type::strong, colors.text, Align::center);
    y += first;
    if (y + second <= rect.bottom() + 1)
        text_line(ui, {rect.x, y, rect.w, second}, caption, type::caption, colors.text2,
                  Align::center);
}

}  // namespace foyer::kiosk

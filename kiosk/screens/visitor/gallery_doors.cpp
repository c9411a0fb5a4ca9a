#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

float chip_height(const Ui& ui) {
    return metrics(ui.canvas).chip;
}

float chip_gap(const Ui& ui) {
    return scaled(ui, 20);
}

/// Calls `place(index, rect)` for every chip, wrapped to the width; returns the height.
template <class Place>
float wrap_chips(const Ui& ui, float x, float y, float width, std::span<const ChipItem> chips,
                 Place place) {
    const float height = chip_height(ui), gap = scaled(ui, 16);
    float left = x, top = y;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const ChipItem& item = chips[i];
        const float wanted = chip_width(ui, item.label, item.on, item.icon.has_value());
        const float w = std::min(wanted, width);
        if (left > x && left + w > x + width) {
            left = x;
            top += height + gap;
        }
        place(i, Rect{left, top, w, height});
        left += w + gap;
    }
    return chips.empty() ? 0 : top + height - y;
}

/// A low card: a small door on its foot, the words beside it.
bool low_card(Ui& ui, const Rect& rect, const DoorCard& door) {
    const Palette& colors = ui.theme.palette;
    const Press press = pressable_card(ui, door.id, rect);
    const float air = scaled(ui, 14), height = rect.h - air, width = height * 0.92f;
    const Rect small{rect.x + scaled(ui, 32), rect.y + air, width, height};
    photo(ui, small, door.photo, PhotoShape::door);
    const float x = small.right() + scaled(ui, 28), end = rect.right() - scaled(ui, 92);
    const float name = line_height(ui, TextSize::m), caption = line_height(ui, TextSize::xs);
    const bool captioned = !door.caption.empty() && name + caption <= rect.h;
    const float top = rect.middle_y() - (captioned ? name + caption : name) / 2;
    text_line(ui, {x, top, end - x, name}, door.title, type::button, colors.text);
    if (captioned)
        text_line(ui, {x, top + name, end - x, caption}, door.caption, type::caption, colors.text2);
    icon(ui, Icon::chevron_right, rect.right() - scaled(ui, 54), rect.middle_y(), scaled(ui, 48),
         colors.text2);
    return press.clicked;
}

}  // namespace

int chip_row(Ui& ui, std::string_view id, const Rect& rect, std::span<const ChipItem> chips,
             ScrollState& scroll) {
    int pressed = -1;
    const auto draw = [&](std::size_t i, const Rect& place) {
        const ChipItem& item = chips[i];
        if (chip(ui, item.id, place, item.label, item.on, item.icon)) pressed = int(i);
    };
    if (!ui.canvas.portrait()) {
        ScrollArea area(ui, id, rect, scroll);
        area.finish(wrap_chips(ui, rect.x, area.start(), rect.w, chips, draw),
                    ui.canvas.reach ? ui.theme.palette.floor : ui.theme.palette.wall);
        return pressed;
    }
    // Pushed chips leave by the edges of the glass, not by the margin.
    ScrollArea area(ui, id, {0, rect.y, ui.canvas.width, rect.h}, scroll, ScrollAxis::horizontal);
    float x = area.start() + rect.x;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const ChipItem& item = chips[i];
        const float width = chip_width(ui, item.label, item.on, item.icon.has_value());
        if (area.shows(x, width)) draw(i, {x, rect.y, width, rect.h});
        // One that was half out of sight comes into it.
        if (pressed == int(i))
            scroll_to(scroll, ui.canvas.width, x - area.start() - rect.x, width + 2 * rect.x);
        x += width + chip_gap(ui);
    }
    area.finish(x - chip_gap(ui) + rect.x - area.start());
    return pressed;
}

float chip_row_height(const Ui& ui, float width, std::span<const ChipItem> chips) {
    if (ui.canvas.portrait()) return chip_height(ui);
    return wrap_chips(ui, 0, 0, width, chips, [](std::size_t, const Rect&) {});
}

DoorGrid::DoorGrid(const Ui& ui, float room, float height) {
    const Canvas& canvas = ui.canvas;
    const bool portrait = canvas.portrait();
    gap_ = metrics(canvas).gutter;
    const float least = canvas.large_text ? 264.0f : 206.0f;
    columns_ = portrait ? 2 : std::max(2, int((room + gap_) / (least + gap_)));
    width_ = (room - float(columns_ - 1) * gap_) / float(columns_);
    door_height_ = std::round(width_ * (portrait ? 1.05f : 1.17f));
    low_ = canvas.reach || (height > 0 && height < door_height_ * 0.9f);
    if (!low_) return;
    columns_ = portrait || room < 500 ? 1 : 2;
    gap_ = scaled(ui, 20);
    width_ = (room - float(columns_ - 1) * gap_) / float(columns_);
    door_height_ = scaled(ui, canvas.large_text ? 156 : 148);
}

int DoorGrid::draw(Ui& ui, const ScrollArea& area, float x, float y,
                   std::span<const DoorCard> doors) const {
    const bool portrait = ui.canvas.portrait(), large = ui.canvas.large_text;
    const float plate = portrait ? (large ? 152.0f : 120.0f) : (large ? 84.0f : 72.0f);
    int pressed = -1;
    for (std::size_t i = 0; i < doors.size(); ++i) {
        const Rect rect{x + float(int(i) % columns_) * (width_ + gap_),
                        y + float(int(i) / columns_) * (door_height_ + gap_), width_, door_height_};
        if (!area.shows(rect.y, rect.h)) continue;
        const DoorCard& door = doors[i];
        // With large letters the words take the chevron's room.
        const PhotoDoor look{door.photo, door.title, door.caption, plate, portrait && !large};
        const bool hit = low_ ? low_card(ui, rect, door) : white_door(ui, door.id, rect, look);
        if (hit) pressed = int(i);
    }
    return pressed;
}

float DoorGrid::height(std::size_t count) const {
    if (count == 0) return 0;
    const int rows = (int(count) + columns_ - 1) / columns_;
    return float(rows) * (door_height_ + gap_) - gap_;
}

int door_list(Ui& ui, std::string_view id, const Rect& rect, std::span<const DoorCard> doors,
              ScrollState& scroll) {
    const DoorGrid grid(ui, rect.w, rect.h);
    const float air = scaled(ui, 24);
    const Rect view{rect.x - air, rect.y - air / 2, rect.w + 2 * air, rect.h + air};
    ScrollArea area(ui, id, view, scroll);
    const int pressed = grid.draw(ui, area, rect.x, area.start() + air / 2, doors);
    area.finish(grid.height(doors.size()) + air,
                ui.canvas.reach ? ui.theme.palette.floor : ui.theme.palette.wall);
    return pressed;
}

bool nothing_found(Ui& ui, const Rect& rect, Icon icon, std::string_view sentence,
                   std::string_view way) {
    const Metrics m = metrics(ui.canvas);
    const float line = line_height(ui, TextSize::m), gap = scaled(ui, 48);
    const float button = way.empty() ? 0 : m.button + gap;
    const float words = text_block_height(ui, rect.w, sentence, type::button, 2);
    const float scene = std::min(rect.h - words - button - gap - line, scaled(ui, 420));
    float y = rect.y + std::max(0.0f, (rect.h - scene - words - button - gap) / 2);
    if (scene > scaled(ui, 160)) {
        empty_scene(ui, {rect.x, y, rect.w, scene}, icon);
        y += scene + gap;
    } else {
        y = rect.middle_y() - (words + button) / 2;
    }
    text_block(ui, {rect.x, y, rect.w, words}, sentence, type::button, ui.theme.palette.text,
               Align::center, 2);
    if (way.empty()) return false;
    const float width = std::min(rect.w, scaled(ui, 520));
    return secondary_button(ui, "empty.way",
                            {rect.middle_x() - width / 2, y + words + gap, width, m.button}, way);
}

DoorCard entry_card(const Ui& ui, const Pack& pack, const GalleryEntry& entry, bool named) {
    const Locale locale = ui.text.locale();
    const GalleryGroup* group = pack.find_group(entry.group);
    DoorCard card;
    card.id = "entry." + entry.id;
    card.photo = entry.cover();
    card.title = entry.title.in(locale);
    if (entry.area_square_metres > 0 && named && group) {
        card.caption = std::exchange(card.title, group->name.in(locale));
        return card;
    }
    // "X7 Trail · Amber" is too long for a door: model and colour take a line each.
    constexpr std::string_view dot = " · ";
    if (const std::size_t at = card.title.find(dot); at != std::string::npos) {
        card.caption = card.title.substr(at + dot.size());
        card.title.resize(at);
    } else {
        card.caption = foyer::fill(pack.gallery.finished.in(locale), "date",
                                   month_of(ui.text, entry.finished));
    }
    return card;
}

}  // namespace foyer::kiosk

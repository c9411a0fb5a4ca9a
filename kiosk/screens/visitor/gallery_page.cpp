#include "kiosk/screens/visitor/gallery_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr float desk_margin = 48, side_share = 0.225f, column_gap = 32;

float floor_of(const Canvas& canvas) {
    return std::ceil(canvas.height / 2);
}

Rect words_place(const Canvas& canvas) {
    if (canvas.portrait()) return {72, portrait::title_no_steps, canvas.width - 144, 0};
    return {desk_margin, 118, canvas.width * side_share, 0};
}

/// "1.2 km · 12 homes" in a narrow column: a line for each.
std::string stacked(std::string_view sentence) {
    constexpr std::string_view dot = " · ";
    std::string lines(sentence);
    for (std::size_t at = 0; (at = lines.find(dot, at)) != std::string::npos;)
        lines.replace(at, dot.size(), "\n");
    return lines;
}

struct WordsPlaces {
    Rect title, sentence;
};

/// A title that is too long for a line takes a second one rather than a smaller size.
WordsPlaces words_places(const Ui& ui, const GalleryHead& head) {
    const bool portrait = ui.canvas.portrait();
    WordsPlaces places;
    Rect& title = places.title = words_place(ui.canvas);
    title.h = text_block_height(ui, title.w, head.title, type::title, portrait ? 2 : 3);
    places.sentence = {title.x, title.bottom(), title.w, 0};
    if (head.sentence.empty()) return places;
    places.sentence.h = portrait
                            ? line_height(ui, TextSize::s)
                            : text_block_height(ui, title.w, stacked(head.sentence), type::body, 4);
    return places;
}

void draw_words(Ui& ui, const GalleryHead& head, const WordsPlaces& at) {
    const Palette& colors = ui.theme.palette;
    const bool dark = ui.canvas.reach;
    text_block(ui, at.title, head.title, type::title, dark ? colors.surface : colors.text,
               Align::left, ui.canvas.portrait() ? 2 : 3);
    const Color ink = dark ? colors.tint : colors.text2;
    if (ui.canvas.portrait())
        text_line(ui, at.sentence, head.sentence, type::body, ink);
    else
        text_block(ui, at.sentence, stacked(head.sentence), type::body, ink, Align::left, 4);
}

/// The dark hall above, the picture in its door, light on the floor below.
void draw_hall(Ui& ui, const GalleryHead& head, const Rect& room) {
    const Palette& colors = ui.theme.palette;
    const float floor = floor_of(ui.canvas);
    fill(ui, {0, floor, ui.canvas.width, ui.canvas.height - floor}, colors.floor);
    hall(ui, {0, 0, ui.canvas.width, floor}, floor);
    if (head.picture.empty()) return;
    const float height = floor - room.y;
    const float width = std::min(room.w, height * (head.of_person ? 0.86f : 1.2f));
    const Rect door{room.middle_x() - width / 2, room.y, width, height};
    hall_door(ui, door, head.picture, 1, scaled(ui, 16));
    light(ui, {door.x + scaled(ui, 16), floor, width - scaled(ui, 32), scaled(ui, 300), 0.2f, 0.2f,
               0.8f});
}

}  // namespace

GalleryPlaces GalleryPage::draw_head(Ui& ui, const GalleryHead& head) const {
    const Canvas& canvas = ui.canvas;
    const Rect words = words_place(canvas);
    const WordsPlaces at = words_places(ui, head);
    const float end = at.sentence.bottom();
    const float foot = action_bar_rect(canvas).y - (canvas.portrait() ? 32 : 20);
    const float floor = floor_of(canvas);
    const float column = words.right() + column_gap;
    const Rect beside{column, 112, canvas.width - desk_margin - column, foot - 112};
    if (canvas.reach) {
        // The words above the door in portrait, beside it on the desk.
        const Rect room = canvas.portrait() ? Rect{words.x, end + 24, words.w, 0}
                                            : Rect{beside.x, 108, beside.w, 0};
        draw_hall(ui, head, room);
    } else {
        wall(ui);
    }
    visitor_top_bar(app_, ui, canvas.reach);
    draw_words(ui, head, at);
    GalleryPlaces places;
    places.words_end = end;
    if (canvas.portrait()) {
        const float top = canvas.reach ? floor + 24 : end + 20;
        places.content = {words.x, top, words.w, foot - top};
        return places;
    }
    const float top = canvas.reach ? floor + 14 : end + 20;
    places.side = {words.x, top, words.w, foot - top};
    places.content = beside;
    if (canvas.reach) {
        places.content.y = top;
        places.content.h = foot - top;
    }
    return places;
}

bool GalleryPage::draw_foot(Ui& ui, ActionBar bar, bool on_dark) const {
    bar.back = ui.text(Text::back);
    bar.exit = ui.text(Text::exit);
    const ActionPress press = action_bar(ui, bar);
    visitor_tool_strip(app_, ui, on_dark);
    if (press == ActionPress::back) app_.navigator().back();
    if (press == ActionPress::exit) app_.shell().wipe();
    return press == ActionPress::main;
}

bool GalleryPage::language_changed(const Ui& ui) {
    if (locale_ == ui.text.locale()) return false;
    locale_ = ui.text.locale();
    return true;
}

void GalleryPage::open_entry(const GalleryEntry& entry) {
    app_.navigator().push(make_gallery_entry(app_, entry.id));
}

std::string month_of(const Translator& text, Date date) {
    return text(Text::gallery_month,
                {{"year", std::to_string(date.year)}, {"month", std::to_string(date.month)}});
}

}  // namespace foyer::kiosk

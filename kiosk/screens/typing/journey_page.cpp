#include "kiosk/screens/typing/journey_page.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/screens/chrome.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

/// A wait is worth a word after this many milliseconds.
constexpr std::int64_t long_wait = 1000;

struct Columns {
    float left, left_width, right, right_width;
};

Columns desk_columns(const Canvas& canvas) {
    const float margin = 48, left_width = canvas.width * 0.35f;
    const float right = margin + left_width + margin;
    return {margin, left_width, right, canvas.width - margin - right};
}

constexpr int title_lines = 2, sentence_lines = 2;

struct WordsPlaces {
    Rect title, sentence;
};

WordsPlaces words_places(const Ui& ui, const PageWords& words) {
    Rect title{72, words.step >= 0 ? portrait::title : portrait::title_no_steps,
               ui.canvas.width - 144, 0};
    if (!ui.canvas.portrait()) {
        const Columns columns = desk_columns(ui.canvas);
        title = {columns.left, 118, columns.left_width, 0};
    }
    title.h = text_block_height(ui, title.w, words.title, type::title, title_lines);
    Rect sentence{title.x, title.bottom(), title.w, 0};
    if (words.fault) {
        const float indent = metrics(ui.canvas).icon_s + sized(ui, 16);
        sentence.x += indent;
        sentence.w -= indent;
    }
    sentence.h = text_block_height(ui, sentence.w, words.sentence,
                                   words.fault ? type::strong : type::body, sentence_lines);
    return {title, sentence};
}

float content_end(const Canvas& canvas) {
    return action_bar_rect(canvas).y - (canvas.portrait() ? 32.0f : 16.0f);
}

TypingPlaces portrait_places(const Canvas& canvas, float words_end, float read_height,
                             float aside_height) {
    const float x = 72, width = canvas.width - 144, end = content_end(canvas);
    TypingPlaces places;
    float y = words_end + 33;
    if (canvas.reach) {
        const float half = std::ceil(canvas.height / 2) + 16;
        places.read = {x, std::max(y, half - 52 - read_height), width, read_height};
        y = half;
    } else {
        places.read = {x, y, width, read_height};
        y = places.read.bottom() + 28;
    }
    places.aside = {x, y, width, aside_height};
    if (aside_height > 0) y += aside_height + 24;
    places.touch = {x, y, width, end - y};
    return places;
}

TypingPlaces desk_places(const Canvas& canvas, float words_end, float read_height) {
    const Columns columns = desk_columns(canvas);
    const float end = content_end(canvas), half = canvas.height / 2 + 4;
    TypingPlaces places;
    places.read = {columns.left, words_end + 18, columns.left_width, read_height};
    const float beside = canvas.reach ? half : places.read.bottom() + 20;
    const float top = canvas.reach ? half : 124;
    places.aside = {columns.left, beside, columns.left_width, end - beside};
    places.touch = {columns.right, top, columns.right_width, end - top};
    return places;
}

}  // namespace

float typing_column(const Canvas& canvas) {
    return canvas.portrait() ? canvas.width - 144 : desk_columns(canvas).left_width;
}

TypingPlaces typing_places(const Canvas& canvas, float words_end, float read_height,
                           float aside_height) {
    if (!canvas.portrait()) return desk_places(canvas, words_end, read_height);
    return portrait_places(canvas, words_end, read_height, aside_height);
}

Rect keyboard_floor(Ui& ui, const Rect& rect) {
    constexpr float most = 712;
    const Color floor = ui.theme.palette.floor;
    if (ui.canvas.portrait()) {
        const float top = std::max(rect.y, rect.bottom() - most);
        fill(ui, {0, top, ui.canvas.width, rect.bottom() - top}, floor);
        return {22, top + 24, ui.canvas.width - 44, rect.bottom() - top - 48};
    }
    if (ui.canvas.reach) return rect;
    fill_rounded(ui, rect, metrics(ui.canvas).radius_card, floor);
    return rect.inset(14);
}

float JourneyPage::draw_head(Ui& ui, const PageWords& words, std::optional<float> floor) const {
    floor ? wall_and_floor(ui, *floor) : wall(ui);
    visitor_top_bar(app_, ui);
    if (words.step >= 0) draw_steps(ui, words.step);
    const Palette& colors = ui.theme.palette;
    const WordsPlaces places = words_places(ui, words);
    text_block(ui, places.title, words.title, type::title, colors.text, Align::left, title_lines);
    if (words.fault) {
        const float size = metrics(ui.canvas).icon_s, line = line_height(ui, TextSize::s);
        icon(ui, Icon::alert_triangle, places.title.x + size / 2, places.sentence.y + line / 2,
             size, colors.bad);
    }
    text_block(ui, places.sentence, words.sentence, words.fault ? type::strong : type::body,
               words.fault ? colors.bad : colors.text2, Align::left, sentence_lines);
    return places.sentence.bottom();
}

float JourneyPage::words_end(const Ui& ui, const PageWords& words) {
    return words_places(ui, words).sentence.bottom();
}

void JourneyPage::draw_steps(Ui& ui, int current) const {
    std::vector<std::string_view> labels;
    for (const Text label : steps_)
        labels.push_back(ui.text(label));
    Rect line{72, portrait::steps, ui.canvas.width - 144, 76};
    if (!ui.canvas.portrait()) {
        const Columns columns = desk_columns(ui.canvas);
        line = {columns.right, 48, columns.right_width - 190, 46};
    }
    steps(ui, line, labels, current);
}

bool JourneyPage::waits_long(Ui& ui) const {
    if (!waiting_since_) return false;
    const std::int64_t waited = ui.motion.now - *waiting_since_;
    if (waited < long_wait) ui.motion.wake_in(long_wait - waited);
    return waited >= long_wait;
}

bool JourneyPage::draw_foot(Ui& ui, ActionBar bar) const {
    bar.back = ui.text(Text::back);
    bar.exit = ui.text(Text::exit);
    if (waits_long(ui) && !bar.main.empty()) {
        bar.main = ui.text(Text::typing_wait);
        bar.main_enabled = false;
    }
    const ActionPress press = action_bar(ui, bar);
    visitor_tool_strip(app_, ui);
    if (press == ActionPress::back) app_.navigator().back();
    if (press == ActionPress::exit) app_.shell().wipe();
    return press == ActionPress::main && !waiting();
}

}  // namespace foyer::kiosk

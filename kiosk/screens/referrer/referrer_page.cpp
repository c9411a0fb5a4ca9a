#include "kiosk/screens/referrer/referrer_page.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/chrome.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Four rows of keys need this much; below it they stand in two.
constexpr float least_pad_height = 4 * 52 + 3 * 12;

Rect words_rect(const Canvas& canvas, bool steps) {
    if (canvas.portrait()) {
        const float y = steps ? portrait::title : portrait::title_no_steps;
        return {72, y, canvas.width - 144, 0};
    }
    return {48, 118, canvas.width * 0.32f, 0};
}

void draw_steps(Ui& ui, int current) {
    const std::array<std::string_view, 3> labels = {ui.text(Text::refdoor_step_who),
                                                    ui.text(Text::refdoor_step_friend),
                                                    ui.text(Text::refdoor_step_done)};
    Rect line{72, portrait::steps - 3, ui.canvas.width - 144, 76};
    if (!ui.canvas.portrait()) {
        const float left = 96 + ui.canvas.width * 0.32f;
        line = {left, 48, ui.canvas.width - 48 - left - 240, 46};
    }
    steps(ui, line, labels, current);
}

float sentence_x(const Ui& ui, const ReferrerWords& words) {
    return words.fault ? metrics(ui.canvas).icon_s + sized(ui, 16) : 0;
}

}  // namespace

float ReferrerPage::words_end(const Ui& ui, const ReferrerWords& words) {
    const Rect rect = words_rect(ui.canvas, words.step >= 0);
    if (ui.canvas.portrait()) {
        const float line = words.sentence.empty() ? 0 : line_height(ui, TextSize::s);
        return rect.y + line_height(ui, TextSize::l) + line;
    }
    const TextStyle style = words.fault ? type::strong : type::body;
    return rect.y + text_block_height(ui, rect.w, words.title, type::title, 2) +
           text_block_height(ui, rect.w - sentence_x(ui, words), words.sentence, style, 3);
}

float ReferrerPage::draw_head(Ui& ui, const ReferrerWords& words,
                              std::optional<float> floor) const {
    const Palette& colors = ui.theme.palette;
    floor ? wall_and_floor(ui, *floor) : wall(ui);
    visitor_top_bar(app_, ui);
    if (words.step >= 0) draw_steps(ui, words.step);
    Rect rect = words_rect(ui.canvas, words.step >= 0);
    if (ui.canvas.portrait()) {
        rect.h = line_height(ui, TextSize::l);
        text_line(ui, rect, words.title, type::title, colors.text);
    } else {
        rect.h = text_block(ui, rect, words.title, type::title, colors.text, Align::left, 2);
    }
    const float line = line_height(ui, TextSize::s), size = metrics(ui.canvas).icon_s;
    const TextStyle style = words.fault ? type::strong : type::body;
    const Color ink = words.fault ? colors.bad : colors.text2;
    const float x = sentence_x(ui, words);
    if (words.fault) {
        icon(ui, Icon::alert_triangle, rect.x + size / 2, rect.bottom() + line / 2, size,
             colors.bad);
    }
    const Rect sentence{rect.x + x, rect.bottom(), rect.w - x, line};
    if (ui.canvas.portrait()) {
        text_line(ui, sentence, words.sentence, style, ink);
    } else {
        text_block(ui, sentence, words.sentence, style, ink, Align::left, 3);
    }
    return words_end(ui, words);
}

bool ReferrerPage::draw_foot(Ui& ui, ActionBar bar) const {
    bar.back = ui.text(Text::back);
    bar.exit = ui.text(Text::exit);
    const ActionPress press = action_bar(ui, bar);
    visitor_tool_strip(app_, ui);
    if (press == ActionPress::back) app_.navigator().back();
    if (press == ActionPress::exit) app_.shell().wipe();
    return press == ActionPress::main && !waiting();
}

DigitPress digit_pad(Ui& ui, std::string_view id, const Rect& rect) {
    const std::string& clear = ui.text(Text::clear);
    DigitPress press;
    if (rect.h >= least_pad_height) {
        // Keys of 164 units are the largest a thumb likes; more room stays above them.
        const float height = std::min(rect.h, ui.canvas.portrait() ? 716.0f : 480.0f);
        const auto key =
            number_pad(ui, id, {rect.x, rect.bottom() - height, rect.w, height}, clear);
        if (key.kind == KeyKind::text) press.digit = key.text.front();
        press.erase = key.kind == KeyKind::erase;
        press.clear = key.kind == KeyKind::clear;
        return press;
    }
    const std::string prefix = std::string(id) + ".";
    const float gap = sized(ui, 20);
    const float width = (rect.w - 5 * gap) / 6, height = (rect.h - gap) / 2;
    int index = 0;
    const auto next = [&] {
        const Rect at{rect.x + float(index % 6) * (width + gap),
                      rect.y + float(index / 6) * (height + gap), width, height};
        ++index;
        return at;
    };
    for (const char digit : std::string_view("12345*67890")) {
        if (digit == '*') {
            press.erase = icon_key(ui, prefix + "erase", next(), Icon::delete_back);
        } else if (key(ui, prefix + digit, next(), std::string(1, digit))) {
            press.digit = digit;
        }
    }
    press.clear = key(ui, prefix + "clear", next(), clear, KeyTone::function, type::strong);
    return press;
}

}  // namespace foyer::kiosk

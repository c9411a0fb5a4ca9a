#include "kiosk/widgets/candidates.h"

#include <algorithm>
#include <string>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

TextStyle style_of(bool first) {
    return first ? type::button : TextStyle{TextSize::m, Face::sans};
}

/// A place for a candidate, `where` telling the bar's from the grid's. True if it was touched.
bool candidate(Ui& ui, const std::string& prefix, std::string_view where, std::size_t index,
               const Rect& rect, std::string_view text) {
    const Palette& colors = ui.theme.palette;
    const bool first = index == 0;
    const Press press = press_area(ui, prefix + std::string(where) + std::to_string(index), rect);
    if (ui.interactive) note_touchable(ui, prefix + std::string(text), rect, true);
    const Rect plate = rect.inset(ui.canvas.portrait() ? 8.0f : 5.0f);
    if (press.held || first)
        fill_rounded(ui, plate, metrics(ui.canvas).radius_key,
                     press.held ? colors.tint2 : colors.tint);
    text_line(ui, plate, text, style_of(first), first ? colors.brand : colors.text, Align::center);
    return press.clicked;
}

float width_of(const Ui& ui, std::string_view text, bool first) {
    return std::max(sized(ui, 104), text_width(ui, text, style_of(first)) + sized(ui, 64));
}

}  // namespace

int candidates_bar(Ui& ui, std::string_view id, const Rect& rect,
                   std::span<const Candidate> candidates, CandidatesState& state,
                   std::string_view placeholder) {
    const Palette& colors = ui.theme.palette;
    fill_rounded(ui, rect, ui.canvas.portrait() ? 0 : metrics(ui.canvas).radius_key,
                 colors.surface);
    if (candidates.empty()) {
        const float pad = sized(ui, 48);
        text_line(ui, {rect.x + pad, rect.y, rect.w - 2 * pad, rect.h}, placeholder, type::caption,
                  colors.text2);
        state = {};
        return -1;
    }
    const std::string prefix = std::string(id) + ".";
    const float more = sized(ui, 124);
    const Rect view{rect.x, rect.y, rect.w - more, rect.h};
    int touched = -1;
    {
        ScrollArea area(ui, prefix + "bar", view, state.bar, ScrollAxis::horizontal);
        float x = area.start() + sized(ui, 16);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const std::string& text = candidates[i].text;
            const float width = width_of(ui, text, i == 0);
            if (area.shows(x, width)) {
                if (candidate(ui, prefix, "", i, {x, rect.y, width, rect.h}, text))
                    touched = int(i);
                if (i > 0) fill(ui, {x, rect.y + rect.h * 0.28f, 2, rect.h * 0.44f}, colors.line);
            }
            x += width;
        }
        area.finish(x - area.start() + sized(ui, 16), colors.surface);
    }
    const Rect end{view.right(), rect.y, more, rect.h};
    const Press press = press_area(ui, prefix + "more", end);
    if (press.held) fill(ui, end, colors.tint2);
    fill(ui, {end.x, end.y, 2, end.h}, colors.line);
    icon(ui, state.open ? Icon::chevron_up : Icon::chevron_down, end.middle_x(), end.middle_y(),
         metrics(ui.canvas).icon_m * 0.8f, colors.text);
    if (press.clicked) {
        state.open = !state.open;
        state.grid = {};
    }
    return touched;
}

int candidates_grid(Ui& ui, std::string_view id, const Rect& rect,
                    std::span<const Candidate> candidates, CandidatesState& state) {
    fill(ui, rect, ui.theme.palette.surface);
    const std::string prefix = std::string(id) + ".";
    const float height = std::max(sized(ui, 116), 52.0f), pad = sized(ui, 16);
    ScrollArea area(ui, prefix + "grid", rect, state.grid);
    int touched = -1;
    float y = area.start() + pad;
    const float left = rect.x + pad, right = rect.right() - pad;
    std::size_t begin = 0;
    while (begin < candidates.size()) {
        // As many as fit, spread over the whole line.
        std::size_t end = begin;
        float taken = 0;
        while (end < candidates.size()) {
            const float width = width_of(ui, candidates[end].text, end == 0);
            if (end > begin && taken + width > right - left) break;
            taken += width;
            ++end;
        }
        const bool last = end == candidates.size();
        const float extra = last ? 0 : (right - left - taken) / float(end - begin);
        float x = left;
        for (std::size_t i = begin; i < end; ++i) {
            const float width = width_of(ui, candidates[i].text, i == 0) + extra;
            if (area.shows(y, height) &&
                candidate(ui, prefix, "all.", i, {x, y, width, height}, candidates[i].text))
                touched = int(i);
            x += width;
        }
        y += height;
        begin = end;
    }
    area.finish(y - area.start() + pad, ui.theme.palette.surface);
    return touched;
}

}  // namespace foyer::kiosk

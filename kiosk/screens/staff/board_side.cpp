#include "kiosk/screens/staff/board_side.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

Tone state_tone(ConsultantState state) {
    switch (state) {
        case ConsultantState::next:
            return Tone::ok;
        case ConsultantState::expecting:
        case ConsultantState::receiving:
            return Tone::info;
        case ConsultantState::queued:
        case ConsultantState::off_duty:
            break;
    }
    return Tone::neutral;
}

int place_of(const RotationRow& row) {
    switch (consultant_state(row)) {
        case ConsultantState::next:
        case ConsultantState::queued:
            return row.turn;
        case ConsultantState::expecting:
            return 1000;
        case ConsultantState::receiving:
            return 1001;
        case ConsultantState::off_duty:
            break;
    }
    return 1002;
}

void fact(Ui& ui, float x, float y, float width, std::string_view label, const std::string& value) {
    const float first = line_height(ui, TextSize::xs), second = line_height(ui, TextSize::s);
    text_line(ui, {x, y, width, first}, label, type::caption, ui.theme.palette.text2);
    text_line(ui, {x, y + first - 1, width, second}, value, type::strong, ui.theme.palette.text);
}

}  // namespace

void sort_for_board(std::vector<RotationRow>& rotation) {
    std::stable_sort(
        rotation.begin(), rotation.end(),
        [](const RotationRow& a, const RotationRow& b) { return place_of(a) < place_of(b); });
}

std::string consultant_words(const Translator& text, const RotationRow& row, WallTime now) {
    switch (consultant_state(row)) {
        case ConsultantState::next:
            return text(Text::arrivals_next);
        case ConsultantState::queued:
            return text(Text::arrivals_turn, {{"n", std::int64_t(row.turn)}});
        case ConsultantState::expecting:
            return text(Text::arrivals_expecting, {{"ticket", row.with_ticket}});
        case ConsultantState::receiving: {
            const WallTime busy = std::max<WallTime>(0, now - row.busy_since);
            return text(Text::arrivals_busy, {{"n", busy / one_minute}});
        }
        case ConsultantState::off_duty:
            break;
    }
    return text(Text::arrivals_off_duty);
}

bool capture_card(Ui& ui, const Rect& rect, const ArrivalsBoard& board, bool may_complete) {
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 32.0f : 20.0f, head = portrait ? 84.0f : 66.0f;
    card(ui, rect);
    bool touched = false;
    float title_room = rect.w - 2 * pad;
    if (may_complete && !board.incomplete.empty()) {
        const std::string label =
            ui.text(Text::arrivals_complete_ticket, {{"ticket", board.incomplete.front()}});
        const float right = rect.right() - (portrait ? 24 : 16), middle = rect.y + head / 2;
        const float left = tag_before(ui, right, middle, label, Tone::warn, Icon::pencil);
        const float height = tag_height(ui);
        touched =
            press_area(ui, "arrivals.complete", {left, middle - height / 2, right - left, height})
                .clicked;
        title_room = left - 12 - rect.x - pad;
    }
    text_line(ui, {rect.x + pad, rect.y, title_room, head}, ui.text(Text::arrivals_capture),
              type::button, ui.theme.palette.text);

    const CaptureRate& capture = board.capture;
    const std::optional<int> percent = capture.percent();
    const std::string value = percent ? std::to_string(*percent) + "%" : "–";
    const std::string goal =
        ui.text(Text::arrivals_capture_goal, {{"n", std::int64_t(capture.target_percent)}});
    const float facts = std::min(rect.w * 0.38f, portrait ? 190.0f : 120.0f);
    const float body = rect.h - head - pad * 0.6f;
    const float dial = std::min(rect.w - facts - 2.2f * pad, body * 1.5f);
    gauge(ui, {rect.x + pad, rect.y + head, dial, body}, float(percent.value_or(0)) / 100,
          float(capture.target_percent) / 100, value, goal);
    const float x = rect.x + pad + dial + pad * 0.8f, room = rect.right() - pad * 0.4f - x;
    const float fact_height =
        line_height(ui, TextSize::xs) + line_height(ui, TextSize::s) + (portrait ? 2 : 6);
    const float y = rect.y + head + std::max(0.0f, (body - 2 * fact_height) / 2) - 6;
    const auto parties = [&](int count) {
        return ui.text(Text::parties, {{"n", std::int64_t(count)}});
    };
    fact(ui, x, y, room, ui.text(Text::arrivals_first_not_bought),
         parties(capture.first_not_bought));
    fact(ui, x, y + fact_height, room, ui.text(Text::arrivals_with_details),
         parties(capture.with_details));
    return touched;
}

void rotation_column(Ui& ui, const Rect& rect, const Pack& pack, const ArrivalsBoard& board,
                     WallTime now, ScrollState& scroll) {
    const Palette& colors = ui.theme.palette;
    const Locale locale = ui.text.locale();
    constexpr float head = 62, pitch = 76, pad = 20;
    card(ui, rect);
    text_line(ui, {rect.x + pad, rect.y + 4, rect.w - 2 * pad, head - 4},
              ui.text(Text::arrivals_rotation), type::button, colors.text);
    const Rect list{rect.x, rect.y + head, rect.w, rect.h - head - 4};
    ScrollArea area(ui, "arrivals.rotation", list, scroll);
    float y = area.start();
    for (const RotationRow& row : board.rotation) {
        const StaffMember* member = pack.find_staff(row.staff);
        if (!member || !area.shows(y, pitch)) {
            y += pitch;
            continue;
        }
        if (y > area.start()) divider(ui, rect.x, y, rect.w);
        portrait_door(ui, {rect.x + pad, y + 10, 46, 55}, member->portrait,
                      staff_letter(*member, locale));
        const float tag_left =
            tag_before(ui, rect.right() - pad, y + pitch / 2, consultant_words(ui.text, row, now),
                       state_tone(consultant_state(row)));
        const float x = rect.x + pad + 60, room = tag_left - 10 - x;
        const float first = line_height(ui, TextSize::s), second = line_height(ui, TextSize::xs);
        const float top = y + pitch / 2 - (first + second) / 2;
        text_line(ui, {x, top, room, first}, short_name(*member, locale), type::strong,
                  colors.text);
        text_line(ui, {x, top + first, room, second}, member->desk_title.in(locale), type::caption,
                  colors.text2);
        y += pitch;
    }
    area.finish(y - area.start());
}

void rotation_strip(Ui& ui, const Rect& rect, const Pack& pack, const ArrivalsBoard& board,
                    WallTime now, ScrollState& scroll) {
    const Palette& colors = ui.theme.palette;
    const Locale locale = ui.text.locale();
    const bool portrait = ui.canvas.portrait();
    const float cell = (portrait ? 196.0f : 118.0f) * (ui.canvas.large_text ? 1.2f : 1.0f),
                pad = portrait ? 20.0f : 14.0f;
    const float name = line_height(ui, TextSize::xs);
    const float door_height = rect.h - 2 * name - 2.2f * pad, door_width = door_height / 1.2f;
    card(ui, rect);
    ScrollArea area(ui, "arrivals.rotation", {rect.x + 8, rect.y, rect.w - 16, rect.h}, scroll,
                    ScrollAxis::horizontal);
    float x = area.start() + pad * 0.5f;
    for (const RotationRow& row : board.rotation) {
        const StaffMember* member = pack.find_staff(row.staff);
        if (member && area.shows(x, cell)) {
            const ConsultantState state = consultant_state(row);
            const Rect door{x + (cell - door_width) / 2, rect.y + pad, door_width, door_height};
            portrait_door(ui, door, member->portrait, staff_letter(*member, locale));
            const Rect words{x + 2, door.bottom() + 4, cell - 4, name};
            text_line(ui, words, short_name(*member, locale), type::caption_strong, colors.text,
                      Align::center);
            text_line(ui, words.moved(0, name - 2), consultant_words(ui.text, row, now),
                      state == ConsultantState::next ? type::caption_strong : type::caption,
                      tone_ink(ui.theme, state_tone(state)), Align::center);
        }
        x += cell;
    }
    area.finish(x - area.start() + pad * 0.5f);
}

int counts_card(Ui& ui, const Rect& rect, const ArrivalsBoard& board, int over, int limit_minutes,
                bool touchable) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    card(ui, rect);
    const std::string over_label =
        ui.text(Text::arrivals_over_limit, {{"n", std::int64_t(limit_minutes)}});
    const struct {
        const char* id;
        std::size_t count;
        std::string_view label;
    } cells[] = {
        {"waiting", board.waiting.size(), ui.text(Text::arrivals_waiting)},
        {"in_reception", board.in_reception.size(), ui.text(Text::arrivals_in_reception)},
        {"departed", board.departed.size(), ui.text(Text::arrivals_departed)},
        {"over", std::size_t(over), over_label},
    };
    const float width = rect.w / 4;
    int touched = -1;
    for (int i = 0; i < 4; ++i) {
        const Rect cell{rect.x + float(i) * width, rect.y, width, rect.h};
        const bool alarm = i == 3 && over > 0;
        if (touchable &&
            press_area(ui, std::string("arrivals.count.") + cells[i].id, cell).clicked) {
            touched = i;
        }
        if (i > 0) {
            const float inset = portrait ? 28.0f : 16.0f;
            upright_divider(ui, cell.x, cell.y + inset, cell.h - 2 * inset);
        }
        const Color ink = alarm ? colors.bad : colors.text;
        const std::string number = std::to_string(cells[i].count);
        const TextStyle label_style = alarm ? type::caption_strong : type::caption;
        const Color label_ink = alarm ? colors.bad : colors.text2;
        if (portrait) {
            const float first = line_height(ui, TextSize::l);
            const float second = line_height(ui, TextSize::xs);
            const float top = cell.middle_y() - (first + second) / 2 + 2;
            text_line(ui, {cell.x, top, cell.w, first}, number, type::digits, ink, Align::center);
            text_line(ui, {cell.x + 8, top + first - 6, cell.w - 16, second}, cells[i].label,
                      label_style, label_ink, Align::center);
            continue;
        }
        const float digits = text_width(ui, number, type::digits);
        text_line(ui, {cell.x + 24, cell.y, digits + 1, cell.h}, number, type::digits, ink);
        const float x = cell.x + 24 + digits + 12;
        text_line(ui, {x, cell.y, cell.right() - 8 - x, cell.h}, cells[i].label, label_style,
                  label_ink);
    }
    return touched;
}

}  // namespace foyer::kiosk

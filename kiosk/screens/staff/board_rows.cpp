#include "kiosk/screens/staff/board_rows.h"

#include <algorithm>

#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/people/names.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

Text kind_text(VisitKind kind) {
    if (kind == VisitKind::returning) return Text::arrivals_kind_returning;
    return kind == VisitKind::first ? Text::arrivals_kind_first
                                    : Text::arrivals_kind_repeat_purchase;
}

Text reason_text(AssignmentReason reason) {
    switch (reason) {
        case AssignmentReason::requested:
            return Text::arrivals_reason_requested;
        case AssignmentReason::earlier_consultant:
            return Text::arrivals_reason_earlier_consultant;
        case AssignmentReason::referrers_consultant:
            return Text::arrivals_reason_referrers_consultant;
        case AssignmentReason::rotation:
            return Text::arrivals_reason_rotation;
        case AssignmentReason::staff:
            break;
    }
    return Text::arrivals_reason_staff;
}

std::string visit_and_purpose(const Translator& text, const Pack& pack, const BoardRow& row) {
    std::string facts = text(kind_text(row.kind));
    if (const VisitPurpose* purpose = pack.registration.find_purpose(row.purpose)) {
        facts += " ・ " + purpose->title.in(text.locale());
    }
    return facts;
}

std::string how_they_came(const Translator& text, const Pack& pack, const BoardRow& row) {
    if (!row.referrer_name.empty()) {
        return " ・ " + text(Text::arrivals_sent_by, {{"name", masked_name(row.referrer_name)}});
    }
    for (const Choice& source : pack.registration.sources) {
        if (source.id == word(row.source)) return " ・ " + source.title.in(text.locale());
    }
    return {};
}

std::string moment_of(const Translator& text, const BoardRow& row) {
    if (row.departed_at != 0) {
        return text(Text::arrivals_left_at, {{"time", text.time_of_day(row.departed_at)}});
    }
    if (row.received_at != 0) {
        return text(Text::arrivals_received_at, {{"time", text.time_of_day(row.received_at)}});
    }
    return text(Text::arrivals_came_at, {{"time", text.time_of_day(row.registered_at)}});
}

/// Where the parts of a row stand.
struct RowPlaces {
    Rect door, words, time, consultant, button;
};

RowPlaces desk_places(const Rect& rect) {
    const float door_height = std::min(76.0f, rect.h - 14);
    RowPlaces at;
    at.door = {rect.x + 22, rect.bottom() - door_height - (rect.h > 90 ? 12 : 0), 64, door_height};
    at.button = {rect.right() - 18 - 116, rect.middle_y() - 30, 116, 60};
    at.consultant = {at.button.x - 10 - 172, rect.middle_y() - 30, 172, 60};
    at.time = {at.consultant.x - 12 - 116, rect.y, 116, rect.h};
    at.words = {rect.x + 106, rect.y, at.time.x - 12 - rect.x - 106, rect.h};
    return at;
}

RowPlaces kiosk_places(const Rect& rect, bool departed) {
    RowPlaces at;
    const float top = departed ? rect.h : rect.h / 2;
    at.door = {rect.x + 28, rect.y + top - 112, 96, 112};
    at.time = {rect.right() - 24 - 226, rect.y + 6, 226, top - 12};
    at.words = {rect.x + 148, rect.y + 6, at.time.x - 12 - rect.x - 148, top - 12};
    const float y = rect.y + top + 12, height = top - 36;
    at.button = {rect.right() - 24 - 330, y, 330, height};
    at.consultant = {rect.x + 24, y, at.button.x - 16 - rect.x - 24, height};
    return at;
}

Color wait_ink(const Palette& colors, WaitTone tone) {
    if (tone == WaitTone::over) return colors.bad;
    return tone == WaitTone::soon ? colors.warn : colors.ok;
}

void draw_words(Ui& ui, const Rect& rect, const BoardRow& row, const RowWords& words) {
    const Palette& colors = ui.theme.palette;
    const float first = line_height(ui, TextSize::m), second = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (first + second) / 2;
    const float gap = ui.canvas.portrait() ? 16.0f : 8.0f;
    const float people = text_width(ui, words.people, type::body);
    const float tag = row.complete ? 0 : tag_width(ui, "", true) + gap;
    const float room = std::max(0.0f, rect.w - people - gap - tag);
    const TextStyle style =
        row.name.empty() ? type::strong : fit_text(ui, words.name, type::button, room);
    const float name = std::min(room, text_width(ui, words.name, style));
    text_line(ui, {rect.x, top, name + 1, first}, words.name, style,
              row.name.empty() ? colors.text2 : colors.text);
    float x = rect.x + name + gap;
    text_line(ui, {x, top, people + 1, first}, words.people, type::body, colors.text2);
    x += people + gap;
    if (!row.complete) {
        const std::string& label = ui.text(Text::arrivals_complete);
        const bool fits = x + tag_width(ui, label, true) <= rect.right();
        tag_at(ui, x, top + first / 2, fits ? std::string_view(label) : "", Tone::warn,
               Icon::pencil);
    }
    const bool all = text_width(ui, words.facts, type::caption) <= rect.w;
    text_line(ui, {rect.x, top + first, rect.w, second}, all ? words.facts : words.few_facts,
              type::caption, colors.text2);
}

void draw_time(Ui& ui, const Rect& rect, const BoardRow& row, const RowWords& words, WaitTone tone,
               WallTime now) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float first = line_height(ui, TextSize::m), second = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (first + second) / 2;
    const float size = portrait ? 48.0f : 25.0f;
    const bool waiting = row.waiting();
    const Color ink = waiting ? wait_ink(colors, tone) : colors.text;
    const std::string elapsed =
        waiting ? stopwatch(waited(row, now))
                : ui.text(Text::minutes, {{"n", in_reception_for(row, now) / one_minute}});
    icon(ui, tone == WaitTone::over && waiting ? Icon::alarm : Icon::clock, rect.x + size / 2,
         top + first / 2, size, ink);
    text_line(ui, {rect.x + size + 8, top, rect.w - size - 8, first}, elapsed, type::button, ink);
    text_line(ui, {rect.x, top + first, rect.w, second}, words.moment, type::caption, colors.text2);
}

/// The consultant: touch to give the party to another. True when touched.
bool draw_consultant(Ui& ui, const Rect& rect, const StaffMember* member, const RowWords& words,
                     std::string_view id) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const bool touchable = !id.empty();
    const Press press = touchable ? press_area(ui, id, rect) : Press{};
    if (touchable) panel(ui, rect, press.held ? colors.tint2 : colors.wall);
    const float width = portrait ? 68.0f : 40.0f, inset = portrait ? 16.0f : 8.0f;
    const float height = std::min(width * 1.2f, rect.h - 4);
    const Rect door{rect.x + inset, rect.bottom() - height - 2, width, height};
    portrait_door(ui, door, member ? member->portrait : std::filesystem::path(),
                  member ? staff_letter(*member, ui.text.locale()) : "");
    const float chevron = touchable ? (portrait ? 44.0f : 24.0f) : 0;
    const float x = door.right() + inset * 1.2f, room = rect.right() - chevron - 4 - x;
    const float first = line_height(ui, TextSize::s), second = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (first + second) / 2;
    text_line(ui, {x, top, room, first}, words.consultant, type::strong, colors.text);
    text_line(ui, {x, top + first - 2, room, second}, words.reason, type::caption, colors.text2);
    if (touchable) {
        icon(ui, Icon::chevron_down, rect.right() - chevron * 0.6f, rect.middle_y(), chevron * 0.9f,
             colors.text2);
    }
    return press.clicked;
}

RowPress draw_actions(Ui& ui, const RowPlaces& at, const Pack& pack, const BoardRow& row,
                      const RowWords& words, bool over) {
    const RowAction action = row_action(row);
    const std::string assign_id = "arrivals.assign." + row.visit;
    if (action == RowAction::assign) {
        const Rect wide{at.consultant.x, at.button.y, at.button.right() - at.consultant.x,
                        at.button.h};
        const SmallButton kind = over ? SmallButton::bad : SmallButton::brand;
        const bool hit = small_button(ui, assign_id, wide, ui.text(Text::arrivals_assign), kind,
                                      Icon::user_plus);
        return hit ? RowPress::assign : RowPress::none;
    }
    const StaffMember* member = pack.find_staff(row.consultant);
    if (draw_consultant(ui, at.consultant, member, words, assign_id)) return RowPress::assign;
    if (action == RowAction::receive) {
        const SmallButton kind = over ? SmallButton::bad : SmallButton::filled;
        const bool hit = small_button(ui, "arrivals.receive." + row.visit, at.button,
                                      ui.text(Text::arrivals_receive), kind);
        return hit ? RowPress::action : RowPress::none;
    }
    const bool hit = small_button(ui, "arrivals.depart." + row.visit, at.button,
                                  ui.text(Text::arrivals_depart), SmallButton::edge);
    return hit ? RowPress::action : RowPress::none;
}

void draw_departed(Ui& ui, const RowPlaces& at, const BoardRow& row, const RowWords& words) {
    const Palette& colors = ui.theme.palette;
    const bool bought = row.outcome == VisitOutcome::bought;
    const std::string& outcome =
        ui.text(bought ? Text::arrivals_bought : Text::arrivals_not_bought);
    if (ui.canvas.portrait()) {
        tag_before(ui, at.time.right(), at.time.middle_y() - 26, outcome,
                   bought ? Tone::ok : Tone::neutral,
                   bought ? std::optional(Icon::shopping_bag) : std::nullopt);
        text_line(ui, {at.time.x, at.time.middle_y() + 10, at.time.w, 42}, words.moment,
                  type::caption, colors.text2, Align::right);
        return;
    }
    text_line(ui, at.time, words.moment, type::caption, colors.text2);
    text_line(ui, at.consultant, words.consultant, type::caption, colors.text2);
    tag_before(ui, at.button.right(), at.button.middle_y(), outcome,
               bought ? Tone::ok : Tone::neutral,
               bought ? std::optional(Icon::shopping_bag) : std::nullopt);
}

}  // namespace

RowWords row_words(const Translator& text, const Pack& pack, const BoardRow& row) {
    RowWords words;
    words.name = party_name(text, row.name, row.gender);
    words.people = text(Text::people, {{"n", std::int64_t(row.party_size)}});
    words.few_facts = visit_and_purpose(text, pack, row);
    words.facts = words.few_facts + how_they_came(text, pack, row);
    words.moment = moment_of(text, row);
    if (const StaffMember* member = pack.find_staff(row.consultant)) {
        words.consultant = short_name(*member, text.locale());
        words.reason = text(reason_text(row.reason));
    }
    return words;
}

float board_row_height(const Canvas& canvas, bool departed) {
    const float large = canvas.large_text ? (canvas.portrait() ? 28.0f : 12.0f) : 0.0f;
    if (canvas.portrait()) return (departed ? 132.0f : 256.0f) + (departed ? 1 : 2) * large;
    return (departed ? 76.0f : 100.0f) + large;
}

RowPress board_row(Ui& ui, const Rect& rect, const Pack& pack, const BoardRow& row,
                   const RowWords& words, WallTime now) {
    const Palette& colors = ui.theme.palette;
    const bool departed = row.departed_at != 0;
    const WaitTone tone = wait_tone(row, now, pack.rotation.waiting_limit_minutes);
    const bool over = row.waiting() && tone == WaitTone::over;
    const Press press = press_area(ui, "arrivals.record." + row.visit, rect);
    const float radius = metrics(ui.canvas).radius_card;
    card_shadow(ui, rect);
    fill_rounded(ui, rect, radius,
                 press.held ? colors.tint2
                 : over     ? colors.bad_tint
                            : colors.surface);
    if (over) stroke_rounded(ui, rect, radius, metrics(ui.canvas).edge_line * 1.5f, colors.bad);

    const RowPlaces at = ui.canvas.portrait() ? kiosk_places(rect, departed) : desk_places(rect);
    letter_door(ui, at.door, row.ticket, type::button, over ? colors.bad : colors.tint,
                over ? colors.surface : colors.brand);
    draw_words(ui, at.words, row, words);
    if (departed) {
        draw_departed(ui, at, row, words);
        return press.clicked ? RowPress::record : RowPress::none;
    }
    draw_time(ui, at.time, row, words, tone, now);
    const RowPress action = draw_actions(ui, at, pack, row, words, over);
    if (action != RowPress::none) return action;
    return press.clicked ? RowPress::record : RowPress::none;
}

}  // namespace foyer::kiosk

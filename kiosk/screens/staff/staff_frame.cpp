#include "kiosk/screens/staff/staff_frame.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/people/names.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Portrait: the header's height, and the bar of doors at the foot.
constexpr float tall_header = 232, foot_bar = 176, foot_margin = 24;
/// Landscape in reach mode: a strip at the foot for what else stands in the header, and how far the
/// rail's doors come down.
constexpr float reach_strip = 72, lowered_rail = 310;
constexpr float person_zone = 124;

struct SyncTag {
    Text text;
    Tone tone;
    Icon icon;
};

SyncTag sync_tag(const sync::SyncState& state) {
    using enum sync::SyncHealth;
    if (state.needs_enrolment) return {Text::sync_tag_enrol, Tone::bad, Icon::alert_triangle};
    const bool well =
        state.health == no_headquarters || state.health == in_order || state.health == waiting;
    if (well && state.reserve_used) {
        return {Text::sync_tag_reserve, Tone::warn, Icon::alert_triangle};
    }
    switch (state.health) {
        case no_headquarters:
            return {Text::sync_tag_no_headquarters, Tone::neutral, Icon::monitor};
        case in_order:
            return {Text::sync_tag_in_order, Tone::ok, Icon::cloud_check};
        case waiting:
            return {Text::sync_tag_waiting, Tone::info, Icon::cloud};
        case folder_missing:
            return {Text::sync_tag_folder_missing, Tone::warn, Icon::cloud_off};
        case folder_refused:
            return {Text::sync_tag_folder_refused, Tone::bad, Icon::alert_triangle};
        case disk_full:
            return {Text::sync_tag_disk_full, Tone::bad, Icon::alert_triangle};
        case fault:
            break;
    }
    return {Text::sync_tag_fault, Tone::bad, Icon::alert_triangle};
}

std::array<RailItem, 2> rail_items(const Ui& ui, int trouble) {
    return {RailItem{"arrivals", Icon::users, ui.text(Text::staff_area_arrivals), 0},
            RailItem{"sync", Icon::folder_sync, ui.text(Text::staff_area_sync), trouble}};
}

float language_width(const Ui& ui) {
    const std::string& name = ui.text(language_name(ui.text.locale()));
    return std::max(ui.canvas.portrait() ? 212.0f : 104.0f, small_button_width(ui, name, true));
}

StaffWay way_of(int item) {
    if (item == 0) return StaffWay::arrivals;
    return item == 1 ? StaffWay::sync : StaffWay::stay;
}

bool foot_item(Ui& ui, const RailItem& item, const Rect& door, bool active) {
    const Palette& colors = ui.theme.palette;
    const Press press = press_area(ui, "rail." + std::string(item.id), door);
    if (active)
        fill_door(ui, door, colors.glow);
    else if (press.held)
        fill_door(ui, door, colors.brand);
    const Color ink = active ? colors.on_glow : colors.tint;
    icon(ui, item.icon, door.middle_x(), door.y + 58, 60, ink);
    text_line(ui, {door.x, door.bottom() - 62, door.w, 46}, item.label,
              active ? type::caption_strong : type::caption, ink, Align::center);
    if (item.badge > 0) badge(ui, door.right() - 26, door.y + 26, std::to_string(item.badge));
    return press.clicked;
}

}  // namespace

Rect StaffFrame::room(const Canvas& canvas) {
    if (canvas.portrait()) {
        const float bottom = canvas.height - foot_bar - foot_margin;
        return {72, tall_header, canvas.width - 144, bottom - tall_header};
    }
    const float left = desk::rail + desk::margin, top = 96;
    const float foot = desk::margin + (canvas.reach ? reach_strip : 0);
    return {left, top, canvas.width - left - desk::margin, canvas.height - top - foot};
}

const StaffMember* StaffFrame::person() const {
    return app_.staff() ? app_.pack().find_staff(app_.staff()->staff) : nullptr;
}

StaffWay StaffFrame::draw(Ui& ui, std::string_view title, std::string_view remark) {
    refresh(ui);
    wall(ui);
    draw_header(ui, title, remark);
    const StaffWay rail_way = ui.canvas.portrait() ? draw_foot_bar(ui) : draw_rail(ui);
    const StaffWay tool_way = draw_tools(ui);
    return tool_way != StaffWay::stay ? tool_way : rail_way;
}

void StaffFrame::refresh(Ui& ui) {
    const WallTime now = app_.now();
    ui.motion.wake_in(one_minute - now % one_minute);
    if (second_ == now / one_second && locale_ == ui.text.locale()) return;
    second_ = now / one_second;
    locale_ = ui.text.locale();
    const sync::SyncState state = app_.sync_state();
    const SyncTag shown = sync_tag(state);
    tone_ = shown.tone;
    tag_icon_ = shown.icon;
    trouble_ = shown.tone == Tone::bad ? std::max(1, int(state.problems.size()))
                                       : int(state.problems.size());
    tag_ = ui.text(shown.text, {{"when", how_long_ago(ui.text, state.last_answer, now)},
                                {"n", state.not_written + state.written_waiting}});
}

void StaffFrame::draw_header(Ui& ui, std::string_view title, std::string_view remark) {
    const Palette& colors = ui.theme.palette;
    if (ui.canvas.portrait()) {
        const float right = ui.canvas.width - 72;
        const float tools = ui.canvas.reach ? 0 : language_width(ui) + 140;
        text_line(ui, {72, 44, right - 72 - tools, 100}, title, type::title, colors.text);
        const float tag_left = tag_before(ui, right, 184, tag_, tone_, tag_icon_);
        text_line(ui, {72, 158, tag_left - 24 - 72, 52}, remark, type::body, colors.text2);
        return;
    }
    const float line = line_height(ui, TextSize::l), left = desk::rail + desk::margin;
    const float end = text_at(ui, left, 46 - line / 2, title, type::title, colors.text);
    const float tools = ui.canvas.reach ? 0 : language_width(ui) + 76;
    const float tag_left =
        tag_before(ui, ui.canvas.width - desk::margin - tools, 46, tag_, tone_, tag_icon_);
    const float room = tag_left - end - 36;
    if (room > 60) text_line(ui, {end + 18, 38, room, 28}, remark, type::body, colors.text2);
}

StaffWay StaffFrame::draw_tools(Ui& ui) {
    const bool portrait = ui.canvas.portrait(), reach = ui.canvas.reach;
    const float height = portrait ? 88.0f : 48.0f, gap = portrait ? 20.0f : 12.0f;
    const float lock_width = portrait ? 88.0f : 52.0f, language = language_width(ui);
    float right = ui.canvas.width - (portrait ? 72.0f : desk::margin);
    float y = portrait ? 48.0f : 22.0f;
    if (reach) {
        y = portrait ? ui.canvas.height - foot_bar + 44 : ui.canvas.height - 60;
        if (portrait) right -= person_zone;
    }
    const SmallButton kind = SmallButton::edge;
    const Rect lock{right - lock_width, y, lock_width, height};
    const Rect languages{lock.x - gap - language, y, language, height};
    if (small_button(ui, "staff.language", languages, ui.text(language_name(ui.text.locale())),
                     kind, Icon::globe)) {
        next_language(app_.shell());
    }
    const bool locked = icon_button(ui, "staff.lock", lock, Icon::lock, kind);
    return locked ? StaffWay::lock : StaffWay::stay;
}

StaffWay StaffFrame::draw_rail(Ui& ui) {
    const auto items = rail_items(ui, trouble_);
    const StaffMember* member = person();
    const std::string letter = member ? staff_letter(*member, ui.text.locale()) : std::string();
    Rail foot;
    if (member) {
        foot.portrait = member->portrait;
        foot.letter = letter;
        foot.person = member->desk_title.in(ui.text.locale());
    }
    Rail doors;
    doors.logo = app_.pack().brand.logo_dark;
    doors.items = items;
    doors.active = int(area_);
    int pressed = -1;
    bool person_pressed = false;
    if (ui.canvas.reach) {
        // The same rail twice: the person at its foot, and its doors let down.
        person_pressed = rail(ui, foot) == 0;
        const Clip clip(ui, {0, 0, desk::rail, ui.canvas.height - person_zone});
        Ui lowered = ui;
        lowered.offset_y += lowered_rail;
        pressed = rail(lowered, doors);
    } else {
        doors.portrait = foot.portrait;
        doors.letter = foot.letter;
        doors.person = foot.person;
        pressed = rail(ui, doors);
        person_pressed = pressed == int(items.size());
    }
    if (person_pressed) ask_to_lock(ui);
    return way_of(pressed);
}

StaffWay StaffFrame::draw_foot_bar(Ui& ui) {
    const Palette& colors = ui.theme.palette;
    const float top = ui.canvas.height - foot_bar;
    fill(ui, {0, top, ui.canvas.width, foot_bar}, colors.deep);
    const auto items = rail_items(ui, trouble_);
    int pressed = -1;
    for (int i = 0; i < int(items.size()); ++i) {
        const Rect door{72 + float(i) * 190, top + 16, 166, foot_bar - 16};
        if (foot_item(ui, items[std::size_t(i)], door, i == int(area_))) pressed = i;
    }
    if (const StaffMember* member = person()) {
        const float right = ui.canvas.width - 72;
        const Rect portrait{right - 84, top + 18, 80, 96};
        if (press_area(ui, "rail.person", {right - 104, top + 8, 124, foot_bar - 16}).clicked) {
            ask_to_lock(ui);
        }
        portrait_door(ui, portrait, member->portrait, staff_letter(*member, ui.text.locale()));
        text_line(ui, {portrait.middle_x() - 90, top + 116, 180, 46},
                  member->desk_title.in(ui.text.locale()), type::caption, colors.surface,
                  Align::center);
    }
    return way_of(pressed);
}

void StaffFrame::ask_to_lock(Ui& ui) {
    const StaffMember* member = person();
    if (!member) return;
    Question question;
    question.title = ui.text(Text::staff_lock_title);
    question.sentence =
        ui.text(Text::staff_lock_explained, {{"name", member->name.in(ui.text.locale())}});
    question.confirm_label = ui.text(Text::staff_lock);
    question.cancel_label = ui.text(Text::cancel);
    question.confirm = [&app = app_] { go(app, StaffWay::lock); };
    app_.navigator().open(make_question(app_, std::move(question)));
}

void go(App& app, StaffWay way) {
    if (way == StaffWay::stay) return;
    if (way == StaffWay::lock) {
        app.sign_out();
        app.shell().wipe();
        return;
    }
    app.navigator().pop_to("arrivals");
    if (way == StaffWay::sync) app.navigator().push(make_sync_page(app));
}

void ask_to_leave(App& app, StaffWay way) {
    const Translator& text = app.text();
    Question question;
    question.title = text(Text::record_leave_title);
    question.sentence = text(Text::record_leave_explained);
    question.confirm_label = text(Text::record_leave);
    question.cancel_label = text(Text::record_stay);
    question.grave = true;
    question.confirm = [&app, way] { go(app, way); };
    app.navigator().open(make_question(app, std::move(question)));
}

bool left_because_signed_out(App& app, const Ui& ui) {
    if (app.staff()) return false;
    // A page that slides out after signing out is not in front any more.
    if (ui.interactive) app.shell().wipe();
    return true;
}

void act(App& app, const TaskScope& scope, ReceptionCommand command,
         std::function<void(const CommandOutcome&)> done, Tasks::Failure failed) {
    std::optional<std::string> staff;
    if (app.staff()) staff = app.staff()->staff;
    app.ask(
        scope,
        [command = std::move(command), staff = std::move(staff)](Desk& desk) {
            return carry_out(desk, command, staff);
        },
        [&app, done = std::move(done)](const CommandOutcome& outcome) {
            app.records_changed();
            if (done) done(outcome);
        },
        std::move(failed));
}

Text language_name(Locale locale) {
    if (locale == Locale::zh_hant) return Text::language_zh_hant;
    return locale == Locale::en ? Text::language_en : Text::language_zh_hans;
}

void next_language(Shell& shell) {
    VisitorSettings settings = shell.settings();
    const auto here = std::find(all_locales.begin(), all_locales.end(), settings.locale);
    settings.locale = here + 1 == all_locales.end() ? all_locales.front() : *(here + 1);
    shell.set_settings(settings);
}

std::string how_long_ago(const Translator& text, WallTime when, WallTime now) {
    const WallTime passed = now - when;
    if (passed < one_minute) return text(Text::sync_just_now);
    if (passed < one_hour) return text(Text::minutes_ago, {{"n", passed / one_minute}});
    return text.local_day(when) == text.local_day(now) ? text.time_of_day(when)
                                                       : text.month_and_day(when);
}

std::string short_name(const StaffMember& member, Locale locale) {
    const std::string& name = member.name.in(locale);
    return locale == Locale::en ? name.substr(0, name.find(' ')) : name;
}

std::string staff_letter(const StaffMember& member, Locale locale) {
    return locale == Locale::en ? member.name.in(locale).substr(0, 1)
                                : surname_of(member.name.in(locale));
}

std::string party_name(const Translator& text, const std::string& name, Gender gender) {
    if (name.empty()) return text(Text::arrivals_no_details);
    return salutation(surname_of(name), gender, text.locale());
}

}  // namespace foyer::kiosk

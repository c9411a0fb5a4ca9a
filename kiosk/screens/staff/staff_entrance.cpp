#include "kiosk/flows/staff_entrance.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/staff/entrance_layout.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Who are you, and your PIN (look "16-staff-pin").
class StaffEntranceScreen : public Screen {
  public:
    explicit StaffEntranceScreen(App& app) : app_(app) {}

    std::string_view name() const override { return "staff.entrance"; }
    void draw(Ui& ui) override;
    bool on_key(Key key) override;
    void on_character(char32_t character) override;
    bool back() override;

  private:
    void draw_hall(Ui& ui, const EntranceLayout& at);
    /// Where they begin.
    float draw_tools(Ui& ui, const EntranceLayout& at);
    void draw_first_people(Ui& ui, const EntranceLayout& at);
    void draw_everybody(Ui& ui, const EntranceLayout& at);
    void draw_person(Ui& ui, const StaffMember& member, const Rect& door, bool captions);
    void draw_others(Ui& ui, const Rect& door, int count, bool captions);
    void draw_pin(Ui& ui, const EntranceLayout& at);
    std::string sentence(const Ui& ui) const;
    void draw_note(Ui& ui, const Rect& rect);
    void press(char digit);
    void check_pin();
    void answered(const PinOutcome& outcome);
    void explain_forgotten();
    /// Whoever checks a PIN and fails shows a dialog and never answers.
    void notice_interrupted_check(const Ui& ui);

    App& app_;
    StaffEntrance state_;
    ScrollState scroll_;
    bool interrupted_ = false;
    TaskScope scope_;
};

void StaffEntranceScreen::draw(Ui& ui) {
    notice_interrupted_check(ui);
    const EntranceLayout at = entrance_layout(ui.canvas);
    wall(ui);
    draw_hall(ui, at);
    const float tools = draw_tools(ui, at);
    Rect title = at.title;
    // Beside the tools only where they share a line.
    if (at.tools.y < title.bottom()) title.w = tools - 24 - title.x;
    text_line(ui, title, ui.text(Text::staff_who), type::title, ui.theme.palette.text);
    if (state_.all_people) return draw_everybody(ui, at);
    draw_first_people(ui, at);
    draw_pin(ui, at);
}

void StaffEntranceScreen::notice_interrupted_check(const Ui& ui) {
    if (!state_.checking) {
        interrupted_ = false;
    } else if (!ui.interactive) {
        interrupted_ = true;
    } else if (interrupted_) {
        pin_unchecked(state_);
    }
}

void StaffEntranceScreen::draw_hall(Ui& ui, const EntranceLayout& at) {
    const Palette& colors = ui.theme.palette;
    const Brand& brand = app_.pack().brand;
    const Locale locale = ui.text.locale();
    hall(ui, at.hall, at.floor_y);
    if (!app_.pack().attract.empty()) {
        hall_door(ui, at.hall_door, app_.pack().attract.front().picture, 1, 12);
    }
    {
        const Clip clip(ui, at.hall);
        light(ui, {at.hall_door.x + 20, at.floor_y, at.hall_door.w - 40,
                   at.hall.bottom() - at.floor_y, 0.35f, 0.35f, 1});
    }
    const float side = at.brand.h, words = at.brand.x + side + side * 0.3f;
    const float name = line_height(ui, TextSize::m), place = line_height(ui, TextSize::xs);
    const float room = at.brand.right() - words;
    if (!brand.logo_dark.empty()) {
        photo_within(ui, {at.brand.x, at.brand.y, side, side}, brand.logo_dark);
    }
    const float top = at.brand.middle_y() - (name + place) / 2;
    text_line(ui, {words, top, room, name}, brand.name.in(locale), type::button, colors.surface);
    text_line(ui, {words, top + name, room, place}, brand.showroom.in(locale), type::caption,
              colors.tint2);
    text_line(ui, at.hall_words, ui.text(Text::staff_entrance), type::title, colors.surface);
}

float StaffEntranceScreen::draw_tools(Ui& ui, const EntranceLayout& at) {
    const std::string& home = ui.text(state_.all_people ? Text::back : Text::home);
    const float home_width = small_button_width(ui, home, true);
    const Rect home_rect{at.tools.right() - home_width, at.tools.y, home_width, at.tools.h};
    const Icon home_icon = state_.all_people ? Icon::chevron_left : Icon::home;
    if (small_button(ui, "staff.home", home_rect, home, SmallButton::edge, home_icon)) {
        app_.navigator().back();
    }
    const std::string& language = ui.text(language_name(ui.text.locale()));
    const float gap = ui.canvas.portrait() ? 20.0f : 12.0f;
    const float width = small_button_width(ui, language, true);
    const Rect rect{home_rect.x - gap - width, at.tools.y, width, at.tools.h};
    if (small_button(ui, "staff.language", rect, language, SmallButton::edge, Icon::globe)) {
        next_language(app_.shell());
    }
    return rect.x;
}

void StaffEntranceScreen::draw_first_people(Ui& ui, const EntranceLayout& at) {
    const std::size_t all = app_.pack().staff.size();
    const bool everybody_fits = all <= std::size_t(at.places);
    EntrancePeople people =
        entrance_people(app_.pack(), std::size_t(at.places - (everybody_fits ? 0 : 1)));
    // Whoever was found among the others keeps a place in the row.
    const auto chosen = std::find_if(people.others.begin(), people.others.end(),
                                     [&](auto* one) { return one->id == state_.staff; });
    if (chosen != people.others.end()) std::swap(*chosen, people.first.back());
    int place = 0;
    for (const StaffMember* member : people.first)
        draw_person(ui, *member, at.door(place++), at.captions);
    if (!people.others.empty()) {
        draw_others(ui, at.door(place), int(people.others.size()), at.captions);
    }
}

void StaffEntranceScreen::draw_person(Ui& ui, const StaffMember& member, const Rect& door,
                                      bool captions) {
    const Palette& colors = ui.theme.palette;
    const Locale locale = ui.text.locale();
    const bool chosen = member.id == state_.staff;
    const float name = line_height(ui, TextSize::s), caption = line_height(ui, TextSize::xs);
    const Rect touch{door.x, door.y, door.w, door.h + name + (captions ? caption : 0)};
    const Press press = press_area(ui, "staff.person." + member.id, touch, !state_.checking);
    if (press.clicked) choose_person(state_, member.id);
    const float frame = ui.canvas.portrait() ? 9.0f : 6.0f;
    if (chosen || press.held) {
        fill_door(ui, door, press.held ? colors.deep : colors.brand);
        portrait_door(ui, {door.x + frame, door.y + frame, door.w - 2 * frame, door.h - 2 * frame},
                      member.portrait, staff_letter(member, locale));
    } else {
        portrait_door(ui, door, member.portrait, staff_letter(member, locale));
    }
    const float wider = ui.canvas.portrait() ? 28.0f : 8.0f;
    const Rect words{door.x - wider, door.bottom() + 6, door.w + 2 * wider, name};
    text_line(ui, words, short_name(member, locale), chosen ? type::strong : type::body,
              chosen ? colors.brand : colors.text, Align::center);
    if (!captions) return;
    text_line(ui, {words.x, words.bottom() - 2, words.w, caption}, member.desk_title.in(locale),
              type::caption, colors.text2, Align::center);
}

void StaffEntranceScreen::draw_others(Ui& ui, const Rect& door, int count, bool captions) {
    const Palette& colors = ui.theme.palette;
    const float name = line_height(ui, TextSize::s), caption = line_height(ui, TextSize::xs);
    const Rect touch{door.x, door.y, door.w, door.h + name + (captions ? caption : 0)};
    const Press press = press_area(ui, "staff.others", touch, !state_.checking);
    if (press.clicked) state_.all_people = true;
    outlined_door(ui, door, metrics(ui.canvas).edge_line, colors.edge,
                  press.held ? colors.tint2 : colors.surface);
    icon(ui, Icon::search, door.middle_x(), door.middle_y() + door.h * 0.04f, door.w * 0.36f,
         colors.brand);
    const float wider = ui.canvas.portrait() ? 28.0f : 8.0f;
    const Rect words{door.x - wider, door.bottom() + 6, door.w + 2 * wider, name};
    text_line(ui, words, ui.text(Text::staff_others), type::body, colors.text, Align::center);
    if (!captions) return;
    text_line(ui, {words.x, words.bottom() - 2, words.w, caption},
              ui.text(Text::staff_others_count, {{"n", std::int64_t(count)}}), type::caption,
              colors.text2, Align::center);
}

void StaffEntranceScreen::draw_everybody(Ui& ui, const EntranceLayout& at) {
    const EntrancePeople people = entrance_people(app_.pack(), app_.pack().staff.size());
    const int columns = at.everybody_columns();
    ScrollArea area(ui, "staff.everybody", at.everybody, scroll_);
    for (int i = 0; i < int(people.first.size()); ++i) {
        const Rect door{at.everybody.x + float(i % columns) * at.cell_width,
                        area.start() + float(i / columns) * at.cell_height, at.door_width,
                        at.door_height};
        if (!area.shows(door.y, at.cell_height)) continue;
        draw_person(ui, *people.first[std::size_t(i)], door, at.captions);
    }
    const int rows = (int(people.first.size()) + columns - 1) / columns;
    area.finish(float(rows) * at.cell_height);
}

std::string StaffEntranceScreen::sentence(const Ui& ui) const {
    if (state_.checking) return ui.text(Text::staff_checking);
    const StaffMember* member = app_.pack().find_staff(state_.staff);
    if (!member) return ui.text(Text::staff_choose_first);
    return ui.text(Text::staff_enter_pin, {{"name", short_name(*member, ui.text.locale())}});
}

void StaffEntranceScreen::draw_pin(Ui& ui, const EntranceLayout& at) {
    const Palette& colors = ui.theme.palette;
    text_line(ui, at.sentence, sentence(ui), type::button, colors.text);
    pin_doors(ui, at.pin_x, at.pin_y, int(StaffEntrance::pin_length), int(state_.pin.size()),
              state_.shows_wrong());
    draw_note(ui, at.note);
    const auto pressed = number_pad(ui, "staff.pad", at.pad, ui.text(Text::staff_forgot));
    if (pressed.kind == KeyKind::text) press(pressed.text.front());
    if (pressed.kind == KeyKind::erase) erase_digit(state_);
    if (pressed.kind == KeyKind::clear) explain_forgotten();
}

void StaffEntranceScreen::draw_note(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const StaffEntrance::Refusal* refusal = state_.refusal();
    const std::int64_t wait = state_.wait(ui.motion.now);
    std::string words;
    if (wait > 0) {
        const std::int64_t unit = refusal->locked ? one_minute : one_second;
        words = ui.text(refusal->locked ? Text::pin_locked : Text::pin_wait,
                        {{"n", (wait + unit - 1) / unit}});
        ui.motion.wake_in(wait % one_second == 0 ? one_second : wait % one_second);
    }
    if (state_.shows_wrong() && !refusal->locked) {
        const std::string left =
            ui.text(Text::pin_wrong, {{"n", std::int64_t(refusal->tries_left)}});
        words = words.empty() ? left : left + "\n" + words;
    }
    if (!words.empty()) {
        text_block(ui, rect, words, type::strong, colors.bad, Align::left, 3);
        return;
    }
    // A narrow kiosk has room beside the doors for the rule alone.
    const float used =
        text_block(ui, rect, ui.text(Text::pin_rule), type::caption, colors.text2, Align::left, 2);
    const float gap = line_height(ui, TextSize::xs);
    if (used + 3 * gap > rect.h) return;
    text_block(ui, {rect.x, rect.y + used + gap, rect.w, rect.h - used - gap},
               ui.text(Text::staff_idle_rule), type::caption, colors.text2, Align::left, 4);
}

void StaffEntranceScreen::press(char digit) {
    if (press_digit(state_, digit, app_.shell().clock().ticks())) check_pin();
}

void StaffEntranceScreen::check_pin() {
    app_.check_pin(scope_, state_.staff, state_.pin,
                   [this](const PinOutcome& outcome) { answered(outcome); });
}

void StaffEntranceScreen::answered(const PinOutcome& outcome) {
    if (!state_.checking) return;
    if (outcome.answer == PinAnswer::right) {
        app_.sign_in(state_.staff);
        pin_accepted(state_);
        app_.navigator().replace(make_arrivals(app_));
        return;
    }
    pin_refused(state_,
                {app_.shell().clock().ticks() + outcome.wait, outcome.tries_left,
                 outcome.answer == PinAnswer::locked, outcome.answer != PinAnswer::too_soon});
}

void StaffEntranceScreen::explain_forgotten() {
    const Translator& text = app_.text();
    Question question;
    question.title = text(Text::staff_forgot_title);
    question.sentence = text(Text::staff_forgot_explained);
    question.confirm_label = text(Text::staff_understood);
    app_.navigator().open(make_question(app_, std::move(question)));
}

bool StaffEntranceScreen::on_key(Key key) {
    if (key != Key::backspace && key != Key::erase) return false;
    erase_digit(state_);
    return true;
}

void StaffEntranceScreen::on_character(char32_t character) {
    if (!state_.all_people && character >= U'0' && character <= U'9') press(char(character));
}

bool StaffEntranceScreen::back() {
    if (state_.all_people) {
        state_.all_people = false;
    } else {
        app_.shell().wipe();
    }
    return true;
}

}  // namespace

std::unique_ptr<Screen> make_staff_entrance(App& app) {
    return std::make_unique<StaffEntranceScreen>(app);
}

}  // namespace foyer::kiosk

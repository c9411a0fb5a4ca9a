#include "kiosk/screens/referrer/witness_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/people/names.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

struct WitnessPlaces {
    Rect people, door, pin, pad;
};

WitnessPlaces portrait_places(const Canvas& canvas, float words_end, float caption) {
    const float x = 72, width = canvas.width - 144, end = action_bar_rect(canvas).y - 32;
    const Rect door{0, 0, canvas.reach ? 120.0f : 164.0f, canvas.reach ? 144.0f : 196.0f};
    WitnessPlaces at;
    at.door = door;
    const float strip = door.h + caption + 12;
    if (canvas.reach) {
        const float half = std::ceil(canvas.height / 2);
        at.people = {x, half + 16, width, strip};
        at.pin = {x, half - 200, width, 160};
    } else {
        at.people = {x, words_end + 33, width, strip};
        at.pin = {x, at.people.bottom() + 16, width, 160};
    }
    const float pad = std::max(at.people.bottom(), at.pin.bottom()) + 20;
    at.pad = {x, pad, width, end - pad};
    return at;
}

WitnessPlaces desk_places(const Canvas& canvas, float words_end, float caption) {
    const float left = 48, column = canvas.width * 0.32f, right = left + column + 48;
    const float end = action_bar_rect(canvas).y - 16, half = canvas.height / 2 + 4;
    WitnessPlaces at;
    at.door = {0, 0, 90, 108};
    const float strip = at.door.h + caption + 8;
    at.pin = {left, words_end + 20, column, 130};
    if (canvas.reach) {
        at.people = {left, half, column, strip};
        at.pad = {right, half, canvas.width - 48 - right, end - half};
        return at;
    }
    at.people = {right, 118, canvas.width - 48 - right, strip};
    at.pad = {right, at.people.bottom() + 14, at.people.w, end - at.people.bottom() - 14};
    return at;
}

/// Whole in Chinese, the given name in Latin letters: a door is narrow.
std::string_view name_under_door(const std::string& name) {
    return std::string_view(name).substr(0, name.find(' '));
}

}  // namespace

WitnessPage::WitnessPage(App& app, std::shared_ptr<ReferrerVisit> visit)
    : ReferrerPage(app, std::move(visit)), people_(witnesses(app.pack())) {}

void WitnessPage::draw(Ui& ui) {
    notice_interrupted_check(ui);
    const float end = draw_head(ui, {title(ui.text), sentence(ui.text)});
    const float caption = line_height(ui, TextSize::s);
    const WitnessPlaces at = ui.canvas.portrait() ? portrait_places(ui.canvas, end, caption)
                                                  : desk_places(ui.canvas, end, caption);
    draw_people(ui, at.people, at.door);
    draw_pin(ui, at.pin);
    const auto pressed = number_pad(ui, "witness.pad", at.pad, ui.text(Text::clear));
    if (pressed.kind == KeyKind::text) press(pressed.text.front());
    if (pressed.kind == KeyKind::erase) erase_digit(entrance_);
    if (pressed.kind == KeyKind::clear && !entrance_.checking) entrance_.pin.clear();
    draw_foot(ui, {});
}

void WitnessPage::notice_interrupted_check(const Ui& ui) {
    // Whoever checks a PIN and fails shows a dialog and never answers.
    if (!entrance_.checking) {
        interrupted_ = false;
    } else if (!ui.interactive) {
        interrupted_ = true;
    } else if (interrupted_) {
        pin_unchecked(entrance_);
    }
}

void WitnessPage::draw_people(Ui& ui, const Rect& strip, const Rect& door) {
    ScrollArea area(ui, "witness.people", strip, scroll_, ScrollAxis::horizontal);
    const float pitch = door.w + sized(ui, 29);
    float x = area.start();
    for (const StaffMember* member : people_) {
        if (area.shows(x, door.w)) draw_person(ui, *member, {x, strip.y + 2, door.w, door.h});
        x += pitch;
    }
    area.finish(x - sized(ui, 29) - area.start(), ui.theme.palette.wall);
}

void WitnessPage::draw_person(Ui& ui, const StaffMember& member, const Rect& door) {
    const Palette& colors = ui.theme.palette;
    const Locale locale = ui.text.locale();
    const bool chosen = member.id == entrance_.staff;
    const float line = line_height(ui, TextSize::s);
    const Rect touch{door.x, door.y, door.w, door.h + line};
    const Press press = press_area(ui, "witness.person." + member.id, touch, !entrance_.checking);
    if (press.clicked) {
        choose_person(entrance_, member.id);
        remark_second_ = -1;
    }
    const std::string letter = surname_of(member.name.in(locale));
    if (chosen || press.held) {
        const float frame = sized(ui, 10);
        fill_door(ui, door, press.held ? colors.deep : colors.brand);
        portrait_door(ui, {door.x + frame, door.y + frame, door.w - 2 * frame, door.h - 2 * frame},
                      member.portrait, letter);
    } else {
        portrait_door(ui, door, member.portrait, letter);
    }
    text_line(ui, {door.x - sized(ui, 12), door.bottom() + 2, door.w + sized(ui, 24), line},
              name_under_door(member.name.in(locale)), chosen ? type::strong : type::body,
              chosen ? colors.brand : colors.text, Align::center);
}

void WitnessPage::draw_pin(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    refresh_remark(ui);
    const bool bad =
        !entrance_.checking && (entrance_.shows_wrong() || entrance_.wait(ui.motion.now) > 0);
    const float line = line_height(ui, TextSize::s);
    const Rect words{rect.x, rect.y, rect.w, line};
    const float used =
        ui.canvas.portrait() ? line : text_block_height(ui, rect.w, remark_, type::strong, 2);
    text_block(ui, words, remark_, type::strong, bad ? colors.bad : colors.text, Align::left,
               ui.canvas.portrait() ? 1 : 2);
    pin_doors(ui, rect.x, rect.y + used + sized(ui, 24), int(StaffEntrance::pin_length),
              int(entrance_.pin.size()), entrance_.shows_wrong());
}

void WitnessPage::refresh_remark(Ui& ui) {
    const std::int64_t wait = entrance_.wait(ui.motion.now);
    if (wait > 0) ui.motion.wake_in(wait % one_second == 0 ? one_second : wait % one_second);
    // One number for everything the sentence says.
    const std::int64_t second = (wait + one_second - 1) / one_second * 100 +
                                std::int64_t(ui.text.locale()) * 8 + entrance_.checking * 4 +
                                entrance_.shows_wrong() * 2;
    if (second == remark_second_) return;
    remark_second_ = second;
    remark_ = remark(ui, wait);
}

std::string WitnessPage::remark(Ui& ui, std::int64_t wait) const {
    const Translator& text = ui.text;
    if (entrance_.checking) return text(Text::witness_checking);
    const StaffEntrance::Refusal* refusal = entrance_.refusal();
    if (wait > 0 && refusal->locked) {
        return text(Text::witness_locked, {{"n", (wait + one_minute - 1) / one_minute}});
    }
    if (entrance_.shows_wrong() && wait <= one_second) {
        return text(Text::witness_wrong, {{"n", std::int64_t(refusal->tries_left)}});
    }
    if (wait > 0) return text(Text::witness_wait, {{"n", (wait + one_second - 1) / one_second}});
    const StaffMember* member = app_.pack().find_staff(entrance_.staff);
    if (!member) return text(Text::witness_choose);
    return text(Text::witness_pin, {{"name", member->name.in(text.locale())}});
}

void WitnessPage::press(char digit) {
    if (waiting() || !press_digit(entrance_, digit, ticks())) return;
    app_.check_pin(scope_, entrance_.staff, entrance_.pin,
                   [this](const PinOutcome& outcome) { answered(outcome); });
}

void WitnessPage::answered(const PinOutcome& outcome) {
    if (!entrance_.checking) return;
    if (outcome.answer == PinAnswer::right) {
        pin_accepted(entrance_);
        confirmed(entrance_.staff);
        return;
    }
    pin_refused(entrance_,
                {ticks() + outcome.wait, outcome.tries_left, outcome.answer == PinAnswer::locked,
                 outcome.answer != PinAnswer::too_soon});
}

bool WitnessPage::on_key(Key key) {
    if (key != Key::backspace && key != Key::erase) return false;
    erase_digit(entrance_);
    return true;
}

void WitnessPage::on_character(char32_t character) {
    if (character >= U'0' && character <= U'9') press(char(character));
}

}  // namespace foyer::kiosk

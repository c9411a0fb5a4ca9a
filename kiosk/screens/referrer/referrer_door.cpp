#include "kiosk/screens/referrer/referrer_door.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/screens/ways.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

struct DoorPlaces {
    Rect door, code, phone, note;
    float floor = 0;
};

DoorPlaces portrait_places(const Canvas& canvas, float words_end) {
    const float margin = 72, gutter = 24, width = (canvas.width - 2 * margin - gutter) / 2;
    DoorPlaces at;
    at.floor = canvas.reach ? std::ceil(canvas.height / 2) : action_bar_rect(canvas).y - 392;
    const float height = canvas.large_text ? 168.0f : 148.0f;
    const float ways = at.floor + (canvas.reach ? 120.0f : 81.0f);
    at.code = {margin, ways, width, height};
    at.phone = at.code.moved(width + gutter, 0);
    at.note = {margin, at.code.bottom() + 24, canvas.width - 2 * margin, 88};
    const float tall = std::min(750.0f, at.floor - words_end - 40);
    const float wide = std::min(688.0f, tall * 688 / 750);
    at.door = {(canvas.width - wide) / 2, at.floor - tall, wide, tall};
    return at;
}

DoorPlaces desk_places(const Canvas& canvas, float words_end) {
    const float left = 48, column = canvas.width * 0.32f, right = left + column + 48;
    const float tile = 80, gap = 14, half = canvas.height / 2;
    DoorPlaces at;
    at.floor = canvas.reach ? half - 8 : 548;
    const float top = 118, tall = at.floor - top, wide = tall * 388 / 430;
    at.door = {(right + canvas.width - 48 - wide) / 2, top, wide, tall};
    if (canvas.reach) {
        const float width = (canvas.width - 96 - gap) / 2;
        at.code = {left, half + 28, width, tile};
        at.phone = at.code.moved(width + gap, 0);
        at.note = {left, at.code.bottom() + 16, canvas.width - 96, 52};
        return at;
    }
    at.code = {left, words_end + 32, column, tile};
    at.phone = at.code.moved(0, tile + gap);
    at.note = {left, at.phone.bottom() + 18, column, 56};
    return at;
}

}  // namespace

std::unique_ptr<Screen> make_identified(App& app, const std::shared_ptr<ReferrerVisit>& visit) {
    const FriendAnswer answer = visit->identify.question.answer();
    if (answer == FriendAnswer::not_here_yet) return make_not_here(app, visit);
    if (answer != FriendAnswer::recognised) return make_code_refused(app, visit);
    visit->referrer = visit->identify.referrer();
    return visit->errand == ReferrerErrand::rewards ? make_last_four(app, visit)
                                                    : make_friend_phone(app, visit);
}

ReferrerDoor::ReferrerDoor(App& app, ReferrerErrand errand)
    : ReferrerPage(app, std::make_shared<ReferrerVisit>()),
      check_(app, {visit_, &visit_->identify.question}, {}, [this] {
          if (app_.navigator().top() == this) show(make_identified(app_, visit_));
      }) {
    visit_->errand = errand;
}

void ReferrerDoor::entered() {
    if (app_.code_keys()) camera_.emplace(app_.scanner());
}

void ReferrerDoor::on_code(const std::string& code) {
    check_.code_scanned(code);
}

void ReferrerDoor::show(std::unique_ptr<Screen> next) {
    // This page stays below, so that Back comes here; its camera does not stay on.
    camera_.reset();
    app_.navigator().push(std::move(next));
}

void ReferrerDoor::draw(Ui& ui) {
    const Texts& own = texts();
    const PageWords words{ui.text(own.title), ui.text(own.sentence), false, own.step};
    const float top = words_end(ui, words);
    const DoorPlaces at =
        ui.canvas.portrait() ? portrait_places(ui.canvas, top) : desk_places(ui.canvas, top);
    draw_head(ui, words, at.floor);
    draw_door(ui, at.door);
    draw_ways(ui, at.code, at.phone);
    draw_note(ui, at.note);
    ActionBar bar;
    bar.main = ui.text(Text::refdoor_policy);
    bar.main_is_secondary = true;
    if (draw_foot(ui, bar)) show(make_policy(app_));
}

void ReferrerDoor::draw_door(Ui& ui, const Rect& rect) {
    light(ui, {rect.x, rect.bottom(), rect.w, sized(ui, 360)});
    CameraDoor door;
    door.found = check_.asking();
    door.hint = hint(ui);
    if (camera_) door.camera = app_.scanner().picture();
    door.camera.broken = !camera_works();
    camera_door(ui, rect, door);
}

bool ReferrerDoor::camera_works() {
    const CameraState state = app_.scanner().state();
    return camera_ && state != CameraState::no_camera && state != CameraState::failed;
}

std::string_view ReferrerDoor::hint(const Ui& ui) {
    if (!app_.code_keys()) return ui.text(Text::refdoor_not_enrolled);
    if (!camera_works()) return ui.text(Text::refdoor_no_camera);
    if (check_.asking()) return ui.text(Text::refdoor_checking);
    const bool running = app_.scanner().state() == CameraState::running;
    return ui.text(running ? Text::refdoor_hint : Text::refdoor_starting);
}

void ReferrerDoor::draw_ways(Ui& ui, const Rect& code, const Rect& phone) {
    const Texts& own = texts();
    Rect place = phone;
    if (app_.code_keys()) {
        if (tile(ui, "referrer.code", code,
                 {Icon::keyboard,
                  ui.text(Text::refdoor_code),
                  ui.text(Text::refdoor_code_caption),
                  {}})) {
            show(make_own_code(app_, visit_));
        }
    } else {
        // Without keys no code can be read: the other way has the whole place.
        place = {code.x, code.y, phone.right() - code.x, code.h};
    }
    if (tile(ui, "referrer.phone", place,
             {own.phone_icon, ui.text(own.phone), ui.text(own.phone_caption), {}})) {
        show(make_own_phone(app_, visit_));
    }
}

void ReferrerDoor::draw_note(Ui& ui, const Rect& rect) {
    if (!camera_) return;
    const std::string& note = ui.text(Text::refdoor_camera_note);
    const float size = metrics(ui.canvas).icon_s, gap = sized(ui, 16);
    const float room = rect.w - size - gap;
    const float height = text_block_height(ui, room, note, type::caption, 2);
    const float width = std::min(text_width(ui, note, type::caption) + 1, room);
    const float x = ui.canvas.portrait() ? rect.middle_x() - (width + size + gap) / 2 : rect.x;
    icon(ui, Icon::shield_check, x + size / 2, rect.middle_y(), size, ui.theme.palette.brand);
    text_block(ui, {x + size + gap, rect.middle_y() - height / 2, width, height}, note,
               type::caption, ui.theme.palette.text, Align::left, 2);
}

}  // namespace foyer::kiosk

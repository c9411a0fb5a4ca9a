#include <algorithm>
#include <utility>

#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

struct ReferrerPlaces {
    Rect door, code, phone, note;
    float floor = 0;
};

ReferrerPlaces portrait_places(const Canvas& canvas, float words_end) {
    const float margin = 72, gutter = 24, width = (canvas.width - 2 * margin - gutter) / 2;
    const float foot = action_bar_rect(canvas).y;
    ReferrerPlaces places;
    const float floor = canvas.large_text ? 476.0f : 392.0f;
    places.floor = canvas.reach ? std::ceil(canvas.height / 2) : foot - floor;
    const float tiles = canvas.reach ? places.floor + 100 : places.floor + 64;
    if (canvas.large_text) {  // one below the other
        places.code = {margin, tiles, canvas.width - 2 * margin, 132};
        places.phone = places.code.moved(0, 152);
    } else {
        places.code = {margin, tiles, width, 148};
        places.phone = {margin + width + gutter, tiles, width, 148};
    }
    places.note = {margin, places.phone.bottom() + 12, canvas.width - 2 * margin, 104};
    const float height = places.floor - words_end - 40;
    const float door_width = std::min(688.0f, height * 688 / 750);
    places.door = {(canvas.width - door_width) / 2, places.floor - height, door_width, height};
    return places;
}

ReferrerPlaces desk_places(const Canvas& canvas, float words_end) {
    const TypingPlaces page = typing_places(canvas, words_end, 0, 0);
    ReferrerPlaces places;
    places.floor = canvas.reach ? page.touch.y - 12 : 548;
    const float top = 132, height = places.floor - top, width = height * 388 / 430;
    places.door = {page.touch.middle_x() - width / 2, top, width, height};
    const float tile = 76, gap = 14;
    const float y = canvas.reach ? page.aside.y + 16 : words_end + 32;
    if (canvas.reach) {
        const float half = (canvas.width - 96 - gap) / 2;
        places.code = {48, y, half, tile};
        places.phone = {48 + half + gap, y, half, tile};
        places.note = {48, y + tile + 20, canvas.width - 96, 52};
        return places;
    }
    places.code = {page.aside.x, y, page.aside.w, tile};
    places.phone = {page.aside.x, y + tile + gap, page.aside.w, tile};
    places.note = {page.aside.x, places.phone.bottom() + 18, page.aside.w, 56};
    return places;
}

/// Did a friend send you? By the friend's code in the camera, or one of two other ways. The camera
/// is on while this page is in front, and at no other time.
class ReferrerPage : public FriendPage {
  public:
    using FriendPage::FriendPage;
    std::string_view name() const override { return "checkin.referrer"; }
    void on_code(const std::string& code) override { check().code_scanned(code); }
    void entered() override {
        if (!question().take_given_up()) return;
        camera_.reset();
        came_alone();
    }

    void draw(Ui& ui) override {
        const bool in_front = ui.interactive && !asking();
        if (in_front && !camera_ && app_.code_keys()) camera_.emplace(app_.scanner());
        PageWords words{ui.text(Text::checkin_referrer_title), sentence(ui.text), false,
                        check_in_step::visit};
        ReferrerPlaces places = this->places(ui, words);
        std::string_view hint = this->hint(ui);
        // A door too narrow for the words has them under the title.
        if (text_width(ui, hint, type::caption_strong) > places.door.w - sized(ui, 96)) {
            words.sentence = std::exchange(hint, {});
            places = this->places(ui, words);
        }
        draw_head(ui, words, places.floor);
        draw_door(ui, places, hint);
        draw_ways(ui, places);
        draw_note(ui, places.note);

        ActionBar bar;
        bar.main = ui.text(Text::checkin_referrer_nobody);
        bar.main_is_secondary = true;
        if (draw_foot(ui, bar) && !asking()) {
            camera_.reset();
            came_alone();
        }
    }

  private:
    static ReferrerPlaces places(const Ui& ui, const PageWords& words) {
        const float top = words_end(ui, words);
        return ui.canvas.portrait() ? portrait_places(ui.canvas, top) : desk_places(ui.canvas, top);
    }

    const std::string& sentence(const Translator& text) {
        const Policy* policy = app_.pack().policy_on(app_.today());
        const bool both = policy && policy->offer(OfferKind::for_friend);
        return text(both ? Text::checkin_referrer_sentence_both : Text::checkin_referrer_sentence);
    }

    /// This page stays below, so that Back comes here; its camera does not stay on.
    void show(std::unique_ptr<Screen> next) override {
        camera_.reset();
        app_.navigator().push(std::move(next));
    }

    void draw_door(Ui& ui, const ReferrerPlaces& places, std::string_view hint) {
        const Rect& rect = places.door;
        light(ui, {rect.x, rect.bottom(), rect.w, sized(ui, 360)});
        CameraDoor door;
        door.found = asking();
        door.hint = hint;
        if (camera_) door.camera = app_.scanner().picture();
        door.camera.broken = !works();
        camera_door(ui, rect, door);
    }

    bool works() {
        const CameraState state = app_.scanner().state();
        return camera_ && state != CameraState::no_camera && state != CameraState::failed;
    }

    std::string_view hint(const Ui& ui) {
        const Translator& text = ui.text;
        if (!app_.code_keys()) return text(Text::checkin_referrer_not_enrolled);
        if (!works()) return text(Text::checkin_referrer_no_camera);
        if (asking()) return text(Text::checkin_referrer_checking);
        if (app_.scanner().state() != CameraState::running)
            return text(Text::checkin_referrer_starting);
        return text(Text::checkin_referrer_hint);
    }

    void draw_ways(Ui& ui, const ReferrerPlaces& places) {
        const Translator& text = ui.text;
        if (app_.code_keys() && tile(ui, "checkin.referrer.code", places.code,
                                     {Icon::keyboard,
                                      text(Text::checkin_referrer_code),
                                      text(Text::checkin_referrer_code_caption),
                                      {}})) {
            show(make_check_in_code(app_, check_in_));
        }
        const Rect place = app_.code_keys()
                               ? places.phone
                               : Rect{places.code.x, places.code.y, places.note.w, places.code.h};
        if (check_in_->friend_question.may_try_phone() &&
            tile(ui, "checkin.referrer.phone", place,
                 {Icon::phone,
                  text(Text::checkin_referrer_phone),
                  text(Text::checkin_referrer_phone_caption),
                  {}})) {
            show(make_check_in_friend_phone(app_, check_in_));
        }
    }

    void draw_note(Ui& ui, const Rect& rect) {
        if (!works()) return;
        const std::string& note = ui.text(Text::checkin_referrer_camera_note);
        const float size = metrics(ui.canvas).icon_s, gap = sized(ui, 16);
        const float room = rect.w - size - gap;
        const float height = text_block_height(ui, room, note, type::caption, 2);
        const float width = std::min(text_width(ui, note, type::caption) + 1, room);
        const bool centred = ui.canvas.portrait();
        const float x = centred ? rect.middle_x() - (width + size + gap) / 2 : rect.x;
        icon(ui, Icon::shield_check, x + size / 2, rect.middle_y(), size, ui.theme.palette.brand);
        text_block(ui, {x + size + gap, rect.middle_y() - height / 2, width, height}, note,
                   type::caption, ui.theme.palette.text, Align::left, 2);
    }

    std::optional<OpenScanner> camera_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in_referrer(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<ReferrerPage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

#include <optional>
#include <string>
#include <utility>

#include "kiosk/scan/still.h"
#include "kiosk/screens/staff/photo_layout.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"
#include "shared/world/files.h"

namespace foyer::kiosk {
namespace {

bool is_disk_full(std::exception_ptr fault) {
    try {
        std::rethrow_exception(fault);
    } catch (const FileError& error) {
        return error.disk_full();
    } catch (...) {
        return false;
    }
}

/// Photographs what the customer brought: aim, press, look at it, keep it or take it again. The
/// camera is on while this page is in front, and at no other time.
class TakePhotoScreen : public Screen {
  public:
    TakePhotoScreen(App& app, Id visit)
        : app_(app), visit_(std::move(visit)), frame_(app, StaffArea::arrivals) {}

    std::string_view name() const override { return "photo.take"; }
    std::int64_t idle_limit() const override { return staff_idle_limit; }
    void draw(Ui& ui) override;
    bool back() override;

  private:
    void tend_camera(const Ui& ui);
    bool works();
    void draw_picture(Ui& ui, const Rect& view);
    void draw_words(Ui& ui, const Rect& rect);
    void draw_shutter(Ui& ui, const Rect& rect);
    void draw_buttons(Ui& ui, const PhotoPlaces& at);
    void encode(PreviewFrame frame);
    void keep();
    void kept(PhotoOutcome outcome);
    void not_kept(std::exception_ptr fault);

    App& app_;
    const Id visit_;
    StaffFrame frame_;
    PhotoTaking taking_;
    std::filesystem::path draft_;
    std::optional<OpenScanner> camera_;
    TaskScope scope_;
};

void TakePhotoScreen::draw(Ui& ui) {
    if (left_because_signed_out(app_, ui)) return wall(ui);
    tend_camera(ui);
    const StaffWay way = frame_.draw(ui, ui.text(Text::photo_title), ui.text(Text::photo_remark));
    const PhotoPlaces at = photo_places(ui, StaffFrame::room(ui.canvas));
    draw_picture(ui, at.view);
    draw_words(ui, at.words);
    draw_shutter(ui, at.middle);
    draw_buttons(ui, at);
    if (way != StaffWay::stay) go(app_, way);
}

void TakePhotoScreen::tend_camera(const Ui& ui) {
    if (ui.interactive && !camera_) camera_.emplace(app_.scanner());
    if (taking_.step() != PhotoStep::taking) return;
    if (!works()) return taking_.failed();
    if (auto frame = app_.scanner().still()) encode(std::move(*frame));
}

bool TakePhotoScreen::works() {
    const CameraState state = app_.scanner().state();
    return camera_ && state != CameraState::no_camera && state != CameraState::failed;
}

void TakePhotoScreen::encode(PreviewFrame frame) {
    app_.shell().tasks().run(
        Lane::other, scope_, [frame = std::move(frame)] { return still_photo(frame); },
        [this](StillPhoto still) {
            if (!taking_.came(std::move(still.jpeg), still.width, still.height)) return;
            draft_ = app_.photos().shown_draft(taking_.jpeg());
        },
        [this](std::exception_ptr fault) {
            taking_.failed();
            app_.show_fault(fault);
        });
}

void TakePhotoScreen::draw_picture(Ui& ui, const Rect& view) {
    photo_wall(ui, view);
    const Rect inside = view.inset(sized(ui, 12));
    if (taking_.step() == PhotoStep::looking || taking_.step() == PhotoStep::keeping) {
        return photo_within(ui, inside, draft_);
    }
    const CameraState state = app_.scanner().state();
    if (state == CameraState::no_camera) {
        return photo_missing(ui, view, Icon::camera_off, ui.text(Text::photo_no_camera),
                             ui.text(Text::photo_no_camera_why));
    }
    if (state == CameraState::failed) {
        return photo_missing(ui, view, Icon::camera_off, ui.text(Text::photo_camera_failed),
                             ui.text(Text::photo_camera_failed_why));
    }
    const PhotoView seen = app_.scanner().picture();
    if (!seen.ready || seen.width <= 0 || seen.height <= 0) {
        return photo_missing(ui, view, Icon::camera, ui.text(Text::photo_starting), "");
    }
    const float scale = std::min(inside.w / seen.width, inside.h / seen.height);
    const float width = seen.width * scale, height = seen.height * scale;
    // Papers are shown as they are, not as in a mirror.
    picture(ui, {inside.middle_x() - width / 2, inside.middle_y() - height / 2, width, height},
            seen, PhotoShape::square, 0, 1, 0.5f, true);
}

void TakePhotoScreen::draw_words(Ui& ui, const Rect& rect) {
    const PhotoStep step = taking_.step();
    const bool aims = step == PhotoStep::aiming || step == PhotoStep::taking;
    if (aims && !works()) return;
    const std::string& words = step == PhotoStep::aiming   ? ui.text(Text::photo_hint)
                               : step == PhotoStep::taking ? ui.text(Text::photo_taking)
                                                           : ui.text(Text::photo_sharp);
    const int lines = ui.canvas.portrait() ? 2 : 3;
    const float height = text_block_height(ui, rect.w, words, type::body, lines);
    text_block(ui, {rect.x, rect.middle_y() - height / 2, rect.w, height}, words, type::body,
               ui.theme.palette.text, Align::center, lines);
}

/// A lit ring around a door's light: nothing else on these pages is round.
void TakePhotoScreen::draw_shutter(Ui& ui, const Rect& rect) {
    const bool aims = taking_.step() == PhotoStep::aiming;
    const bool ready = app_.scanner().state() == CameraState::running;
    if (!works() || !(aims || taking_.step() == PhotoStep::taking)) return;
    const Palette& colors = ui.theme.palette;
    const float radius = std::min(rect.h, rect.w) / 2 - 4, x = rect.middle_x(), y = rect.middle_y();
    const Press press = press_area(ui, "photo.shutter",
                                   {x - radius, y - radius, 2 * radius, 2 * radius}, aims && ready);
    const bool lit = aims && ready && !press.held;
    stroke_circle(ui, x, y, radius, radius * 0.07f, lit ? colors.brand : colors.edge);
    fill_circle(ui, x, y, radius * 0.84f, lit ? colors.glow : colors.tint2);
    icon(ui, Icon::camera, x, y, radius * 0.8f, lit ? colors.on_glow : colors.text2);
    if (press.clicked && taking_.press_shutter()) app_.scanner().want_still();
}

void TakePhotoScreen::draw_buttons(Ui& ui, const PhotoPlaces& at) {
    const PhotoStep step = taking_.step();
    const bool looks = step == PhotoStep::looking || step == PhotoStep::keeping;
    const bool keeping = step == PhotoStep::keeping;
    if (looks) {
        if (ghost_button(ui, "photo.again", at.back, ui.text(Text::photo_again), Icon::refresh,
                         !keeping)) {
            taking_.take_again();
        }
        const std::string& label = ui.text(keeping ? Text::photo_keeping : Text::photo_keep);
        if (primary_button(ui, "photo.keep", at.main, label, !keeping, PrimaryKind::finishes)) {
            keep();
        }
        return;
    }
    const Rect rect = ui.canvas.portrait() ? at.back : at.main;
    if (works()) {
        if (ghost_button(ui, "photo.back", rect, ui.text(Text::back), Icon::chevron_left)) {
            app_.navigator().back();
        }
        return;
    }
    const Rect whole{at.back.x, rect.y, at.main.right() - at.back.x, rect.h};
    if (primary_button(ui, "photo.back", whole, ui.text(Text::photo_to_record))) {
        app_.navigator().back();
    }
}

void TakePhotoScreen::keep() {
    if (!taking_.press_keep()) return;
    const auto staff = app_.staff() ? std::optional(app_.staff()->staff) : std::nullopt;
    app_.ask(
        scope_,
        [&photos = app_.photos(), visit = visit_, jpeg = taking_.jpeg(), width = taking_.width(),
         height = taking_.height(),
         staff](Desk& desk) { return photos.keep(desk, visit, jpeg, width, height, staff); },
        [this](PhotoOutcome outcome) { kept(outcome); },
        [this](std::exception_ptr fault) { not_kept(fault); });
}

void TakePhotoScreen::kept(PhotoOutcome outcome) {
    app_.records_changed();
    app_.navigator().pop();
    const bool good = outcome == PhotoOutcome::kept;
    app_.navigator().open(
        make_toast(app_, app_.text()(good ? Text::photo_kept : Text::arrivals_gone)));
}

/// What was photographed is still here: it can be kept as soon as there is room.
void TakePhotoScreen::not_kept(std::exception_ptr fault) {
    taking_.not_kept();
    if (!is_disk_full(fault)) return app_.show_fault(fault);
    const Translator& text = app_.text();
    app_.navigator().open(make_question(app_, {.title = text(Text::photo_disk_full),
                                               .sentence = text(Text::photo_disk_full_why),
                                               .confirm_label = text(Text::fault_understood),
                                               .cancel_label = "",
                                               .confirm = {}}));
}

bool TakePhotoScreen::back() {
    if (taking_.step() == PhotoStep::keeping) return true;
    if (taking_.step() != PhotoStep::looking) return false;
    taking_.take_again();
    return true;
}

}  // namespace

std::unique_ptr<Screen> make_take_photo(App& app, const Id& visit) {
    return std::make_unique<TakePhotoScreen>(app, visit);
}

}  // namespace foyer::kiosk

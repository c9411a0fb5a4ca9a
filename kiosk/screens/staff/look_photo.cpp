#include <string>
#include <utility>

#include "kiosk/screens/staff/photo_layout.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The photos of a visit as large as the glass allows, one at a time.
class LookPhotoScreen : public Screen {
  public:
    LookPhotoScreen(App& app, std::vector<Photo> photos, int first)
        : app_(app),
          frame_(app, StaffArea::arrivals),
          photos_(std::move(photos)),
          current_(std::size_t(first)) {}

    std::string_view name() const override { return "photo.look"; }
    std::int64_t idle_limit() const override { return staff_idle_limit; }
    void draw(Ui& ui) override;
    bool on_key(Key key) override;

  private:
    const Photo& photo_shown() const { return photos_[current_]; }
    void draw_words(Ui& ui, const Rect& rect);
    void draw_pager(Ui& ui, const Rect& rect);
    void turn(int by);
    void ask_to_remove();
    void remove();

    App& app_;
    StaffFrame frame_;
    const std::vector<Photo> photos_;
    std::size_t current_;
    bool removing_ = false;
    TaskScope scope_;
};

void LookPhotoScreen::draw(Ui& ui) {
    if (left_because_signed_out(app_, ui)) return wall(ui);
    const StaffWay way = frame_.draw(ui, ui.text(Text::photos_label), "");
    const PhotoPlaces at = photo_places(ui, StaffFrame::room(ui.canvas));
    photo_wall(ui, at.view);
    photo_within(ui, at.view.inset(sized(ui, 12)), app_.photos().shown(photo_shown()));
    draw_words(ui, at.words);
    draw_pager(ui, at.middle);
    // The way out stays at its place; what cannot be undone is not the main button.
    const bool portrait = ui.canvas.portrait();
    if (ghost_button(ui, "photo.back", portrait ? at.back : at.main, ui.text(Text::back),
                     Icon::chevron_left)) {
        app_.navigator().back();
    }
    if (secondary_button(ui, "photo.remove", portrait ? at.main : at.back,
                         ui.text(Text::photo_remove), Icon::x_circle, !removing_)) {
        ask_to_remove();
    }
    if (way != StaffWay::stay) go(app_, way);
}

void LookPhotoScreen::draw_words(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const Photo& photo = photo_shown();
    const StaffMember* member = app_.pack().find_staff(photo.staff);
    const std::string by = member ? short_name(*member, ui.text.locale()) : std::string();
    const std::string taken =
        ui.text(Text::photo_taken, {{"name", by}, {"time", ui.text.time_of_day(photo.taken_at)}});
    const bool alone = app_.sync_state().kiosk.empty();
    const std::string& state = ui.text(photo.delivered ? Text::photo_delivered
                                       : alone         ? Text::photo_here_only
                                                       : Text::photo_on_the_way);
    const float line = line_height(ui, TextSize::s);
    const float top = rect.middle_y() - line;
    text_line(ui, {rect.x, top, rect.w, line}, taken, type::body, colors.text, Align::center);
    text_line(ui, {rect.x, top + line, rect.w, line}, state, type::caption, colors.text2,
              Align::center);
}

void LookPhotoScreen::draw_pager(Ui& ui, const Rect& rect) {
    if (photos_.size() < 2) return;
    const float side = ui.canvas.portrait() ? 124.0f : 64.0f;
    const float y = rect.middle_y() - side / 2;
    if (icon_button(ui, "photo.previous", {rect.x, y, side, side}, Icon::chevron_left,
                    SmallButton::edge, current_ > 0)) {
        turn(-1);
    }
    if (icon_button(ui, "photo.next", {rect.right() - side, y, side, side}, Icon::chevron_right,
                    SmallButton::edge, current_ + 1 < photos_.size())) {
        turn(1);
    }
    text_line(ui, {rect.x, y, rect.w, side},
              std::to_string(current_ + 1) + " / " + std::to_string(photos_.size()), type::body,
              ui.theme.palette.text, Align::center);
}

void LookPhotoScreen::turn(int by) {
    const int next = int(current_) + by;
    if (next >= 0 && next < int(photos_.size())) current_ = std::size_t(next);
}

bool LookPhotoScreen::on_key(Key key) {
    if (key != Key::left && key != Key::right) return false;
    turn(key == Key::left ? -1 : 1);
    return true;
}

void LookPhotoScreen::ask_to_remove() {
    const Translator& text = app_.text();
    app_.navigator().open(make_question(app_, {.title = text(Text::photo_remove_title),
                                               .sentence = text(Text::photo_remove_why),
                                               .confirm_label = text(Text::photo_remove),
                                               .cancel_label = text(Text::photo_remove_not),
                                               .confirm = [this] { remove(); },
                                               .grave = true}));
}

void LookPhotoScreen::remove() {
    removing_ = true;
    act(
        app_, scope_, RemovePhoto{photo_shown().visit, photo_shown().id},
        [this](const CommandOutcome&) {
            // Gone before, or gone now: either way it is not here any more.
            app_.navigator().pop();
            app_.navigator().open(make_toast(app_, app_.text()(Text::photo_removed)));
        },
        [this](std::exception_ptr fault) {
            removing_ = false;
            app_.show_fault(fault);
        });
}

}  // namespace

std::unique_ptr<Screen> make_look_photo(App& app, std::vector<Photo> photos, int first) {
    return std::make_unique<LookPhotoScreen>(app, std::move(photos), first);
}

}  // namespace foyer::kiosk

#include "kiosk/screens/staff/record_photos.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

float thumb_width(float height) {
    return height * 4 / 3;
}

}  // namespace

void RecordPhotos::load() {
    scope_.renew();
    app_.ask(
        scope_, [visit = visit_](Desk& desk) { return desk.photos(visit); },
        [this](std::vector<Photo> photos) {
            thumbs_.clear();
            for (Photo& photo : photos) {
                const auto picture =
                    photo.whole() ? app_.photos().shown(photo) : std::filesystem::path();
                thumbs_.push_back({std::move(photo), picture});
            }
        });
}

void RecordPhotos::draw(Ui& ui, const Rect& rect) {
    const float button = metrics(ui.canvas).chip, label = rect.h - button;
    // Where cars are sold, one is often to be traded in.
    const bool cars = !app_.pack().registration.vehicle_marks.empty();
    text_line(ui, {rect.x, rect.y, rect.w, label},
              ui.text(cars ? Text::photos_vehicle : Text::photos_plan), type::caption_strong,
              ui.theme.palette.text2);
    const float gap = sized(ui, 16);
    const float width = draw_button(ui, {rect.x, rect.y + label, rect.w, button}, gap);
    const float x = rect.x + width + gap;
    draw_thumbs(ui, {x, rect.y + label, rect.right() - x, button});
}

/// Where its words would leave no room for a photo that is there, the icon alone.
float RecordPhotos::draw_button(Ui& ui, const Rect& room, float gap) {
    constexpr const char* id = "record.photos.take";
    const std::string& words = ui.text(Text::photo_title);
    const float width = std::min(room.w, small_button_width(ui, words, true));
    const bool narrow = !thumbs_.empty() && room.w - width - gap < thumb_width(room.h);
    const float taken = narrow ? room.h : width;
    const Rect rect{room.x, room.y, taken, room.h};
    const bool pressed = narrow
                             ? icon_button(ui, id, rect, Icon::camera, SmallButton::brand)
                             : small_button(ui, id, rect, words, SmallButton::brand, Icon::camera);
    if (pressed) app_.navigator().push(make_take_photo(app_, visit_));
    return taken;
}

void RecordPhotos::draw_thumbs(Ui& ui, const Rect& rect) {
    const float wide = thumb_width(rect.h), gap = sized(ui, 12);
    const auto places = std::size_t(std::max(0.0f, (rect.w + gap) / (wide + gap)));
    if (thumbs_.empty() || places == 0) return;
    const std::size_t shown = thumbs_.size() <= places ? thumbs_.size() : places - 1;
    Rect at{rect.x, rect.y, wide, rect.h};
    for (std::size_t i = 0; i < shown; ++i) {
        draw_thumb(ui, at, thumbs_.size() - 1 - i);
        at.x += wide + gap;
    }
    if (shown == thumbs_.size()) return;
    const std::string more = (shown > 0 ? "+" : "") + std::to_string(thumbs_.size() - shown);
    if (small_button(ui, "record.photos.more", at, more, SmallButton::tint)) {
        look_at(thumbs_.size() - 1 - shown);
    }
}

void RecordPhotos::draw_thumb(Ui& ui, const Rect& rect, std::size_t index) {
    const Thumb& thumb = thumbs_[index];
    const Palette& colors = ui.theme.palette;
    const float radius = metrics(ui.canvas).radius_key;
    if (thumb.picture.empty()) {
        // Taken at another kiosk: it is there, and at headquarters.
        fill_rounded(ui, rect, radius, colors.tint);
        icon(ui, Icon::images, rect.middle_x(), rect.middle_y(), rect.h * 0.5f, colors.text2);
        return;
    }
    const Press press = press_area(ui, "record.photos." + std::to_string(index), rect);
    photo(ui, rect, thumb.picture, PhotoShape::rounded, radius, press.held ? 0.7f : 1);
    stroke_rounded(ui, rect, radius, sized(ui, 2), colors.edge);
    if (press.clicked) look_at(index);
}

void RecordPhotos::look_at(std::size_t index) {
    std::vector<Photo> here;
    int first = 0;
    for (std::size_t i = 0; i < thumbs_.size(); ++i) {
        if (thumbs_[i].picture.empty()) continue;
        if (i == index) first = int(here.size());
        here.push_back(thumbs_[i].photo);
    }
    if (here.empty()) return;
    app_.navigator().push(make_look_photo(app_, std::move(here), first));
}

}  // namespace foyer::kiosk

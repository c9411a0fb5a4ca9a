#include <algorithm>
#include <cmath>

#include "kiosk/flows/photo_swipe.h"
#include "kiosk/screens/chrome.h"
#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr float zoom_factor = 2;
constexpr float between_pictures = 48;  // units, seen while they are pushed
constexpr int most_doors = 12;          // more pages are counted in figures

/// The pictures of an entry on a dark wall, one at a time, their words beneath.
class PhotoViewerScreen : public GalleryPage {
  public:
    PhotoViewerScreen(App& app, const GalleryEntry& entry, int first)
        : GalleryPage(app), entry_(entry), swipe_(int(entry.pictures.size()), first) {}

    std::string_view name() const override { return "photo.viewer"; }
    void draw(Ui& ui) override;
    bool on_key(Key key) override;
    bool back() override;

  private:
    struct Places {
        Rect picture, touch, words, pager;
    };
    Places places(const Ui& ui) const;
    Places desk_places(const Ui& ui) const;

    void follow_finger(Ui& ui, const Places& at);
    void pan(const Drag& drag, const Rect& picture);
    void draw_pictures(Ui& ui, const Rect& rect);
    void draw_picture(Ui& ui, const Rect& rect, int index, bool zoomed);
    void draw_words(Ui& ui, const Places& at);
    void draw_pager(Ui& ui, const Rect& rect);
    void turn(int by, std::int64_t now);

    const GalleryEntry& entry_;
    PhotoSwipe swipe_;
    bool zoomed_ = false;
    float pan_x_ = 0, pan_y_ = 0;  ///< of the enlarged picture's middle, units
    std::optional<Drag> finger_;   ///< of the frame before, while it is down
    std::int64_t now_ = 0;         ///< of the last frame
};

PhotoViewerScreen::Places PhotoViewerScreen::places(const Ui& ui) const {
    const Canvas& canvas = ui.canvas;
    if (!canvas.portrait()) return desk_places(ui);
    const float end = action_bar_rect(canvas).y - 40, x = 72, width = canvas.width - 144;
    const float words = line_height(ui, TextSize::xs) + 2 * line_height(ui, TextSize::m);
    Places places;
    places.pager = {x, end - 124, width, 124};
    if (canvas.reach) {
        const float floor = canvas.height / 2;
        places.picture = {0, 152, canvas.width, floor - 152 - words - 24};
        places.words = {x, floor - words, width, words};
        places.touch = {x, floor + 24, width, places.pager.y - floor - 56};
        return places;
    }
    places.picture = {0, 160, canvas.width, (places.pager.y - words - 160) * 0.86f};
    places.words = {x, places.picture.bottom() + 36, width, words};
    places.touch = places.picture;
    return places;
}

PhotoViewerScreen::Places PhotoViewerScreen::desk_places(const Ui& ui) const {
    const Canvas& canvas = ui.canvas;
    const float end = action_bar_rect(canvas).y - 20, column = 300, margin = 48;
    const float x = canvas.width - margin - column;
    Places places;
    places.pager = {x, end - 64, column, 64};
    places.words = {x, 132, column, places.pager.y - 24 - 132};
    places.picture = {margin, 108, x - 2 * margin, end - 108};
    places.touch = places.picture;
    if (!canvas.reach) return places;
    const float floor = canvas.height / 2;
    places.picture.h = floor - 120;
    places.words.h = floor - 132;
    places.touch = {margin, floor + 16, x - 2 * margin, end - floor - 16};
    return places;
}

void PhotoViewerScreen::draw(Ui& ui) {
    now_ = ui.motion.now;
    const Places at = places(ui);
    const Rect glass{0, 0, ui.canvas.width, ui.canvas.height};
    hall(ui, glass, ui.canvas.portrait() ? at.picture.bottom() : glass.h);
    follow_finger(ui, at);
    if (swipe_.advance(ui.motion.now)) ui.motion.keep_moving();
    draw_pictures(ui, at.picture);
    visitor_top_bar(app_, ui, true);
    draw_words(ui, at);
    draw_pager(ui, at.pager);
    ActionBar bar;
    bar.main = ui.text(zoomed_ ? Text::viewer_whole : Text::viewer_closer);
    bar.main_is_secondary = true;
    bar.icon = zoomed_ ? Icon::images : Icon::zoom_in;
    if (draw_foot(ui, bar, true)) {
        zoomed_ = !zoomed_;
        pan_x_ = pan_y_ = 0;
    }
}

void PhotoViewerScreen::follow_finger(Ui& ui, const Places& at) {
    const Drag drag = drag_area(ui, "viewer.picture", at.touch);
    if (zoomed_) {
        if (drag.held) pan(drag, at.picture);
    } else if (drag.held) {
        if (!finger_) swipe_.take(drag.x, ui.motion.now);
        swipe_.push(drag.x, at.picture.w + between_pictures, ui.motion.now);
    } else if (finger_) {
        swipe_.let_go(ui.motion.now);
    }
    finger_ = drag.held ? std::optional(drag) : std::nullopt;
}

void PhotoViewerScreen::pan(const Drag& drag, const Rect& picture) {
    if (finger_) {
        pan_x_ += drag.x - finger_->x;
        pan_y_ += drag.y - finger_->y;
    }
    const float most_x = picture.w * (zoom_factor - 1) / 2;
    const float most_y = picture.h * (zoom_factor - 1) / 2;
    pan_x_ = std::clamp(pan_x_, -most_x, most_x);
    pan_y_ = std::clamp(pan_y_, -most_y, most_y);
}

void PhotoViewerScreen::draw_pictures(Ui& ui, const Rect& rect) {
    const Clip clip(ui, rect);
    const int nearest = swipe_.current();
    for (int i = nearest - 1; i <= nearest + 1; ++i) {
        if (i < 0 || i >= int(entry_.pictures.size())) continue;
        const float x = (float(i) - swipe_.position()) * (rect.w + between_pictures);
        // Those beside it are asked for as well: a push shows them at once.
        draw_picture(ui, rect.moved(x, 0), i, zoomed_ && i == nearest);
    }
}

void PhotoViewerScreen::draw_picture(Ui& ui, const Rect& rect, int index, bool zoomed) {
    const float zoom = zoomed ? zoom_factor : 1;
    const auto pixels = [&](float units) { return int(ui.canvas.to_pixels(units * zoom)); };
    const PhotoView view =
        ui.photos.photo(entry_.pictures[std::size_t(index)].file, pixels(rect.w), pixels(rect.h));
    const Palette& colors = ui.theme.palette;
    if (!view.ready || view.width <= 0 || view.height <= 0) {
        const Rect place = rect.inset(scaled(ui, 72));
        fill_rounded(ui, place, metrics(ui.canvas).radius_card, colors.surface.faded(0.08f));
        if (view.broken)
            icon(ui, Icon::images, place.middle_x(), place.middle_y(), metrics(ui.canvas).icon_l,
                 colors.tint2);
        return;
    }
    const float scale = std::min(rect.w / view.width, rect.h / view.height) * zoom;
    const float width = view.width * scale, height = view.height * scale;
    const float reach_x = std::max(0.0f, (width - rect.w) / 2);
    const float reach_y = std::max(0.0f, (height - rect.h) / 2);
    const float x = rect.middle_x() + (zoomed ? std::clamp(pan_x_, -reach_x, reach_x) : 0);
    const float y = rect.middle_y() + (zoomed ? std::clamp(pan_y_, -reach_y, reach_y) : 0);
    picture(ui, {x - width / 2, y - height / 2, width, height}, view, PhotoShape::square, 0,
            eased(ui, view.age, 0.2f));
}

void PhotoViewerScreen::draw_words(Ui& ui, const Places& at) {
    const Palette& colors = ui.theme.palette;
    const Locale locale = ui.text.locale();
    const EntryPicture& shown = entry_.pictures[std::size_t(swipe_.current())];
    const float label = line_height(ui, TextSize::xs);
    const Rect& rect = at.words;
    text_line(ui, {rect.x, rect.y, rect.w, label}, gallery().label(shown.role).in(locale),
              type::caption, colors.tint2);
    const int lines = ui.canvas.portrait() ? 2 : 4;
    text_block(ui, {rect.x, rect.y + label, rect.w, 0}, shown.caption.in(locale), type::button,
               colors.surface, Align::left, lines);
    if (!ui.canvas.reach || !zoomed_) return;
    // The picture is out of reach: it is pushed down here.
    fill_rounded(ui, at.touch, metrics(ui.canvas).radius_card, colors.surface.faded(0.12f));
    const float size = metrics(ui.canvas).icon_l, line = line_height(ui, TextSize::s);
    icon(ui, Icon::hand, at.touch.middle_x(), at.touch.middle_y() - line / 2, size, colors.surface);
    text_line(ui, {at.touch.x, at.touch.middle_y() + size / 2, at.touch.w, line},
              ui.text(Text::viewer_push_here), type::body, colors.surface, Align::center);
}

void PhotoViewerScreen::draw_pager(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const int count = int(entry_.pictures.size()), current = swipe_.current();
    if (count < 2) return;
    const float side = rect.h;
    if (icon_button(ui, "viewer.previous", {rect.x, rect.y, side, side}, Icon::chevron_left,
                    SmallButton::edge, current > 0))
        turn(-1, ui.motion.now);
    if (icon_button(ui, "viewer.next", {rect.right() - side, rect.y, side, side},
                    Icon::chevron_right, SmallButton::edge, current + 1 < count))
        turn(1, ui.motion.now);
    const float step = scaled(ui, 46), width = float(count - 1) * step + scaled(ui, 30);
    if (count <= most_doors && width < rect.w - 2 * side - 2 * step) {
        pager_doors(ui, rect.middle_x() + width / 2, rect.middle_y() + scaled(ui, 20), count,
                    current, colors.glow, colors.surface.faded(0.35f));
    } else {
        text_line(ui, rect, std::to_string(current + 1) + " / " + std::to_string(count), type::body,
                  colors.surface, Align::center);
    }
}

void PhotoViewerScreen::turn(int by, std::int64_t now) {
    zoomed_ = false;
    swipe_.turn(by, now);
}

bool PhotoViewerScreen::on_key(Key key) {
    if (key != Key::left && key != Key::right) return false;
    turn(key == Key::left ? -1 : 1, now_);
    return true;
}

bool PhotoViewerScreen::back() {
    if (!zoomed_) return false;
    zoomed_ = false;
    return true;
}

}  // namespace

std::unique_ptr<Screen> make_photo_viewer(App& app, const std::string& entry, int first) {
    const GalleryEntry* found = app.pack().find_entry(entry);
    if (!found || found->pictures.empty()) return make_gone(app);
    return std::make_unique<PhotoViewerScreen>(app, *found, first);
}

}  // namespace foyer::kiosk

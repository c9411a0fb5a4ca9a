#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/screens/visitor/gallery_entry_cards.h"
#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

/// What a chip brings up: before and after, or the pictures of one kind.
struct EntryView {
    std::string id;
    const LocalizedText* label;
    bool compare = false;
    std::vector<int> pictures;  ///< indices in the entry's
};

constexpr std::array<std::string_view, 7> role_names = {"before", "after",    "plan",   "guidance",
                                                        "detail", "lived_in", "evening"};

/// In the pack's order, before and after first.
std::vector<EntryView> views_of(const Gallery& gallery, const GalleryEntry& entry) {
    std::vector<EntryView> views;
    const auto pictures = [&](PictureRole role) {
        std::vector<int> indices;
        for (std::size_t i = 0; i < entry.pictures.size(); ++i) {
            if (entry.pictures[i].role == role) indices.push_back(int(i));
        }
        return indices;
    };
    const bool compare = entry.picture(PictureRole::before) && entry.picture(PictureRole::after);
    if (compare) views.push_back({"compare", &gallery.compare, true, pictures(PictureRole::after)});
    for (const PictureLabel& label : gallery.labels) {
        if (compare && label.role == PictureRole::before) continue;
        EntryView view{std::string(role_names[std::size_t(label.role)]), &label.label, false,
                       pictures(label.role)};
        if (!view.pictures.empty()) views.push_back(std::move(view));
    }
    return views;
}

/// A finished home or a delivered car (look "12-case-detail").
class GalleryEntryScreen : public GalleryPage {
  public:
    GalleryEntryScreen(App& app, const GalleryEntry& entry)
        : GalleryPage(app),
          entry_(entry),
          views_(views_of(app.pack().gallery, entry)),
          cards_(app.pack(), entry) {}

    std::string_view name() const override { return "gallery.entry"; }
    void draw(Ui& ui) override;

  private:
    struct Places {
        Rect picture, chips, tools, cards;
    };
    Places places(const Ui& ui, const GalleryPlaces& at) const;
    Places desk_places(const Ui& ui, const GalleryPlaces& at) const;

    void make_texts(const Ui& ui);
    void draw_picture(Ui& ui, const Rect& rect);
    void draw_compare(Ui& ui, const Rect& rect);
    void draw_reach_tools(Ui& ui, const Rect& rect);
    void draw_cards(Ui& ui, const Rect& rect);
    void open_viewer(int picture);

    const EntryView& view() const { return views_[std::size_t(shown_)]; }
    const EntryPicture& picture(int index) const { return entry_.pictures[std::size_t(index)]; }

    const GalleryEntry& entry_;
    const std::vector<EntryView> views_;
    EntryCards cards_;
    int shown_ = 0;
    float split_ = 0.46f;
    std::string title_, sentence_;
    std::vector<ChipItem> chips_;
    ScrollState chips_scroll_, cards_scroll_;
};

void GalleryEntryScreen::make_texts(const Ui& ui) {
    if (!language_changed(ui)) return;
    const Locale locale = ui.text.locale();
    const Pack& pack = app_.pack();
    title_ = entry_.title.in(locale);
    // A home is found by its estate; a car's title says what it is.
    const GalleryGroup* group = pack.find_group(entry_.group);
    if (group && entry_.area_square_metres > 0) title_ = group->name.in(locale) + " " + title_;
    sentence_ =
        foyer::fill(gallery().finished.in(locale), "date", month_of(ui.text, entry_.finished));
    if (!entry_.household.empty()) sentence_ += " · " + entry_.household.in(locale);
    if (entry_.price_fen > 0) sentence_ += " · " + ui.text.money(entry_.price_fen);
    chips_.clear();
    for (const EntryView& view : views_)
        chips_.push_back({"entry.view." + view.id, view.label->in(locale), false});
    cards_.make_texts(ui);
}

void GalleryEntryScreen::draw(Ui& ui) {
    make_texts(ui);
    for (std::size_t i = 0; i < chips_.size(); ++i)
        chips_[i].on = int(i) == shown_;
    GalleryHead head;
    head.title = title_;
    head.sentence = sentence_;
    const Places at = places(ui, draw_head(ui, head));
    if (!views_.empty()) draw_picture(ui, at.picture);
    if (ui.canvas.reach && !views_.empty()) draw_reach_tools(ui, at.tools);
    draw_cards(ui, at.cards);
    const int pressed = chip_row(ui, "entry.views", at.chips, chips_, chips_scroll_);
    if (pressed >= 0) shown_ = pressed;
    ActionBar bar;
    bar.main = gallery().ask_for_this.in(ui.text.locale());
    if (draw_foot(ui, bar)) app_.navigator().push(make_check_in(app_, entry_.person));
}

GalleryEntryScreen::Places GalleryEntryScreen::places(const Ui& ui, const GalleryPlaces& at) const {
    if (!ui.canvas.portrait()) return desk_places(ui, at);
    Places places;
    const Rect& page = at.content;
    const float chip = metrics(ui.canvas).chip;
    float y = page.y;
    if (ui.canvas.reach) {
        const float foot = ui.canvas.height / 2 - 36;
        const float top = std::max(at.words_end + 16, foot - 600);
        places.picture = {page.x, top, page.w, foot - top};
    } else {
        // Plan and person stand under it whole, if the words leave room for them.
        const float height = std::clamp(page.h - 700, 420.0f, 560.0f);
        places.picture = {page.x, y, page.w, height};
        y = places.picture.bottom() + 24;
    }
    places.chips = {page.x, y, page.w, chip};
    y = places.chips.bottom() + 20;
    if (ui.canvas.reach) {
        places.tools = {page.x, y, page.w, 116};
        y = places.tools.bottom() + 20;
    }
    places.cards = {page.x, y, page.w, page.bottom() - y};
    return places;
}

GalleryEntryScreen::Places GalleryEntryScreen::desk_places(const Ui& ui,
                                                           const GalleryPlaces& at) const {
    Places places;
    const Rect& page = at.content;
    if (ui.canvas.reach) {
        places.picture = {page.x, 108, page.w, ui.canvas.height / 2 - 108 - 18};
        places.chips = at.side;
        places.tools = {page.x, page.y, page.w, 64};
        const float y = places.tools.bottom() + 12;
        places.cards = {page.x, y, page.w, page.bottom() - y};
        return places;
    }
    const float chip = metrics(ui.canvas).chip;
    const float chips = std::min(chip_row_height(ui, page.w, chips_), 2 * chip + 10);
    places.chips = {page.x, page.bottom() - chips, page.w, chips};
    places.picture = {page.x, page.y, page.w, page.h - chips - 16};
    places.cards = at.side;
    return places;
}

void GalleryEntryScreen::draw_picture(Ui& ui, const Rect& rect) {
    if (view().compare) {
        draw_compare(ui, rect);
    } else {
        const float gap = metrics(ui.canvas).gutter / 2;
        const float count = float(view().pictures.size());
        const float width = (rect.w - (count - 1) * gap) / count;
        float x = rect.x;
        for (const int index : view().pictures) {
            const Rect place{x, rect.y, width, rect.h};
            x += width + gap;
            const EntryPicture& shown = picture(index);
            const float radius = metrics(ui.canvas).radius_card;
            if (shown.role == PictureRole::plan) {
                fill_rounded(ui, place, radius, ui.theme.palette.surface);
                photo_within(ui, place.inset(scaled(ui, 24)), shown.file);
            } else {
                photo(ui, place, shown.file, PhotoShape::rounded, radius);
            }
            if (ui.canvas.reach) continue;
            if (press_area(ui, "entry.picture." + std::to_string(index), place).clicked)
                open_viewer(index);
        }
    }
    if (ui.canvas.reach) return;
    const float side = metrics(ui.canvas).chip, air = scaled(ui, 20);
    const Rect zoom{rect.right() - side - air, rect.y + air, side, side};
    if (icon_button(ui, "entry.zoom", zoom, Icon::zoom_in, SmallButton::edge))
        open_viewer(view().pictures.front());
}

void GalleryEntryScreen::draw_compare(Ui& ui, const Rect& rect) {
    const Locale locale = ui.text.locale();
    BeforeAfter pictures;
    pictures.before = entry_.picture(PictureRole::before)->file;
    pictures.after = entry_.picture(PictureRole::after)->file;
    pictures.before_label = gallery().compare_before.in(locale);
    pictures.after_label = gallery().compare_after.in(locale);
    Ui picture = ui;
    // In reach mode the handle is below, the picture only follows.
    picture.interactive = ui.interactive && !ui.canvas.reach;
    before_after(picture, "entry.slider", rect, pictures, split_);
}

void GalleryEntryScreen::draw_reach_tools(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const float gap = metrics(ui.canvas).gutter;
    if (icon_button(ui, "entry.zoom", {rect.right() - rect.h, rect.y, rect.h, rect.h},
                    Icon::zoom_in, SmallButton::brand))
        open_viewer(view().pictures.front());
    if (!view().compare) return;
    const Rect track{rect.x, rect.y, rect.w - rect.h - gap, rect.h};
    const Drag drag = drag_area(ui, "entry.slider", track);
    if (drag.held) split_ = std::clamp((drag.x - track.x) / track.w, 0.0f, 1.0f);
    const float width = rect.h * 0.8f;
    const float middle =
        std::clamp(track.x + track.w * split_, track.x + width / 2, track.right() - width / 2);
    floor_line(ui, track.x, track.bottom(), track.w, scaled(ui, 5), colors.edge);
    const Rect door{middle - width / 2, track.y, width, track.h};
    door_shadow(ui, door, Elevation::e1);
    fill_door(ui, door, drag.held ? colors.tint2 : colors.surface);
    icon(ui, Icon::arrows_horizontal, middle, door.middle_y() + scaled(ui, 6), scaled(ui, 60),
         colors.brand);
}

void GalleryEntryScreen::draw_cards(Ui& ui, const Rect& rect) {
    const float air = scaled(ui, 24);
    const Rect view{rect.x - air, rect.y - air / 2, rect.w + 2 * air, rect.h + air / 2};
    ScrollArea area(ui, "entry.cards", view, cards_scroll_);
    const float top = area.start() + air / 2;
    const EntryCards::Pressed press = cards_.draw(ui, {rect.x, top, rect.w, 0});
    area.finish(cards_.height() + air,
                ui.canvas.reach ? ui.theme.palette.floor : ui.theme.palette.wall);
    if (press.person) app_.navigator().push(make_person(app_, entry_.person));
    if (!press.product.empty()) app_.navigator().push(make_product(app_, press.product));
}

void GalleryEntryScreen::open_viewer(int picture) {
    app_.navigator().push(make_photo_viewer(app_, entry_.id, picture));
}

}  // namespace

std::unique_ptr<Screen> make_gallery_entry(App& app, const std::string& entry) {
    const GalleryEntry* found = app.pack().find_entry(entry);
    if (!found) return make_gone(app);
    return std::make_unique<GalleryEntryScreen>(app, *found);
}

}  // namespace foyer::kiosk

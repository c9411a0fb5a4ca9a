#include <algorithm>
#include <memory>
#include <vector>

#include "kiosk/flows/gallery_filter.h"
#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Which estate is yours? Or: which series? (look "11-cases")
class GalleryScreen : public GalleryPage {
  public:
    explicit GalleryScreen(App& app)
        : GalleryPage(app), query_(app.pack().gallery), day_(app.today()) {
        search();
        read_names();
    }

    std::string_view name() const override { return "gallery"; }
    void draw(Ui& ui) override;
    bool on_key(Key key) override;
    void on_character(char32_t character) override;
    bool back() override;

  private:
    struct Places {
        Rect search, hint, chips, list, keys;
    };
    Places places(const Ui& ui, const GalleryPlaces& at) const;
    Places portrait_places(const Ui& ui, const GalleryPlaces& at) const;
    Places desk_places(const Ui& ui, const GalleryPlaces& at) const;

    void read_names();
    void search();
    void make_texts(const Ui& ui);
    DoorCard hit_card(const Ui& ui, const GalleryHit& hit) const;
    void draw_search(Ui& ui, const Rect& rect);
    /// The field is too narrow for the pack's hint: it stands under it.
    bool hint_below(const Ui& ui, const Rect& rect) const;
    void draw_chips(Ui& ui, const Rect& rect);
    void draw_doors(Ui& ui, const Rect& rect);
    void draw_keys(Ui& ui, const Rect& rect);
    void open(const GalleryHit& hit);

    GalleryQuery query_;
    const Date day_;
    std::shared_ptr<const GalleryIndex> index_;
    std::vector<GalleryHit> hits_;
    std::vector<DoorCard> doors_;
    std::vector<ChipItem> chips_;
    bool texts_stale_ = true;
    bool typing_ = false;
    KeyboardState keyboard_;
    ScrollState doors_scroll_, chips_scroll_;
    TaskScope scope_;
};

void GalleryScreen::read_names() {
    const Pack& pack = app_.pack();
    app_.shell().tasks().run(
        Lane::other, scope_, [&pack] { return std::make_shared<const GalleryIndex>(pack); },
        [this](std::shared_ptr<const GalleryIndex> index) {
            index_ = std::move(index);
            search();
        });
}

void GalleryScreen::search() {
    hits_ = find_in_gallery(app_.pack(), index_.get(), query_, day_);
    doors_scroll_ = {};
    texts_stale_ = true;
}

DoorCard GalleryScreen::hit_card(const Ui& ui, const GalleryHit& hit) const {
    if (hit.entry) return entry_card(ui, app_.pack(), *hit.entry, true);
    const Locale locale = ui.text.locale();
    const GalleryGroup& group = *hit.group;
    DoorCard card;
    card.id = "gallery.group." + group.id;
    card.title = group.name.in(locale);
    card.photo = group.picture;
    if (group.done > 0) card.caption = gallery().done_count.in(locale, group.done);
    if (!group.plans.empty()) {
        if (!card.caption.empty()) card.caption += " · ";
        card.caption += gallery().plan_count.in(locale, std::int64_t(group.plans.size()));
    }
    return card;
}

void GalleryScreen::make_texts(const Ui& ui) {
    if (!language_changed(ui) && !texts_stale_) return;
    texts_stale_ = false;
    doors_.clear();
    for (const GalleryHit& hit : hits_)
        doors_.push_back(hit_card(ui, hit));
    chips_.clear();
    for (const GalleryFilter& filter : gallery().filters)
        chips_.push_back({"gallery.filter." + filter.id, filter.label.in(ui.text.locale()),
                          query_.is_on(filter), icon_from_name(filter.icon)});
}

GalleryScreen::Places GalleryScreen::places(const Ui& ui, const GalleryPlaces& at) const {
    return ui.canvas.portrait() ? portrait_places(ui, at) : desk_places(ui, at);
}

GalleryScreen::Places GalleryScreen::portrait_places(const Ui& ui, const GalleryPlaces& at) const {
    Places places;
    const Rect& page = at.content;
    constexpr float field = 124, keys = 404;
    if (typing_ && ui.canvas.reach) {
        // The field is only read now: it stands above, and the lower half is for keys and finds.
        places.search = {page.x, page.y - 24 - 28 - field, page.w, field};
        places.keys = {page.x, page.bottom() - keys, page.w, keys};
        places.list = {page.x, page.y, page.w, places.keys.y - 20 - page.y};
        return places;
    }
    if (typing_) places.keys = {page.x, page.bottom() - keys, page.w, keys};
    const float end = typing_ ? places.keys.y - 20 : page.bottom();
    places.search = {page.x, page.y - 4, page.w, field};
    float y = places.search.bottom() + 24;
    places.chips = {page.x, y, page.w, metrics(ui.canvas).chip};
    y = places.chips.bottom() + 24;
    places.list = {page.x, y, page.w, std::max(0.0f, end - y)};
    return places;
}

GalleryScreen::Places GalleryScreen::desk_places(const Ui& ui, const GalleryPlaces& at) const {
    Places places;
    const float field = metrics(ui.canvas).button;
    places.search = {at.side.x, at.side.y, at.side.w, field};
    float top = places.search.bottom() + 16;
    if (hint_below(ui, places.search) && !ui.canvas.reach) {
        const std::string& hint = gallery().search_hint.in(ui.text.locale());
        const float height = text_block_height(ui, at.side.w, hint, type::caption, 2);
        places.hint = {at.side.x, places.search.bottom() + 6, at.side.w, height};
        top += height + 4;
    }
    places.chips = {at.side.x, top, at.side.w, at.side.bottom() - top};
    places.list = at.content;
    if (!typing_) return places;
    const float keys = ui.canvas.reach ? at.content.h : 244;
    const Rect& page = at.content;
    places.keys = {page.x, page.bottom() - keys, page.w, keys};
    places.list = {page.x, page.y, page.w, page.h - keys - 16};
    if (!ui.canvas.reach) return places;
    // In the lower half the keys take the right column; what they find stands in the left one.
    places.chips = {};
    places.list = {at.side.x, top, at.side.w, at.side.bottom() - top};
    return places;
}

void GalleryScreen::draw(Ui& ui) {
    make_texts(ui);
    const Locale locale = ui.text.locale();
    GalleryHead head;
    head.title = gallery().title.in(locale);
    if (!hits_.empty())
        head.picture = hits_.front().entry ? hits_.front().entry->cover() : doors_.front().photo;
    const Places at = places(ui, draw_head(ui, head));
    draw_doors(ui, at.list);
    draw_search(ui, at.search);
    if (at.hint.h > 0)
        text_block(ui, at.hint, gallery().search_hint.in(locale), type::caption,
                   ui.theme.palette.text2, Align::left, 2);
    if (at.chips.h > 0) draw_chips(ui, at.chips);
    if (typing_) draw_keys(ui, at.keys);
    ActionBar bar;
    bar.main = gallery().by_product.in(locale);
    bar.main_is_secondary = true;
    bar.icon = Icon::grid;
    if (draw_foot(ui, bar)) app_.navigator().push(make_products(app_));
}

void GalleryScreen::draw_search(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const float air = scaled(ui, 12), side = rect.h - 2 * air;
    const Rect button{rect.right() - side - air, rect.y + air, side, side};
    const std::string& hint = gallery().search_hint.in(ui.text.locale());
    Field look;
    look.text = query_.typed();
    look.placeholder = hint_below(ui, rect) ? ui.text(Text::search) : hint;
    look.focused = typing_;
    look.icon = Icon::search;
    look.style = type::button;
    card_shadow(ui, rect);
    // Field and button share the paint but not the finger.
    Ui paint = ui;
    paint.interactive = false;
    field(paint, "gallery.search", rect, look);
    if (rect.y < ui.canvas.height / 2 && ui.canvas.reach) return;
    if (press_area(ui, "gallery.search", {rect.x, rect.y, button.x - air - rect.x, rect.h}).clicked)
        typing_ = true;
    const bool typed = !query_.typed().empty();
    if (typed)
        fill_rounded(ui, button.inset(-air / 2), metrics(ui.canvas).radius_key, colors.surface);
    const Icon shown = typed ? Icon::x : typing_ ? Icon::chevron_down : Icon::keyboard;
    if (!icon_button(ui, typed ? "gallery.search.clear" : "gallery.keyboard", button, shown,
                     SmallButton::tint))
        return;
    if (!typed) {
        typing_ = !typing_;
        return;
    }
    query_.clear();
    search();
}

bool GalleryScreen::hint_below(const Ui& ui, const Rect& rect) const {
    const float room = rect.w - rect.h - scaled(ui, 200);
    return text_width(ui, gallery().search_hint.in(ui.text.locale()), type::caption) > room;
}

void GalleryScreen::draw_chips(Ui& ui, const Rect& rect) {
    const int pressed = chip_row(ui, "gallery.filters", rect, chips_, chips_scroll_);
    if (pressed < 0) return;
    query_.toggle(gallery(), gallery().filters[std::size_t(pressed)]);
    search();
}

void GalleryScreen::draw_doors(Ui& ui, const Rect& rect) {
    if (!doors_.empty()) {
        const int pressed = door_list(ui, "gallery.doors", rect, doors_, doors_scroll_);
        if (pressed >= 0) open(hits_[std::size_t(pressed)]);
        return;
    }
    const std::string& sentence = ui.text(Text::gallery_nothing_found);
    if (nothing_found(ui, rect, Icon::search, sentence, ui.text(Text::gallery_show_all))) {
        query_.clear();
        query_.widen(gallery());
        search();
    }
}

void GalleryScreen::draw_keys(Ui& ui, const Rect& rect) {
    const KeyboardLabels labels{ui.text(Text::gallery_keys_space), ui.text(Text::done),
                                ui.text(Text::gallery_keys_digits),
                                ui.text(Text::gallery_keys_letters)};
    const auto pressed = letter_keyboard(ui, "gallery.keys", rect, keyboard_, labels);
    switch (pressed.kind) {
        case KeyKind::text:
        case KeyKind::space:
            query_.type(char32_t(pressed.text.front()));
            return search();
        case KeyKind::erase:
            query_.erase();
            return search();
        case KeyKind::done:
            typing_ = false;
            return;
        default:
            return;
    }
}

void GalleryScreen::open(const GalleryHit& hit) {
    if (hit.entry) return open_entry(*hit.entry);
    app_.navigator().push(make_gallery_group(app_, hit.group->id));
}

bool GalleryScreen::on_key(Key key) {
    if (key == Key::enter && typing_) {
        typing_ = false;
        return true;
    }
    if (key != Key::backspace && key != Key::erase) return false;
    query_.erase();
    search();
    return true;
}

void GalleryScreen::on_character(char32_t character) {
    query_.type(character);
    search();
}

bool GalleryScreen::back() {
    if (!typing_) return false;
    typing_ = false;
    return true;
}

}  // namespace

std::unique_ptr<Screen> make_gallery(App& app) {
    return std::make_unique<GalleryScreen>(app);
}

}  // namespace foyer::kiosk

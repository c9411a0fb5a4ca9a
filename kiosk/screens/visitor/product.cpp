#include <vector>

#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// A product, and where it can be seen laid (or driven).
class ProductScreen : public GalleryPage {
  public:
    ProductScreen(App& app, const Product& product) : GalleryPage(app), product_(product) {
        entries_ = app.pack().entries_with(product.id);
    }

    std::string_view name() const override { return "product"; }
    void draw(Ui& ui) override;

  private:
    void make_texts(const Ui& ui);
    /// Swatch and what there is to know; returns its height.
    float draw_card(Ui& ui, float x, float y, float width);
    void draw_words(Ui& ui, const Rect& rect);
    float words_height(const Ui& ui, float width) const;

    const Product& product_;
    std::vector<const GalleryEntry*> entries_;
    std::vector<DoorCard> doors_;
    std::string sentence_, price_, summary_;
    ScrollState scroll_;
};

void ProductScreen::make_texts(const Ui& ui) {
    if (!language_changed(ui)) return;
    const Locale locale = ui.text.locale();
    doors_.clear();
    for (const GalleryEntry* entry : entries_)
        doors_.push_back(entry_card(ui, app_.pack(), *entry, true));
    sentence_ = product_.size.in(locale);
    if (!product_.use.empty()) sentence_ += " · " + product_.use.in(locale);
    summary_ = product_.summary.in(locale);
    price_.clear();
    if (product_.price_fen <= 0) return;
    price_ = ui.text.money(product_.price_fen);
    if (!product_.price_unit.empty()) price_ += " " + product_.price_unit.in(locale);
}

void ProductScreen::draw(Ui& ui) {
    make_texts(ui);
    GalleryHead head;
    head.title = product_.name.in(ui.text.locale());
    head.sentence = sentence_;
    head.picture = product_.swatch;
    const GalleryPlaces at = draw_head(ui, head);
    const bool portrait = ui.canvas.portrait();
    const Rect rect = at.content;
    if (!portrait) draw_card(ui, at.side.x, at.side.y, at.side.w);
    const float air = scaled(ui, 24), gap = scaled(ui, 32);
    {
        const Rect view{rect.x - air, rect.y - air / 2, rect.w + 2 * air, rect.h + air};
        ScrollArea area(ui, "product.page", view, scroll_);
        float y = area.start() + air / 2;
        if (portrait) y += draw_card(ui, rect.x, y, rect.w) + gap;
        const DoorGrid grid(ui, rect.w);
        const int pressed = grid.draw(ui, area, rect.x, y, doors_);
        if (pressed >= 0) open_entry(*entries_[std::size_t(pressed)]);
        y += grid.height(doors_.size());
        area.finish(y + air / 2 - area.start(),
                    ui.canvas.reach ? ui.theme.palette.floor : ui.theme.palette.wall);
    }
    if (doors_.empty() && !portrait)
        nothing_found(ui, rect, Icon::images, ui.text(Text::product_none), {});
    draw_foot(ui, {});
}

float ProductScreen::words_height(const Ui& ui, float width) const {
    float height = text_block_height(ui, width, summary_, type::body, 4);
    if (!price_.empty()) height += line_height(ui, TextSize::m);
    return height;
}

void ProductScreen::draw_words(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    float y = rect.y;
    if (!price_.empty()) {
        const float line = line_height(ui, TextSize::m);
        text_line(ui, {rect.x, y, rect.w, line}, price_, type::button, colors.brand);
        y += line;
    }
    text_block(ui, {rect.x, y, rect.w, 0}, summary_, type::body, colors.text, Align::left, 4);
}

float ProductScreen::draw_card(Ui& ui, float x, float y, float width) {
    const float pad = scaled(ui, 32), radius = metrics(ui.canvas).radius_key;
    // In reach mode the swatch fills the door above.
    const bool swatch = !ui.canvas.reach;
    if (ui.canvas.portrait()) {
        const float side = swatch ? scaled(ui, 280) : 0;
        const float room = width - 2 * pad - (swatch ? side + pad : 0);
        const float words = words_height(ui, room);
        const float height = std::max(side, words) + 2 * pad;
        card(ui, {x, y, width, height});
        if (swatch)
            photo(ui, {x + pad, y + pad, side, side}, product_.swatch, PhotoShape::rounded, radius);
        draw_words(ui, {x + width - pad - room, y + (height - words) / 2, room, words});
        return height;
    }
    const float side = swatch ? scaled(ui, 300) : 0;
    const float words = words_height(ui, width - 2 * pad);
    const float height = side + words + 2 * pad;
    card(ui, {x, y, width, height});
    if (swatch)
        photo(ui, {x, y, width, side}, product_.swatch, PhotoShape::rounded_top,
              metrics(ui.canvas).radius_card);
    draw_words(ui, {x + pad, y + side + pad, width - 2 * pad, words});
    return height;
}

}  // namespace

std::unique_ptr<Screen> make_product(App& app, const std::string& product) {
    const Product* found = app.pack().find_product(product);
    if (!found) return make_gone(app);
    return std::make_unique<ProductScreen>(app, *found);
}

}  // namespace foyer::kiosk

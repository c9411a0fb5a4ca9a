#include <vector>

#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

/// All products as swatches: the gallery seen by what was laid, or by model.
class ProductsScreen : public GalleryPage {
  public:
    using GalleryPage::GalleryPage;
    std::string_view name() const override { return "products"; }
    void draw(Ui& ui) override;

  private:
    struct Card {
        std::string id, title, use, size_and_use;
        const Product* product;
    };
    void make_texts(const Ui& ui);
    void draw_cards(Ui& ui, const Rect& rect);

    std::vector<Card> cards_;
    ScrollState scroll_;
};

void ProductsScreen::make_texts(const Ui& ui) {
    if (!language_changed(ui)) return;
    const Locale locale = ui.text.locale();
    cards_.clear();
    for (const Product& product : app_.pack().products) {
        const std::string &size = product.size.in(locale), &use = product.use.in(locale);
        cards_.push_back({"products." + product.id, product.name.in(locale), use,
                          size.empty() ? use : size + " · " + use, &product});
    }
}

void ProductsScreen::draw(Ui& ui) {
    make_texts(ui);
    GalleryHead head;
    head.title = gallery().by_product.in(ui.text.locale());
    if (!cards_.empty()) head.picture = cards_.front().product->swatch;
    const GalleryPlaces at = draw_head(ui, head);
    Rect list = at.content;
    if (!ui.canvas.portrait() && ui.canvas.reach) {
        list.w = list.right() - at.side.x;
        list.x = at.side.x;
    }
    draw_cards(ui, list);
    draw_foot(ui, {});
}

void ProductsScreen::draw_cards(Ui& ui, const Rect& rect) {
    const bool portrait = ui.canvas.portrait(), reach = ui.canvas.reach;
    const float gap = metrics(ui.canvas).gutter, air = scaled(ui, 24);
    const float least = scaled(ui, !reach ? 430 : portrait ? 290 : 400);
    const int columns = std::max(1, int((rect.w + gap) / (least + gap)));
    const float width = (rect.w - float(columns - 1) * gap) / float(columns);
    const float words = line_height(ui, TextSize::s) + line_height(ui, TextSize::xs);
    const float height = width * (reach ? 0.45f : 0.62f) + words + scaled(ui, 24);
    ScrollArea area(ui, "products.list",
                    {rect.x - air, rect.y - air / 2, rect.w + 2 * air, rect.h + air}, scroll_);
    const float top = area.start() + air / 2;
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        const Card& card = cards_[i];
        const Rect place{rect.x + float(int(i) % columns) * (width + gap),
                         top + float(int(i) / columns) * (height + gap), width, height};
        if (!area.shows(place.y, place.h)) continue;
        // Measures in millimetres are long, and what it is for says more.
        const bool fits = text_width(ui, card.size_and_use, type::caption) < width - scaled(ui, 48);
        if (photo_card(ui, card.id, place, card.product->swatch, card.title,
                       fits ? card.size_and_use : card.use))
            app_.navigator().push(make_product(app_, card.product->id));
    }
    const int rows = (int(cards_.size()) + columns - 1) / columns;
    area.finish(float(rows) * (height + gap) - gap + air,
                reach ? ui.theme.palette.floor : ui.theme.palette.wall);
}

}  // namespace

std::unique_ptr<Screen> make_products(App& app) {
    return std::make_unique<ProductsScreen>(app);
}

}  // namespace foyer::kiosk

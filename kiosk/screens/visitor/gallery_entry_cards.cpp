#include "kiosk/screens/visitor/gallery_entry_cards.h"

#include <algorithm>

#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"
#include "shared/people/names.h"

namespace foyer::kiosk {
namespace {

float product_height(const Ui& ui) {
    const float words = line_height(ui, TextSize::s) + line_height(ui, TextSize::xs);
    return std::max(scaled(ui, 102), words + scaled(ui, 12));
}

/// The least height of the plan's picture under which nobody can read it.
float plan_height(const Ui& ui, bool beside) {
    return scaled(ui, beside ? 290 : 340);
}

}  // namespace

EntryCards::EntryCards(const Pack& pack, const GalleryEntry& entry) : pack_(pack), entry_(entry) {
    if (const GalleryGroup* group = pack.find_group(entry.group))
        plan_ = group->find_plan(entry.plan);
    person_ = pack.find_staff(entry.person);
    for (const PlacedProduct& placed : entry.products) {
        if (const Product* product = pack.find_product(placed.product))
            laid_.push_back({product, "entry.product." + placed.product, {}, {}, {}});
    }
}

void EntryCards::make_texts(const Ui& ui) {
    const Locale locale = ui.text.locale();
    std::size_t i = 0;
    for (const PlacedProduct& placed : entry_.products) {
        if (!pack_.find_product(placed.product)) continue;
        Laid& laid = laid_[i++];
        laid.name = laid.product->name.in(locale);
        laid.size = laid.product->size.in(locale);
        laid.place = placed.place.in(locale);
    }
    story_ = entry_.story.in(locale);
    if (!person_) return;
    person_name_ = person_->name.in(locale);
    person_latin_ = locale == Locale::en ? std::string() : person_->latin_name;
    person_caption_ = person_->title.in(locale);
    if (const int count = person_->experience_in(entry_.group); count > 0)
        person_caption_ += " · " + pack_.gallery.person_count.in(locale, count);
    const Gallery& words = pack_.gallery;
    person_works_ =
        (person_->pronoun == Pronoun::she ? words.person_works_she : words.person_works_he)
            .in(locale);
}

EntryCards::Pressed EntryCards::draw(Ui& ui, const Rect& place) {
    const float gap = scaled(ui, 20);
    // Beside each other only where both can be read.
    const bool beside = place.w >= scaled(ui, 800) && !ui.canvas.large_text && plan_;
    Pressed press;
    float y = place.y;
    if (plan_ || !laid_.empty()) {
        const float height = plan_card_height(ui, beside);
        draw_plan_card(ui, {place.x, y, place.w, height}, beside, press);
        y += height + gap;
    }
    if (person_) {
        const float words = line_height(ui, TextSize::s) + line_height(ui, TextSize::xs);
        const float height = std::max(scaled(ui, 132), words + scaled(ui, 24));
        press.person = draw_person(ui, {place.x, y, place.w, height});
        y += height + gap;
    }
    if (!story_.empty()) {
        y += text_block(ui, {place.x, y + scaled(ui, 4), place.w, 0}, story_, type::body,
                        ui.theme.palette.text2);
        y += scaled(ui, 24);
    }
    height_ = y - place.y;
    return press;
}

float EntryCards::plan_card_height(const Ui& ui, bool beside) const {
    const float pad = scaled(ui, 18), rows = float(laid_.size()) * product_height(ui);
    if (!plan_) return rows + 2 * pad;
    if (beside) return std::max(rows, plan_height(ui, true)) + 2 * pad;
    return rows + plan_height(ui, false) + 2 * pad;
}

void EntryCards::draw_plan_card(Ui& ui, const Rect& rect, bool beside, Pressed& press) const {
    card(ui, rect);
    const float pad = scaled(ui, 18), row = product_height(ui), inset = scaled(ui, 28);
    Rect rows{rect.x + inset, rect.y + pad, rect.w - 2 * inset, float(laid_.size()) * row};
    if (plan_ && beside) {
        const float width = rect.w * 0.52f;
        photo_within(ui, {rect.x + inset, rect.y + pad, width - inset, rect.h - 2 * pad},
                     plan_->picture);
        const float x = rect.x + width + inset;
        rows = {x, rect.middle_y() - rows.h / 2, rect.right() - inset - x, rows.h};
    } else if (plan_) {
        const float height = plan_height(ui, false);
        photo_within(ui, {rect.x + inset, rect.y + pad, rect.w - 2 * inset, height - pad},
                     plan_->picture);
        rows.y += height;
    }
    float y = rows.y;
    for (std::size_t i = 0; i < laid_.size(); ++i, y += row) {
        if (i > 0) divider(ui, rows.x, y, rows.w);
        if (draw_product(ui, {rows.x, y, rows.w, row}, laid_[i]))
            press.product = laid_[i].product->id;
    }
}

bool EntryCards::draw_product(Ui& ui, const Rect& rect, const Laid& laid) const {
    const Palette& colors = ui.theme.palette;
    const Press touch = press_area(ui, laid.id, rect);
    const float side = scaled(ui, 76);
    const Rect swatch{rect.x, rect.middle_y() - side / 2, side, side};
    photo(ui, swatch, laid.product->swatch, PhotoShape::rounded, scaled(ui, 16));
    if (touch.held) stroke_rounded(ui, swatch, scaled(ui, 16), scaled(ui, 5), colors.brand);
    const float x = swatch.right() + scaled(ui, 24), room = rect.right() - x;
    const float name = line_height(ui, TextSize::s), caption = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (name + caption) / 2;
    text_line(ui, {x, top, room, name}, laid.name, type::strong, colors.text);
    // Where both do not fit, the place says more than the measures.
    const std::string both = laid.size + " " + laid.place;
    const bool fits = text_width(ui, both, type::caption) <= room;
    text_line(ui, {x, top + name, room, caption}, fits ? both : laid.place, type::caption,
              colors.text2);
    return touch.clicked;
}

bool EntryCards::draw_person(Ui& ui, const Rect& rect) const {
    const Palette& colors = ui.theme.palette;
    const Press touch = pressable_card(ui, "entry.person", rect);
    const float height = rect.h - scaled(ui, 12), width = height * 5 / 6;
    const Rect door{rect.x + scaled(ui, 32), rect.bottom() - height, width, height};
    portrait_door(ui, door, person_->portrait, surname_of(person_name_));
    const float x = door.right() + scaled(ui, 28);
    float end = rect.right() - scaled(ui, 36);
    const float arrow = scaled(ui, 44);
    icon(ui, Icon::chevron_right, end - arrow / 2, rect.middle_y(), arrow, colors.brand);
    end -= arrow + scaled(ui, 8);
    const float link = text_width(ui, person_works_, type::strong);
    if (link < (end - x) * 0.45f) {
        text_line(ui, {end - link, rect.y, link + 1, rect.h}, person_works_, type::strong,
                  colors.brand);
        end -= link + scaled(ui, 20);
    }
    const float name = line_height(ui, TextSize::s), caption = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (name + caption) / 2;
    const std::string full =
        person_latin_.empty() ? person_name_ : person_name_ + " " + person_latin_;
    const bool fits = text_width(ui, full, type::strong) <= end - x;
    text_line(ui, {x, top, end - x, name}, fits ? full : person_name_, type::strong, colors.text);
    text_line(ui, {x, top + name, end - x, caption}, person_caption_, type::caption, colors.text2);
    return touch.clicked;
}

}  // namespace foyer::kiosk

#include <algorithm>
#include <vector>

#include "kiosk/flows/gallery_filter.h"
#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// An estate: its floor plans to choose from, and the homes done there.
class GalleryGroupScreen : public GalleryPage {
  public:
    GalleryGroupScreen(App& app, const GalleryGroup& group)
        : GalleryPage(app), group_(group), entries_(entries_of(group, {})) {}

    std::string_view name() const override { return "gallery.group"; }
    void draw(Ui& ui) override;

  private:
    void make_texts(const Ui& ui);
    void choose(const std::string& plan);
    /// Plans and the remark under them; returns where the doors may begin.
    float draw_plans(Ui& ui, const Rect& rect);
    void draw_plan_cards(Ui& ui, const Rect& rect);
    void draw_plan(Ui& ui, const Rect& rect, const GroupPlan& plan);
    void draw_only_plan(Ui& ui, const Rect& rect, const GroupPlan& plan);
    void draw_plan_chips(Ui& ui, const Rect& rect);
    void draw_door(Ui& ui, const Rect& side);
    void draw_entries(Ui& ui, const Rect& rect);

    const GalleryGroup& group_;
    std::string plan_;  ///< the chosen one; empty: all
    std::vector<const GalleryEntry*> entries_;
    std::vector<DoorCard> doors_;
    std::vector<ChipItem> chips_;
    std::string sentence_;
    bool texts_stale_ = true;
    ScrollState plans_scroll_, doors_scroll_;
};

/// "离店 1.2 公里": hundreds of metres are near enough.
std::string distance_of(const Translator& text, int metres) {
    if (metres < 1000) return text(Text::gallery_metres, {{"n", std::int64_t(metres)}});
    const int tenths = (metres + 50) / 100;
    const std::string kilometres =
        std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "");
    return text(Text::gallery_kilometres, {{"n", kilometres}});
}

void GalleryGroupScreen::make_texts(const Ui& ui) {
    if (!language_changed(ui) && !texts_stale_) return;
    texts_stale_ = false;
    const Locale locale = ui.text.locale();
    sentence_.clear();
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        if (!sentence_.empty()) sentence_ += " · ";
        sentence_ += part;
    };
    if (group_.distance_metres > 0) add(distance_of(ui.text, group_.distance_metres));
    if (group_.done > 0) add(gallery().done_count.in(locale, group_.done));
    add(group_.caption.in(locale));
    doors_.clear();
    for (const GalleryEntry* entry : entries_)
        doors_.push_back(entry_card(ui, app_.pack(), *entry, false));
    chips_.clear();
    for (const GroupPlan& plan : group_.plans)
        chips_.push_back({"group.plan." + plan.id, plan.name.in(locale), plan.id == plan_});
}

void GalleryGroupScreen::choose(const std::string& plan) {
    plan_ = plan == plan_ ? std::string() : plan;
    entries_ = entries_of(group_, plan_);
    doors_scroll_ = {};
    texts_stale_ = true;
}

void GalleryGroupScreen::draw(Ui& ui) {
    make_texts(ui);
    GalleryHead head;
    head.title = group_.name.in(ui.text.locale());
    head.sentence = sentence_;
    head.picture = group_.picture;
    const GalleryPlaces at = draw_head(ui, head);
    Rect list = at.content;
    if (ui.canvas.reach && !ui.canvas.portrait()) {
        if (group_.plans.size() > 1) draw_plan_chips(ui, at.side);
    } else {
        const float top = draw_plans(ui, at.content);
        list = {list.x, top, list.w, list.bottom() - top};
        if (!ui.canvas.portrait()) draw_door(ui, at.side);
    }
    draw_entries(ui, list);
    draw_foot(ui, {});
}

void GalleryGroupScreen::draw_door(Ui& ui, const Rect& side) {
    const float height = std::min(side.h, side.w * 1.15f);
    if (height < 140) return;
    const float width = std::min(side.w, height);
    const Rect door{side.x, side.bottom() - height, width, height};
    door_shadow(ui, door, Elevation::e1);
    fill_door(ui, door, ui.theme.palette.surface);
    const float frame = metrics(ui.canvas).door_frame;
    photo(ui, {door.x + frame, door.y + frame, door.w - 2 * frame, door.h - frame}, group_.picture,
          PhotoShape::door);
}

float GalleryGroupScreen::draw_plans(Ui& ui, const Rect& rect) {
    if (group_.plans.empty()) return rect.y;
    if (ui.canvas.reach) {
        if (group_.plans.size() == 1) return rect.y;
        const Rect chips{rect.x, rect.y, rect.w, metrics(ui.canvas).chip};
        draw_plan_chips(ui, chips);
        return chips.bottom() + scaled(ui, 24);
    }
    const float name = line_height(ui, TextSize::s);
    const Rect cards{rect.x, rect.y, rect.w, scaled(ui, 236) + name};
    if (group_.plans.size() == 1) {
        draw_only_plan(ui, cards, group_.plans.front());
        return cards.bottom() + scaled(ui, 32);
    }
    draw_plan_cards(ui, cards);
    const GroupPlan* chosen = group_.find_plan(plan_);
    const std::string& remark =
        chosen ? chosen->difficulty.in(ui.text.locale()) : ui.text(Text::gallery_group_choose);
    const Rect words{rect.x, cards.bottom() + scaled(ui, 16), rect.w, name};
    text_line(ui, words, remark, type::body, ui.theme.palette.text2);
    return words.bottom() + scaled(ui, 20);
}

void GalleryGroupScreen::draw_plan_chips(Ui& ui, const Rect& rect) {
    const int pressed = chip_row(ui, "group.plans", rect, chips_, plans_scroll_);
    if (pressed >= 0) choose(group_.plans[std::size_t(pressed)].id);
}

void GalleryGroupScreen::draw_plan_cards(Ui& ui, const Rect& rect) {
    const float gap = metrics(ui.canvas).gutter, air = scaled(ui, 24);
    const bool many = group_.plans.size() > 2;
    const float columns = !many ? 2 : ui.canvas.large_text ? 2.3f : 3;
    const float width = (rect.w - (columns - 1) * gap) / columns;
    const bool portrait = ui.canvas.portrait();
    const float side = portrait ? rect.x : air;
    ScrollArea area(ui, "group.plans",
                    {rect.x - side, rect.y - air, rect.w + 2 * side, rect.h + 2 * air},
                    plans_scroll_, ScrollAxis::horizontal);
    float x = area.start() + side;
    for (const GroupPlan& plan : group_.plans) {
        if (area.shows(x, width)) draw_plan(ui, {x, rect.y, width, rect.h}, plan);
        x += width + gap;
    }
    area.finish(x - gap + side - area.start());
}

void GalleryGroupScreen::draw_plan(Ui& ui, const Rect& rect, const GroupPlan& plan) {
    const Palette& colors = ui.theme.palette;
    const Press press = pressable_card(ui, "group.plan." + plan.id, rect);
    const bool chosen = plan.id == plan_;
    const float pad = scaled(ui, 20), name = line_height(ui, TextSize::s);
    photo_within(ui, {rect.x + pad, rect.y + pad, rect.w - 2 * pad, rect.h - name - 2.4f * pad},
                 plan.picture);
    const Rect words{rect.x + pad, rect.bottom() - name - pad * 0.7f, rect.w - 2 * pad, name};
    text_line(ui, words, plan.name.in(ui.text.locale()), type::strong,
              chosen ? colors.brand : colors.text, Align::center);
    if (chosen) {
        stroke_rounded(ui, rect, metrics(ui.canvas).radius_card, scaled(ui, 6), colors.brand);
        const float radius = scaled(ui, 28);
        const float x = rect.right() - radius - pad / 2, y = rect.y + radius + pad / 2;
        fill_circle(ui, x, y, radius, colors.brand);
        icon(ui, Icon::check, x, y, scaled(ui, 36), colors.surface);
    }
    if (press.clicked) choose(plan.id);
}

void GalleryGroupScreen::draw_only_plan(Ui& ui, const Rect& rect, const GroupPlan& plan) {
    const Palette& colors = ui.theme.palette;
    const Locale locale = ui.text.locale();
    card(ui, rect);
    const float pad = scaled(ui, 32), width = rect.w * 0.52f;
    photo_within(ui, {rect.x + pad, rect.y + pad, width - pad, rect.h - 2 * pad}, plan.picture);
    const float x = rect.x + width + pad, room = rect.right() - pad - x;
    const float name = text_block_height(ui, room, plan.name.in(locale), type::button, 2);
    const float words = text_block_height(ui, room, plan.difficulty.in(locale), type::body, 3);
    const float top = rect.middle_y() - (name + words) / 2;
    text_block(ui, {x, top, room, name}, plan.name.in(locale), type::button, colors.text,
               Align::left, 2);
    text_block(ui, {x, top + name, room, words}, plan.difficulty.in(locale), type::body,
               colors.text2, Align::left, 3);
}

void GalleryGroupScreen::draw_entries(Ui& ui, const Rect& rect) {
    if (doors_.empty()) {
        const std::string& way =
            ui.text(group_.entries.empty() ? Text::back : Text::gallery_show_all);
        if (nothing_found(ui, rect, Icon::home, ui.text(Text::gallery_group_none), way)) {
            if (group_.entries.empty())
                app_.navigator().back();
            else
                choose(plan_);
        }
        return;
    }
    const int pressed = door_list(ui, "group.entries", rect, doors_, doors_scroll_);
    if (pressed >= 0) open_entry(*entries_[std::size_t(pressed)]);
}

}  // namespace

std::unique_ptr<Screen> make_gallery_group(App& app, const std::string& group) {
    const GalleryGroup* found = app.pack().find_group(group);
    if (!found) return make_gone(app);
    return std::make_unique<GalleryGroupScreen>(app, *found);
}

}  // namespace foyer::kiosk

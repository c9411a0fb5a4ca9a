#include <algorithm>
#include <vector>

#include "kiosk/flows/gallery_filter.h"
#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/tags.h"
#include "kiosk/widgets/text.h"
#include "shared/people/names.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Somebody a visitor may ask for: motto, training, hobbies, strengths, works.
class PersonScreen : public GalleryPage {
  public:
    PersonScreen(App& app, const StaffMember& person)
        : GalleryPage(app), person_(person), works_(works_of(app.pack(), person)) {}

    std::string_view name() const override { return "person"; }
    void draw(Ui& ui) override;

  private:
    struct Fact {
        Icon icon;
        std::string words;
    };
    void make_texts(const Ui& ui);
    float draw_about(Ui& ui, const Rect& rect);
    float draw_facts(Ui& ui, float x, float y, float width) const;
    void draw_strengths(Ui& ui, float x, float y, float width) const;
    float strengths_height(const Ui& ui, float width) const;
    /// Calls `place(label, rect)` for each, wrapped; returns the height.
    template <class Place>
    float wrap_strengths(const Ui& ui, float x, float y, float width, Place place) const;
    void draw_door(Ui& ui, const Rect& door) const;
    void draw_page(Ui& ui, const Rect& rect, bool with_door);

    const StaffMember& person_;
    const std::vector<const GalleryEntry*> works_;
    std::vector<DoorCard> doors_;
    std::vector<Fact> facts_;
    std::vector<std::string> tags_;
    std::string title_, sentence_, motto_, works_title_, ask_;
    ScrollState scroll_;
};

void PersonScreen::make_texts(const Ui& ui) {
    if (!language_changed(ui)) return;
    const Locale locale = ui.text.locale();
    const bool she = person_.pronoun == Pronoun::she;
    title_ = person_.name.in(locale);
    sentence_ = locale == Locale::en ? std::string() : person_.latin_name + " · ";
    sentence_ += person_.title.in(locale);
    if (person_.years > 0)
        sentence_ += " · " + ui.text(Text::person_years, {{"n", std::int64_t(person_.years)}});
    motto_ = person_.motto.in(locale);
    works_title_ = (she ? gallery().person_works_she : gallery().person_works_he).in(locale);
    ask_ = ui.text(she ? Text::person_ask_she : Text::person_ask_he);
    facts_.clear();
    const auto add = [&](Icon icon, const LocalizedText& words) {
        if (!words.empty()) facts_.push_back({icon, words.in(locale)});
    };
    add(Icon::badge_check, person_.training);
    add(Icon::heart, person_.hobbies);
    tags_.clear();
    for (const LocalizedText& strength : person_.strengths)
        tags_.push_back(strength.in(locale));
    doors_.clear();
    for (const GalleryEntry* entry : works_)
        doors_.push_back(entry_card(ui, app_.pack(), *entry, true));
}

void PersonScreen::draw(Ui& ui) {
    make_texts(ui);
    GalleryHead head;
    head.title = title_;
    head.sentence = sentence_;
    head.picture = person_.portrait;
    head.of_person = true;
    const GalleryPlaces at = draw_head(ui, head);
    if (ui.canvas.portrait()) {
        draw_page(ui, at.content, !ui.canvas.reach);
    } else if (ui.canvas.reach) {
        const float x = at.side.x;
        draw_page(ui, {x, at.content.y, at.content.right() - x, at.content.h}, false);
    } else {
        const float height = std::min(at.side.h, at.side.w * 1.2f), width = height / 1.2f;
        draw_door(ui, {at.side.x, at.side.bottom() - height, width, height});
        draw_page(ui, at.content, false);
    }
    ActionBar bar;
    bar.main = ask_;
    if (draw_foot(ui, bar)) app_.navigator().push(make_check_in(app_, person_.id));
}

void PersonScreen::draw_door(Ui& ui, const Rect& door) const {
    door_shadow(ui, door, Elevation::e1);
    fill_door(ui, door, ui.theme.palette.surface);
    const float frame = metrics(ui.canvas).door_frame;
    portrait_door(ui, {door.x + frame, door.y + frame, door.w - 2 * frame, door.h - frame},
                  person_.portrait, surname_of(title_));
}

void PersonScreen::draw_page(Ui& ui, const Rect& rect, bool with_door) {
    const Palette& colors = ui.theme.palette;
    const float air = scaled(ui, 24);
    const Rect view{rect.x - air, rect.y - air / 2, rect.w + 2 * air, rect.h + air};
    ScrollArea area(ui, "person.page", view, scroll_);
    float y = area.start() + air / 2;
    if (with_door) {
        const float height = scaled(ui, 420), width = height / 1.2f;
        const float about =
            draw_about(ui, {rect.x + width + air * 2, y, rect.w - width - air * 2, height});
        draw_door(ui, {rect.x, y, width, height});
        y += std::max(height, about) + scaled(ui, 36);
        y += draw_facts(ui, rect.x, y, rect.w);
    } else {
        const bool beside = !ui.canvas.portrait() && !facts_.empty();
        const float width = beside ? (rect.w - air) / 2 : rect.w;
        const float about = draw_about(ui, {rect.x, y, width, 0});
        if (beside) {
            const float facts = draw_facts(ui, rect.right() - width, y, width);
            y += std::max(about + scaled(ui, 36), facts);
        } else {
            y += about + scaled(ui, 28) + draw_facts(ui, rect.x, y + about + scaled(ui, 28), width);
        }
    }
    if (!doors_.empty()) {
        const float line = line_height(ui, TextSize::m);
        text_line(ui, {rect.x, y, rect.w, line}, works_title_, type::button, colors.text);
        y += line + scaled(ui, 16);
        const DoorGrid grid(ui, rect.w);
        const int pressed = grid.draw(ui, area, rect.x, y, doors_);
        if (pressed >= 0) open_entry(*works_[std::size_t(pressed)]);
        y += grid.height(doors_.size());
    }
    area.finish(y + air / 2 - area.start(), ui.canvas.reach ? colors.floor : colors.wall);
}

float PersonScreen::draw_about(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    constexpr TextStyle serif{TextSize::m, Face::serif};
    const float motto = text_block_height(ui, rect.w, motto_, serif, 4);
    const float state = tag_height(ui) + scaled(ui, 20);
    const float tags = strengths_height(ui, rect.w);
    const float height = state + motto + scaled(ui, 24) + tags;
    float y = rect.y + std::max(0.0f, (rect.h - height) / 2);
    tag_at(ui, rect.x, y + tag_height(ui) / 2,
           ui.text(person_.on_duty ? Text::people_here : Text::people_away),
           person_.on_duty ? Tone::ok : Tone::neutral,
           person_.on_duty ? Icon::check_circle : Icon::calendar);
    y += state;
    text_block(ui, {rect.x, y, rect.w, motto}, motto_, serif, colors.text, Align::left, 4);
    y += motto + scaled(ui, 24);
    draw_strengths(ui, rect.x, y, rect.w);
    return height;
}

template <class Place>
float PersonScreen::wrap_strengths(const Ui& ui, float x, float y, float width, Place place) const {
    const float height = tag_height(ui), gap = scaled(ui, 14);
    float left = x, top = y;
    for (const std::string& label : tags_) {
        const float wanted = std::min(tag_width(ui, label, false), width);
        if (left > x && left + wanted > x + width) {
            left = x;
            top += height + gap;
        }
        place(label, Rect{left, top, wanted, height});
        left += wanted + gap;
    }
    return tags_.empty() ? 0 : top + height - y;
}

void PersonScreen::draw_strengths(Ui& ui, float x, float y, float width) const {
    wrap_strengths(ui, x, y, width, [&](const std::string& label, const Rect& place) {
        tag(ui, place, label, Tone::brand);
    });
}

float PersonScreen::strengths_height(const Ui& ui, float width) const {
    return wrap_strengths(ui, 0, 0, width, [](const std::string&, const Rect&) {});
}

float PersonScreen::draw_facts(Ui& ui, float x, float y, float width) const {
    if (facts_.empty()) return 0;
    const Palette& colors = ui.theme.palette;
    const float pad = scaled(ui, 32), icon_size = metrics(ui.canvas).icon_s;
    const float words_x = x + pad + icon_size + scaled(ui, 28);
    const float room = x + width - pad - words_x;
    const float gap = scaled(ui, 28);
    float height = 2 * pad - gap;
    for (const Fact& fact : facts_)
        height += text_block_height(ui, room, fact.words, type::body, 3) + gap;
    card(ui, {x, y, width, height});
    float top = y + pad;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        if (i > 0) divider(ui, words_x, top - gap / 2, room);
        icon(ui, facts_[i].icon, x + pad + icon_size / 2, top + line_height(ui, TextSize::s) / 2,
             icon_size, colors.brand);
        top += text_block(ui, {words_x, top, room, 0}, facts_[i].words, type::body, colors.text,
                          Align::left, 3) +
               gap;
    }
    return height + scaled(ui, 36);
}

}  // namespace

std::unique_ptr<Screen> make_person(App& app, const std::string& staff) {
    const StaffMember* person = app.pack().find_staff(staff);
    if (!person) return make_gone(app);
    return std::make_unique<PersonScreen>(app, *person);
}

}  // namespace foyer::kiosk

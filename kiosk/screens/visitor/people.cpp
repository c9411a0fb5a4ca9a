#include <algorithm>
#include <vector>

#include "kiosk/flows/gallery_filter.h"
#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/tags.h"
#include "kiosk/widgets/text.h"
#include "shared/people/names.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr std::size_t works_on_card = 2;

/// Those a visitor may meet: designers or consultants (look "13-designers").
class PeopleScreen : public GalleryPage {
  public:
    explicit PeopleScreen(App& app)
        : GalleryPage(app), people_(app.pack().staff_with(app.pack().people.role)) {
        if (app.pack().on_duty_count(app.pack().people.role) == 0) chosen_ = everyone;
        choose(chosen_);
    }

    std::string_view name() const override { return "people"; }
    void draw(Ui& ui) override;

  private:
    /// The first two chips; strengths follow.
    enum Choice { everyone = 0, on_duty = 1, strengths = 2 };
    struct Card {
        const StaffMember* person;
        std::string id, name, latin, motto;
        std::vector<std::string> tags;
        std::vector<std::filesystem::path> works;
    };

    void choose(int choice);
    bool meant(const StaffMember& person) const;
    void make_texts(const Ui& ui);
    Card make_card(const Ui& ui, const StaffMember& person) const;
    void draw_cards(Ui& ui, const Rect& rect);
    void draw_card(Ui& ui, const Rect& rect, const Card& card);
    float draw_works(Ui& ui, const Rect& rect, const Card& card) const;
    void draw_words(Ui& ui, const Rect& rect, const Card& card) const;
    void draw_tags(Ui& ui, const Rect& rect, const Card& card) const;

    const std::vector<const StaffMember*> people_;
    std::vector<const StaffMember*> shown_;
    std::vector<LocalizedText> strengths_;  ///< each once, in the order of the people
    int chosen_ = on_duty;
    std::vector<Card> cards_;
    std::vector<ChipItem> chips_;
    bool texts_stale_ = true;
    ScrollState chips_scroll_, cards_scroll_;
};

bool PeopleScreen::meant(const StaffMember& person) const {
    if (chosen_ == everyone) return true;
    if (chosen_ == on_duty) return person.on_duty;
    const auto& strength = strengths_[std::size_t(chosen_ - strengths)];
    return std::find(person.strengths.begin(), person.strengths.end(), strength) !=
           person.strengths.end();
}

void PeopleScreen::choose(int choice) {
    if (strengths_.empty()) {
        for (const StaffMember* person : people_) {
            for (const LocalizedText& strength : person->strengths) {
                if (std::find(strengths_.begin(), strengths_.end(), strength) == strengths_.end())
                    strengths_.push_back(strength);
            }
        }
    }
    chosen_ = choice;
    shown_.clear();
    for (const StaffMember* person : people_) {
        if (meant(*person)) shown_.push_back(person);
    }
    cards_scroll_ = {};
    texts_stale_ = true;
}

void PeopleScreen::make_texts(const Ui& ui) {
    if (!language_changed(ui) && !texts_stale_) return;
    texts_stale_ = false;
    const Locale locale = ui.text.locale();
    const PeoplePage& words = app_.pack().people;
    const auto here =
        std::count_if(people_.begin(), people_.end(), [](auto* person) { return person->on_duty; });
    chips_.clear();
    chips_.push_back({"people.all", words.everyone.in(locale, std::int64_t(people_.size()))});
    chips_.push_back({"people.on_duty", words.on_duty.in(locale, here)});
    for (std::size_t i = 0; i < strengths_.size(); ++i)
        chips_.push_back({"people.strength." + std::to_string(i), strengths_[i].in(locale)});
    chips_[std::size_t(chosen_)].on = true;
    cards_.clear();
    for (const StaffMember* person : shown_)
        cards_.push_back(make_card(ui, *person));
}

PeopleScreen::Card PeopleScreen::make_card(const Ui& ui, const StaffMember& person) const {
    const Locale locale = ui.text.locale();
    Card card;
    card.person = &person;
    card.id = "people.person." + person.id;
    card.name = person.name.in(locale);
    if (locale != Locale::en) card.latin = person.latin_name;
    card.motto = person.motto.in(locale);
    for (const LocalizedText& strength : person.strengths)
        card.tags.push_back(strength.in(locale));
    for (const GalleryEntry* entry : works_of(app_.pack(), person)) {
        if (card.works.size() < works_on_card) card.works.push_back(entry->cover());
    }
    return card;
}

void PeopleScreen::draw(Ui& ui) {
    make_texts(ui);
    const PeoplePage& words = app_.pack().people;
    GalleryHead head;
    head.title = words.title.in(ui.text.locale());
    if (!shown_.empty()) head.picture = shown_.front()->portrait;
    head.of_person = true;
    const GalleryPlaces at = draw_head(ui, head);
    Rect chips = at.side, list = at.content;
    if (ui.canvas.portrait()) {
        const float shift = ui.canvas.reach ? 0 : -6;
        chips = {list.x, list.y + shift, list.w, metrics(ui.canvas).chip};
        const float top = chips.bottom() + 26;
        list = {list.x, top, list.w, at.content.bottom() - top};
    }
    draw_cards(ui, list);
    const int pressed = chip_row(ui, "people.choices", chips, chips_, chips_scroll_);
    if (pressed >= 0) choose(pressed);
    ActionBar bar;
    bar.main = words.ask_for_one.in(ui.text.locale());
    if (draw_foot(ui, bar)) app_.navigator().push(make_check_in(app_));
}

void PeopleScreen::draw_cards(Ui& ui, const Rect& rect) {
    const bool portrait = ui.canvas.portrait();
    // Of the fifth card just enough shows to be pushed up.
    const float gap = scaled(ui, 20), air = scaled(ui, 24);
    const int columns = portrait ? 1 : ui.canvas.large_text ? 1 : 2;
    const float width = (rect.w - float(columns - 1) * gap) / float(columns);
    const float height = scaled(ui, ui.canvas.large_text ? 320 : ui.canvas.reach ? 236 : 268);
    const Rect view{rect.x - air, rect.y - air / 2, rect.w + 2 * air, rect.h + air};
    ScrollArea area(ui, "people.list", view, cards_scroll_);
    const float top = area.start() + air / 2;
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        const Rect place{rect.x + float(int(i) % columns) * (width + gap),
                         top + float(int(i) / columns) * (height + gap), width, height};
        if (area.shows(place.y, place.h)) draw_card(ui, place, cards_[i]);
    }
    const int rows = (int(cards_.size()) + columns - 1) / columns;
    area.finish(float(rows) * (height + gap) - gap + air,
                ui.canvas.reach ? ui.theme.palette.floor : ui.theme.palette.wall);
}

void PeopleScreen::draw_card(Ui& ui, const Rect& rect, const Card& card) {
    const Palette& colors = ui.theme.palette;
    const Press press = press_area(ui, card.id, rect);
    if (press.clicked) app_.navigator().push(make_person(app_, card.person->id));
    // The card's left end is the portrait's door.
    const float width = std::min(std::round(rect.h * 0.83f), scaled(ui, 232));
    const Rect door{rect.x, rect.y, width, rect.h};
    const Rect body{door.middle_x(), rect.y, rect.right() - door.middle_x(), rect.h};
    const Color color = press.held ? colors.tint2 : colors.surface;
    if (!press.held) {
        door_shadow(ui, door, Elevation::e1);
        shadow(ui, body, Elevation::e1);
    }
    const float radius = metrics(ui.canvas).radius_card;
    fill_rounded(ui, body, radius, color);
    fill(ui, {body.x, body.y, 2 * radius, body.h}, color);
    portrait_door(ui, door, card.person->portrait, surname_of(card.name));
    const float pad = scaled(ui, 40);
    const Rect inside{door.right() + pad, rect.y,
                      rect.right() - scaled(ui, 24) - door.right() - pad, rect.h};
    const float end = draw_works(ui, inside, card);
    draw_words(ui, {inside.x, inside.y, end - inside.x, inside.h}, card);
}

float PeopleScreen::draw_works(Ui& ui, const Rect& rect, const Card& card) const {
    const float gap = scaled(ui, 16), inset = scaled(ui, 20);
    const float height = (rect.h - 2 * inset - gap) / float(works_on_card);
    const float width = height * 1.43f;
    // Words first: with large letters and on narrow cards the pictures give way.
    const float words = scaled(ui, ui.canvas.portrait() ? 380 : 330);
    if (ui.canvas.large_text || rect.w - width < words) return rect.right();
    float y = rect.y + inset;
    for (const std::filesystem::path& work : card.works) {
        photo(ui, {rect.right() - width, y, width, height}, work, PhotoShape::rounded,
              metrics(ui.canvas).radius_key);
        y += height + gap;
    }
    return rect.right() - width - scaled(ui, 24);
}

void PeopleScreen::draw_words(Ui& ui, const Rect& rect, const Card& card) const {
    const Palette& colors = ui.theme.palette;
    const float name = line_height(ui, TextSize::m), gap = scaled(ui, 12);
    const int lines =
        name + 2 * line_height(ui, TextSize::s) + tag_height(ui) + 2 * gap <= rect.h ? 2 : 1;
    const float motto = text_block_height(ui, rect.w, card.motto, type::body, lines);
    const float height = name + motto + gap + tag_height(ui);
    float y = rect.middle_y() - height / 2;
    text_line(ui, {rect.x, y, rect.w, name}, card.name, type::button, colors.text);
    const float end = rect.x + text_width(ui, card.name, type::button) + scaled(ui, 18);
    if (end + text_width(ui, card.latin, type::caption) <= rect.right())
        text_line(ui, {end, y + scaled(ui, 4), rect.right() - end, name}, card.latin, type::caption,
                  colors.text2);
    y += name;
    text_block(ui, {rect.x, y, rect.w, motto}, card.motto, type::body, colors.text, Align::left,
               lines);
    y += motto + gap;
    draw_tags(ui, {rect.x, y, rect.w, tag_height(ui)}, card);
}

void PeopleScreen::draw_tags(Ui& ui, const Rect& rect, const Card& card) const {
    float x = rect.x;
    const auto add = [&](const std::string& label, Tone tone, std::optional<Icon> icon) {
        if (x + tag_width(ui, label, icon.has_value()) > rect.right()) return;
        x = tag_at(ui, x, rect.middle_y(), label, tone, icon) + scaled(ui, 14);
    };
    if (!card.person->on_duty) add(ui.text(Text::people_away), Tone::neutral, Icon::calendar);
    for (const std::string& label : card.tags)
        add(label, Tone::brand, {});
}

}  // namespace

std::unique_ptr<Screen> make_people(App& app) {
    return std::make_unique<PeopleScreen>(app);
}

}  // namespace foyer::kiosk

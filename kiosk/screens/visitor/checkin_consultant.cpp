#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Last step of a first visit: whom they would like, and what else they agree to.
class ConsultantPage : public CheckInPage {
  public:
    ConsultantPage(App& app, std::shared_ptr<CheckIn> check_in)
        : CheckInPage(app, std::move(check_in)),
          people_(people_to_ask_for(app_.pack(), check_in_->wished_consultant)),
          consents_(check_in_->open_purposes(rules())) {}

    std::string_view name() const override { return "checkin.consultant"; }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        return key == Key::enter;
    }

    void draw(Ui& ui) override {
        const float words_end =
            draw_head(ui, {ui.text(Text::checkin_consultant_title),
                           ui.text(Text::checkin_consultant_sentence), false, check_in_step::done});
        const TypingPlaces places = typing_places(ui.canvas, words_end, 0, 0);
        const float consents = float(consents_.size()) * (consent_height(ui) + sized(ui, 8));
        Rect doors = places.touch;
        Rect below = places.aside;
        if (ui.canvas.portrait()) {
            doors.h -= consents + sized(ui, 24);
            below = {doors.x, doors.bottom() + sized(ui, 24), doors.w, consents};
        }
        draw_doors(ui, doors);
        draw_consents(ui, below);

        ActionBar bar;
        bar.main = ui.text(Text::checkin_visit_finish);
        bar.kind = PrimaryKind::finishes;
        if (draw_foot(ui, bar)) submit();
    }

  private:
    void submit() {
        if (!waiting()) go_on(CheckInNext::registration);
    }

    static float consent_height(const Ui& ui) {
        const float least = sized(ui, 88);
        return std::max(least, 2 * line_height(ui, TextSize::s));
    }

    void draw_consents(Ui& ui, const Rect& rect) {
        const float height = consent_height(ui);
        float y = rect.y;
        for (const ConsentPurpose* consent : consents_) {
            if (checkbox(ui, "checkin.consent." + consent->id, {rect.x, y, rect.w, height},
                         check_in_->agreed(consent->id), consent->title.in(ui.text.locale()))) {
                check_in_->toggle_consent(consent->id);
            }
            y += height + sized(ui, 8);
        }
    }

    static int columns(const Ui& ui) {
        if (ui.canvas.large_text) return ui.canvas.portrait() ? 3 : 4;
        // Latin names and titles are long.
        const int latin = ui.text.locale() == Locale::en ? 1 : 0;
        return (ui.canvas.portrait() ? 4 : ui.canvas.width > 1400 ? 6 : 5) - latin;
    }

    void draw_doors(Ui& ui, const Rect& rect) {
        const int across = columns(ui);
        const float gap = sized(ui, 24);
        const float width = (rect.w - float(across - 1) * gap) / float(across);
        const float plate =
            line_height(ui, TextSize::m) + line_height(ui, TextSize::xs) + sized(ui, 12);
        // Room for the shadows and for the ring around the chosen one.
        const float edge = sized(ui, 12);
        // A row is always seen whole, however little room there is.
        const float height = std::min(width * 1.1f + plate, rect.h - 2 * edge);
        ScrollArea area(ui, "checkin.consultant.doors",
                        {rect.x - edge, rect.y, rect.w + 2 * edge, rect.h}, scroll_);
        const float top = area.start() + edge;
        for (std::size_t i = 0; i <= people_.size(); ++i) {
            const int column = int(i) % across, line = int(i) / across;
            const Rect door{rect.x + float(column) * (width + gap),
                            top + float(line) * (height + gap), width, height};
            if (!area.shows(door.y, door.h)) continue;
            i == 0 ? draw_anyone(ui, door, plate) : draw_person(ui, door, plate, *people_[i - 1]);
        }
        const int lines = int(people_.size()) / across + 1;
        area.finish(float(lines) * (height + gap) - gap + 2 * edge, ui.theme.palette.wall);
    }

    /// Whose turn it is: an open, lit door.
    void draw_anyone(Ui& ui, const Rect& rect, float plate) {
        const Palette& colors = ui.theme.palette;
        const Press press = press_area(ui, "checkin.consultant.any", rect);
        const float frame = metrics(ui.canvas).door_frame;
        if (!press.held) door_shadow(ui, rect, Elevation::e1);
        fill_door(ui, rect, press.held ? colors.tint2 : colors.surface);
        const Rect opening{rect.x + frame, rect.y + frame, rect.w - 2 * frame,
                           rect.h - plate - frame};
        glowing_door(ui, opening);
        icon(ui, Icon::users, opening.middle_x(), opening.middle_y() + sized(ui, 10),
             metrics(ui.canvas).icon_l, colors.on_glow);
        draw_plate(ui, rect, plate, ui.text(Text::checkin_consultant_any),
                   ui.text(Text::checkin_consultant_any_caption));
        if (check_in_->wished_consultant.empty()) draw_chosen(ui, rect);
        if (press.clicked) check_in_->wished_consultant.clear();
    }

    void draw_person(Ui& ui, const Rect& rect, float plate, const StaffMember& member) {
        const Palette& colors = ui.theme.palette;
        const Locale locale = ui.text.locale();
        const Press press = press_area(ui, "checkin.consultant." + member.id, rect);
        const float frame = metrics(ui.canvas).door_frame;
        if (!press.held) door_shadow(ui, rect, Elevation::e1);
        fill_door(ui, rect, press.held ? colors.tint2 : colors.surface);
        portrait_door(ui,
                      {rect.x + frame, rect.y + frame, rect.w - 2 * frame, rect.h - plate - frame},
                      member.portrait, surname_of(member.name.zh_hans));
        draw_plate(ui, rect, plate, member.name.in(locale), member.title.in(locale));
        if (check_in_->wished_consultant == member.id) draw_chosen(ui, rect);
        if (press.clicked) check_in_->wished_consultant = member.id;
    }

    static void draw_plate(Ui& ui, const Rect& door, float plate, std::string_view label,
                           std::string_view caption) {
        const float pad = sized(ui, 10), room = door.w - 2 * pad;
        const float name = line_height(ui, TextSize::m), small = line_height(ui, TextSize::xs);
        const float y = door.bottom() - plate + (plate - name - small) / 2;
        text_line(ui, {door.x + pad, y, room, name}, label, type::button, ui.theme.palette.text,
                  Align::center);
        text_line(ui, {door.x + pad, y + name - sized(ui, 4), room, small}, caption, type::caption,
                  ui.theme.palette.text2, Align::center);
    }

    static void draw_chosen(Ui& ui, const Rect& rect) {
        const Palette& colors = ui.theme.palette;
        stroke_door(ui, rect, sized(ui, 8), colors.brand);
        const float radius = sized(ui, 28);
        const float x = rect.right() - radius, y = rect.y + rect.w * 0.3f;
        fill_circle(ui, x, y, radius, colors.brand);
        icon(ui, Icon::check, x, y, radius * 1.3f, colors.surface);
    }

    const std::vector<const StaffMember*> people_;
    const std::vector<const ConsentPurpose*> consents_;
    ScrollState scroll_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in_consultant(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<ConsultantPage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

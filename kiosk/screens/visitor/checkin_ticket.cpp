#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "kiosk/widgets/ticket.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr std::int64_t ticket_idle_limit = 20'000;
constexpr float rise = 96, rise_seconds = 0.25f, light_delay = 0.2f;

struct TicketPlaces {
    Rect ticket, greeting, notes;
    float floor = 0;
};

TicketPlaces portrait_places(const Canvas& canvas) {
    TicketPlaces places;
    places.floor = action_bar_rect(canvas).y - 156;
    const float top = 288, height = places.floor - top, width = std::min(820.0f, height * 0.695f);
    places.ticket = {(canvas.width - width) / 2, top, width, height};
    places.greeting = {72, portrait::title_no_steps, canvas.width - 144, 96};
    places.notes = {72, places.floor + 12, canvas.width - 144, 132};
    return places;
}

TicketPlaces desk_places(const Canvas& canvas) {
    TicketPlaces places;
    places.floor = action_bar_rect(canvas).y - 14;
    const float height = places.floor - 52, width = height * 0.78f;
    places.ticket = {canvas.width * 0.7f - width / 2, 52, width, height};
    const float room = places.ticket.x - 96;
    places.greeting = {48, 210, room, 0};
    places.notes = {48, 400, room, 120};
    return places;
}

/// The number, who comes, how long it takes, where to sit. All that is left of a check-in.
class TicketPage : public Screen {
  public:
    TicketPage(App& app, CheckedIn checked_in) : app_(app), done_(std::move(checked_in)) {
        if (done_.code_for_reception && app_.code_keys()) leave_note();
    }

    std::string_view name() const override { return "checkin.ticket"; }
    std::int64_t idle_limit() const override { return ticket_idle_limit; }
    /// There is no way back into a check-in that is done.
    bool back() override {
        app_.shell().wipe();
        return true;
    }
    bool on_key(Key key) override {
        if (key == Key::enter) app_.shell().wipe();
        return key == Key::enter;
    }

    void draw(Ui& ui) override {
        say(ui.text);
        const TicketPlaces places =
            ui.canvas.portrait() ? portrait_places(ui.canvas) : desk_places(ui.canvas);
        wall_and_floor(ui, places.floor);
        visitor_top_bar(app_, ui);
        draw_greeting(ui, places.greeting);
        draw_ticket(ui, places);
        draw_notes(ui, places.notes);
        draw_buttons(ui);
        visitor_tool_strip(app_, ui);
    }

  private:
    struct Note {
        Icon icon;
        Text text;
    };
    /// The texts of the page, put together once a language.
    struct Said {
        std::string greeting, queue, role, remark, letter;
    };

    /// The code of a friend nobody here knows goes into the record of the visit.
    void leave_note() {
        const std::string code =
            format_typed(typed_code(*done_.code_for_reception, app_.code_keys()->mac_key));
        RecordDetails details;
        details.note = app_.text()(Text::checkin_ticket_note, {{"code", code}});
        app_.ask(
            scope_,
            [visit = done_.ticket.visit, details](Desk& desk) {
                return desk.complete_record(visit, details, "visitor");
            },
            [this](bool) { app_.records_changed(); });
    }

    const StaffMember* consultant() const {
        return app_.pack().find_staff(done_.ticket.consultant);
    }

    void say(const Translator& text) {
        if (said_in_ == text.locale()) return;
        said_in_ = text.locale();
        const std::string name = salutation(done_.surname, done_.gender, text.locale());
        said_.greeting = name.empty() ? text(Text::checkin_ticket_title_nameless)
                                      : text(Text::checkin_ticket_title, {{"name", name}});
        said_.queue = text(Text::checkin_ticket_queue, {{"parties", done_.ticket.parties_ahead},
                                                        {"minutes", done_.ticket.minutes}});
        const StaffMember* member = consultant();
        if (!member) return;
        const std::string& title = member->title.in(text.locale());
        said_.role = member->years > 0 ? text(Text::checkin_ticket_role,
                                              {{"title", title}, {"years", member->years}})
                                       : title;
        said_.remark = remark(text, *member);
        said_.letter = surname_of(member->name.zh_hans);
    }

    std::string remark(const Translator& text, const StaffMember& member) const {
        const TextArguments who = {{"pronoun", member.pronoun == Pronoun::he ? "he" : "she"}};
        switch (done_.ticket.reason) {
            case AssignmentReason::requested:
                return text(Text::checkin_ticket_requested);
            case AssignmentReason::earlier_consultant:
                return text(Text::checkin_ticket_earlier, who);
            case AssignmentReason::referrers_consultant:
                return text(Text::checkin_ticket_friends, who);
            case AssignmentReason::rotation:
                return text(Text::checkin_ticket_rotation, who);
            case AssignmentReason::staff:
                break;
        }
        return {};
    }

    void draw_greeting(Ui& ui, const Rect& rect) const {
        const Color ink = ui.theme.palette.text;
        if (ui.canvas.portrait()) {
            text_line(ui, rect, said_.greeting, type::title, ink, Align::center);
            return;
        }
        text_block(ui, rect, said_.greeting, type::number, ink, Align::left, 2);
    }

    kiosk::Ticket sheet(const Ui& ui) const {
        const Locale locale = ui.text.locale();
        kiosk::Ticket sheet;
        sheet.number_label = ui.text(Text::checkin_ticket_number);
        sheet.number = done_.ticket.number;
        sheet.queue = said_.queue;
        if (const StaffMember* member = consultant()) {
            sheet.portrait = member->portrait;
            sheet.consultant = member->name.in(locale);
            sheet.consultant_letter = said_.letter;
            sheet.role = said_.role;
            sheet.remark = said_.remark;
        } else {
            sheet.consultant = ui.text(Text::checkin_ticket_nobody_free);
            sheet.role = ui.text(Text::checkin_ticket_nobody_free_role);
        }
        sheet.state = ui.text(Text::checkin_ticket_shown);
        if (const SeatingPlace* place = app_.pack().find_seating(done_.ticket.seating)) {
            sheet.place_icon = icon_from_name(place->icon).value_or(Icon::armchair);
            sheet.place = place->invitation.in(locale);
            sheet.place_caption = place->directions.in(locale);
        }
        return sheet;
    }

    void draw_ticket(Ui& ui, const TicketPlaces& places) {
        if (since_ < 0) since_ = ui.motion.now;
        const float age = float(ui.motion.now - since_) / 1000;
        const Rect& rect = places.ticket;
        light(ui, {rect.x, rect.bottom(), rect.w, ui.canvas.height - rect.bottom(), 0.14f, 0.14f,
                   eased(ui, std::max(0.0f, age - light_delay), rise_seconds)});
        Ui lifted = ui;
        const float shown = eased(ui, age, rise_seconds);
        lifted.offset_y += rise * (1 - shown);
        lifted.alpha *= shown;
        kiosk::ticket(lifted, rect, sheet(ui));
    }

    std::vector<Note> notes() const {
        std::vector<Note> notes;
        const ReferralNotice referral = done_.ticket.referral;
        if (referral == ReferralNotice::recorded) {
            notes.push_back({Icon::handshake, Text::checkin_ticket_friend_noted});
        } else if (referral != ReferralNotice::none) {
            notes.push_back({Icon::handshake, Text::checkin_ticket_friend_check});
        } else if (done_.code_for_reception) {
            notes.push_back({Icon::handshake, Text::checkin_ticket_friend_code});
        }
        if (done_.agreed_to_something) {
            notes.push_back({Icon::shield_check, Text::checkin_ticket_thanks});
        }
        return notes;
    }

    void draw_notes(Ui& ui, const Rect& rect) const {
        const std::vector<Note> all = notes();
        const float size = metrics(ui.canvas).icon_s, gap = sized(ui, 16);
        const float step = std::max(line_height(ui, TextSize::xs), size) + sized(ui, 12);
        float y = rect.middle_y() - step * float(all.size()) / 2;
        for (const Note& note : all) {
            const std::string& words = ui.text(note.text);
            const float room = rect.w - size - gap;
            const float width = std::min(text_width(ui, words, type::caption_strong) + 1, room);
            const float x =
                ui.canvas.portrait() ? rect.middle_x() - (width + size + gap) / 2 : rect.x;
            icon(ui, note.icon, x + size / 2, y + step / 2, size, ui.theme.palette.brand);
            text_line(ui, {x + size + gap, y, width, step}, words, type::caption_strong,
                      ui.theme.palette.text);
            y += step;
        }
    }

    /// As the home page calls it: homes here, cars there.
    const std::string& gallery_label(const Translator& text) const {
        for (const HomeEntry& entry : app_.pack().home.entries) {
            if (entry.target == HomeTarget::gallery) return entry.title.in(text.locale());
        }
        return text(Text::checkin_ticket_gallery);
    }

    void draw_buttons(Ui& ui) {
        const Rect bar = action_bar_rect(ui.canvas);
        const float gap = sized(ui, 28);
        const float half = ui.canvas.portrait() ? (bar.w - gap) * 0.47f : 320.0f;
        if (secondary_button(ui, "checkin.ticket.gallery", {bar.x, bar.y, half, bar.h},
                             gallery_label(ui.text), Icon::images)) {
            app_.navigator().pop_to("home");
            app_.navigator().push(make_gallery(app_));
        }
        Rect main{bar.x + half + gap, bar.y, bar.w - half - gap, bar.h};
        if (!ui.canvas.portrait()) main = {bar.right() - 420, bar.y, 420, bar.h};
        if (primary_button(ui, "action.main", main, ui.text(Text::checkin_ticket_done)))
            app_.shell().wipe();
    }

    App& app_;
    const CheckedIn done_;
    Said said_;
    std::optional<Locale> said_in_;
    std::int64_t since_ = -1;
    TaskScope scope_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in_ticket(App& app, CheckedIn checked_in) {
    return std::make_unique<TicketPage>(app, std::move(checked_in));
}

}  // namespace foyer::kiosk

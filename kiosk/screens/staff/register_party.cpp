#include <string>

#include "kiosk/screens/staff/record_form_view.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// A party at the counter, also one that leaves no details (domain §3.3 counts it).
class RegisterPartyScreen : public Screen {
  public:
    RegisterPartyScreen(App& app, const std::optional<Customer>& known)
        : app_(app),
          frame_(app, StaffArea::arrivals),
          view_(app, known ? form_for(*known) : blank_form()) {}

    std::string_view name() const override { return "arrivals.register"; }
    std::int64_t idle_limit() const override { return staff_idle_limit; }
    void draw(Ui& ui) override;
    bool on_key(Key key) override { return view_.on_key(key); }
    void on_character(char32_t character) override { view_.on_character(character); }
    bool back() override {
        leave(StaffWay::arrivals);
        return true;
    }

  private:
    void save();
    void saved(const CommandOutcome& outcome);
    void leave(StaffWay way);

    App& app_;
    StaffFrame frame_;
    RecordFormView view_;
    TaskScope scope_;
};

void RegisterPartyScreen::draw(Ui& ui) {
    if (left_because_signed_out(app_, ui)) return wall(ui);
    const StaffWay way = frame_.draw(ui, ui.text(Text::arrivals_register_title),
                                     ui.text(Text::arrivals_register_caption));
    const auto press =
        view_.draw(ui, StaffFrame::room(ui.canvas), ui.text(Text::arrivals_register));
    if (press == RecordFormView::Press::save) save();
    if (press == RecordFormView::Press::leave) leave(StaffWay::arrivals);
    if (way != StaffWay::stay) leave(way);
}

void RegisterPartyScreen::save() {
    RecordForm& form = view_.form();
    if (form.saving || !view_.ready_to_save()) return;
    form.saving = true;
    act(
        app_, scope_, RegisterParty{arrival_of(form), form.note},
        [this](const CommandOutcome& outcome) { saved(outcome); },
        [this](std::exception_ptr fault) {
            view_.form().saving = false;
            app_.show_fault(fault);
        });
}

void RegisterPartyScreen::saved(const CommandOutcome& outcome) {
    const Translator& text = app_.text();
    view_.form().saving = false;
    if (outcome.result != CommandResult::done) {
        view_.tell(text(Text::record_refused));
        return;
    }
    const Ticket& ticket = outcome.arrival.ticket;
    const StaffMember* member = app_.pack().find_staff(ticket.consultant);
    app_.navigator().pop();
    app_.navigator().open(make_toast(
        app_, member
                  ? text(Text::record_registered_with,
                         {{"ticket", ticket.number}, {"name", short_name(*member, text.locale())}})
                  : text(Text::record_registered, {{"ticket", ticket.number}})));
}

void RegisterPartyScreen::leave(StaffWay way) {
    const RecordForm& form = view_.form();
    const bool typed = !form.phone.empty() || !form.name.empty() || !form.note.empty();
    if (typed) return ask_to_leave(app_, way);
    go(app_, way);
}

}  // namespace

std::unique_ptr<Screen> make_register_party(App& app, const std::optional<Customer>& known) {
    return std::make_unique<RegisterPartyScreen>(app, known);
}

}  // namespace foyer::kiosk

#include <optional>
#include <string>
#include <utility>

#include "kiosk/screens/staff/record_form_view.h"
#include "kiosk/screens/staff/record_photos.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

struct LoadedRecord {
    std::optional<BoardRow> visit;
    std::optional<Customer> customer;
};

/// The record of a visit. What is typed stays until it is saved or given up (domain §3.1, §3.10).
class VisitRecordScreen : public Screen {
  public:
    VisitRecordScreen(App& app, Id visit)
        : app_(app),
          visit_(std::move(visit)),
          frame_(app, StaffArea::arrivals),
          view_(app, blank_form()),
          photos_(app, visit_) {
        view_.add_part([this](Ui& ui, const Rect& rect) { photos_.draw(ui, rect); });
    }

    std::string_view name() const override { return "arrivals.record"; }
    std::int64_t idle_limit() const override { return staff_idle_limit; }
    void entered() override {
        if (!loaded_) load();
        photos_.load();
    }
    void draw(Ui& ui) override;
    bool on_key(Key key) override { return loaded_ && view_.on_key(key); }
    void on_character(char32_t character) override {
        if (loaded_) view_.on_character(character);
    }
    bool back() override {
        leave(StaffWay::arrivals);
        return true;
    }

  private:
    void load();
    void save();
    void saved(const CommandOutcome& outcome);
    void leave(StaffWay way);
    std::string remark(const Ui& ui);

    App& app_;
    const Id visit_;
    StaffFrame frame_;
    RecordFormView view_;
    RecordPhotos photos_;
    bool loaded_ = false;
    TaskScope scope_;
};

void VisitRecordScreen::load() {
    app_.ask(
        scope_,
        [visit = visit_](Desk& desk) {
            LoadedRecord record;
            record.visit = desk.visit(visit);
            if (record.visit && !record.visit->customer.empty()) {
                record.customer = desk.customer(record.visit->customer);
            }
            return record;
        },
        [this](const LoadedRecord& record) {
            if (!record.visit) return app_.navigator().pop();
            view_.set_form(form_of(*record.visit, record.customer));
            loaded_ = true;
        },
        [this](std::exception_ptr fault) {
            app_.show_fault(fault);
            app_.navigator().pop();
        });
}

void VisitRecordScreen::draw(Ui& ui) {
    if (left_because_signed_out(app_, ui)) return wall(ui);
    const std::string ticket = loaded_ ? view_.form().visit->ticket : std::string();
    const StaffWay way =
        frame_.draw(ui, ui.text(Text::record_title, {{"ticket", ticket}}), remark(ui));
    if (loaded_) {
        const auto press = view_.draw(ui, StaffFrame::room(ui.canvas), ui.text(Text::save));
        if (press == RecordFormView::Press::save) save();
        if (press == RecordFormView::Press::leave) leave(StaffWay::arrivals);
    }
    if (way != StaffWay::stay) leave(way);
}

std::string VisitRecordScreen::remark(const Ui& ui) {
    if (!loaded_) return {};
    const BoardRow& visit = *view_.form().visit;
    std::string words =
        ui.text(Text::arrivals_came_at, {{"time", ui.text.time_of_day(visit.registered_at)}});
    if (const StaffMember* member = app_.pack().find_staff(visit.consultant)) {
        words += " ・ " + short_name(*member, ui.text.locale());
    }
    return words;
}

void VisitRecordScreen::save() {
    RecordForm& form = view_.form();
    if (form.saving || !view_.ready_to_save()) return;
    const RecordDetails details = changes(form);
    if (!changed(details)) return app_.navigator().pop();
    form.saving = true;
    act(
        app_, scope_, CompleteRecord{visit_, details},
        [this](const CommandOutcome& outcome) { saved(outcome); },
        [this](std::exception_ptr fault) {
            view_.form().saving = false;
            app_.show_fault(fault);
        });
}

void VisitRecordScreen::saved(const CommandOutcome& outcome) {
    view_.form().saving = false;
    if (outcome.result != CommandResult::done) {
        view_.tell(app_.text()(Text::arrivals_gone));
        return;
    }
    const std::string& ticket = view_.form().visit->ticket;
    app_.navigator().pop();
    app_.navigator().open(make_toast(app_, app_.text()(Text::record_saved, {{"ticket", ticket}})));
}

void VisitRecordScreen::leave(StaffWay way) {
    if (!loaded_ || !changed(changes(view_.form()))) return go(app_, way);
    ask_to_leave(app_, way);
}

}  // namespace

std::unique_ptr<Screen> make_visit_record(App& app, const Id& visit) {
    return std::make_unique<VisitRecordScreen>(app, visit);
}

}  // namespace foyer::kiosk

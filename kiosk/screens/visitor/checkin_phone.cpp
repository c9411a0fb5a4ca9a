#include <utility>

#include "kiosk/screens/typing/phone_page.h"
#include "kiosk/screens/visitor/checkin_consents.h"
#include "kiosk/screens/ways.h"

namespace foyer::kiosk {
namespace {

/// First step: the phone number, and the consent without which it may not be kept.
class CheckInPhonePage : public PhonePage {
  public:
    CheckInPhonePage(App& app, std::shared_ptr<CheckIn> check_in)
        : PhonePage(app, check_in_steps, "checkin.phone", {check_in, &check_in->phone}),
          check_in_(std::move(check_in)),
          consents_(app_, *check_in_) {}

    std::string_view name() const override { return "checkin.phone"; }
    /// Nobody leaves while the desk is asked.
    bool back() override { return waiting(); }

  protected:
    PageWords words(const Translator& text) override {
        PageWords words{text(Text::checkin_phone_title), text(Text::checkin_phone_sentence), false,
                        check_in_step::phone};
        if (check_in_->consent_asked()) {
            words.sentence = text(Text::checkin_phone_consent_asked);
            words.fault = true;
        }
        return words;
    }

    ActionBar action(const Translator& text) override {
        const bool without = may_go_without();
        ActionBar bar;
        bar.main = text(without ? Text::checkin_phone_without : Text::next);
        bar.main_is_secondary = without;
        bar.main_enabled = without || number().complete();
        return bar;
    }

    float aside_height(const Ui& ui, float width) const override {
        return consents_.height(ui, width);
    }
    void draw_aside(Ui& ui, const Rect& rect) override { consents_.draw(ui, rect); }

    void submit() override {
        if (waiting()) return;
        if (may_go_without()) return show_check_in(app_, check_in_, check_in_->without_phone());
        if (!check_in_->submit_phone()) return;
        begin_waiting();
        const std::string e164 = number().reading().e164;
        app_.ask(
            scope_, [e164](Desk& desk) { return standing_of(desk, e164); },
            [this, e164](VisitorStanding standing) {
                end_waiting();
                // A digit that came in meanwhile makes it somebody else's number.
                if (number().reading().e164 != e164) return;
                show_check_in(app_, check_in_,
                              check_in_->standing_known(std::move(standing), rules()));
            },
            [this](std::exception_ptr fault) {
                end_waiting();
                app_.show_fault(fault);
            });
    }

  private:
    bool may_go_without() {
        return number().empty() && !rules().requires_at_door(RegistrationField::phone);
    }

    const std::shared_ptr<CheckIn> check_in_;
    RequiredConsents consents_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in(App& app, const std::string& wished_person) {
    return std::make_unique<CheckInPhonePage>(app, std::make_shared<CheckIn>(wished_person));
}

}  // namespace foyer::kiosk

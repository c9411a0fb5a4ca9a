#include <utility>

#include "kiosk/screens/referrer/witness_page.h"
#include "kiosk/screens/ways.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// A phone number says nothing about who stands there: a member of staff does. Whether anybody has
/// the number is told only after the PIN.
class VouchPage : public WitnessPage {
  public:
    VouchPage(App& app, std::shared_ptr<ReferrerVisit> visit)
        : WitnessPage(app, std::move(visit)) {}
    std::string_view name() const override { return "referrer.vouch"; }

  private:
    std::string_view title(const Translator& text) const override {
        return text(Text::witness_vouch_title);
    }
    std::string_view sentence(const Translator& text) override {
        return text(Text::witness_vouch_sentence);
    }

    void confirmed(const std::string&) override {
        begin_waiting();
        app_.ask(
            scope_,
            [e164 = identify().question.phone.reading().e164](Desk& desk) {
                return rewards_of_phone(desk, e164);
            },
            [this](std::optional<RewardsView> rewards) {
                end_waiting();
                rewards ? show_rewards(app_, std::move(*rewards)) : tell_unknown();
            },
            [this](std::exception_ptr fault) {
                end_waiting();
                app_.show_fault(fault);
            });
    }

    void tell_unknown() {
        const Translator& text = app_.text();
        Question question;
        question.title = text(Text::witness_unknown_title);
        question.sentence = text(Text::witness_unknown);
        question.confirm_label = text(Text::witness_understood);
        app_.navigator().pop();
        app_.navigator().open(make_question(app_, std::move(question)));
    }
};

}  // namespace

std::unique_ptr<Screen> make_vouch(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<VouchPage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

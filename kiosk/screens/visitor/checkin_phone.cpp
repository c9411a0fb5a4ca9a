#include <utility>

#include "kiosk/screens/visitor/checkin_consents.h"
#include "kiosk/screens/ways.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// First step: the phone number, and the consent without which it may not be kept.
class PhonePage : public CheckInPage {
  public:
    PhonePage(App& app, std::shared_ptr<CheckIn> check_in)
        : CheckInPage(app, std::move(check_in)), consents_(app_, *check_in_) {}
    std::string_view name() const override { return "checkin.phone"; }

    void draw(Ui& ui) override {
        const float words_end = draw_head(ui, words(ui.text));
        // In reach mode the prefix is a chip of its own, below the middle.
        const float chip = ui.canvas.reach ? metrics(ui.canvas).chip + sized(ui, 20) : 0;
        const CheckInPlaces places =
            check_in_places(ui.canvas, words_end, sized(ui, 162),
                            chip + consents_.height(ui, check_in_column(ui.canvas)));
        if (phone_field(ui, "checkin.phone.number", places.read, number())) choose_region();
        Rect aside = places.aside;
        if (ui.canvas.reach &&
            region_chip(ui, "checkin.phone.region", aside.x, aside.y, number())) {
            choose_region();
        }
        aside.y += chip;
        consents_.draw(ui, aside);
        phone_pad(ui, "checkin.phone.pad", places.touch, number());

        const bool without = may_go_without();
        ActionBar bar;
        bar.main = ui.text(without ? Text::checkin_phone_without : Text::next);
        bar.main_is_secondary = without;
        bar.main_enabled = without || number().complete();
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override { number().type(character); }
    void on_code(const std::string& code) override { number().replace(code); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) number().erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

  private:
    PhoneEntry& number() { return check_in_->phone; }

    CheckInWords words(const Translator& text) {
        CheckInWords words{CheckInStep::phone, text(Text::checkin_phone_title),
                           text(Text::checkin_phone_sentence)};
        const std::string* remark = phone_remark(text, number());
        if (!remark && check_in_->consent_asked())
            remark = &text(Text::checkin_phone_consent_asked);
        if (remark) {
            words.sentence = *remark;
            words.fault = true;
        }
        return words;
    }

    bool may_go_without() {
        return number().empty() && !rules().requires_at_door(RegistrationField::phone);
    }

    void choose_region() {
        // The overlay may outlive this page by the blink in which it fades.
        std::weak_ptr<CheckIn> check_in = check_in_;
        app_.navigator().open(
            make_region_choice(app_, number().region(), [check_in](const std::string& region) {
                if (const auto open = check_in.lock()) open->phone.choose_region(region);
            }));
    }

    void submit() {
        if (waiting()) return;
        if (may_go_without()) return go_on(check_in_->without_phone());
        if (!check_in_->submit_phone()) return;
        begin_waiting();
        const std::string e164 = number().reading().e164;
        app_.ask(
            scope_, [e164](Desk& desk) { return standing_of(desk, e164); },
            [this, e164](VisitorStanding standing) {
                end_waiting();
                // A digit that came in meanwhile makes it somebody else's number.
                if (number().reading().e164 != e164) return;
                go_on(check_in_->standing_known(std::move(standing), rules()));
            },
            [this](std::exception_ptr fault) {
                end_waiting();
                app_.show_fault(fault);
            });
    }

    RequiredConsents consents_;
};

}  // namespace

std::unique_ptr<Screen> make_check_in(App& app, const std::string& wished_person) {
    return std::make_unique<PhonePage>(app, std::make_shared<CheckIn>(wished_person));
}

}  // namespace foyer::kiosk

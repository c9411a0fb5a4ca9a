#include "kiosk/screens/referrer/referrer_door.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The referrer's own number. It shows nothing: for rewards a member of staff vouches next, and for
/// recommending nothing is shown at all.
class OwnPhonePage : public IdentifyPage {
  public:
    using IdentifyPage::IdentifyPage;
    std::string_view name() const override { return "referrer.phone"; }

    void draw(Ui& ui) override {
        const float end = draw_head(ui, words(ui.text));
        const float aside = ui.canvas.reach ? metrics(ui.canvas).chip : 0;
        const CheckInPlaces at = check_in_places(ui.canvas, end, sized(ui, 162), aside);
        if (phone_field(ui, "referrer.phone.number", at.read, number())) choose_region();
        if (ui.canvas.reach &&
            region_chip(ui, "referrer.phone.region", at.aside.x, at.aside.y, number())) {
            choose_region();
        }
        phone_pad(ui, "referrer.phone.pad", at.touch, number());
        ActionBar bar;
        bar.main = ui.text(Text::next);
        bar.main_enabled = number().complete() && may_try() && !waiting();
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override { number().type(character); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) number().erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

  private:
    PhoneEntry& number() { return question().phone; }
    bool may_try() { return rewards_wanted() || question().may_try_phone(); }

    ReferrerWords words(const Translator& text) {
        ReferrerWords words{text(Text::refphone_title),
                            text(rewards_wanted() ? Text::refphone_sentence_rewards
                                                  : Text::refphone_sentence_recommend),
                            false, rewards_wanted() ? -1 : 0};
        const std::string* remark = phone_remark(text, number());
        const bool unknown = question().answer() == FriendAnswer::phone_unknown &&
                             number().reading().e164 == looked_up_;
        if (!remark && unknown) {
            remark = &text(may_try() ? Text::refphone_unknown : Text::refphone_enough);
        }
        if (remark) {
            words.sentence = *remark;
            words.fault = true;
        }
        return words;
    }

    void choose_region() {
        // The overlay may outlive this page by the blink in which it fades.
        std::weak_ptr<ReferrerVisit> visit = visit_;
        app_.navigator().open(
            make_region_choice(app_, number().region(), [visit](const std::string& region) {
                if (const auto open = visit.lock())
                    open->identify.question.phone.choose_region(region);
            }));
    }

    void submit() {
        if (waiting() || !may_try()) return;
        if (rewards_wanted()) {
            if (number().hand_in()) app_.navigator().push(make_vouch(app_, visit_));
            return;
        }
        if (question().phone_submitted({}) != FriendStep::look_up) return;
        looked_up_ = number().reading().e164;
        look_up_phone();
    }

    std::string looked_up_;
};

}  // namespace

std::unique_ptr<Screen> make_own_phone(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<OwnPhonePage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

#include "kiosk/screens/referrer/referrer_page.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The friend's number. Nothing is looked up: the kiosk tells nobody whom it knows.
class FriendPhonePage : public ReferrerPage {
  public:
    using ReferrerPage::ReferrerPage;
    std::string_view name() const override { return "recommend.phone"; }

    void draw(Ui& ui) override {
        const float end = draw_head(ui, words(ui.text));
        const float aside = ui.canvas.reach ? metrics(ui.canvas).chip : 0;
        const CheckInPlaces at = check_in_places(ui.canvas, end, sized(ui, 162), aside);
        if (phone_field(ui, "recommend.phone.number", at.read, number())) choose_region();
        if (ui.canvas.reach &&
            region_chip(ui, "recommend.phone.region", at.aside.x, at.aside.y, number())) {
            choose_region();
        }
        phone_pad(ui, "recommend.phone.pad", at.touch, number());
        ActionBar bar;
        bar.main = ui.text(Text::next);
        bar.main_enabled = number().complete();
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override { number().type(character); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) number().erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

  private:
    PhoneEntry& number() { return visit_->recommend.phone; }

    ReferrerWords words(const Translator& text) {
        ReferrerWords words{text(Text::recommend_phone_title), text(Text::recommend_phone_sentence),
                            false, 1};
        if (const std::string* remark = phone_remark(text, number())) {
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
                if (const auto open = visit.lock()) open->recommend.phone.choose_region(region);
            }));
    }

    void submit() {
        if (number().hand_in()) app_.navigator().push(make_friend_name(app_, visit_));
    }
};

}  // namespace

std::unique_ptr<Screen> make_friend_phone(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<FriendPhonePage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

#include <utility>

#include "kiosk/screens/visitor/checkin_friend.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The friend's number. It is only compared: this page never says whose it is.
class FriendPhonePage : public FriendPage {
  public:
    using FriendPage::FriendPage;
    std::string_view name() const override { return "checkin.friend_phone"; }

    void draw(Ui& ui) override {
        const float words_end = draw_head(ui, words(ui.text));
        const float aside = ui.canvas.reach ? metrics(ui.canvas).chip : 0;
        const CheckInPlaces places = check_in_places(ui.canvas, words_end, sized(ui, 162), aside);
        if (phone_field(ui, "checkin.friend.number", places.read, number())) choose_region();
        if (ui.canvas.reach &&
            region_chip(ui, "checkin.friend.region", places.aside.x, places.aside.y, number())) {
            choose_region();
        }
        phone_pad(ui, "checkin.friend.pad", places.touch, number());

        ActionBar bar;
        const bool exhausted = !question().may_try_phone();
        bar.main = ui.text(exhausted ? Text::checkin_refused_skip : Text::checkin_code_check);
        bar.main_is_secondary = exhausted;
        bar.main_enabled = exhausted || number().complete();
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override { number().type(character); }
    void on_code(const std::string& code) override { code_scanned(code); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) number().erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

  private:
    PhoneEntry& number() { return question().phone; }

    CheckInWords words(const Translator& text) {
        CheckInWords words{CheckInStep::visit, text(Text::checkin_friend_phone_title),
                           text(Text::checkin_friend_phone_sentence)};
        const std::string* remark = phone_remark(text, number());
        if (!remark && question().answer() == FriendAnswer::phone_unknown) {
            remark = &text(question().may_try_phone() ? Text::checkin_friend_phone_unknown
                                                      : Text::checkin_friend_phone_enough);
        }
        if (remark) {
            words.sentence = *remark;
            words.fault = true;
        }
        return words;
    }

    void choose_region() {
        std::weak_ptr<CheckIn> check_in = check_in_;
        app_.navigator().open(
            make_region_choice(app_, number().region(), [check_in](const std::string& region) {
                if (const auto open = check_in.lock())
                    open->friend_question.phone.choose_region(region);
            }));
    }

    void submit() { question().may_try_phone() ? phone_typed() : came_alone(); }
};

}  // namespace

std::unique_ptr<Screen> make_check_in_friend_phone(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<FriendPhonePage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

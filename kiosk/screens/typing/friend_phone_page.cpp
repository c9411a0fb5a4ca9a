#include <utility>

#include "kiosk/screens/typing/friend_pages.h"
#include "kiosk/screens/typing/phone_page.h"

namespace foyer::kiosk {
namespace {

std::shared_ptr<PhoneEntry> phone_of(const std::shared_ptr<FriendQuestion>& question) {
    return {question, &question->phone};
}

class FriendPhonePage : public PhonePage {
  public:
    FriendPhonePage(App& app, FriendPhone phone)
        : PhonePage(app, phone.way.steps, phone.name, phone_of(phone.way.question)),
          phone_(std::move(phone)),
          check_(app, phone_.way.question, phone_.way.visitor_e164, [this] { answered(); }) {}

    std::string_view name() const override { return phone_.name; }
    /// A code is an answer, too.
    void on_code(const std::string& code) override { check_.code_scanned(code); }
    /// Nobody leaves while the desk is asked.
    bool back() override { return check_.asking(); }

  protected:
    PageWords words(const Translator& text) override {
        PageWords words{text(phone_.title), text(phone_.sentence), false, phone_.way.step};
        const bool unknown = question().answer() == FriendAnswer::phone_unknown &&
                             number().reading().e164 == looked_up_;
        if (unknown || exhausted()) {
            words.sentence =
                text(exhausted() ? Text::typing_phone_enough : Text::typing_phone_unknown);
            words.fault = true;
        }
        return words;
    }

    ActionBar action(const Translator& text) override {
        ActionBar bar;
        bar.main = text(phone_.action);
        bar.main_enabled = number().complete() && !check_.asking() && !exhausted();
        if (exhausted() && phone_.give_up) {
            bar.main = text(*phone_.give_up);
            bar.main_is_secondary = true;
            bar.main_enabled = true;
        }
        return bar;
    }

    void submit() override {
        if (exhausted()) {
            if (phone_.give_up) phone_.gave_up();
            return;
        }
        check_.phone_typed();
        looked_up_ = number().reading().e164;
    }

  private:
    FriendQuestion& question() { return check_.question(); }
    bool exhausted() { return !question().may_try_phone() && !check_.asking(); }

    void answered() {
        // Somebody chose another way while the desk was asked.
        if (app_.navigator().top() == this) phone_.way.answered();
    }

    const FriendPhone phone_;
    FriendCheck check_;
    std::string looked_up_;
};

}  // namespace

std::unique_ptr<Screen> make_friend_phone_page(App& app, FriendPhone phone) {
    return std::make_unique<FriendPhonePage>(app, std::move(phone));
}

}  // namespace foyer::kiosk

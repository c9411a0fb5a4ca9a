#pragma once

#include <array>
#include <memory>

#include "kiosk/flows/check_in.h"
#include "kiosk/screens/typing/friend_check.h"
#include "kiosk/screens/typing/journey_page.h"
#include "shared/text/text_keys.h"

/// What the pages of the check-in share. Only they include this.
namespace foyer::kiosk {

/// The doors at the head: phone, name, visit, done.
inline constexpr std::array<Text, 4> check_in_steps = {
    Text::checkin_step_phone, Text::checkin_step_name, Text::checkin_step_visit,
    Text::checkin_step_done};
namespace check_in_step {
constexpr int phone = 0, name = 1, visit = 2, done = 3;
}

/// A page of the check-in and the way on. They share one CheckIn, which goes with the last of them.
class CheckInPage : public JourneyPage {
  public:
    CheckInPage(App& app, std::shared_ptr<CheckIn> check_in)
        : JourneyPage(app, check_in_steps), check_in_(std::move(check_in)) {}

    /// Nobody leaves while the desk is asked: a visit would be registered and its ticket not seen.
    bool back() override { return waiting(); }

  protected:
    /// To the next page, or registers.
    void go_on(CheckInNext next);

    const std::shared_ptr<CheckIn> check_in_;

  private:
    void register_visit();
    void registered(CheckedIn outcome);
};

/// A page of the question for a friend: its answers are checked here, whichever way they come.
class FriendPage : public CheckInPage {
  public:
    FriendPage(App& app, std::shared_ptr<CheckIn> check_in);
    bool back() override { return waiting() || check_.asking(); }

  protected:
    FriendQuestion& question() { return check_in_->friend_question; }
    FriendCheck& check() { return check_; }
    bool asking() const { return check_.asking(); }

    /// Nobody, or the visitor skips the question.
    void came_alone();
    /// Goes on with the friend there is.
    void friend_known() { go_on(check_in_->friend_answered(app_.pack())); }

    /// Another page of the question takes this one's place.
    virtual void show(std::unique_ptr<Screen> next) { app_.navigator().replace(std::move(next)); }

  private:
    void show_answer();

    FriendCheck check_;
};

/// The page an answer is shown on.
std::unique_ptr<Screen> make_friend_answer(App& app, std::shared_ptr<CheckIn> check_in);
/// Shows a page of the check-in; nothing for `stay` and `registration`.
void show_check_in(App& app, const std::shared_ptr<CheckIn>& check_in, CheckInNext next);

std::unique_ptr<Screen> make_check_in_name(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_visit(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_referrer(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_code(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_friend_phone(App& app, std::shared_ptr<CheckIn> check_in);
/// The friend is recognised, or the code is genuine and its owner not known here.
std::unique_ptr<Screen> make_check_in_friend(App& app, std::shared_ptr<CheckIn> check_in);
/// Why it is no recommendation, and the ways on.
std::unique_ptr<Screen> make_check_in_refused(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_consultant(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_ticket(App& app, CheckedIn checked_in);

/// The pack's privacy notice and what each consent means.
std::unique_ptr<Overlay> make_privacy_notice(App& app);

}  // namespace foyer::kiosk

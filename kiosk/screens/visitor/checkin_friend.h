#pragma once

#include <memory>
#include <string>

#include "kiosk/screens/visitor/checkin_page.h"

namespace foyer::kiosk {

/// A page of the question for a friend: its answers are checked here, whichever way they come.
class FriendPage : public CheckInPage {
  public:
    using CheckInPage::CheckInPage;

  protected:
    FriendQuestion& question() { return check_in_->friend_question; }

    /// A code came in whole.
    void code_scanned(const std::string& raw);
    /// Sixteen symbols, or fewer, were typed and handed in.
    void code_typed();
    /// The friend's number was handed in.
    void phone_typed();
    /// Nobody, or the visitor skips the question.
    void came_alone();
    /// Goes on with the friend there is.
    void friend_known() { go_on(check_in_->friend_answered(app_.pack())); }

    /// Another page of the question takes this one's place.
    virtual void show(std::unique_ptr<Screen> next) { app_.navigator().replace(std::move(next)); }

  private:
    void look_up_code();
    void look_up_phone();
    void show_answer();
    std::int64_t today();
    void look_up_failed(std::exception_ptr fault);
};

}  // namespace foyer::kiosk

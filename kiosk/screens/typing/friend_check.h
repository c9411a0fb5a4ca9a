#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/flows/friend_question.h"
#include "kiosk/screens/app.h"

namespace foyer::kiosk {

/// Asks the desk whose code or number it is, for whichever page was given one. UI thread.
class FriendCheck {
  public:
    /// `visitor_e164` is the number of whoever stands there, as nobody recommends themselves; may
    /// be empty. `answered`: the question has another answer, show it.
    FriendCheck(App& app, std::shared_ptr<FriendQuestion> question, std::string visitor_e164,
                std::function<void()> answered);

    FriendQuestion& question() { return *question_; }
    bool asking() const { return question_->asking(); }
    /// A code came in whole.
    void code_scanned(const std::string& raw);
    /// Its symbols were typed and handed in.
    void code_typed();
    /// The number was handed in. Of an unknown one only the question tells.
    void phone_typed();

  private:
    void take(FriendStep step);
    void look_up_phone();
    void failed(std::exception_ptr fault);

    App& app_;
    const std::shared_ptr<FriendQuestion> question_;
    const std::string visitor_e164_;
    const std::function<void()> answered_;
    TaskScope scope_;
};

/// How a journey asks for a code or a number: what differs between its pages and another's.
struct FriendWay {
    std::span<const Text> steps;
    int step = -1;
    std::shared_ptr<FriendQuestion> question;
    std::string visitor_e164;
    std::function<void()> answered;
};

}  // namespace foyer::kiosk

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/flows/friend_question.h"
#include "shared/desk/desk.h"

namespace foyer::kiosk {

/// How the last four digits of a phone were received.
enum class LastFourAnswer { right, wrong, too_soon, locked };

struct LastFourOutcome {
    LastFourAnswer answer = LastFourAnswer::wrong;
    std::int64_t wait = 0;               ///< milliseconds until the next try
    int tries_left = 0;                  ///< before ten minutes of rest
    std::optional<RewardsView> rewards;  ///< for right only
};

/// Compares the last four digits of a referrer's phone, the second factor beside the code (design
/// §4), and gives out the rewards only if they are right. Wrong tries count as a PIN's do: the wait
/// grows, and after five in a row this referrer is locked at this kiosk for ten minutes. The count
/// is in the store before the answer is told, so that neither Exit nor the plug wins a try. On the
/// store's thread.
LastFourOutcome try_last_four(Desk& desk, const Id& referrer, std::string_view digits);

/// The rewards of whoever has this number, for a member of staff who has seen who stands there;
/// nothing if nobody with it has bought. On the store's thread.
std::optional<RewardsView> rewards_of_phone(Desk& desk, const std::string& e164);

/// A referrer says who they are. Two factors lead to the rewards: the code and the last four digits
/// of the phone. A phone number alone holds its own last four digits and so proves nothing: it
/// shows no rewards unless a member of staff vouches for its owner. To hand in a friend, either
/// will do, as nothing is shown. Plain state, UI thread.
class IdentifyReferrer {
  public:
    static constexpr std::size_t digits_asked = 4;

    /// Code or phone, and what it came to.
    FriendQuestion question;

    /// Who recommends; empty until the question is answered.
    Id referrer() const;

    const std::string& digits() const { return digits_; }
    bool checking() const { return checking_; }
    /// True when it was the last one: ask try_last_four(referrer(), digits()).
    bool press_digit(char digit, std::int64_t ticks);
    void erase_digit();
    void clear_digits();
    void last_four_answered(const LastFourOutcome& outcome, std::int64_t ticks);
    /// The check itself failed: they may type again.
    void last_four_unchecked();

    /// Milliseconds until digits are taken again.
    std::int64_t wait(std::int64_t ticks) const;
    bool locked(std::int64_t ticks) const { return locked_ && wait(ticks) > 0; }
    /// The last four digits were wrong and no other has come since.
    bool shows_wrong() const { return wrong_ && digits_.empty(); }
    int tries_left() const { return tries_left_; }

  private:
    std::string digits_;
    bool checking_ = false, wrong_ = false, locked_ = false;
    int tries_left_ = 0;
    std::int64_t free_at_ = 0;  ///< ticks
};

}  // namespace foyer::kiosk

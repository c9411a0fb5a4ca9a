#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/flows/identify_referrer.h"
#include "kiosk/flows/recommend_friend.h"
#include "kiosk/flows/reward_claim.h"
#include "kiosk/screens/app.h"
#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/screens/visitor/checkin_scene.h"
#include "kiosk/widgets/bars.h"

/// What the referrers' pages share. Only they include this.
namespace foyer::kiosk {

/// What somebody at the referrers' door came for.
enum class ReferrerErrand { rewards, recommend };

/// One referrer at the kiosk. The pages share it; it goes with the last of them, and nothing of it
/// lives anywhere else (design §6).
struct ReferrerVisit {
    ReferrerErrand errand = ReferrerErrand::rewards;
    IdentifyReferrer identify;
    Id referrer;  ///< once identified
    RecommendFriend recommend;
};

/// Title and sentence of a page; the sentence gives way to what is wrong.
struct ReferrerWords {
    std::string_view title, sentence;
    bool fault = false;
    int step = -1;  ///< of recommending: who, friend, done; -1: no steps
};

/// A page of the referrers': head, foot, and waiting for the desk.
class ReferrerPage : public Screen {
  public:
    ReferrerPage(App& app, std::shared_ptr<ReferrerVisit> visit)
        : app_(app), visit_(std::move(visit)) {}

  protected:
    /// Wall, top bar, steps, words. Returns where the words end. With `floor` everything below it
    /// is floor.
    float draw_head(Ui& ui, const ReferrerWords& words, std::optional<float> floor = {}) const;
    /// Where the words will end.
    static float words_end(const Ui& ui, const ReferrerWords& words);
    /// Action bar and tool strip; carries out Back and Exit. True if the main button was pressed.
    bool draw_foot(Ui& ui, ActionBar bar) const;

    IdentifyReferrer& identify() { return visit_->identify; }
    bool rewards_wanted() const { return visit_->errand == ReferrerErrand::rewards; }
    std::int64_t ticks() const { return app_.shell().clock().ticks(); }

    /// The desk is being asked: touches must wait.
    bool waiting() const { return waiting_; }
    void begin_waiting() { waiting_ = true; }
    void end_waiting() { waiting_ = false; }

    App& app_;
    const std::shared_ptr<ReferrerVisit> visit_;

  private:
    bool waiting_ = false;

  protected:
    TaskScope scope_;
};

/// What was pressed on a pad of digits.
struct DigitPress {
    char digit = 0;  ///< '0' … '9'; 0 for none
    bool erase = false, clear = false;
};
/// Digits for whatever is typed in secret: in two rows where there is little height. Ids as
/// number_pad's.
DigitPress digit_pad(Ui& ui, std::string_view id, const Rect& rect);

// Who are you
std::unique_ptr<Screen> make_own_code(App& app, std::shared_ptr<ReferrerVisit> visit);
std::unique_ptr<Screen> make_own_phone(App& app, std::shared_ptr<ReferrerVisit> visit);
std::unique_ptr<Screen> make_code_refused(App& app, std::shared_ptr<ReferrerVisit> visit);
/// Genuine, but this kiosk does not know its owner yet.
std::unique_ptr<Screen> make_not_here(App& app, std::shared_ptr<ReferrerVisit> visit);
std::unique_ptr<Screen> make_last_four(App& app, std::shared_ptr<ReferrerVisit> visit);
/// A member of staff vouches for whoever gave a phone number only.
std::unique_ptr<Screen> make_vouch(App& app, std::shared_ptr<ReferrerVisit> visit);

// Rewards
std::unique_ptr<Screen> make_rewards(App& app, RewardsView rewards);
std::unique_ptr<Screen> make_my_code(App& app, const RewardsView& rewards);
std::unique_ptr<Screen> make_claim(App& app, const RewardsView& rewards);
std::unique_ptr<Screen> make_claims(App& app, const Id& referrer, std::vector<ClaimView> claims);
std::unique_ptr<Screen> make_receipt(App& app, const RewardsView& rewards, const ClaimView& claim,
                                     const std::string& staff);
/// Leaves every page that led to them and shows the rewards.
void show_rewards(App& app, RewardsView rewards);

// Recommending
std::unique_ptr<Screen> make_friend_phone(App& app, std::shared_ptr<ReferrerVisit> visit);
std::unique_ptr<Screen> make_friend_name(App& app, std::shared_ptr<ReferrerVisit> visit);
std::unique_ptr<Screen> make_friend_terms(App& app, std::shared_ptr<ReferrerVisit> visit);
std::unique_ptr<Screen> make_friend_result(App& app, std::shared_ptr<ReferrerVisit> visit);

}  // namespace foyer::kiosk

#pragma once

#include <array>
#include <memory>
#include <string>

#include "kiosk/flows/identify_referrer.h"
#include "kiosk/flows/recommend_friend.h"
#include "kiosk/flows/reward_claim.h"
#include "kiosk/screens/typing/journey_page.h"
#include "kiosk/screens/visitor/checkin_scene.h"
#include "shared/text/text_keys.h"

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

/// The doors at the head of recommending: who, friend, done.
inline constexpr std::array<Text, 3> recommend_steps = {
    Text::refdoor_step_who, Text::refdoor_step_friend, Text::refdoor_step_done};

/// A page of the referrers'. They share one ReferrerVisit.
class ReferrerPage : public JourneyPage {
  public:
    ReferrerPage(App& app, std::shared_ptr<ReferrerVisit> visit)
        : JourneyPage(app, recommend_steps), visit_(std::move(visit)) {}

  protected:
    IdentifyReferrer& identify() { return visit_->identify; }
    bool rewards_wanted() const { return visit_->errand == ReferrerErrand::rewards; }
    std::int64_t ticks() const { return app_.shell().clock().ticks(); }

    const std::shared_ptr<ReferrerVisit> visit_;
};

/// The page on which the answer to "who are you?" is shown.
std::unique_ptr<Screen> make_identified(App& app, const std::shared_ptr<ReferrerVisit>& visit);

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

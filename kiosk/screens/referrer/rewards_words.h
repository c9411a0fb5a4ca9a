#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/flows/reward_claim.h"
#include "kiosk/theme/icons.h"
#include "kiosk/widgets/tags.h"
#include "shared/text/translator.h"

/// What the rewards say, put into words once for a language and a state of the records: the page
/// draws these strings and formats nothing.
namespace foyer::kiosk {

/// A friend's row, and what is told when it is touched.
struct FriendWords {
    Id referral;
    std::string letter, name, caption;
    std::string tag;
    Tone tone = Tone::neutral;
    Icon icon = Icon::clock;
    int progress = 0;
    std::string headline, condition;
};

/// A door of the year: opened, or its number.
struct YearDoorWords {
    bool opened = false;
    Icon icon = Icon::check;
    std::string title, caption;
    std::string number;
    std::string tier;           ///< of the tier reached with this door; empty if none is
    bool tier_reached = false;  ///< that tier is won
};

struct RewardsWords {
    std::string title, sentence;
    std::vector<YearDoorWords> doors;
    std::string next_tier;  ///< number of the door it is reached with; empty: none is left
    std::string claimable, checking, approved;
    std::vector<FriendWords> friends;
    std::string claim;  ///< label of the claim button; empty: nothing to claim
};

RewardsWords rewards_words(const Translator& text, const Pack& pack, const Calendar& calendar,
                           WallTime now, const RewardsView& rewards);

/// "赵女士"; what we say to somebody whose name is not known.
std::string referrer_name(const Translator& text, const RewardsView& rewards);

/// The tag of a claim: its word, tone and icon.
struct ClaimTag {
    Text label;
    Tone tone;
    Icon icon;
};
ClaimTag claim_tag(ClaimState state);

}  // namespace foyer::kiosk

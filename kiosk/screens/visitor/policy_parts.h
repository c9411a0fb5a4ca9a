#pragma once

#include <span>
#include <string>

#include "kiosk/screens/visitor/policy_texts.h"
#include "kiosk/theme/theme.h"
#include "kiosk/theme/type.h"
#include "kiosk/theme/ui.h"

/// Parts of the policy page, in either layout.
namespace foyer::kiosk {

/// What is given and for what.
void offer_card(Ui& ui, const Rect& rect, const OfferWords& offer, TextStyle value_style);
/// The style of the values in cards of this size: larger where there is room for all of them.
TextStyle offer_style(const Ui& ui, const Rect& rect, std::span<const OfferWords> offers);
/// Height that every one of them wants in a card of this width.
float offer_height(const Ui& ui, float width, std::span<const OfferWords> offers);

/// The year's tiers as doors by height. Returns true if the link to the conditions was pressed
/// (id "policy.conditions"); without `with_link` there is none.
bool tiers_card(Ui& ui, const Rect& rect, const PolicyTexts& words, bool with_link);

/// A campaign that runs today.
void campaign_panel(Ui& ui, const Rect& rect, const CampaignWords& campaign);
float campaign_height(const Ui& ui);

/// The ways to hand in a referral, `columns` side by side. Returns the pressed one's index or -1.
/// Ids: "policy.channel." + the channel's.
int channel_row(Ui& ui, const Rect& rect, const PolicyTexts& words, std::size_t columns);
float channels_height(const Ui& ui, std::size_t count, std::size_t columns);

}  // namespace foyer::kiosk

#include "shared/pack/pack_reader.h"

namespace foyer {
namespace {

constexpr std::array offer_kinds = {
    std::pair<std::string_view, OfferKind>{"information", OfferKind::information},
    std::pair<std::string_view, OfferKind>{"order", OfferKind::order},
    std::pair<std::string_view, OfferKind>{"standard", OfferKind::standard},
    std::pair<std::string_view, OfferKind>{"for_friend", OfferKind::for_friend},
};

Offer read_offer(const PackNode& node) {
    Offer offer;
    offer.kind = node.one_of("kind", offer_kinds);
    offer.icon = node.string("icon");
    offer.title = node.text("title");
    offer.amount_fen = node.number("amount_fen");
    offer.service = node.text("service");
    offer.caption = node.text("caption");
    offer.highlighted = node.flag("highlighted");
    return offer;
}

void refuse_backward(const PackNode& node, Date from, Date until) {
    if (until < from) {
        node.refuse(PackFault::bad_date, "until",
                    "ends on " + until.iso() + ", before it begins on " + from.iso());
    }
}

std::vector<RewardTier> read_tiers(const PackNode& policy) {
    RewardTier before{0, -1, {}};
    return policy.list("tiers", [&](const PackNode& node) {
        RewardTier tier{node.small_number("referrals"), node.number("total_fen"),
                        node.text("note")};
        if (tier.referrals <= before.referrals || tier.total_fen <= before.total_fen) {
            node.refuse(PackFault::wrong_order, "referrals",
                        "a tier needs more referrals and pays more than the one before it");
        }
        before = tier;
        return tier;
    });
}

Policy read_policy(const PackNode& node) {
    Policy policy;
    policy.id = node.string("id");
    policy.from = node.date("from");
    policy.until = node.date("until");
    refuse_backward(node, policy.from, policy.until);
    policy.published = node.date("published");
    policy.published_by = node.text("published_by");
    policy.offers = node.list("offers", read_offer);
    policy.tiers_title = node.text("tiers_title");
    policy.tiers_note = node.text("tiers_note");
    policy.tier_unit = node.counted("tier_unit");
    policy.tiers = read_tiers(node);
    policy.channels = node.list("channels", [](const PackNode& channel) {
        return PolicyChannel{channel.string("id"), channel.string("icon"), channel.text("title"),
                             channel.text("caption"), channel.string("contact")};
    });
    policy.hold_days = node.small_number("hold_days");
    policy.protection_days = node.small_number("protection_days");
    policy.claim_days = node.small_number("claim_days");
    policy.pay_within_hours = node.small_number("pay_within_hours");
    policy.conditions = node.texts("conditions");
    policy.changes = node.texts("changes");
    policy.staff_page = node.list("staff_page", [](const PackNode& section) {
        return StaffPageSection{section.text("heading"), section.text("text")};
    });
    return policy;
}

Campaign read_campaign(const PackNode& node) {
    Campaign campaign;
    campaign.id = node.string("id");
    campaign.name = node.text("name");
    campaign.headline = node.text("headline");
    campaign.amount_fen = node.number("amount_fen");
    campaign.from = node.date("from");
    campaign.until = node.date("until");
    refuse_backward(node, campaign.from, campaign.until);
    campaign.products = node.strings("products");
    campaign.staff_note = node.text("staff_note");
    return campaign;
}

}  // namespace

void read_policy_json(const PackNode& root, Pack& pack) {
    pack.policies = root.list("policies", read_policy);
    pack.campaigns = root.list("campaigns", read_campaign);
}

}  // namespace foyer

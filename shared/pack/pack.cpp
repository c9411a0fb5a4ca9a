#include "shared/pack/pack.h"

#include <algorithm>

namespace foyer {
namespace {

/// The element with this id; null if there is none.
template <class Element>
const Element* by_id(const std::vector<Element>& elements, const std::string& id) {
    const auto found = std::find_if(elements.begin(), elements.end(),
                                    [&](const Element& element) { return element.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

template <class Element>
bool contains(const std::vector<Element>& elements, const Element& wanted) {
    return std::find(elements.begin(), elements.end(), wanted) != elements.end();
}

/// Every gallery entry that `wanted` picks, group by group.
template <class Wanted>
std::vector<const GalleryEntry*> pick_entries(const Gallery& gallery, Wanted wanted) {
    std::vector<const GalleryEntry*> picked;
    for (const GalleryGroup& group : gallery.groups) {
        for (const GalleryEntry& entry : group.entries) {
            if (wanted(entry)) picked.push_back(&entry);
        }
    }
    return picked;
}

}  // namespace

const Offer* Policy::offer(OfferKind kind) const {
    for (const Offer& offer : offers) {
        if (offer.kind == kind) return &offer;
    }
    return nullptr;
}

const RewardTier* Policy::tier_reached(int referrals) const {
    const RewardTier* reached = nullptr;
    for (const RewardTier& tier : tiers) {
        if (tier.referrals <= referrals) reached = &tier;
    }
    return reached;
}

const RewardTier* Policy::next_tier(int referrals) const {
    for (const RewardTier& tier : tiers) {
        if (tier.referrals > referrals) return &tier;
    }
    return nullptr;
}

bool Campaign::covers(const std::string& product_id) const {
    return contains(products, product_id);
}

int StaffMember::experience_in(const std::string& group) const {
    for (const GroupExperience& known : experience) {
        if (known.group == group) return known.count;
    }
    return 0;
}

const EntryPicture* GalleryEntry::picture(PictureRole role) const {
    for (const EntryPicture& picture : pictures) {
        if (picture.role == role) return &picture;
    }
    return nullptr;
}

const std::filesystem::path& GalleryEntry::cover() const {
    static const std::filesystem::path none;
    const EntryPicture* after = picture(PictureRole::after);
    return after ? after->file : none;
}

const GroupPlan* GalleryGroup::find_plan(const std::string& plan) const {
    return by_id(plans, plan);
}

const LocalizedText& Gallery::label(PictureRole role) const {
    static const LocalizedText none;
    for (const PictureLabel& known : labels) {
        if (known.role == role) return known.label;
    }
    return none;
}

bool Registration::requires_at_door(RegistrationField field) const {
    return contains(required_at_door, field);
}

bool Registration::requires_for_record(RegistrationField field) const {
    return contains(required_for_record, field);
}

const VisitPurpose* Registration::find_purpose(const std::string& id) const {
    return by_id(purposes, id);
}

const StaffMember* Pack::find_staff(const std::string& staff_id) const {
    return by_id(staff, staff_id);
}

const Product* Pack::find_product(const std::string& product_id) const {
    return by_id(products, product_id);
}

const GalleryGroup* Pack::find_group(const std::string& group_id) const {
    return by_id(gallery.groups, group_id);
}

const GalleryEntry* Pack::find_entry(const std::string& entry_id) const {
    for (const GalleryGroup& group : gallery.groups) {
        if (const GalleryEntry* entry = by_id(group.entries, entry_id)) return entry;
    }
    return nullptr;
}

const SeatingPlace* Pack::find_seating(const std::string& seating_id) const {
    return by_id(seating, seating_id);
}

const Campaign* Pack::find_campaign(const std::string& campaign_id) const {
    return by_id(campaigns, campaign_id);
}

const Policy* Pack::find_policy(const std::string& policy_id) const {
    return by_id(policies, policy_id);
}

const Policy* Pack::policy_on(Date day) const {
    for (const Policy& policy : policies) {
        if (policy.in_force(day)) return &policy;
    }
    return nullptr;
}

std::vector<const Campaign*> Pack::running_campaigns(Date day) const {
    std::vector<const Campaign*> running;
    for (const Campaign& campaign : campaigns) {
        if (campaign.running(day)) running.push_back(&campaign);
    }
    return running;
}

std::vector<const StaffMember*> Pack::staff_with(StaffRole role) const {
    std::vector<const StaffMember*> members;
    for (const StaffMember& member : staff) {
        if (member.has_role(role)) members.push_back(&member);
    }
    return members;
}

int Pack::on_duty_count(StaffRole role) const {
    return static_cast<int>(std::count_if(staff.begin(), staff.end(), [&](const auto& member) {
        return member.on_duty && member.has_role(role);
    }));
}

std::vector<const GalleryEntry*> Pack::entries_with(const std::string& product_id) const {
    return pick_entries(gallery, [&](const GalleryEntry& entry) {
        return std::any_of(entry.products.begin(), entry.products.end(),
                           [&](const auto& placed) { return placed.product == product_id; });
    });
}

std::vector<const GalleryEntry*> Pack::entries_by(const std::string& staff_id) const {
    return pick_entries(gallery,
                        [&](const GalleryEntry& entry) { return entry.person == staff_id; });
}

std::string Pack::caption(const HomeEntry& entry, Locale locale) const {
    return fill(entry.caption.in(locale), "on_duty", std::to_string(on_duty_count(people.role)));
}

}  // namespace foyer

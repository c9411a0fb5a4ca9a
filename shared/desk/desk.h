#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/journal/journal.h"
#include "shared/model/calendar.h"
#include "shared/model/photo.h"
#include "shared/model/reception.h"
#include "shared/model/rewards.h"
#include "shared/pack/pack.h"
#include "shared/people/name_search.h"
#include "shared/rewards/reward.h"

namespace foyer {

/// The one door to a showroom's records: commands that write events, and views that read what they
/// came to.
///
/// A command is one transaction: journal event, projections and outbox row (design §2.1); when it
/// returns, the event outlives a power cut. Kiosk and headquarters use the same desk. One thread:
/// that of its store. Members throw StoreError when the store cannot be written or read; everything
/// a person can get wrong is a returned fault.
class Desk {
  public:
    Desk(Journal& journal, std::shared_ptr<const Pack> pack);

    /// Headquarters has published another pack.
    void use_pack(std::shared_ptr<const Pack> pack);
    const Pack& pack() const { return *pack_; }
    const Calendar& calendar() const { return calendar_; }
    Journal& journal() { return journal_; }

    // Reception (shared/desk/registration.cpp, reception.cpp)

    /// Registers a party: finds or makes the customer by phone, keeps consents and referral, gives
    /// a number and, if one is free or wished for, a consultant (domain §3.1, §3.2).
    ArrivalOutcome register_visit(const Arrival& arrival);
    /// Completes or corrects the record of a visit. False if there is no such visit.
    bool complete_record(const Id& visit, const RecordDetails& details, std::string_view staff);
    /// Gives a party to a consultant, also one that has another already.
    bool assign(const Id& visit, const std::string& consultant, std::string_view staff);
    /// The consultant has come: the party waits no longer.
    bool receive(const Id& visit, std::string_view staff);
    /// The party has left. `product` is what was bought, if anything, for campaigns.
    bool depart(const Id& visit, VisitOutcome outcome, const std::string& product,
                std::string_view staff);

    // Photos of a visit (shared/desk/photos.cpp)

    /// Records a photo whose sealed parts lie in the photo folder already: a crash in between
    /// leaves parts nobody names, and no photo. False if there is no such visit.
    bool add_photo(const Photo& photo, std::string_view staff);
    /// For good, here and everywhere. Its parts are cleared away by the next round of sync.
    bool remove_photo(const Id& visit, const Id& photo, std::string_view staff);

    // Referrals and rewards (shared/desk/referrals.cpp, claims.cpp)

    /// A referrer (or staff for one) hands in a friend who is not here. Says why it does not count,
    /// if it does not; a referral that does not count is recorded all the same.
    ReferralNotice submit_referral(const Id& referrer, const FriendDetails& friend_details,
                                   const SentBy& terms, std::string_view actor);
    /// Claims everything that can be claimed. `staff` has entered the PIN (design §4).
    ClaimOutcome request_claim(const Id& referrer, std::string_view staff);

    // Views

    std::optional<Customer> find_customer(const std::string& e164);
    std::optional<Customer> customer(const Id& id);
    /// Whom the receptionist may mean by a name, its Pinyin or its first letters, or by three
    /// digits and more of a phone: at most so many, in Pinyin order, of one name the last here
    /// first.
    std::vector<FoundCustomer> search_customers(std::string_view typed, std::size_t most);
    /// The referrer of a code that headquarters issued; nothing if this kiosk has not heard of it.
    std::optional<Customer> referrer_of_code(std::uint64_t code);
    std::optional<RewardsView> rewards(const Id& referrer);
    ArrivalsBoard arrivals();
    std::optional<BoardRow> visit(const Id& visit);
    /// By the time they were taken.
    std::vector<Photo> photos(const Id& visit);
    /// Answers that stand, by purpose of the pack.
    std::vector<ConsentAnswer> consents(const Id& customer);

    // Headquarters' part (shared/desk/approvals.cpp); a kiosk never calls these

    std::vector<ReferralListing> referrals();
    /// What a referral would earn if it were granted now.
    std::optional<Reward> reward_of(const Id& referral);
    enum class ApprovalFault { none, unknown, not_ready, held, decided_already, disputed };
    /// Grants a referral's reward, naming the hash of what was approved (design §2.2).
    ApprovalFault approve_referral(const Id& referral);
    /// Approves a claim for payment, likewise.
    ApprovalFault approve_claim(const Id& claim);
    /// Customers who have bought and have no code yet.
    std::vector<Id> without_code();
    void issue_code(const IssuedCode& code);

  private:
    ArrivalFault check(const Arrival& arrival, const std::optional<Customer>& known) const;
    ReferralNotice record_referral(Journal::Batch& batch, const Id& referred, const SentBy& sent_by,
                                   const Id& visit, std::string_view actor);
    ReferralNotice judge_referral(const Id& referrer, const Id& referred, const Id& visit);
    Id record_customer(Journal::Batch& batch, const Arrival& arrival,
                       const std::optional<Customer>& known);
    void record_consents(Journal::Batch& batch, const Id& customer,
                         const std::vector<ConsentAnswer>& answers, std::string_view actor);
    std::pair<std::string, AssignmentReason> choose_consultant(
        const Arrival& arrival, const std::optional<Customer>& known);
    std::vector<RotationRow> rotation();
    /// The next ticket of a day, and how many parties wait.
    std::pair<std::string, int> queue(std::int64_t day);
    Id customer_of(const Id& visit);
    std::vector<FriendReward> friends_of(const Id& referrer);
    std::vector<ClaimView> claims_of(const Id& referrer);
    Database& database() { return journal_.store().database(); }
    WallTime now() const { return journal_.clock().now(); }

    Journal& journal_;
    std::shared_ptr<const Pack> pack_;
    Calendar calendar_;
    NameSearch names_;
};

}  // namespace foyer

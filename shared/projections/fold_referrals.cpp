#include <algorithm>
#include <map>

#include "shared/model/kinds.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

struct ReferralRow {
    Id id;
    std::string referrer, level, channel, consultant, visit;
    WallTime submitted_at = 0, visited_at = 0, ordered_at = 0, granted_at = 0;
    std::int64_t protection_days = 0, amount = 0;
    std::string product;
    ReferralState state = ReferralState::submitted;
    ReferralRejection rejection = ReferralRejection::none;

    void reject(ReferralRejection why) {
        state = ReferralState::rejected;
        rejection = why;
    }
    WallTime protected_until() const { return submitted_at + protection_days * one_day; }
};

/// Domain §2.8: nobody is referred who was a customer already, or a lead inside the protection
/// period.
bool known_before(const ReferralRow& referral, const std::vector<FoldedVisit>& visits) {
    return std::any_of(visits.begin(), visits.end(), [&](const FoldedVisit& visit) {
        if (visit.id == referral.visit || visit.registered_at >= referral.submitted_at) {
            return false;
        }
        const bool customer = visit.bought && visit.departed_at <= referral.submitted_at;
        const WallTime fresh = referral.submitted_at - referral.protection_days * one_day;
        return customer || visit.registered_at >= fresh;
    });
}

void follow_visits(ReferralRow& referral, const std::vector<FoldedVisit>& visits) {
    for (const FoldedVisit& visit : visits) {
        const bool counts =
            visit.id == referral.visit || visit.registered_at >= referral.submitted_at;
        if (!counts) continue;
        if (referral.visited_at == 0) referral.visited_at = visit.registered_at;
        if (visit.bought && referral.ordered_at == 0) referral.ordered_at = visit.departed_at;
    }
    if (referral.visited_at != 0) referral.state = ReferralState::visited;
    if (referral.ordered_at != 0) referral.state = ReferralState::ordered;
}

/// Headquarters alone grants or refuses; of several words about one referral the last counts.
void follow_headquarters(ReferralRow& referral, const std::vector<FoldEvent>& events) {
    for (const FoldEvent& event : events) {
        const bool granted = event.kind == event_kind::referral_granted;
        const bool refused = event.kind == event_kind::referral_refused;
        if ((!granted && !refused) || event.text("referral") != referral.id) continue;
        if (granted) {
            referral.state = ReferralState::granted;
            referral.rejection = ReferralRejection::none;
            referral.granted_at = event.stamp.wall;
            referral.amount = event.number("amount");
        } else {
            referral.reject(ReferralRejection::refused);
        }
    }
}

std::vector<ReferralRow> submitted(const Id& referred, const std::vector<FoldEvent>& events) {
    std::vector<ReferralRow> referrals;
    for (const FoldEvent& event : events) {
        if (event.kind != event_kind::referral_submitted || event.text("referred") != referred) {
            continue;
        }
        ReferralRow row;
        row.id = event.text("referral");
        row.referrer = event.text("referrer");
        row.level = event.text("level");
        row.channel = event.text("channel");
        row.consultant = event.text("consultant");
        row.visit = event.text("visit");
        row.submitted_at = event.stamp.wall;
        row.protection_days = event.number("protection_days");
        referrals.push_back(std::move(row));
    }
    return referrals;
}

std::string bought_product(const std::vector<FoldEvent>& events) {
    for (const FoldEvent& event : events) {
        if (event.kind == event_kind::visit_departed && event.has("product")) {
            return event.text("product");
        }
    }
    return {};
}

void write(Database& database, const Id& referred, const ReferralRow& row) {
    Statement insert(database,
                     "INSERT OR REPLACE INTO referral VALUES "
                     "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind_all(row.id, row.referrer, referred, row.level, row.channel, row.consultant,
                    row.submitted_at, row.visited_at, row.ordered_at, row.product, row.granted_at,
                    row.amount, std::string(word(row.state)), std::string(word(row.rejection)));
    insert.exec();
}

}  // namespace

void fold_referrals(Database& database, const Id& referred, const std::vector<FoldEvent>& events,
                    const std::vector<FoldedVisit>& visits) {
    if (count_of_kind(events, event_kind::referral_submitted) == 0) return;
    Statement clear(database, "DELETE FROM referral WHERE referred = ?");
    clear.bind_all(referred);
    clear.exec();
    WallTime taken_until = 0;
    for (ReferralRow& referral : submitted(referred, events)) {
        if (referral.referrer == referred) {
            referral.reject(ReferralRejection::self_referral);
        } else if (known_before(referral, visits)) {
            referral.reject(ReferralRejection::already_known);
        } else if (referral.submitted_at < taken_until) {
            referral.reject(ReferralRejection::duplicate);
        } else {
            // The first valid one wins, by its time and not by when its file arrived.
            taken_until = referral.protected_until();
            follow_visits(referral, visits);
            if (referral.ordered_at != 0) referral.product = bought_product(events);
        }
        follow_headquarters(referral, events);
        write(database, referred, referral);
    }
}

}  // namespace foyer

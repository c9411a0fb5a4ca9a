#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "shared/model/kinds.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

struct ClaimRow {
    Id id;
    std::string kiosk, staff, receipt;
    std::int64_t amount = 0;
    WallTime requested_at = 0, decided_at = 0;
    std::vector<Id> referrals;
    ClaimState state = ClaimState::provisional;
};

ClaimRow requested(const FoldEvent& event) {
    ClaimRow row;
    row.id = event.text("claim");
    row.kiosk = event.kiosk;
    row.staff = event.actor;
    row.receipt = event.text("receipt");
    row.amount = event.number("amount");
    row.requested_at = event.stamp.wall;
    const auto referrals = event.body().find("referrals");
    if (referrals != event.body().end() && referrals->is_array()) {
        for (const auto& referral : *referrals) {
            if (referral.is_string()) row.referrals.push_back(referral.get<std::string>());
        }
    }
    return row;
}

void follow_headquarters(ClaimRow& row, const std::vector<FoldEvent>& events) {
    for (const FoldEvent& event : events) {
        if (event.text("claim") != row.id) continue;
        if (event.kind == event_kind::claim_approved) row.state = ClaimState::approved;
        if (event.kind == event_kind::claim_disputed) row.state = ClaimState::disputed;
        const bool decided =
            event.kind == event_kind::claim_approved || event.kind == event_kind::claim_disputed;
        if (decided) row.decided_at = event.stamp.wall;
    }
}

/// Design §4: the first in time wins, the second becomes a dispute, never a payment. What
/// headquarters has approved is paid, even if a claim of an earlier time comes in later.
void dispute_doubles(std::vector<ClaimRow>& rows) {
    std::vector<ClaimRow*> order;
    for (ClaimRow& row : rows)
        order.push_back(&row);
    std::stable_sort(order.begin(), order.end(), [](const ClaimRow* one, const ClaimRow* other) {
        const auto rank = [](const ClaimRow& row) {
            const bool paid = row.state == ClaimState::approved;
            return std::pair(!paid, paid ? row.decided_at : 0);
        };
        return rank(*one) < rank(*other);
    });
    std::set<Id> claimed;
    for (ClaimRow* row : order) {
        for (const Id& referral : row->referrals) {
            if (!claimed.insert(referral).second) row->state = ClaimState::disputed;
        }
    }
}

void write(Database& database, const Id& referrer, const ClaimRow& row) {
    Statement insert(database, "INSERT OR REPLACE INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind_all(row.id, referrer, row.amount, row.receipt, row.kiosk, row.staff,
                    row.requested_at, row.decided_at, std::string(word(row.state)));
    insert.exec();
    for (const Id& referral : row.referrals) {
        Statement link(database, "INSERT OR IGNORE INTO claim_referral VALUES (?, ?)");
        link.bind_all(referral, row.id);
        link.exec();
    }
}

}  // namespace

void fold_claims(Database& database, const Id& referrer, const std::vector<FoldEvent>& events) {
    if (count_of_kind(events, event_kind::claim_requested) == 0) return;
    for (const char* clear : {"DELETE FROM claim_referral WHERE claim IN "
                              "(SELECT id FROM claim WHERE referrer = ?)",
                              "DELETE FROM claim WHERE referrer = ?"}) {
        Statement statement(database, clear);
        statement.bind_all(referrer);
        statement.exec();
    }
    std::vector<ClaimRow> rows;
    for (const FoldEvent& event : events) {
        if (event.kind != event_kind::claim_requested || event.text("referrer") != referrer) {
            continue;
        }
        rows.push_back(requested(event));
        follow_headquarters(rows.back(), events);
    }
    dispute_doubles(rows);
    for (const ClaimRow& row : rows)
        write(database, referrer, row);
}

}  // namespace foyer

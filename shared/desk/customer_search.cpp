#include <algorithm>
#include <tuple>

#include "shared/desk/desk.h"

namespace foyer {
namespace {

constexpr std::size_t fewest_digits = 3;

/// The digits of what was typed, if it is nothing else; otherwise nothing.
std::string digits_of(std::string_view typed) {
    std::string digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == '+') continue;
        if (c < '0' || c > '9') return {};
        digits += c;
    }
    return digits;
}

}  // namespace

std::vector<FoundCustomer> Desk::search_customers(std::string_view typed, std::size_t most) {
    const std::string digits = digits_of(typed);
    if (!digits.empty() && digits.size() < fewest_digits) return {};
    struct Match {
        Id id;
        std::string order;
        WallTime last_visit;
        std::int64_t subject;
    };
    std::vector<Match> matches;
    Statement everybody(database(), "SELECT id, name, phone, last_visit, subject FROM customer");
    while (everybody.executeStep()) {
        const std::string name = everybody.getColumn(1).getString();
        const bool meant =
            digits.empty() ? names_.matches(name, typed)
                           : everybody.getColumn(2).getString().find(digits) != std::string::npos;
        if (!meant) continue;
        matches.push_back({everybody.getColumn(0).getString(), names_.order(name),
                           everybody.getColumn(3).getInt64(), everybody.getColumn(4).getInt64()});
    }
    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        return std::tie(a.order, b.last_visit, a.id) < std::tie(b.order, a.last_visit, b.id);
    });
    if (matches.size() > most) matches.resize(most);

    std::vector<FoundCustomer> found;
    for (const Match& match : matches) {
        FoundCustomer one{customer(match.id).value(), {}, {}};
        Statement today(database(),
                        "SELECT id, ticket FROM visit WHERE customer_subject = ? AND day = ? "
                        "ORDER BY registered_at DESC LIMIT 1");
        today.bind_all(match.subject, calendar_.day(now()));
        if (today.executeStep()) {
            one.visit_today = today.getColumn(0).getString();
            one.ticket = today.getColumn(1).getString();
        }
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace foyer

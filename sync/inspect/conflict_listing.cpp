#include "sync/inspect/conflict_listing.h"

#include <cstdio>
#include <utility>

#include "sync/headquarters/listing.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::size_t shown_digits = 8;

std::vector<ClaimListing> disputes(Headquarters& headquarters) {
    std::vector<ClaimListing> disputed;
    for (ClaimListing& claim : headquarters.claims())
        if (claim.state == ClaimState::disputed) disputed.push_back(std::move(claim));
    return disputed;
}

std::string yuan_text(std::int64_t fen) {
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(fen / 100),
                  static_cast<long long>(fen % 100));
    return std::string("CNY ") + text;
}

std::string section(const std::string& title, const std::string& lines) {
    return title + "\n" + (lines.empty() ? "  none\n" : lines);
}

std::string noticed_lines(Headquarters& headquarters) {
    std::string text;
    for (const Conflict& conflict : headquarters.conflicts()) {
        text += "  " + iso_time(conflict.noticed_at) + "  " + std::string(word(conflict.kind)) +
                "  " + conflict.kiosk;
        if (conflict.seq > 0) text += " number " + std::to_string(conflict.seq);
        text += "  " + conflict.detail + "\n";
    }
    return text;
}

json noticed_json(Headquarters& headquarters) {
    json list = json::array();
    for (const Conflict& conflict : headquarters.conflicts()) {
        list.push_back({{"noticed_at", iso_time(conflict.noticed_at)},
                        {"kind", word(conflict.kind)},
                        {"kiosk", conflict.kiosk},
                        {"instance", conflict.instance},
                        {"seq", conflict.seq},
                        {"subject", conflict.subject},
                        {"detail", conflict.detail}});
    }
    return list;
}

std::string lost_lines(Store& store) {
    std::string text;
    for (const LostField& lost : lost_fields(store)) {
        text += "  " + iso_time(lost.written_at) + "  " + lost.kiosk + "  " +
                lost.customer.substr(0, shown_digits) + " " + lost.name + "  " + lost.field + ": " +
                lost.value + "\n";
    }
    return text;
}

std::string dispute_lines(Headquarters& headquarters) {
    std::string text;
    for (const ClaimListing& claim : disputes(headquarters)) {
        text += "  " + iso_time(claim.requested_at) + "  " + claim.kiosk + "  " +
                claim.claim.substr(0, shown_digits) + "  " + yuan_text(claim.amount) + "  " +
                claim.referrer_name + ", receipt " + claim.receipt + "\n";
    }
    return text;
}

}  // namespace

std::vector<LostField> lost_fields(Store& store) {
    Statement query(store.database(),
                    "SELECT r.customer, coalesce(c.name, ''), r.field, r.value, r.kiosk, r.wall "
                    "FROM customer_review r LEFT JOIN customer c ON c.subject = "
                    "(SELECT number FROM subject WHERE name = 'customer:' || r.customer) "
                    "ORDER BY r.wall DESC, r.customer, r.field, r.value");
    std::vector<LostField> fields;
    while (query.executeStep()) {
        LostField lost;
        lost.customer = query.getColumn(0).getString();
        lost.name = query.getColumn(1).getString();
        lost.field = query.getColumn(2).getString();
        lost.value = query.getColumn(3).getString();
        lost.kiosk = query.getColumn(4).getString();
        lost.written_at = query.getColumn(5).getInt64();
        fields.push_back(std::move(lost));
    }
    return fields;
}

std::string conflict_listing_text(Headquarters& headquarters) {
    return section("Noticed by sync", noticed_lines(headquarters)) + "\n" +
           section("Values that lost against later ones",
                   lost_lines(headquarters.journal().store())) +
           "\n" + section("Claims in dispute", dispute_lines(headquarters));
}

json conflict_listing_json(Headquarters& headquarters) {
    json lost = json::array(), disputed = json::array();
    for (const LostField& field : lost_fields(headquarters.journal().store())) {
        lost.push_back({{"customer", field.customer},
                        {"name", field.name},
                        {"field", field.field},
                        {"value", field.value},
                        {"kiosk", field.kiosk},
                        {"written_at", iso_time(field.written_at)}});
    }
    for (const ClaimListing& claim : disputes(headquarters)) {
        disputed.push_back({{"claim", claim.claim},
                            {"referrer", claim.referrer},
                            {"name", claim.referrer_name},
                            {"amount", claim.amount},
                            {"receipt", claim.receipt},
                            {"kiosk", claim.kiosk},
                            {"requested_at", iso_time(claim.requested_at)}});
    }
    return {{"noticed", noticed_json(headquarters)}, {"lost_fields", lost}, {"disputes", disputed}};
}

}  // namespace foyer::sync

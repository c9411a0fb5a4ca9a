// Names with characters beyond the BMP, from a kiosk's record through sealed files to the listings
// of headquarters.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sync/headquarters/listing.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::TestHeadquarters;
using test::TestKiosk;

namespace {

constexpr const char* referrer_name = "欧阳䶮𬱖";
constexpr const char* friend_name = "于𬱖";
constexpr const char* referrer_phone = "+8613800138216";

/// Somebody who bought, and a friend who came by a recommendation.
void register_both(TestKiosk& kiosk) {
    Desk& desk = kiosk.records.desk;
    const Id first =
        desk.register_visit(kiosk.records.visitor(referrer_phone, referrer_name)).ticket.visit;
    desk.depart(first, VisitOutcome::bought, "", "tan");
    kiosk.records.clock.advance(one_day);
    Arrival sent = kiosk.records.visitor("+8613700001111", friend_name);
    sent.sent_by = SentBy{.referrer = customer_id(referrer_phone)};
    desk.register_visit(sent);
}

}  // namespace

TEST_CASE("Names with rare characters are kept by the journal and its rebuilding") {
    test::TestRecords records;
    records.desk.register_visit(records.visitor(referrer_phone, referrer_name));
    CHECK(records.desk.find_customer(referrer_phone)->name == referrer_name);
    test::TestRecords other("two", 2);
    other.take_in(records.all_events());
    CHECK(other.desk.find_customer(referrer_phone)->name == referrer_name);
}

TEST_CASE("Names with rare characters pass through sealed files and arrive unharmed") {
    TestHeadquarters headquarters;
    REQUIRE(headquarters.hq->publish(test::assets() / "packs" / "tile").done);
    TestKiosk kiosk("new", 1, headquarters.sync_folder());
    kiosk.enrol(headquarters, "riverside-1");
    register_both(kiosk);
    headquarters.clock.advance(one_day);
    for (int round = 0; round < 3; ++round) {
        kiosk.round();
        headquarters.hq->run_once();
    }
    CHECK(test::projections_of(headquarters.hq->journal().store()) == kiosk.records.projections());
    const auto listing = nlohmann::json::parse(referrals_json(*headquarters.hq));
    REQUIRE(listing["referrals"].size() == 1);
    const std::string referral = listing["referrals"][0].dump();
    CHECK(referral.find(referrer_name) != std::string::npos);
    CHECK(referral.find(friend_name) != std::string::npos);
}

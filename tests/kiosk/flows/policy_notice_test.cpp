#include "kiosk/flows/policy_notice.h"

#include <doctest/doctest.h>

namespace foyer::kiosk {
namespace {

Policy policy(const char* id, Date published, Date from, Date until) {
    Policy made;
    made.id = id;
    made.published = published;
    made.from = from;
    made.until = until;
    return made;
}

/// Two versions with a fortnight between them, and a campaign in June.
Pack two_versions() {
    Pack pack;
    pack.policies = {policy("old", {2025, 12, 18}, {2026, 1, 1}, {2026, 6, 30}),
                     policy("new", {2026, 6, 20}, {2026, 7, 15}, {2026, 12, 31})};
    Campaign june;
    june.id = "june";
    june.from = {2026, 6, 1};
    june.until = {2026, 6, 30};
    pack.campaigns = {june};
    return pack;
}

}  // namespace

TEST_CASE("the version in force is told with the campaigns of the day") {
    const Pack pack = two_versions();
    const PolicyNotice notice = policy_notice(pack, {2026, 6, 13});
    REQUIRE(notice.in_force);
    CHECK(notice.in_force->id == "old");
    REQUIRE(notice.campaigns.size() == 1);
    CHECK(notice.campaigns[0]->id == "june");
    CHECK(policy_notice(pack, {2026, 5, 31}).campaigns.empty());
}

TEST_CASE("a policy says that it ends in its last thirty days, both days included") {
    const Pack pack = two_versions();
    CHECK(policy_notice(pack, {2026, 5, 31}).days_left == 31);
    CHECK_FALSE(policy_notice(pack, {2026, 5, 31}).ends_soon());
    CHECK(policy_notice(pack, {2026, 6, 1}).ends_soon());
    CHECK(policy_notice(pack, {2026, 6, 30}).days_left == 1);
}

TEST_CASE("the next version is told from the day it is published until it is in force") {
    const Pack pack = two_versions();
    CHECK(policy_notice(pack, {2026, 6, 19}).next == nullptr);
    REQUIRE(policy_notice(pack, {2026, 6, 20}).next);
    CHECK(policy_notice(pack, {2026, 6, 20}).next->id == "new");
    CHECK(policy_notice(pack, {2026, 7, 15}).next == nullptr);
}

TEST_CASE("between two versions there is none in force, and none ends soon") {
    const Pack pack = two_versions();
    const PolicyNotice gap = policy_notice(pack, {2026, 7, 1});
    CHECK(gap.in_force == nullptr);
    CHECK_FALSE(gap.ends_soon());
    REQUIRE(gap.next);
    CHECK(gap.next->id == "new");
}

}  // namespace foyer::kiosk

#include <doctest/doctest.h>

#include <algorithm>

#include "sync/headquarters/listing.h"
#include "sync/service.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::TestHeadquarters;
using test::TestKiosk;

namespace {

namespace fs = std::filesystem;

const Id referrer = customer_id("+8613800138216");
const fs::path tile = test::assets() / "packs" / "tile";

/// A headquarters that has published the tile pack.
struct Group {
    Group() { REQUIRE(hq.hq->publish(tile).done); }

    void advance(WallTime time) {
        hq.clock.advance(time);
        for (TestKiosk* kiosk : kiosks)
            kiosk->records.clock.advance(time);
    }
    void enrol(TestKiosk& kiosk, const std::string& name) {
        kiosk.enrol(hq, name);
        kiosks.push_back(&kiosk);
    }
    /// The kiosk is known and has been sent the PINs of its staff, which do not lie in the open.
    void meet(TestKiosk& kiosk) {
        kiosk.round();
        hq.hq->run_once();
    }
    /// Everything everybody has to say reaches everybody; kiosks in the order given.
    void settle(std::vector<TestKiosk*> order) {
        for (int round = 0; round < 3; ++round) {
            for (TestKiosk* kiosk : order) {
                kiosk->round();
                hq.hq->run_once();
            }
        }
        for (TestKiosk* kiosk : order)
            kiosk->round();
    }
    bool all_same() {
        const auto projections = test::projections_of(hq.hq->journal().store());
        return std::all_of(kiosks.begin(), kiosks.end(), [&](TestKiosk* kiosk) {
            return kiosk->records.projections() == projections;
        });
    }

    TestHeadquarters hq{test::opening_time - 60 * one_day};
    std::vector<TestKiosk*> kiosks;
};

/// A customer who bought and a friend who did, too: a referral headquarters can approve.
void close_a_referral(TestKiosk& kiosk, Group& group) {
    Desk& desk = kiosk.records.desk;
    const Id first =
        desk.register_visit(kiosk.records.visitor("+8613800138216", "赵敏")).ticket.visit;
    desk.depart(first, VisitOutcome::bought, "", "tan");
    group.advance(one_day);
    Arrival sent = kiosk.records.visitor("+8613700001111", "王芳");
    sent.sent_by = SentBy{.referrer = referrer};
    const Id second = desk.register_visit(sent).ticket.visit;
    desk.depart(second, VisitOutcome::bought, "", "tan");
    group.advance(one_hour);
}

std::vector<ClaimState> states_of(Desk& desk) {
    std::vector<ClaimState> states;
    const auto view = desk.rewards(referrer);
    REQUIRE(view);
    for (const ClaimView& claim : view->claims)
        states.push_back(claim.state);
    return states;
}

}  // namespace

TEST_CASE("approval travels: referral to headquarters, grant and code back to the kiosk") {
    Group group;
    TestKiosk kiosk("new", 1, group.hq.sync_folder(), test::opening_time - 60 * one_day);
    group.enrol(kiosk, "riverside-1");
    close_a_referral(kiosk, group);
    kiosk.round();
    CHECK(group.hq.hq->run_once().codes == 2);
    const auto referrals = group.hq.hq->referrals();
    REQUIRE(referrals.size() == 1);
    const Id id = referrals[0].referral;
    CHECK(referrals[0].state == ReferralState::ordered);

    Outcome outcome = group.hq.hq->approve(id.substr(0, 7));
    CHECK(!outcome.done);
    outcome = group.hq.hq->approve("ffffffff");
    CHECK(!outcome.done);
    outcome = group.hq.hq->approve(id);
    CHECK(!outcome.done);
    CHECK(outcome.sentence.find("not old enough") != std::string::npos);
    group.advance(31 * one_day);
    CHECK(group.hq.hq->approve(id.substr(0, 31)).done);
    CHECK(!group.hq.hq->approve(id).done);

    group.hq.hq->run_once();
    kiosk.round();
    CHECK(kiosk.taken_in > 0);
    const auto view = kiosk.records.desk.rewards(referrer);
    REQUIRE(view);
    CHECK(view->claimable > 0);
    REQUIRE(view->code);
    CHECK(view->code->expires_on == Date{2027, 12, 31}.day_number());
    const EnrolmentResult enrolment =
        load_enrolment(kiosk.files, enrolment_path(kiosk.options.home));
    REQUIRE(enrolment.enrolment);
    CHECK(read_code(view->code->qr, enrolment.enrolment->codes, 20'700).id == view->code->id);
    CHECK(read_code(view->code->typed, enrolment.enrolment->codes, 20'700).id == view->code->id);
    CHECK(group.all_same());
    CHECK(referrals_json(*group.hq.hq).find("\"granted\"") != std::string::npos);
}

TEST_CASE("of two claims made offline the first in time wins, whichever file comes first") {
    for (const bool later_first : {false, true}) {
        Group group;
        const WallTime start = test::opening_time - 60 * one_day;
        TestKiosk one("new", 1, group.hq.sync_folder(), start);
        TestKiosk two("new", 2, group.hq.sync_folder(), start);
        group.enrol(one, "riverside-1");
        group.enrol(two, "riverside-2");
        close_a_referral(one, group);
        group.settle({&one, &two});
        group.advance(31 * one_day);
        REQUIRE(group.hq.hq->approve(group.hq.hq->referrals()[0].referral).done);
        group.settle({&one, &two});

        const ClaimOutcome first = one.records.desk.request_claim(referrer, "tan");
        group.advance(one_minute);
        const ClaimOutcome second = two.records.desk.request_claim(referrer, "tan");
        CHECK(first.fault == ClaimFault::none);
        CHECK(second.fault == ClaimFault::none);
        group.settle(later_first ? std::vector{&two, &one} : std::vector{&one, &two});
        CHECK(group.all_same());
        // Latest first.
        const std::vector expected = {ClaimState::disputed, ClaimState::provisional};
        CHECK(states_of(one.records.desk) == expected);
        CHECK(states_of(two.records.desk) == expected);

        CHECK(!group.hq.hq->approve(second.claim.claim).done);
        CHECK(group.hq.hq->approve(first.claim.claim).done);
        group.settle({&one, &two});
        CHECK(states_of(two.records.desk) ==
              std::vector{ClaimState::disputed, ClaimState::approved});
        CHECK(group.all_same());
    }
}

TEST_CASE("a published pack arrives whole, is announced once, and is found again after a restart") {
    Group group;
    TestKiosk kiosk("new", 1, group.hq.sync_folder());
    group.enrol(kiosk, "riverside-1");
    group.meet(kiosk);
    kiosk.round();
    REQUIRE(kiosk.packs.size() == 1);
    CHECK(kiosk.state.pack_version == "2026.6.1");
    CHECK(kiosk.state.problems.empty());
    CHECK(kiosk.packs[0].parent_path() == kiosk.options.home / "packs");
    for (const std::string& name : kiosk.files_in("all"))
        CHECK(test::read_file(group.hq.sync_folder() / "all" / name).find("argon2id") ==
              std::string::npos);
    CHECK(test::read_file(kiosk.packs[0] / "staff.json").find("argon2id") != std::string::npos);
    CHECK(test::read_file(kiosk.packs[0] / "policy.json") == test::read_file(tile / "policy.json"));
    CHECK(SyncService::last_good_pack(kiosk.records.store) == kiosk.packs[0]);
    kiosk.restart();
    kiosk.round();
    CHECK(kiosk.packs.size() == 1);
    CHECK(group.hq.hq->publish(tile).sentence == "tile 2026.6.1 is published already");
}

TEST_CASE(
    "a pack with an altered or missing picture is refused and comes in once that is repaired") {
    Group group;
    TestKiosk kiosk("new", 1, group.hq.sync_folder());
    group.enrol(kiosk, "riverside-1");
    group.meet(kiosk);
    const auto blobs = kiosk.files_in("blobs");
    REQUIRE(!blobs.empty());
    const fs::path blob = group.hq.sync_folder() / "blobs" / blobs[0];
    const std::string picture = test::read_file(blob);
    std::string altered = picture;
    altered[altered.size() / 2] = char(altered[altered.size() / 2] ^ 1);
    test::write_file(blob, altered);
    kiosk.round();
    CHECK(kiosk.packs.empty());
    REQUIRE(kiosk.state.problems.size() == 1);
    CHECK(kiosk.state.problems[0].kind == SyncProblemKind::altered);
    CHECK(kiosk.state.problems[0].file == "blobs/" + blobs[0]);
    fs::remove(blob);
    kiosk.round();
    CHECK(kiosk.packs.empty());
    CHECK(kiosk.state.problems[0].kind == SyncProblemKind::torn);
    test::write_file(blob, picture);
    kiosk.round();
    CHECK(kiosk.packs.size() == 1);
    CHECK(kiosk.state.problems.empty());
}

TEST_CASE("a new edition replaces the old one, and one that is not in order leaves it in use") {
    Group group;
    TestKiosk kiosk("new", 1, group.hq.sync_folder());
    group.enrol(kiosk, "riverside-1");
    group.meet(kiosk);
    kiosk.round();
    test::TemporaryFolder folder;
    const fs::path next = folder.path() / "next";
    fs::copy(tile, next, fs::copy_options::recursive);
    std::string document = test::read_file(next / "pack.json");
    CHECK(!group.hq.hq->publish(folder.path()).done);
    test::write_file(next / "pack.json", document + "\n");
    CHECK(group.hq.hq->publish(next).sentence ==
          "another tile 2026.6.1 is published already: raise the version");
    document.replace(document.find("2026.6.1"), 8, "2026.6.2");
    test::write_file(next / "pack.json", document);
    REQUIRE(group.hq.hq->publish(next).done);

    // The kiosk's own schemas are of an older release, say: it cannot prove the pack.
    const auto schemas = kiosk.options.schema_folder;
    kiosk.options.schema_folder = folder.path();
    kiosk.restart();
    kiosk.round();
    REQUIRE(kiosk.state.problems.size() == 1);
    CHECK(kiosk.state.problems[0].kind == SyncProblemKind::pack_refused);
    CHECK(kiosk.state.pack_version == "2026.6.1");
    CHECK(kiosk.packs.size() == 1);
    kiosk.options.schema_folder = schemas;
    kiosk.restart();
    kiosk.round();
    CHECK(kiosk.state.pack_version == "2026.6.2");
    CHECK(kiosk.packs.size() == 2);
    CHECK(fs::exists(kiosk.packs[0] / "pack.json"));
}

TEST_CASE("moments are read and written in ISO 8601") {
    CHECK(from_iso_time("2026-06-13T10:24+08:00") == test::opening_time);
    CHECK(from_iso_time("2026-06-13T02:24:00Z") == test::opening_time);
    CHECK(iso_time(test::opening_time) == "2026-06-13T02:24:00Z");
    CHECK(iso_time(-1) == "1969-12-31T23:59:59Z");
    for (const char* wrong : {"", "2026-06-13", "2026-06-13T10:24", "2026-13-01T10:24Z",
                              "2026-06-13T24:00Z", "2026-06-13T10:24+08:00 "}) {
        CHECK(!from_iso_time(wrong));
    }
}

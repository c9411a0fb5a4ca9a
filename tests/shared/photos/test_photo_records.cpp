#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/photos/photo_folder.h"
#include "shared/security/digest.h"
#include "tests/shared/journal/records.h"

using namespace foyer;

namespace {

struct Reception {
    Reception() : folder(files, records.folder.path() / "photos") {
        visit = records.desk.register_visit(records.visitor("+8613655556666", "何青")).ticket.visit;
    }
    Photo take(const std::string& bytes) {
        const Id id = random_id(records.clock.now(), records.random);
        SealedPhoto sealed = seal_photo(bytes, id, records.random);
        sealed.photo.visit = visit;
        sealed.photo.width = 1280;
        sealed.photo.height = 720;
        folder.keep(sealed);
        REQUIRE(records.desk.add_photo(sealed.photo, "tan"));
        records.clock.advance(one_minute);
        return sealed.photo;
    }
    test::TestRecords records;
    SystemFiles files;
    PhotoFolder folder;
    Id visit;
};

}  // namespace

TEST_CASE("a photo stands in its visit's record with who took it, when, and how to open it") {
    Reception reception;
    CHECK(reception.records.desk.photos(reception.visit).empty());
    const WallTime taken = reception.records.clock.now();
    const Photo photo = reception.take("a plan");
    reception.take("another plan");
    const auto photos = reception.records.desk.photos(reception.visit);
    REQUIRE(photos.size() == 2);
    CHECK(photos[0].id == photo.id);
    CHECK(photos[0].staff == "tan");
    CHECK(photos[0].kiosk == "one");
    CHECK(photos[0].taken_at == taken);
    CHECK(photos[0].width == 1280);
    CHECK(photos[0].whole());
    CHECK_FALSE(photos[0].delivered);
    CHECK(reception.folder.open(photos[0]) == "a plan");
    CHECK(reception.records.desk.photos("0197a000000070008000000000000001").empty());
}

TEST_CASE("a removed photo is gone from the record for good, and cannot be removed twice") {
    Reception reception;
    const Photo photo = reception.take("a plan");
    Desk& desk = reception.records.desk;
    CHECK_FALSE(desk.remove_photo(reception.visit, reception.visit, "tan"));
    CHECK(desk.remove_photo(reception.visit, photo.id, "tan"));
    CHECK(desk.photos(reception.visit).empty());
    CHECK_FALSE(desk.remove_photo(reception.visit, photo.id, "tan"));
    Photo strange = photo;
    strange.visit = photo.id;
    CHECK_FALSE(desk.add_photo(strange, "tan"));
}

TEST_CASE("photos fold alike in whatever order their events come, and after a rebuild") {
    Reception reception;
    reception.take("first");
    const Photo second = reception.take("second");
    reception.take("third");
    reception.records.desk.remove_photo(reception.visit, second.id, "tan");
    const auto expected = reception.records.projections();
    CHECK(expected.at("photo").find(second.id) != std::string::npos);
    std::vector<Event> events = reception.records.all_events();
    SeededRandom dice(7);
    for (int round = 0; round < 20; ++round) {
        for (std::size_t i = events.size(); i > 1; --i)
            std::swap(events[i - 1], events[dice.next() % i]);
        test::TestRecords other("two", 20 + std::uint64_t(round));
        for (const Event& event : events)
            other.take_in({event, event});
        CHECK(other.projections() == expected);
        other.journal.rebuild_projections();
        CHECK(other.projections() == expected);
    }
    reception.records.journal.rebuild_projections();
    CHECK(reception.records.projections() == expected);
}

TEST_CASE("a golden photo is read from its event and its part for ever") {
    const std::filesystem::path golden =
        std::filesystem::path(FOYER_SOURCE_DIR) / "tests/shared/photos/golden/photo-1";
    Reception reception;
    Event event = reception.records.all_events().back();
    event.kind = event_kind::visit_photo_added;
    event.id = "0197a00000007000800000000000e009";
    event.stamp.sequence += 100;
    event.body = *reception.files.read(golden / "event-body.json", 1 << 20);
    reception.records.take_in({event});
    const auto photos = reception.records.desk.photos("0197a00000007000800000000000d001");
    REQUIRE(photos.size() == 1);
    CHECK(photos[0].id == "0197a000000070008000000000000c01");
    CHECK(photos[0].width == 3);
    CHECK(PhotoFolder(reception.files, golden).open(photos[0]) ==
          "\xFF\xD8 a plan, as small as it gets \xFF\xD9");
}

TEST_CASE("an event that names a photo nobody could have is kept and not believed") {
    Reception reception;
    const Photo photo = reception.take("a plan");
    const auto all = reception.records.all_events();
    const Event& good = all.back();
    const auto body = nlohmann::json::parse(good.body);
    const std::pair<const char*, nlohmann::json> lies[] = {
        {"photo", "x"},
        {"key", "12"},
        {"size", 0},
        {"size", 1LL << 40},
        {"width", -1},
        {"height", 1'000'000},
        {"parts", "none"},
        {"parts", nlohmann::json::array()},
        {"parts", {{{"hash", "../x"}, {"size", 3}}}},
        {"parts", {{{"hash", photo.parts[0].hash}, {"size", 5 << 20}}}},
        {"parts", {{{"hash", 7}}}},
    };
    for (const auto& [field, value] : lies) {
        INFO(field, " ", value.dump());
        test::TestRecords other("two", 9);
        Event event = good;
        auto lie = body;
        lie[field] = value;
        event.body = lie.dump();
        other.take_in({all.front(), event});
        CHECK(other.store.event_count() == 2);
        CHECK(other.projections().at("photo").empty());
    }
}

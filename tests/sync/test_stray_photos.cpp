#include "tests/sync/photo_pair.h"

using namespace foyer;
using test::picture;
using Pair = test::PhotoPair;

namespace fs = std::filesystem;

using Texts = std::vector<std::string>;

TEST_CASE("a crash between the parts and the event leaves no photo, and half a file is swept") {
    Pair pair;
    const Id id = random_id(pair.kiosk.records.clock.now(), pair.kiosk.records.random);
    pair.folder().keep(seal_photo(picture(9'000, 'h'), id, pair.kiosk.records.random));
    test::write_file(pair.folder().path() / ".tmp-0123456789abcdef", "half");
    pair.take(picture(8'000, 'i'));
    pair.kiosk.restart();
    pair.meet();
    CHECK(pair.kiosk.records.desk.photos(pair.visit).size() == 1);
    // What was kept and never recorded may be of a record that comes back: it stays.
    CHECK(pair.folder().names().size() == 2);
    CHECK(pair.parts_at_hq().size() == 1);
}

TEST_CASE("a kiosk that has forgotten a photo gives its parts once it hears of it again") {
    Pair pair;
    const std::string bytes = picture(9'000, 'h');
    const Photo photo = pair.take(bytes);
    pair.kiosk.round();
    fs::remove(pair.place() / photo.parts[0].hash);
    // As a store that was brought back to before it, and was told of it by headquarters since.
    pair.kiosk.records.store.database().exec("DELETE FROM photo_file");
    pair.kiosk.restart();
    pair.meet_for_quarters_of_an_hour(4);
    CHECK(pair.exported() == Texts{bytes});
    CHECK(pair.kiosk.state.photos_waiting == 0);
}

TEST_CASE("headquarters that has forgotten a part finds it where it lies") {
    Pair pair;
    const std::string bytes = picture(9'000, 'h');
    pair.take(bytes);
    pair.meet();
    REQUIRE(pair.exported() == Texts{bytes});
    Database& database = pair.hq.hq->journal().store().database();
    database.exec("DELETE FROM photo_file");
    SUBCASE("when it hears of the photo again, and whoever took it is gone") {
        database.exec("DELETE FROM setting WHERE name = 'hq.photos_seen'");
        pair.hq.hq->run_once();
    }
    SUBCASE("when it makes a backup") {
        test::TemporaryFolder safe;
        CHECK(pair.hq.hq->backup(safe.path()).done);
    }
    CHECK(pair.exported() == Texts{bytes});
}

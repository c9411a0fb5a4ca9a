#include <doctest/doctest.h>

#include <algorithm>

#include "shared/security/digest.h"
#include "sync/folder/conflicts.h"
#include "tests/sync/photo_pair.h"

using namespace foyer;
using namespace foyer::sync;
using test::marker;
using test::picture;
using test::TestKiosk;
using Pair = test::PhotoPair;

namespace fs = std::filesystem;

using Texts = std::vector<std::string>;

TEST_CASE("a photo reaches headquarters to the byte, is acknowledged, and leaves the folder") {
    Pair pair;
    const std::string bytes = picture(2 * largest_photo_part + 77, 'a');
    const Photo photo = pair.take(bytes);
    REQUIRE(photo.parts.size() == 3);
    const SyncState& state = pair.kiosk.round();
    CHECK(state.photos_not_written == 0);
    CHECK(state.photos_waiting == 1);
    CHECK(state.health == SyncHealth::waiting);
    CHECK(state.safe_to_remove());
    CHECK(pair.parts_in_folder().size() == 3);
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.photos == 3);
    CHECK(report.problems.empty());
    CHECK(pair.at_hq().whole());
    CHECK(pair.at_hq().sound);
    CHECK(pair.exported() == Texts{bytes});
    // Kept as it came: sealed.
    for (const std::string& part : pair.parts_at_hq())
        CHECK(test::read_file(pair.hq.folder.path() / photo_folder_name / part).find(marker) ==
              std::string::npos);
    pair.kiosk.round();
    CHECK(pair.kiosk.state.photos_waiting == 0);
    CHECK(pair.parts_in_folder().empty());
    // The kiosk can still show it.
    CHECK(pair.folder().open(photo) == bytes);
    CHECK(pair.kiosk.records.desk.photos(pair.visit).front().delivered);
    // Nobody has anything left to say.
    pair.meet();
    const int kiosk_writes = pair.kiosk.files.writes;
    pair.pass(one_hour);
    pair.kiosk.round();
    CHECK(pair.hq.hq->run_once().answers == 0);
    CHECK(pair.kiosk.files.writes == kiosk_writes);
}

TEST_CASE("events never wait for photos: of many, so many bytes go in a round, after the events") {
    Pair pair;
    std::vector<Photo> photos;
    for (int i = 0; i < 6; ++i)
        photos.push_back(pair.take(picture(largest_photo_part - 16, char(i))));
    pair.kiosk.round();
    CHECK(pair.kiosk.state.not_written == 0);
    CHECK(pair.parts_in_folder().size() == 4);
    CHECK(pair.kiosk.state.photos_not_written == 2);
    CHECK_FALSE(pair.kiosk.state.safe_to_remove());
    // A folder that takes no photos takes events all the same.
    pair.kiosk.files.fails = [](const fs::path& path) {
        return path.parent_path().filename() == "blobs";
    };
    pair.kiosk.files.fault = ENOSPC;
    pair.kiosk.records.desk.register_visit(pair.kiosk.records.visitor("+8613655557777", "唐悦"));
    pair.kiosk.round();
    CHECK(pair.kiosk.state.health == SyncHealth::disk_full);
    CHECK(pair.kiosk.state.not_written == 0);
    pair.hq.hq->run_once();
    CHECK(pair.hq.hq->status().events >= pair.kiosk.state.records);
    pair.kiosk.files.fails = {};
    pair.meet();
    CHECK(pair.hq.hq->photos().size() == 6);
    for (const PhotoListing& item : pair.hq.hq->photos())
        CHECK(item.photo.whole());
    CHECK(pair.parts_in_folder().empty());
}

TEST_CASE("a part whose event has not come is not taken in, and is once it has") {
    Pair pair;
    const std::string bytes = picture(5'000, 'b');
    pair.take(bytes);
    pair.kiosk.round();
    // The carrier is slow with the events.
    const fs::path up = pair.place().parent_path(), aside = pair.hq.folder.path() / "aside";
    fs::create_directories(aside);
    const auto events = pair.kiosk.files.list(up);
    for (const std::string& name : events)
        fs::rename(up / name, aside / name);
    CHECK(pair.hq.hq->run_once().photos == 0);
    CHECK(pair.hq.hq->photos().empty());
    CHECK(pair.parts_at_hq().empty());
    for (const std::string& name : events)
        fs::rename(aside / name, up / name);
    CHECK(pair.hq.hq->run_once().photos == 1);
    CHECK(pair.exported() == Texts{bytes});
}

TEST_CASE("lost, torn, flipped, swollen and doubled parts end as if nothing had happened") {
    const std::function<void(const fs::path&)> harms[] = {
        [](const fs::path& part) { fs::remove(part); },
        [](const fs::path& part) {
            const std::string whole = test::read_file(part);
            test::write_file(part, whole.substr(0, whole.size() / 2));
        },
        [](const fs::path& part) {
            std::string whole = test::read_file(part);
            whole[whole.size() / 3] = char(whole[whole.size() / 3] ^ 4);
            test::write_file(part, whole);
        },
        [](const fs::path& part) { test::write_file(part, test::read_file(part) + "more"); },
        [](const fs::path& part) { test::write_file(part, ""); },
        [](const fs::path& part) {
            test::write_file(part.string() + ".conflict", test::read_file(part));
            test::write_file(part.parent_path() / std::string(64, 'a'), test::read_file(part));
        },
    };
    for (const auto& harm : harms) {
        Pair pair;
        const std::string bytes = picture(20'000, 'c');
        const Photo photo = pair.take(bytes);
        pair.kiosk.round();
        harm(pair.place() / photo.parts[0].hash);
        pair.hq.hq->run_once();
        for (int quarter = 0; quarter < 24 && !pair.at_hq().whole(); ++quarter) {
            pair.pass(15 * one_minute);
            pair.kiosk.round();
            pair.hq.hq->run_once();
        }
        CHECK(pair.exported() == Texts{bytes});
        pair.meet();
        CHECK(pair.kiosk.state.photos_waiting == 0);
        CHECK(std::none_of(photo.parts.begin(), photo.parts.end(), [&](const PhotoPart& part) {
            return fs::exists(pair.place() / part.hash);
        }));
    }
}

TEST_CASE("a part that is asked for is written again, though one of its name lies there") {
    Pair pair;
    const Photo photo = pair.take(picture(4'000, 'd'));
    const fs::path part = pair.place() / photo.parts[0].hash;
    pair.kiosk.round();
    const std::string good = test::read_file(part);
    test::write_file(part, "spoilt by the carrier");
    pair.hq.hq->run_once();
    pair.kiosk.round();
    CHECK(test::read_file(part) != good);
    pair.pass(11 * one_minute);
    pair.hq.hq->run_once();
    pair.kiosk.round();
    CHECK(test::read_file(part) == good);
    pair.hq.hq->run_once();
    CHECK(pair.at_hq().whole());
}

TEST_CASE("what headquarters asks for in vain is asked for now and then, not all the time") {
    Pair pair;
    const Photo photo = pair.take(picture(4'000, 'e'));
    pair.kiosk.round();
    fs::remove(pair.place() / photo.parts[0].hash);
    // The kiosk's disk has lost it, too.
    pair.folder().remove(photo.parts[0].hash);
    int told = 0;
    for (int minute = 0; minute < 60; ++minute) {
        pair.pass(one_minute);
        for (const SyncProblem& problem : pair.kiosk.round().problems)
            told += problem.file == photo.parts[0].hash;
        pair.hq.hq->run_once();
    }
    CHECK_FALSE(pair.at_hq().whole());
    CHECK(told == 1);
    CHECK(pair.kiosk.state.safe_to_remove());
    int answers = 0;
    for (int hour = 0; hour < 24; ++hour) {
        pair.pass(one_hour);
        pair.kiosk.round();
        answers += pair.hq.hq->run_once().answers;
    }
    CHECK(answers >= 1);
    CHECK(answers <= 4);
}

TEST_CASE("a removed photo is removed everywhere, wherever it has come to") {
    for (const int rounds : {0, 1, 2, 3}) {
        Pair pair;
        const Photo photo = pair.take(picture(10'000, 'f'));
        const Photo other = pair.take(picture(1'000, 'g'));
        for (int round = 0; round < rounds; ++round) {
            pair.kiosk.round();
            if (round > 0) pair.hq.hq->run_once();
        }
        REQUIRE(pair.kiosk.records.desk.remove_photo(pair.visit, photo.id, "tan"));
        pair.meet();
        pair.meet();
        CHECK(pair.folder().names() == Texts{other.parts[0].hash});
        CHECK(pair.parts_in_folder().empty());
        CHECK(pair.parts_at_hq() == Texts{other.parts[0].hash});
        CHECK(pair.at_hq().id == other.id);
        // It does not come back with a file that was late.
        test::write_file(pair.place() / photo.parts[0].hash, "late");
        pair.hq.hq->run_once();
        CHECK(pair.parts_at_hq().size() == 1);
    }
}

TEST_CASE("photos survive crashes of either side at any write") {
    for (int fatal = 1; fatal <= 10; ++fatal) {
        Pair pair;
        const std::string bytes = picture(30'000, char(fatal));
        pair.take(bytes);
        int left = fatal;
        const auto fails = [&](const fs::path&) { return left-- == 0; };
        pair.kiosk.files.fails = pair.hq.files.fails = fails;
        for (int round = 0; round < 4; ++round) {
            pair.pass(15 * one_minute);
            pair.kiosk.round();
            try {
                pair.hq.hq->run_once();
            } catch (const FileError&) {
            }
            pair.kiosk.restart();
            pair.hq.restart();
        }
        pair.kiosk.files.fails = pair.hq.files.fails = {};
        pair.meet_for_quarters_of_an_hour(3);
        CHECK(pair.exported() == Texts{bytes});
        CHECK(pair.kiosk.state.photos_waiting == 0);
    }
}

TEST_CASE("headquarters brought back from a backup has its photos, and gets the later ones again") {
    Pair pair;
    const std::string early = picture(3'000, 'j'), late = picture(4'000, 'k');
    pair.take(early);
    pair.meet();
    const fs::path backups = pair.hq.folder.path() / "backups";
    REQUIRE(pair.hq.hq->backup(backups).done);
    pair.take(late);
    pair.meet();
    CHECK(pair.parts_in_folder().empty());
    const fs::path backup = backups / pair.hq.files.list_folders(backups).front();
    pair.hq.hq.reset();
    fs::remove(pair.hq.folder.path() / "hq.db");
    fs::remove(pair.hq.folder.path() / "hq.db-wal");
    fs::remove(pair.hq.folder.path() / "hq.db-shm");
    fs::remove_all(pair.hq.folder.path() / photo_folder_name);
    REQUIRE(
        Headquarters::restore(backup, pair.hq.options, pair.hq.clock, pair.hq.random, pair.hq.files)
            .done);
    pair.hq.restart();
    CHECK(pair.exported() == Texts{early});
    pair.meet_for_quarters_of_an_hour(6);
    Texts photos = pair.exported();
    std::sort(photos.begin(), photos.end());
    Texts expected = {early, late};
    std::sort(expected.begin(), expected.end());
    CHECK(photos == expected);
    CHECK(pair.parts_in_folder().empty());
}

TEST_CASE("a key that opens nothing is told, and asks nobody for ever") {
    Pair pair;
    pair.take(picture(2'000, 'l'));
    // A second event claims the same part under a key of its own.
    const Id id = random_id(pair.kiosk.records.clock.now(), pair.kiosk.records.random);
    SealedPhoto sealed = seal_photo(picture(2'000, 'm'), id, pair.kiosk.records.random);
    sealed.photo.visit = pair.visit;
    sealed.photo.width = sealed.photo.height = 100;
    pair.folder().keep(sealed);
    sealed.photo.key = std::string(64, '0');
    REQUIRE(pair.kiosk.records.desk.add_photo(sealed.photo, "tan"));
    pair.meet();
    CHECK(pair.exported().size() == 1);
    const auto photos = pair.hq.hq->photos();
    REQUIRE(photos.size() == 2);
    CHECK(photos[0].photo.sound != photos[1].photo.sound);
    CHECK(pair.parts_in_folder().empty());
    CHECK(pair.kiosk.state.photos_waiting == 0);
}

#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "shared/photos/photo_folder.h"
#include "tests/sync/showroom.h"

namespace foyer::test {

/// In every picture, in the clear.
inline constexpr const char* marker = "JFIF the floor plan of the Chen family";

inline std::string picture(std::size_t size, char seed) {
    std::string bytes = std::string("\xFF\xD8\xFF\xE0\x00\x10", 6) + marker;
    bytes.resize(size, seed);
    return bytes;
}

/// A kiosk and its headquarters, which have met, and a visit to take photos of.
struct PhotoPair {
    PhotoPair() : kiosk("new", 1, hq.sync_folder()) {
        kiosk.enrol(hq, "riverside-1");
        meet();
    }
    void meet() {
        for (int round = 0; round < 3; ++round) {
            kiosk.round();
            hq.hq->run_once();
        }
    }
    PhotoFolder folder() { return {kiosk.files, kiosk.options.home / photo_folder_name}; }
    /// As reception keeps one, at this minute.
    Photo take(const std::string& bytes) {
        if (visit.empty()) {
            const auto arrival = kiosk.records.visitor("+8613655556666", "何青");
            visit = kiosk.records.desk.register_visit(arrival).ticket.visit;
        }
        const Photo photo = keep_photo(kiosk, visit, bytes);
        pass(one_minute);
        return photo;
    }
    void pass(WallTime time) {
        kiosk.records.clock.advance(time);
        hq.clock.advance(time);
    }
    /// Long enough for headquarters to ask for what has not come, and to be answered.
    void meet_for_quarters_of_an_hour(int quarters) {
        for (int quarter = 0; quarter < quarters; ++quarter) {
            pass(15 * one_minute);
            meet();
        }
    }
    std::filesystem::path place() const {
        return hq.sync_folder() / "up" / "riverside-1" / "blobs";
    }
    std::vector<std::string> parts_in_folder() { return kiosk.files.list(place()); }
    std::vector<std::string> parts_at_hq() {
        return hq.files.list(hq.folder.path() / photo_folder_name);
    }
    /// The one photo headquarters knows of.
    Photo at_hq() {
        const auto photos = hq.hq->photos();
        REQUIRE(photos.size() == 1);
        return photos[0].photo;
    }
    /// What headquarters writes out.
    std::vector<std::string> exported() {
        const std::filesystem::path out = hq.folder.path() / "out";
        std::filesystem::remove_all(out);
        hq.hq->export_photos(out);
        std::vector<std::string> all;
        for (const std::string& name : hq.files.list(out))
            all.push_back(test::read_file(out / name));
        return all;
    }

    TestHeadquarters hq;
    TestKiosk kiosk;
    Id visit;
};

}  // namespace foyer::test

#include "kiosk/flows/visit_photos.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "kiosk/flows/reception_command.h"
#include "tests/shared/journal/records.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

class FullFiles : public SystemFiles {
  public:
    std::uint64_t free_space(const std::filesystem::path& path) override {
        return full ? 1000 : SystemFiles::free_space(path);
    }
    bool full = false;
};

struct Counter {
    Counter() : photos(files, records.folder.path()) {
        visit = records.desk.register_visit(records.visitor("+8613655556666", "何青")).ticket.visit;
        staff = records.desk.pack().staff.front().id;
    }
    PhotoOutcome keep(const std::string& jpeg) {
        return photos.keep(records.desk, visit, jpeg, 1280, 720, staff);
    }
    test::TestRecords records;
    FullFiles files;
    VisitPhotos photos;
    Id visit;
    std::string staff;
};

}  // namespace

TEST_CASE("a photo that was kept can be shown by whoever is signed in, and by nobody afterwards") {
    Counter counter;
    REQUIRE(counter.keep("the plan") == PhotoOutcome::kept);
    const auto photos = counter.records.desk.photos(counter.visit);
    REQUIRE(photos.size() == 1);
    CHECK(photos[0].staff == counter.staff);
    CHECK(photos[0].width == 1280);
    const auto name = counter.photos.shown(photos[0]);
    CHECK(name.parent_path() == counter.photos.place());
    CHECK(counter.photos.read(name) == "the plan");
    const auto draft = counter.photos.shown_draft("not kept yet");
    CHECK(counter.photos.read(draft) == "not kept yet");
    const auto next = counter.photos.shown_draft("taken again");
    CHECK(next != draft);
    CHECK_FALSE(counter.photos.read(draft));
    counter.photos.forget();
    CHECK_FALSE(counter.photos.read(name));
    CHECK_FALSE(counter.photos.read(next));
}

TEST_CASE("no byte of a photo lies on the disk in the open") {
    Counter counter;
    const std::string marker = "JFIF with the customer's address";
    REQUIRE(counter.keep(marker + std::string(5000, '.')) == PhotoOutcome::kept);
    int files = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(counter.records.folder.path())) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = counter.files.read(entry.path(), 64u << 20);
        CHECK(bytes->find("JFIF") == std::string::npos);
        ++files;
    }
    CHECK(files >= 2);
}

TEST_CASE("without anybody signed in, or for a visit that is gone, nothing is written") {
    Counter counter;
    const auto untouched = [&] {
        return PhotoFolder(counter.files, counter.records.folder.path() / photo_folder_name)
            .names()
            .empty();
    };
    CHECK(counter.photos.keep(counter.records.desk, counter.visit, "x", 1, 1, std::nullopt) ==
          PhotoOutcome::nobody_signed_in);
    CHECK(counter.photos.keep(counter.records.desk, counter.visit, "x", 1, 1, "a stranger") ==
          PhotoOutcome::nobody_signed_in);
    CHECK(counter.photos.keep(counter.records.desk, "0197a000000070008000000000000001", "x", 1, 1,
                              counter.staff) == PhotoOutcome::visit_gone);
    CHECK(untouched());
    CHECK(counter.records.desk.photos(counter.visit).empty());
}

TEST_CASE("a disk that is nearly full refuses photos and goes on registering") {
    Counter counter;
    counter.files.full = true;
    bool full = false;
    try {
        counter.keep("x");
    } catch (const FileError& error) {
        full = error.disk_full();
    }
    CHECK(full);
    CHECK(counter.records.desk.photos(counter.visit).empty());
    CHECK(counter.records.desk.register_visit(counter.records.visitor("+8613655557777", "唐悦"))
              .fault == ArrivalFault::none);
    counter.files.full = false;
    CHECK(counter.keep("x") == PhotoOutcome::kept);
}

TEST_CASE("a photo is removed by whoever is signed in, once") {
    Counter counter;
    REQUIRE(counter.keep("the plan") == PhotoOutcome::kept);
    const Id photo = counter.records.desk.photos(counter.visit).front().id;
    const RemovePhoto command{counter.visit, photo};
    CHECK(carry_out(counter.records.desk, command, std::nullopt).result ==
          CommandResult::nobody_signed_in);
    CHECK(carry_out(counter.records.desk, command, counter.staff).result == CommandResult::done);
    CHECK(counter.records.desk.photos(counter.visit).empty());
    CHECK(carry_out(counter.records.desk, command, counter.staff).result ==
          CommandResult::not_possible);
}

TEST_CASE("taking a photo: shutter, look, again or keep, each at its time only") {
    PhotoTaking taking;
    CHECK_FALSE(taking.press_keep());
    CHECK_FALSE(taking.came("nobody asked", 1, 1));
    CHECK(taking.press_shutter());
    CHECK_FALSE(taking.press_shutter());
    taking.failed();
    CHECK(taking.step() == PhotoStep::aiming);
    CHECK(taking.press_shutter());
    CHECK(taking.came("first", 4, 3));
    CHECK(taking.step() == PhotoStep::looking);
    taking.failed();
    CHECK(taking.step() == PhotoStep::looking);
    taking.take_again();
    CHECK(taking.jpeg().empty());
    CHECK(taking.press_shutter());
    CHECK(taking.came("second", 8, 6));
    CHECK(taking.press_keep());
    CHECK_FALSE(taking.press_keep());
    taking.take_again();
    CHECK(taking.step() == PhotoStep::keeping);
    taking.not_kept();
    CHECK(taking.step() == PhotoStep::looking);
    CHECK(taking.jpeg() == "second");
    CHECK(taking.width() == 8);
    CHECK(taking.press_keep());
}

#include <doctest/doctest.h>

#include "kiosk/scan/code_clip.h"
#include "kiosk/screens/ways.h"
#include "tests/ui/program_fixture.h"

using namespace foyer;
using foyer::test::ProgramFixture;

namespace {

/// A receptionist with a party's record open.
class RecordFixture : public ProgramFixture {
  public:
    void open_record(int width = 1080, int height = 1920) {
        start(width, height);
        check_in("13988887777");
        program->shell().wipe();
        driver->settle();
        const StaffMember& receptionist = *program->pack().staff_with(StaffRole::receptionist)[0];
        program->sign_in(receptionist.id);
        program->navigator().push(kiosk::make_arrivals(*program));
        program->shell().loop().request_frames();
        driver->settle();
        ask([this](Desk& desk) {
            visit = desk.arrivals().waiting.front().visit;
            return true;
        });
        driver->touch("arrivals.record." + visit);
        driver->expect_page("arrivals.record");
    }
    std::vector<Photo> photos() {
        std::vector<Photo> found;
        ask([&, id = visit](Desk& desk) {
            found = desk.photos(id);
            return true;
        });
        return found;
    }
    void take_one() {
        driver->touch("record.photos.take");
        driver->expect_page("photo.take");
        driver->wait_until("the camera", [&] {
            return program->scanner().state() == kiosk::CameraState::running;
        });
        driver->touch("photo.shutter");
        driver->wait_until("the photo", [&] { return driver->sees("photo.keep"); });
    }
    void film() {
        options.camera = (folder.path() / "camera.avi").string();
        kiosk::CodeClip clip;
        clip.text = "a plan";
        clip.frames = 6;
        kiosk::write_code_clip(clip, options.camera);
    }

    Id visit;

  private:
    void ask(std::function<bool(Desk&)> question) {
        bool answered = false;
        const kiosk::TaskScope scope;
        program->ask(scope, std::move(question), [&](bool) { answered = true; });
        driver->wait_until("the desk", [&] { return answered; });
    }
};

}  // namespace

TEST_CASE("a photo is taken, looked at, taken again, kept, shown and removed by touches alone") {
    RecordFixture fixture;
    fixture.film();
    fixture.open_record();
    fixture.take_one();
    CHECK(fixture.photos().empty());
    fixture.driver->touch("photo.again");
    fixture.driver->wait_until("the camera", [&] {
        return fixture.program->scanner().state() == kiosk::CameraState::running;
    });
    fixture.driver->touch("photo.shutter");
    fixture.driver->wait_until("the photo", [&] { return fixture.driver->sees("photo.keep"); });
    fixture.driver->touch("photo.keep");
    fixture.driver->wait_until("the record", [&] {
        return fixture.program->navigator().top()->name() == "arrivals.record";
    });
    // The camera is off again.
    CHECK(fixture.program->scanner().state() == kiosk::CameraState::stopped);
    const auto photos = fixture.photos();
    REQUIRE(photos.size() == 1);
    CHECK(photos[0].width == 1280);
    CHECK(photos[0].height == 720);
    CHECK(photos[0].staff ==
          fixture.program->pack().staff_with(StaffRole::receptionist).front()->id);
    // A JPEG once opened, and on the disk nothing of it.
    PhotoFolder folder(fixture.files, fixture.options.home / photo_folder_name);
    CHECK(folder.open(photos[0])->find("JFIF") != std::string::npos);
    const auto part = folder.part(photos[0].parts[0]);
    REQUIRE(part);
    CHECK(part->find("JFIF") == std::string::npos);

    fixture.driver->settle();
    fixture.driver->touch("record.photos.0");
    fixture.driver->expect_page("photo.look");
    fixture.driver->touch("photo.remove");
    fixture.driver->touch("question.no");
    CHECK(fixture.photos().size() == 1);
    fixture.driver->touch("photo.remove");
    fixture.driver->touch("question.yes");
    fixture.driver->wait_until("the record", [&] {
        return fixture.program->navigator().top()->name() == "arrivals.record";
    });
    CHECK(fixture.photos().empty());
    fixture.driver->settle();
    CHECK_FALSE(fixture.driver->sees("record.photos.0"));
    fixture.program->sync_now();
    fixture.driver->wait_until("its parts to be cleared away",
                               [&] { return folder.names().empty(); });
}

TEST_CASE("going back while looking at a photo keeps nothing, also in landscape") {
    RecordFixture fixture;
    fixture.film();
    fixture.open_record(1280, 800);
    fixture.take_one();
    fixture.program->navigator().back();
    fixture.program->shell().loop().request_frames();
    fixture.driver->wait_until("the shutter",
                               [&] { return fixture.driver->sees("photo.shutter"); });
    fixture.driver->touch("photo.back");
    fixture.driver->expect_page("arrivals.record");
    CHECK(fixture.photos().empty());
    CHECK_FALSE(std::filesystem::exists(fixture.options.home / photo_folder_name));
}

TEST_CASE("without a camera the page says so and leads back to the record") {
    RecordFixture fixture;
    fixture.open_record();
    fixture.driver->touch("record.photos.take");
    fixture.driver->wait_until("the camera to be missed", [&] {
        return fixture.program->scanner().state() == kiosk::CameraState::failed;
    });
    CHECK_FALSE(fixture.driver->sees("photo.shutter"));
    fixture.driver->touch("photo.back");
    fixture.driver->expect_page("arrivals.record");
}

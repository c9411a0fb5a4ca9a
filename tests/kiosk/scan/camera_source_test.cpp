#include "kiosk/scan/camera_source.h"

#include <doctest/doctest.h>

#include <fstream>
#include <stdexcept>

#include "tests/kiosk/scan/temporary_folder.h"

using namespace foyer::kiosk;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& path) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << ' ';
}

}  // namespace

TEST_CASE("A device is tried with motion JPEG first and with anything last") {
    const CameraSource source = camera_source("/dev/video2");
    CHECK(source.live);
    CHECK(source.device == "/dev/video2");
    REQUIRE(source.pipelines.size() >= 2);
    CHECK(source.pipelines.front().find("image/jpeg") != std::string::npos);
    CHECK(source.pipelines.back() == "v4l2src device=\"/dev/video2\"");
}

TEST_CASE("A clip, a picture and a series of pictures become pipelines without decodebin") {
    CHECK(camera_source("a b.AVI").pipelines.front() ==
          "filesrc location=\"a b.AVI\" ! avidemux ! jpegdec");
    CHECK(camera_source("x.webm").pipelines.size() == 2);
    CHECK(camera_source("f%03d.png").pipelines.front().find("start-index=0") != std::string::npos);
    CHECK(camera_source("one.jpg").pipelines.front().find("jpegdec") != std::string::npos);
    CHECK_FALSE(camera_source("x.avi").live);
    CHECK(camera_source("x.avi").device.empty());
}

TEST_CASE("A quotation mark in a name cannot add elements to the pipeline") {
    CHECK(camera_source("a\" b.avi").pipelines.front() ==
          "filesrc location=\"a\\\" b.avi\" ! avidemux ! jpegdec");
}

TEST_CASE("Words with an exclamation mark are a pipeline as they are") {
    CHECK(camera_source("videotestsrc ! identity").pipelines.front() == "videotestsrc ! identity");
}

TEST_CASE("Words that mean nothing are refused with themselves in the message") {
    CHECK_THROWS_WITH_AS(camera_source("holiday.docx"), doctest::Contains("holiday.docx"),
                         std::runtime_error);
}

TEST_CASE("Cameras are found by their lasting names, and by number where they have none") {
    const TemporaryFolder dev;
    CHECK(camera_devices(dev.path()).empty());
    touch(dev.path() / "video1");
    touch(dev.path() / "video0");
    touch(dev.path() / "vcs");
    CHECK(camera_devices(dev.path()) == std::vector<std::string>{(dev.path() / "video0").string(),
                                                                 (dev.path() / "video1").string()});
    touch(dev.path() / "v4l/by-id/usb-Maker_Eye-video-index0");
    touch(dev.path() / "v4l/by-id/usb-Maker_Eye-video-index1");
    CHECK(camera_devices(dev.path()) ==
          std::vector<std::string>{(dev.path() / "v4l/by-id/usb-Maker_Eye-video-index0").string()});
}

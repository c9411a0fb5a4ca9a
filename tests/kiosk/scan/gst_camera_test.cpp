#include "kiosk/scan/gst_camera.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "kiosk/scan/code_clip.h"
#include "kiosk/scan/still.h"
#include "tests/kiosk/scan/degraded_code.h"
#include "tests/kiosk/scan/temporary_folder.h"

using namespace foyer::kiosk;

namespace {

/// Collects what a camera tells and lets the test wait for it.
class Witness {
  public:
    CameraEvents events() {
        return {[this](const std::string& text) {
                    const std::lock_guard lock(mutex_);
                    texts_.push_back(text);
                    told_.notify_all();
                },
                [this] {
                    const std::lock_guard lock(mutex_);
                    ++changes_;
                    told_.notify_all();
                }};
    }

    /// Waits until `done`, asked after each event; false after ten seconds.
    bool wait_until(const std::function<bool()>& done) {
        for (int i = 0; i < 1000; ++i) {
            if (done()) return true;
            std::unique_lock lock(mutex_);
            told_.wait_for(lock, std::chrono::milliseconds(10));
        }
        return false;
    }

    std::vector<std::string> texts() const {
        const std::lock_guard lock(mutex_);
        return texts_;
    }
    int changes() const {
        const std::lock_guard lock(mutex_);
        return changes_;
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable told_;
    std::vector<std::string> texts_;
    int changes_ = 0;
};

CameraOptions impatient(const std::string& source) {
    CameraOptions options;
    options.source = source;
    options.frozen_after = 200;
    options.retry_after = 20;
    return options;
}

bool reaches(GstCamera& camera, Witness& witness, CameraState state) {
    return witness.wait_until([&] { return camera.status().state == state; });
}

const std::string live_test_picture =
    "videotestsrc is-live=true ! video/x-raw,format=GRAY8,width=160,height=120,framerate=30/1";

}  // namespace

TEST_CASE("A clip of a phone is played over and over, and its code read and told once") {
    const foyer::SystemClock clock;
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "phone.avi").string();
    write_code_clip({sample_text(0), 640, 480, 8, 30}, path);
    Witness witness;
    GstCamera camera(impatient(path), clock);
    CHECK(camera.status().state == CameraState::stopped);
    camera.start(witness.events());
    REQUIRE(witness.wait_until([&] { return !witness.texts().empty(); }));
    CHECK(witness.texts() == std::vector<std::string>{sample_text(0)});
    PreviewFrame preview;
    // Eight frames last 270 ms: by the eighth preview the clip has begun again.
    CHECK(witness.wait_until([&] { return camera.take_preview(preview) && preview.number >= 8; }));
    CHECK(camera.status() == CameraStatus{CameraState::running, ""});
    CHECK(preview.width == 640);
    CHECK(preview.height == 480);
    CHECK(preview.rgba.size() == 640u * 480u * 4u);
    CHECK(witness.texts().size() == 1);
}

TEST_CASE("After a stop nothing more is told and the preview is gone; a start begins anew") {
    const foyer::SystemClock clock;
    Witness first;
    GstCamera camera(impatient(live_test_picture), clock);
    camera.start(first.events());
    REQUIRE(reaches(camera, first, CameraState::running));
    camera.stop();
    const int changes = first.changes();
    CHECK(camera.status().state == CameraState::stopped);
    PreviewFrame preview;
    CHECK_FALSE(camera.take_preview(preview));
    std::this_thread::sleep_for(std::chrono::milliseconds(120));
    CHECK(first.changes() == changes);
    Witness second;
    camera.start(second.events());
    CHECK(reaches(camera, second, CameraState::running));
    CHECK(first.changes() == changes);
}

TEST_CASE("A camera that breaks off is opened again") {
    const foyer::SystemClock clock;
    Witness witness;
    GstCamera camera(impatient(live_test_picture + " ! identity error-after=4"), clock);
    camera.start(witness.events());
    REQUIRE(reaches(camera, witness, CameraState::running));
    REQUIRE(reaches(camera, witness, CameraState::failed));
    CHECK_FALSE(camera.status().detail.empty());
    CHECK(reaches(camera, witness, CameraState::running));
}

TEST_CASE("A camera that freezes without a word is noticed and opened again") {
    const foyer::SystemClock clock;
    Witness witness;
    // After five frames the second source's turn comes, and it never says anything.
    GstCamera camera(impatient("videotestsrc num-buffers=5 ! video/x-raw,width=160,height=120 ! c. "
                               "appsrc format=time ! c. concat name=c"),
                     clock);
    camera.start(witness.events());
    REQUIRE(reaches(camera, witness, CameraState::running));
    REQUIRE(reaches(camera, witness, CameraState::failed));
    CHECK(camera.status().detail == "no more pictures come");
    CHECK(reaches(camera, witness, CameraState::running));
}

TEST_CASE("A device that is not there is no camera, not a failure") {
    const foyer::SystemClock clock;
    Witness witness;
    GstCamera camera(impatient("/dev/video-none"), clock);
    camera.start(witness.events());
    REQUIRE(reaches(camera, witness, CameraState::no_camera));
    CHECK(camera.status().detail.find("/dev/video-none") != std::string::npos);
}

TEST_CASE("A missing device inside a pipeline is no camera, too") {
    const foyer::SystemClock clock;
    Witness witness;
    GstCamera camera(impatient("v4l2src device=/dev/video-none ! identity"), clock);
    camera.start(witness.events());
    CHECK(reaches(camera, witness, CameraState::no_camera));
}

TEST_CASE("A source that cannot be played fails with a reason") {
    const foyer::SystemClock clock;
    for (const std::string source :
         {"nonsense.docx", "no-such-element ! identity", "missing.avi"}) {
        Witness witness;
        GstCamera camera(impatient(source), clock);
        camera.start(witness.events());
        CHECK_MESSAGE(reaches(camera, witness, CameraState::failed), source);
        CHECK_FALSE(camera.status().detail.empty());
    }
}

TEST_CASE("A picture and a numbered series of pictures stand in for a camera") {
    const foyer::SystemClock clock;
    const TemporaryFolder folder;
    for (int i = 0; i < 3; ++i) {
        write_png(degraded_code(sample_text(i), {}, std::uint64_t(i)),
                  folder.path() / ("f" + std::to_string(i) + ".png"));
    }
    for (const std::string name : {"f0.png", "f%d.png"}) {
        const std::size_t codes = name == "f0.png" ? 1 : 3;
        Witness witness;
        GstCamera camera(impatient((folder.path() / name).string()), clock);
        camera.start(witness.events());
        CHECK_MESSAGE(witness.wait_until([&] { return witness.texts().size() == codes; }), name);
    }
}

TEST_CASE("A clip cut short plays what it has and does not end the program") {
    const foyer::SystemClock clock;
    const TemporaryFolder folder;
    const auto path = folder.path() / "torn.avi";
    write_code_clip({sample_text(1), 640, 480, 8, 30}, path);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    Witness witness;
    GstCamera camera(impatient(path.string()), clock);
    camera.start(witness.events());
    CHECK(witness.wait_until([&] { return !witness.texts().empty(); }));
}

TEST_CASE("A still is the camera's whole picture, given once and only when it was asked for") {
    const foyer::SystemClock clock;
    Witness witness;
    GstCamera camera(
        impatient("videotestsrc is-live=true ! video/x-raw,format=I420,width=1280,height=720,"
                  "framerate=30/1"),
        clock);
    PreviewFrame frame;
    camera.want_still();
    CHECK_FALSE(camera.take_still(frame));
    camera.start(witness.events());
    CHECK(reaches(camera, witness, CameraState::running));
    CHECK_FALSE(camera.take_still(frame));
    camera.want_still();
    CHECK(witness.wait_until([&] { return camera.take_still(frame); }));
    CHECK(frame.width == 1280);
    CHECK(frame.height == 720);
    CHECK(frame.rgba.size() == 1280 * 720 * 4);
    // The test picture's bars begin with white at the left: it is not mirrored.
    CHECK(int(frame.rgba[0]) > 170);
    CHECK(int(frame.rgba[4 * 1279 + 0]) < 60);
    PreviewFrame second;
    CHECK_FALSE(camera.take_still(second));
    camera.want_still();
    camera.stop();
    CHECK_FALSE(camera.take_still(second));
}

TEST_CASE("A still is kept as a JPEG of bounded size that says nothing but its pixels") {
    PreviewFrame frame;
    frame.width = 4000;
    frame.height = 1000;
    frame.rgba.assign(std::size_t(frame.width) * std::size_t(frame.height) * 4, 200);
    const StillPhoto still = still_photo(frame);
    CHECK(still.width == longest_still_side);
    CHECK(still.height == 640);
    CHECK(still.jpeg.starts_with("\xFF\xD8"));
    CHECK(still.jpeg.find("Exif") == std::string::npos);
    frame.width = 40;
    CHECK_THROWS_AS(still_photo(frame), std::runtime_error);
    frame.height = 10;
    frame.rgba.resize(40 * 10 * 4);
    CHECK(still_photo(frame).width == 40);
    CHECK_THROWS_AS(still_photo({}), std::runtime_error);
}

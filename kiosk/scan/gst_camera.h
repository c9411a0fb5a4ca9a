#pragma once

#include <memory>
#include <string>

#include "kiosk/scan/camera.h"
#include "shared/world/clock.h"

namespace foyer::kiosk {

struct CameraOptions {
    /// What `--camera` says: nothing (the first camera there is), a device (`/dev/video2`), a clip
    /// (`.avi`, `.webm`, `.mkv`, `.ogv`), a picture, a numbered series of pictures (`f%03d.png`),
    /// or a GStreamer pipeline (anything with a `!`).
    std::string source;
    bool mirrored = true;                    ///< show people themselves as a mirror does
    int preview_width = 640;                 ///< at most, pixels
    std::int64_t preview_every = 66;         ///< milliseconds: at most 15 pictures a second
    std::int64_t frozen_after = 2000;        ///< milliseconds without a frame before a restart
    std::int64_t first_frame_within = 5000;  ///< milliseconds: some cameras wake slowly
    std::int64_t retry_after = 500;     ///< milliseconds before the first restart, then doubling
    std::int64_t retry_at_most = 8000;  ///< milliseconds
};

/// The camera by GStreamer: own thread, frames taken as cameras give them (no conversion but for
/// RGB), read by CodeReader. A source that stops sending is opened again after a growing delay; a
/// clip starts over at its end. The destructor waits until the thread has closed the device.
class GstCamera : public Camera {
  public:
    /// `clock` must outlive the camera. A source that cannot be used shows in status(), never as an
    /// exception.
    GstCamera(CameraOptions options, const Clock& clock);
    ~GstCamera() override;

    void start(CameraEvents events) override;
    void stop() override;
    CameraStatus status() const override;
    bool take_preview(PreviewFrame& frame) override;
    void want_still() override;
    bool take_still(PreviewFrame& frame) override;

  private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

}  // namespace foyer::kiosk

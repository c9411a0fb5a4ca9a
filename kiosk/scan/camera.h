#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer::kiosk {

enum class CameraState {
    stopped,    ///< nobody asked for it: the device is closed
    starting,   ///< opened, no picture yet
    running,    ///< pictures come
    no_camera,  ///< there is no such device; looked for again from time to time
    failed,     ///< something else is wrong, see CameraStatus::detail; tried again
};

struct CameraStatus {
    CameraState state = CameraState::stopped;
    std::string detail;  ///< for the log and `foyer check`, in English; empty when all is well
    bool operator==(const CameraStatus&) const = default;
};

/// A small picture for the screen: RGBA, 4 bytes a pixel, rows without gaps, opaque.
struct PreviewFrame {
    std::uint64_t number = 0;  ///< counts up; 0 = no picture yet
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// What a camera tells. Both are called on the camera's thread and must only post and return: they
/// must not call the camera.
struct CameraEvents {
    /// A code was seen: its text as it is. The same text comes again only after it has been out of
    /// sight for two seconds.
    std::function<void(const std::string& text)> on_code;
    /// The status changed or there is a new preview.
    std::function<void()> on_change;
};

/// A seam (design §2.6): screens know this; GstCamera is the real one. All members from one thread.
class Camera {
  public:
    virtual ~Camera() = default;

    /// Opens the camera; returns at once. Once started, a second start only replaces the events.
    virtual void start(CameraEvents events) = 0;

    /// Returns at once. No event comes after it has returned and the preview is forgotten; the
    /// device is closed as soon as its driver lets go.
    virtual void stop() = 0;

    virtual CameraStatus status() const = 0;

    /// Puts the newest preview into `frame` (reusing its memory) and says true, if it is newer than
    /// `frame.number`.
    virtual bool take_preview(PreviewFrame& frame) = 0;

    /// The next picture the camera gives is kept whole: every pixel, and not mirrored. on_change
    /// says when it is there.
    virtual void want_still() = 0;
    /// That picture, once; false while there is none.
    virtual bool take_still(PreviewFrame& frame) = 0;
};

}  // namespace foyer::kiosk

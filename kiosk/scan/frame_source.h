#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "kiosk/scan/preview.h"

namespace foyer::kiosk {

/// A pipeline that cannot be opened or has broken down.
class FrameSourceError : public std::runtime_error {
  public:
    FrameSourceError(const std::string& what, bool no_device)
        : std::runtime_error(what), device_missing(no_device) {}
    bool device_missing;  ///< there is no such camera (any more)
};

/// One running GStreamer pipeline, and the newest of its frames. One thread; closes the device when
/// destroyed.
class FrameSource {
  public:
    /// Opens and starts `pipeline` (its text without a sink). A clip keeps its own pace; `live`
    /// frames are taken as they come. Throws FrameSourceError.
    FrameSource(const std::string& pipeline, bool live);
    ~FrameSource();

    enum class Step { frame, nothing, end };

    /// Waits at most `milliseconds` for a frame and calls `use` with it: the view is good only
    /// inside. Throws FrameSourceError when the pipeline has broken down.
    Step next(int milliseconds, const std::function<void(const FrameView&)>& use);

    /// Goes back to the first frame; false if the pipeline cannot.
    bool rewind();

  private:
    struct Elements;
    std::unique_ptr<Elements> elements_;
};

}  // namespace foyer::kiosk

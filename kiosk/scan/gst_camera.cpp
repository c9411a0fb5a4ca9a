#include "kiosk/scan/gst_camera.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/scan/camera_source.h"
#include "kiosk/scan/code_reader.h"
#include "kiosk/scan/frame_source.h"
#include "kiosk/scan/preview.h"
#include "kiosk/scan/recent_codes.h"

namespace foyer::kiosk {

/// Everything the two threads share is under `mutex_`. A session is what happens between a start
/// and its stop; `session_` tells its thread that it is still the one wanted.
class GstCamera::Worker {
  public:
    Worker(CameraOptions options, const Clock& clock)
        : options_(std::move(options)), clock_(clock), thread_([this] { run(); }) {}

    ~Worker() {
        {
            const std::lock_guard lock(mutex_);
            quit_ = true;
            wanted_ = false;
            events_ = {};
        }
        wake_.notify_all();
        thread_.join();
    }

    void start(CameraEvents events) {
        {
            const std::lock_guard lock(mutex_);
            events_ = std::move(events);
            if (wanted_) return;
            wanted_ = true;
            ++session_;
            status_ = {CameraState::starting, ""};
        }
        wake_.notify_all();
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            wanted_ = false;
            events_ = {};
            status_ = {};
            preview_ = {};
            still_ = {};
            still_wanted_ = false;
        }
        wake_.notify_all();
    }

    CameraStatus status() const {
        const std::lock_guard lock(mutex_);
        return status_;
    }

    bool take_preview(PreviewFrame& frame) {
        const std::lock_guard lock(mutex_);
        if (preview_.number <= frame.number || preview_.rgba.empty()) return false;
        std::swap(frame, preview_);
        preview_.rgba.clear();
        return true;
    }

    void want_still() {
        const std::lock_guard lock(mutex_);
        still_ = {};
        still_wanted_ = wanted_;
    }

    bool take_still(PreviewFrame& frame) {
        const std::lock_guard lock(mutex_);
        if (still_.rgba.empty()) return false;
        frame = std::exchange(still_, {});
        return true;
    }

  private:
    void run();
    void run_session(std::uint64_t session);
    CameraStatus play_any(std::uint64_t session, const CameraSource& source);
    CameraStatus play(std::uint64_t session, const std::string& pipeline, bool live);
    void use_frame(std::uint64_t session, const FrameView& frame);
    void show_preview(std::uint64_t session, const FrameView& frame);
    void keep_still(std::uint64_t session, const FrameView& frame);
    bool is_wanted(std::uint64_t session) const;
    void set_status(std::uint64_t session, CameraStatus status);
    void wait(std::uint64_t session, std::int64_t milliseconds);

    const CameraOptions options_;
    const Clock& clock_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool quit_ = false;
    bool wanted_ = false;
    std::uint64_t session_ = 0;
    CameraEvents events_;
    CameraStatus status_;
    PreviewFrame preview_, still_;
    bool still_wanted_ = false;

    // The camera thread's own.
    CodeReader reader_;
    RecentCodes recent_;
    PreviewFrame drawing_;
    std::uint64_t previews_ = 0;
    std::int64_t preview_due_ = 0;

    std::thread thread_;  // last: it uses all of the above
};

void GstCamera::Worker::run() {
    for (;;) {
        std::uint64_t session = 0;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return quit_ || wanted_; });
            if (quit_) return;
            session = session_;
        }
        run_session(session);
    }
}

void GstCamera::Worker::run_session(std::uint64_t session) {
    recent_ = {};
    std::int64_t delay = options_.retry_after;
    while (is_wanted(session)) {
        const std::int64_t began = clock_.ticks();
        CameraStatus fault;
        try {
            fault = play_any(session, camera_source(options_.source));
        } catch (const std::exception& error) {
            fault = {CameraState::failed, error.what()};
        }
        set_status(session, std::move(fault));
        // What ran for a while has earned a quick restart.
        if (clock_.ticks() - began > options_.retry_at_most) delay = options_.retry_after;
        wait(session, delay);
        delay = std::min(2 * delay, options_.retry_at_most);
    }
}

/// Plays the first pipeline that gives frames until it stops; the status says why.
CameraStatus GstCamera::Worker::play_any(std::uint64_t session, const CameraSource& source) {
    std::error_code ignored;
    if (!source.device.empty() && !std::filesystem::exists(source.device, ignored)) {
        return {CameraState::no_camera, "there is no " + source.device};
    }
    CameraStatus first_fault;
    for (const std::string& pipeline : source.pipelines) {
        if (!is_wanted(session)) break;
        CameraStatus fault = play(session, pipeline, source.live);
        const bool ran = status().state == CameraState::running;
        if (ran || fault.state == CameraState::no_camera) return fault;
        if (first_fault.state == CameraState::stopped) first_fault = std::move(fault);
    }
    return first_fault;
}

CameraStatus GstCamera::Worker::play(std::uint64_t session, const std::string& pipeline,
                                     bool live) {
    try {
        FrameSource source(pipeline, live);
        const std::int64_t opened = clock_.ticks();
        std::optional<std::int64_t> last_frame;
        bool frames_since_start = false;
        while (is_wanted(session)) {
            constexpr int glance = 50;  // ms: how soon a stop is noticed
            const auto step =
                source.next(glance, [&](const FrameView& frame) { use_frame(session, frame); });
            const std::int64_t now = clock_.ticks();
            if (step == FrameSource::Step::frame) {
                last_frame = now;
                frames_since_start = true;
            } else if (step == FrameSource::Step::end) {
                const bool again = std::exchange(frames_since_start, false) && source.rewind();
                if (!again) return {CameraState::failed, "the clip has ended"};
            } else if (last_frame && now - *last_frame > options_.frozen_after) {
                return {CameraState::failed, "no more pictures come"};
            } else if (!last_frame && now - opened > options_.first_frame_within) {
                return {CameraState::failed, "no picture comes"};
            }
        }
    } catch (const FrameSourceError& error) {
        return {error.device_missing ? CameraState::no_camera : CameraState::failed, error.what()};
    }
    return {};
}

void GstCamera::Worker::use_frame(std::uint64_t session, const FrameView& frame) {
    set_status(session, {CameraState::running, ""});
    keep_still(session, frame);
    const std::int64_t now = clock_.ticks();
    for (const std::string& text : reader_.read_frame(frame.luma)) {
        if (!recent_.is_new(text, now)) continue;
        const std::lock_guard lock(mutex_);
        if (wanted_ && session == session_ && events_.on_code) events_.on_code(text);
    }
    if (now >= preview_due_) {
        preview_due_ = now + options_.preview_every;
        show_preview(session, frame);
    }
}

void GstCamera::Worker::show_preview(std::uint64_t session, const FrameView& frame) {
    make_preview(frame, options_.preview_width, options_.mirrored, drawing_);
    drawing_.number = ++previews_;
    const std::lock_guard lock(mutex_);
    if (!wanted_ || session != session_) return;
    std::swap(preview_, drawing_);
    if (events_.on_change) events_.on_change();
}

void GstCamera::Worker::keep_still(std::uint64_t session, const FrameView& frame) {
    {
        const std::lock_guard lock(mutex_);
        if (!still_wanted_ || session != session_) return;
    }
    PreviewFrame whole;
    make_preview(frame, frame.luma.width, false, whole);
    const std::lock_guard lock(mutex_);
    if (!still_wanted_ || session != session_) return;
    still_ = std::move(whole);
    still_wanted_ = false;
    if (events_.on_change) events_.on_change();
}

bool GstCamera::Worker::is_wanted(std::uint64_t session) const {
    const std::lock_guard lock(mutex_);
    return wanted_ && session == session_;
}

void GstCamera::Worker::set_status(std::uint64_t session, CameraStatus status) {
    const std::lock_guard lock(mutex_);
    if (!wanted_ || session != session_ || status == status_) return;
    status_ = std::move(status);
    if (events_.on_change) events_.on_change();
}

void GstCamera::Worker::wait(std::uint64_t session, std::int64_t milliseconds) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, std::chrono::milliseconds(milliseconds),
                   [&] { return !wanted_ || session != session_; });
}

GstCamera::GstCamera(CameraOptions options, const Clock& clock)
    : worker_(std::make_unique<Worker>(std::move(options), clock)) {}

GstCamera::~GstCamera() = default;

void GstCamera::start(CameraEvents events) {
    worker_->start(std::move(events));
}

void GstCamera::stop() {
    worker_->stop();
}

CameraStatus GstCamera::status() const {
    return worker_->status();
}

bool GstCamera::take_preview(PreviewFrame& frame) {
    return worker_->take_preview(frame);
}

void GstCamera::want_still() {
    worker_->want_still();
}

bool GstCamera::take_still(PreviewFrame& frame) {
    return worker_->take_still(frame);
}

}  // namespace foyer::kiosk

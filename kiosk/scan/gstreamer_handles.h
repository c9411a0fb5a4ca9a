#pragma once

#include <gst/gst.h>

#include <memory>
#include <string>

namespace foyer::kiosk {

/// Owners of GStreamer's objects. For the .cpp files of this room only: no header of it that others
/// include knows GLib.

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* object) const {
        release(object);
    }
};
using ErrorHandle = std::unique_ptr<GError, Release<g_error_free>>;
using MessageHandle = std::unique_ptr<GstMessage, Release<gst_message_unref>>;
using SampleHandle = std::unique_ptr<GstSample, Release<gst_sample_unref>>;
using ElementHandle = std::unique_ptr<GstElement, Release<gst_object_unref>>;
using BusHandle = std::unique_ptr<GstBus, Release<gst_object_unref>>;

/// A pipeline with its bus; stopped and closed when destroyed.
struct Pipeline {
    ElementHandle element;
    BusHandle bus;

    Pipeline() = default;
    Pipeline(Pipeline&&) = default;
    Pipeline& operator=(Pipeline&&) = default;
    ~Pipeline() {
        if (element) gst_element_set_state(element.get(), GST_STATE_NULL);
    }

    /// The element called `name`, which must be there.
    ElementHandle child(const char* name) const {
        return ElementHandle(gst_bin_get_by_name(GST_BIN(element.get()), name));
    }
};

/// Starts GStreamer at the first call and makes a pipeline of its text, not running yet. Throws
/// FrameSourceError.
Pipeline make_pipeline(const std::string& text);

/// Starts a pipeline. Throws FrameSourceError if it will not.
void play_pipeline(const Pipeline& pipeline);

/// Throws FrameSourceError if the pipeline has reported an error.
void throw_if_broken(const Pipeline& pipeline);

/// Waits until the pipeline has come to its end. Throws FrameSourceError if it breaks or takes
/// longer.
void wait_for_end(const Pipeline& pipeline, int seconds);

/// A value as the pipeline language wants it, in quotation marks.
std::string pipeline_value(std::string_view value);

}  // namespace foyer::kiosk

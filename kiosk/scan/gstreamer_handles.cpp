#include "kiosk/scan/gstreamer_handles.h"

#include <mutex>

#include "kiosk/scan/frame_source.h"

namespace foyer::kiosk {
namespace {

void prepare_gstreamer() {
    static std::once_flag once;
    static std::string fault;
    std::call_once(once, [] {
        GError* error = nullptr;
        if (gst_init_check(nullptr, nullptr, &error)) return;
        const ErrorHandle owned(error);
        fault = error != nullptr ? error->message : "GStreamer cannot be used";
    });
    if (!fault.empty()) throw FrameSourceError(fault, false);
}

/// A missing file says "not found", too: only what opens devices counts.
bool is_device(GstObject* element) {
    if (!GST_IS_ELEMENT(element)) return false;
    GstElementFactory* factory = gst_element_get_factory(GST_ELEMENT(element));
    if (factory == nullptr) return false;
    const gchar* klass = gst_element_factory_get_metadata(factory, GST_ELEMENT_METADATA_KLASS);
    return klass != nullptr && std::string(klass).find("Source/Video") != std::string::npos;
}

[[noreturn]] void throw_error(GstMessage* message) {
    GError* error = nullptr;
    gst_message_parse_error(message, &error, nullptr);
    const ErrorHandle owned(error);
    const bool not_found = g_error_matches(error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_FOUND);
    throw FrameSourceError(error->message, not_found && is_device(GST_MESSAGE_SRC(message)));
}

}  // namespace

Pipeline make_pipeline(const std::string& text) {
    prepare_gstreamer();
    GError* error = nullptr;
    Pipeline pipeline;
    pipeline.element.reset(
        gst_parse_launch_full(text.c_str(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &error));
    const ErrorHandle owned(error);
    if (!pipeline.element || !GST_IS_BIN(pipeline.element.get())) {
        throw FrameSourceError(error != nullptr ? error->message : "not a pipeline", false);
    }
    pipeline.bus.reset(gst_element_get_bus(pipeline.element.get()));
    return pipeline;
}

void play_pipeline(const Pipeline& pipeline) {
    const auto started = gst_element_set_state(pipeline.element.get(), GST_STATE_PLAYING);
    if (started != GST_STATE_CHANGE_FAILURE) return;
    throw_if_broken(pipeline);
    throw FrameSourceError("the pipeline does not start", false);
}

void throw_if_broken(const Pipeline& pipeline) {
    const MessageHandle message(gst_bus_pop_filtered(pipeline.bus.get(), GST_MESSAGE_ERROR));
    if (message) throw_error(message.get());
}

void wait_for_end(const Pipeline& pipeline, int seconds) {
    const auto kinds = GstMessageType(GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
    const MessageHandle message(
        gst_bus_timed_pop_filtered(pipeline.bus.get(), guint64(seconds) * GST_SECOND, kinds));
    if (!message) throw FrameSourceError("the pipeline does not come to its end", false);
    if (GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_ERROR) throw_error(message.get());
}

std::string pipeline_value(std::string_view value) {
    std::string text = "\"";
    for (char character : value) {
        if (character == '"' || character == '\\') text += '\\';
        text += character;
    }
    return text + '"';
}

}  // namespace foyer::kiosk

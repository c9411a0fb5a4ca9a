#include "kiosk/scan/frame_source.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

#include "kiosk/scan/gstreamer_handles.h"

namespace foyer::kiosk {
namespace {

// What make_preview() and CodeReader take as it is; videoconvert passes these through untouched.
constexpr const char* sink_text =
    " ! videoconvert ! appsink name=foyer max-buffers=1 drop=true"
    " caps=\"video/x-raw,format={GRAY8,I420,YV12,NV12,NV21,YUY2,UYVY,YVYU,Y42B,Y444}\"";

FrameView view_of(const GstVideoFrame& frame) {
    FrameView view;
    view.luma = {static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_COMP_DATA(&frame, 0)),
                 GST_VIDEO_FRAME_WIDTH(&frame), GST_VIDEO_FRAME_HEIGHT(&frame),
                 GST_VIDEO_FRAME_COMP_STRIDE(&frame, 0), GST_VIDEO_FRAME_COMP_PSTRIDE(&frame, 0)};
    view.full_range = frame.info.colorimetry.range == GST_VIDEO_COLOR_RANGE_0_255;
    if (GST_VIDEO_FRAME_N_COMPONENTS(&frame) < 3) return view;
    ChromaView* const planes[] = {&view.cb, &view.cr};
    for (int i = 0; i < 2; ++i) {
        planes[i]->pixels =
            static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_COMP_DATA(&frame, i + 1));
        planes[i]->row_stride = GST_VIDEO_FRAME_COMP_STRIDE(&frame, i + 1);
        planes[i]->pixel_stride = GST_VIDEO_FRAME_COMP_PSTRIDE(&frame, i + 1);
    }
    view.chroma_shift_x = int(GST_VIDEO_FORMAT_INFO_W_SUB(frame.info.finfo, 1));
    view.chroma_shift_y = int(GST_VIDEO_FORMAT_INFO_H_SUB(frame.info.finfo, 1));
    return view;
}

void use_sample(GstSample* sample, const std::function<void(const FrameView&)>& use) {
    GstVideoInfo info;
    GstVideoFrame frame;
    const bool mapped =
        gst_video_info_from_caps(&info, gst_sample_get_caps(sample)) &&
        gst_video_frame_map(&frame, &info, gst_sample_get_buffer(sample), GST_MAP_READ);
    if (!mapped) throw FrameSourceError("a frame cannot be read", false);
    const std::unique_ptr<GstVideoFrame, Release<gst_video_frame_unmap>> unmap(&frame);
    use(view_of(frame));
}

}  // namespace

struct FrameSource::Elements {
    Pipeline pipeline;
    ElementHandle sink;
};

FrameSource::FrameSource(const std::string& pipeline, bool live)
    : elements_(std::make_unique<Elements>()) {
    elements_->pipeline = make_pipeline(pipeline + sink_text + (live ? " sync=false" : ""));
    elements_->sink = elements_->pipeline.child("foyer");
    play_pipeline(elements_->pipeline);
}

FrameSource::~FrameSource() = default;

FrameSource::Step FrameSource::next(int milliseconds,
                                    const std::function<void(const FrameView&)>& use) {
    GstAppSink* sink = GST_APP_SINK(elements_->sink.get());
    const SampleHandle sample(
        gst_app_sink_try_pull_sample(sink, GstClockTime(milliseconds) * GST_MSECOND));
    if (sample) {
        use_sample(sample.get(), use);
        return Step::frame;
    }
    throw_if_broken(elements_->pipeline);
    return gst_app_sink_is_eos(sink) ? Step::end : Step::nothing;
}

bool FrameSource::rewind() {
    return gst_element_seek_simple(elements_->pipeline.element.get(), GST_FORMAT_TIME,
                                   GstSeekFlags(GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_KEY_UNIT), 0);
}

}  // namespace foyer::kiosk

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::kiosk {

/// A source of pictures in GStreamer's words, without the sink.
struct CameraSource {
    std::vector<std::string> pipelines;  ///< to be tried in this order until one gives a frame
    std::string device;                  ///< the device they open; empty for a clip or a pipeline
    bool live = false;                   ///< a device: frames are taken as they come
};

/// What the words of `--camera` mean (see CameraOptions::source). For an empty `source` the first
/// of camera_devices(), or /dev/video0. Throws std::runtime_error for words that mean nothing.
CameraSource camera_source(std::string_view source);

/// The cameras plugged in, by their lasting names (`/dev/v4l/by-id`) where there are any, sorted.
/// `root` is another /dev in tests.
std::vector<std::string> camera_devices(const std::filesystem::path& root = "/dev");

}  // namespace foyer::kiosk

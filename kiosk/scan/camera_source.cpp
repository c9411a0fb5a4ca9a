#include "kiosk/scan/camera_source.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <system_error>

#include "kiosk/scan/gstreamer_handles.h"

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return c < 128 ? char(std::tolower(c)) : char(c); });
    return extension;
}

/// Motion JPEG first: over USB 2 only it gives 30 frames a second at 720p. What a camera cannot do
/// fails at once and the next is tried.
CameraSource device_source(const std::string& device) {
    const std::string source = "v4l2src device=" + pipeline_value(device);
    return {{source + " ! image/jpeg,width=1280,height=720 ! jpegdec",
             source + " ! video/x-raw,width=1280,height=720",
             source + " ! video/x-raw,width=640,height=480", source},
            device,
            true};
}

std::string still_source(std::string_view path, const std::string& extension) {
    const bool png = extension == ".png";
    std::string text = "multifilesrc loop=true location=" + pipeline_value(path);
    if (path.find('%') != std::string_view::npos) text += " start-index=0 index=0";
    text += png ? " caps=image/png,framerate=15/1 ! pngdec"
                : " caps=image/jpeg,framerate=15/1 ! jpegdec";
    return text;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

CameraSource camera_source(std::string_view source) {
    if (source.empty()) {
        const auto devices = camera_devices();
        return device_source(devices.empty() ? "/dev/video0" : devices.front());
    }
    if (source.find('!') != std::string_view::npos) return {{std::string(source)}, "", false};
    if (source.starts_with("/dev/")) return device_source(std::string(source));
    const std::string extension = lower_extension(fs::path(source));
    if (extension == ".png" || extension == ".jpg" || extension == ".jpeg") {
        return {{still_source(source, extension)}, "", false};
    }
    static const std::map<std::string, std::vector<std::string>> decoders = {
        {".avi", {" ! avidemux ! jpegdec"}},
        {".webm", {" ! matroskademux ! vp8dec", " ! matroskademux ! vp9dec"}},
        {".mkv", {" ! matroskademux ! jpegdec", " ! matroskademux ! vp8dec"}},
        {".ogv", {" ! oggdemux ! theoradec"}},
    };
    const auto found = decoders.find(extension);
    if (found == decoders.end()) {
        throw std::runtime_error("\"" + std::string(source) +
                                 "\" is neither a camera, a clip, a picture nor a pipeline");
    }
    CameraSource clip;
    for (const std::string& decoder : found->second)
        clip.pipelines.push_back("filesrc location=" + pipeline_value(source) + decoder);
    return clip;
}

std::vector<std::string> camera_devices(const std::filesystem::path& root) {
    std::vector<std::string> devices;
    const fs::path by_id = root / "v4l" / "by-id";
    // The other indices of a camera carry data about its pictures, not pictures.
    for (const std::string& name : names_in(by_id)) {
        if (name.ends_with("-video-index0")) devices.push_back((by_id / name).string());
    }
    if (!devices.empty()) return devices;
    for (const std::string& name : names_in(root)) {
        if (name.starts_with("video")) devices.push_back((root / name).string());
    }
    return devices;
}

}  // namespace foyer::kiosk

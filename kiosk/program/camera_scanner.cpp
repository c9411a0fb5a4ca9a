#include "kiosk/program/camera_scanner.h"

#include <imgui_internal.h>

#include <cstring>
#include <utility>

namespace foyer::kiosk {

CameraScanner::CameraScanner(std::unique_ptr<Camera> camera, Tasks& tasks, const Clock& clock,
                             std::function<void(const std::string&)> on_code)
    : camera_(std::move(camera)), tasks_(tasks), clock_(clock), on_code_(std::move(on_code)) {}

CameraScanner::~CameraScanner() {
    if (camera_) camera_->stop();
    if (!texture_) return;
    ImGui::UnregisterUserTexture(texture_);
    ImGui::GetPlatformIO().Textures.find_erase(texture_);
    delete texture_;
}

void CameraScanner::open() {
    if (users_++ > 0 || !camera_) return;
    frame_.number = 0;
    opened_at_ = clock_.ticks();
    camera_->start(
        {.on_code =
             [this](const std::string& text) { tasks_.post([this, text] { on_code_(text); }); },
         // Whatever comes back through the queue draws a frame.
         .on_change = [this] { tasks_.post([] {}); }});
}

void CameraScanner::close() {
    if (--users_ == 0 && camera_) camera_->stop();
}

CameraState CameraScanner::state() const {
    return camera_ ? camera_->status().state : CameraState::no_camera;
}

void CameraScanner::upload() {
    if (texture_ && (texture_->Width != frame_.width || texture_->Height != frame_.height)) return;
    if (!texture_) {
        texture_ = new ImTextureData;
        texture_->Create(ImTextureFormat_RGBA32, frame_.width, frame_.height);
        texture_->UseColors = true;
        ImGui::RegisterUserTexture(texture_);
    }
    std::memcpy(texture_->GetPixels(), frame_.rgba.data(), frame_.rgba.size());
    if (texture_->Status != ImTextureStatus_OK) return;
    texture_->Updates.resize(0);
    texture_->Updates.push_back({0, 0, static_cast<unsigned short>(frame_.width),
                                 static_cast<unsigned short>(frame_.height)});
    texture_->UpdateRect = texture_->Updates[0];
    texture_->SetStatus(ImTextureStatus_WantUpdates);
}

PhotoView CameraScanner::picture() {
    PhotoView view;
    if (!camera_ || users_ == 0) return view;
    if (camera_->take_preview(frame_)) upload();
    if (frame_.number == 0 || !texture_) return view;
    view.texture = texture_->GetTexRef();
    view.width = float(texture_->Width);
    view.height = float(texture_->Height);
    view.ready = true;
    view.age = float(clock_.ticks() - opened_at_) / 1000;
    return view;
}

void CameraScanner::want_still() {
    if (camera_ && users_ > 0) camera_->want_still();
}

std::optional<PreviewFrame> CameraScanner::still() {
    PreviewFrame frame;
    if (!camera_ || users_ == 0 || !camera_->take_still(frame)) return std::nullopt;
    return frame;
}

}  // namespace foyer::kiosk

#include "kiosk/shell/headless_surface.h"

#include <imgui.h>

#include <chrono>
#include <stdexcept>
#include <utility>

namespace foyer::kiosk {

namespace {

/// What a renderer owes ImGui's textures, without any pixels going anywhere.
void serve_texture(ImTextureData& texture) {
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            texture.SetTexID(ImTextureID(texture.UniqueID));
            [[fallthrough]];
        case ImTextureStatus_WantUpdates:
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantDestroy:
            if (texture.UnusedFrames == 0) break;
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            break;
        default:
            break;
    }
}

}  // namespace

HeadlessSurface::HeadlessSurface(int pixel_width, int pixel_height)
    : width_(pixel_width), height_(pixel_height) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendRendererName = "headless";
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

HeadlessSurface::~HeadlessSurface() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGuiIO& io = ImGui::GetIO();
    io.BackendRendererName = nullptr;
    io.BackendFlags &=
        ~(ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset);
}

void HeadlessSurface::wait(std::int64_t milliseconds) {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return wake_asked_; });
    wake_asked_ = false;
}

void HeadlessSurface::wake() {
    {
        const std::lock_guard lock(mutex_);
        wake_asked_ = true;
    }
    woken_.notify_one();
}

bool HeadlessSurface::take_damage() {
    return std::exchange(damaged_, false);
}

void HeadlessSurface::present(ImDrawData& frame) {
    for (ImTextureData* texture : *frame.Textures)
        serve_texture(*texture);
    ++frames_presented_;
}

void HeadlessSurface::save_picture(const std::filesystem::path&) {
    throw std::runtime_error("a surface without a display has no picture");
}

void HeadlessSurface::resize(int pixel_width, int pixel_height) {
    width_ = pixel_width, height_ = pixel_height;
    damaged_ = true;
}

}  // namespace foyer::kiosk

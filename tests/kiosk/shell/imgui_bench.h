#pragma once

#include <imgui.h>

#include <optional>

#include "kiosk/shell/headless_surface.h"

namespace foyer::kiosk {

/// An ImGui context as the shell sets it up, without fonts of our own or a display.
class ImGuiBench {
  public:
    explicit ImGuiBench(int width = 1080, int height = 1920) {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().ConfigInputTrickleEventQueue = false;
        surface_.emplace(width, height);
    }
    ~ImGuiBench() {
        surface_.reset();
        ImGui::DestroyContext();
    }
    ImGuiBench(const ImGuiBench&) = delete;
    ImGuiBench& operator=(const ImGuiBench&) = delete;

    ImGuiIO& io() { return ImGui::GetIO(); }
    HeadlessSurface& surface() { return *surface_; }

    void begin() {
        io().DisplaySize = {float(surface_->pixel_width()), float(surface_->pixel_height())};
        io().DeltaTime = 0.1f;
        ImGui::NewFrame();
    }
    void end() {
        ImGui::Render();
        surface_->present(*ImGui::GetDrawData());
    }

  private:
    std::optional<HeadlessSurface> surface_;
};

}  // namespace foyer::kiosk

#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/scan/camera.h"
#include "kiosk/screens/scanner.h"
#include "kiosk/shell/tasks.h"
#include "shared/world/clock.h"

struct ImTextureData;

namespace foyer::kiosk {

/// The camera behind the screens: opened when asked, its newest picture as a texture, its codes
/// handed over on the UI thread. ImGui's context must exist and outlive it. UI thread.
class CameraScanner : public Scanner {
  public:
    /// `on_code` runs on the UI thread.
    CameraScanner(std::unique_ptr<Camera> camera, Tasks& tasks, const Clock& clock,
                  std::function<void(const std::string&)> on_code);
    ~CameraScanner() override;

    void open() override;
    void close() override;
    CameraState state() const override;
    PhotoView picture() override;
    void want_still() override;
    std::optional<PreviewFrame> still() override;

  private:
    void upload();

    std::unique_ptr<Camera> camera_;
    Tasks& tasks_;
    const Clock& clock_;
    std::function<void(const std::string&)> on_code_;
    int users_ = 0;
    PreviewFrame frame_;
    ImTextureData* texture_ = nullptr;
    std::int64_t opened_at_ = 0;
};

}  // namespace foyer::kiosk

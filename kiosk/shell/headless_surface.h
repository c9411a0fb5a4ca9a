#pragma once

#include <condition_variable>
#include <mutex>

#include "kiosk/shell/surface.h"

namespace foyer::kiosk {

/// Draws nothing, but keeps ImGui's textures alive as a renderer does: for tests of screens and for
/// measuring how long a frame takes to build, on machines without a display. ImGui's context must
/// exist and outlive it.
class HeadlessSurface : public Surface {
  public:
    HeadlessSurface(int pixel_width, int pixel_height);
    ~HeadlessSurface() override;

    int pixel_width() const override { return width_; }
    int pixel_height() const override { return height_; }
    void wait(std::int64_t milliseconds) override;
    void wake() override;
    bool take_damage() override;
    bool closing() const override { return closing_; }
    void present(ImDrawData& frame) override;
    /// Throws: there is no picture.
    void save_picture(const std::filesystem::path& file) override;

    void resize(int pixel_width, int pixel_height);
    void ask_to_close() { closing_ = true; }
    int frames_presented() const { return frames_presented_; }

  private:
    int width_, height_;
    int frames_presented_ = 0;
    bool damaged_ = true;
    bool closing_ = false;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool wake_asked_ = false;
};

}  // namespace foyer::kiosk

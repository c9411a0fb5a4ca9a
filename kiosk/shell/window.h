#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "kiosk/shell/input_queue.h"
#include "kiosk/shell/surface.h"

namespace foyer::kiosk {

/// There is no display, or none that can draw. `what()` says so in plain words.
class NoDisplay : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct PixelSize {
    int width = 0, height = 0;
};

struct WindowOptions {
    std::string title = "Foyer";
    /// None: the whole of the first monitor.
    std::optional<PixelSize> size = std::nullopt;
    /// On glass a pointer is only in the way.
    bool hide_pointer = false;
};

/// A GLFW window with OpenGL 3 and ImGui's renderer in it. One at a time; ImGui's context must
/// exist and outlive it. Input goes into the queue, never straight to ImGui. UI thread.
class Window : public Surface {
  public:
    /// Throws NoDisplay.
    Window(const WindowOptions& options, InputQueue& input);
    ~Window() override;

    int pixel_width() const override { return size_.width; }
    int pixel_height() const override { return size_.height; }
    void wait(std::int64_t milliseconds) override;
    void wake() override;
    bool take_damage() override;
    bool closing() const override;
    void present(ImDrawData& frame) override;
    void save_picture(const std::filesystem::path& file) override;

  private:
    struct Callbacks;
    struct Handle;
    void listen();
    void draw(ImDrawData& frame);

    InputQueue& input_;
    std::unique_ptr<Handle> handle_;
    PixelSize size_;
    bool damaged_ = true;
};

}  // namespace foyer::kiosk

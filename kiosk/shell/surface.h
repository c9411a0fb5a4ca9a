#pragma once

#include <cstdint>
#include <filesystem>

struct ImDrawData;

namespace foyer::kiosk {

/// What the program is seen on: a window, or nothing at all in tests. UI thread, save wake().
class Surface {
  public:
    virtual ~Surface() = default;

    virtual int pixel_width() const = 0;
    virtual int pixel_height() const = 0;

    /// Sleeps until there is input, wake() is called or the time is over; 0 only collects input.
    virtual void wait(std::int64_t milliseconds) = 0;
    /// Ends a wait() or the next one. Any thread.
    virtual void wake() = 0;
    /// Has the window been resized or uncovered since the last call?
    virtual bool take_damage() = 0;
    /// Does somebody want the program to end?
    virtual bool closing() const = 0;

    /// Shows a frame, and creates, updates and destroys the textures it asks for.
    virtual void present(ImDrawData& frame) = 0;
    /// Writes the frame presented last as a PNG; not while the next is being built. Throws
    /// std::runtime_error.
    virtual void save_picture(const std::filesystem::path& file) = 0;
};

}  // namespace foyer::kiosk

#pragma once

#include <imgui.h>

#include <functional>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// A kiosk without a window: real fonts, icons and widgets, a renderer that takes every texture and
/// draws nothing, and one finger.
class Glass {
  public:
    explicit Glass(int width = 1080, int height = 1920, Locale locale = Locale::zh_hans);
    ~Glass();

    /// What the page draws in each frame.
    std::function<void(Ui&)> page;

    /// Draws one frame, `milliseconds` after the last. Returns when the page wants the next.
    std::int64_t frame(int milliseconds = 16);
    /// Where a thing stands now; draws the frames it takes to know. Fails the test if it is
    /// nowhere.
    Rect place(std::string_view id);
    /// The finger, as the shell reports touches.
    void touch(float x, float y);
    void move(float x, float y);
    void lift();
    /// Puts the finger down and lifts it again, with frames between.
    void tap(float x, float y);

    DrawnItems items;
    Motion motion;
    Canvas canvas;
    Translator text;
    std::size_t vertices = 0;  ///< of the last frame

  private:
    struct NoPhotos : PhotoSource {
        PhotoView photo(const std::filesystem::path&, int, int) override { return {}; }
    };
    struct Context {
        Context();
        ~Context();
    };
    Context context_;
    NoPhotos photos_;

  public:
    Look look;
};

}  // namespace foyer::kiosk

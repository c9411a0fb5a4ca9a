#pragma once

#include <imgui.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/theme/canvas.h"
#include "shared/text/translator.h"

namespace foyer::kiosk {

struct Theme;  // kiosk/theme/theme.h: palette of the pack, type scale, fonts

/// A picture ready to draw, or not yet.
struct PhotoView {
    ImTextureRef texture;
    float width = 0, height = 0;  ///< pixels of the decoded picture; only their ratio matters
    bool ready = false;           ///< false: still being decoded, draw the placeholder
    bool broken = false;          ///< will never be ready: missing or damaged
    float age = 0;                ///< seconds since it became ready, for the fade-in
};

/// Gives pictures by file, decoded off the UI thread at the size asked for (design §2.3). UI
/// thread.
class PhotoSource {
  public:
    virtual ~PhotoSource() = default;
    /// `pixel_width` × `pixel_height` is the box the picture is going to fill; it is decoded large
    /// enough to cover it. Never waits. Asking again each frame keeps it in the cache.
    virtual PhotoView photo(const std::filesystem::path& file, int pixel_width,
                            int pixel_height) = 0;
};

/// One touchable thing as it was drawn in a frame.
struct DrawnItem {
    std::string id;  ///< stable, language-independent: "home.checkin", "arrivals.assign.3f2a…"
    Rect rect;       ///< units, the part that can be seen
    bool enabled = true;
};

/// Where every touchable thing stood in the last finished frame; the tour and the UI tests find
/// them here by id.
class DrawnItems {
  public:
    void begin_frame();
    void add(std::string_view id, const Rect& visible, bool enabled);
    /// The last finished frame's items; the later drawn, the nearer to the finger.
    const std::vector<DrawnItem>& last_frame() const { return finished_; }
    /// Nothing if it was not drawn or is wholly hidden.
    const DrawnItem* find(std::string_view id) const;

  private:
    std::vector<DrawnItem> drawing_, finished_;
};

/// What keeps the loop awake. Widgets ask for the next frame only while something moves (design
/// §2.4).
class Motion {
  public:
    /// Milliseconds of the frame at hand, from Clock::ticks().
    std::int64_t now = 0;

    /// Draw again as soon as possible: something is moving.
    void keep_moving() { next_ = 0; }
    /// Draw again not later than `milliseconds` from now: a clock ticks, a countdown changes.
    void wake_in(std::int64_t milliseconds) { next_ = next_ < milliseconds ? next_ : milliseconds; }

    /// Read and reset by the shell at the end of a frame.
    std::int64_t take_next_wake() {
        const std::int64_t next = next_;
        next_ = never;
        return next;
    }
    static constexpr std::int64_t never = INT64_MAX;

  private:
    std::int64_t next_ = never;
};

/// Everything a screen and its widgets need to draw themselves and to notice a finger. Made by the
/// shell for each frame; all sizes in theme units. UI thread.
struct Ui {
    const Canvas& canvas;
    const Theme& theme;
    const Translator& text;
    PhotoSource& photos;
    DrawnItems& items;
    Motion& motion;
    ImDrawList* draw;  ///< of the window that covers the screen
    /// False while a page slides out or a dialog lies above: things are drawn but take no touch.
    bool interactive = true;
    float alpha = 1;                   ///< of the page in transition
    float offset_x = 0, offset_y = 0;  ///< of the page in transition, units; painters add it
    /// Where the finger has been since the last frame, pixels: ink needs more of it than the place
    /// where it is now.
    std::span<const ImVec2> finger_track = {};
};

}  // namespace foyer::kiosk

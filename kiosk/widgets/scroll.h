#pragma once

#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

enum class ScrollAxis { vertical, horizontal };

/// Where a list stands and how it moves. Kept by the screen; start over by assigning {}.
struct ScrollState {
    float position = 0;  ///< units scrolled
    float velocity = 0;  ///< units a second, after the finger left
    float content = 0;   ///< size of the content in the last frame
    std::int64_t moved_at = 0;

    bool pressed = false, dragging = false;
    float grip = 0;
};

/// A part of the page that a finger can push. Lives while its content is drawn:
///
///     ScrollArea area(ui, "cases.list", rect, state);
///     float y = area.start();
///     for (…) { row(ui, …, {rect.x, y, rect.w, 128}, …); y += 144; }
///     area.finish(y - area.start());
///
/// A drag of more than 16 units along the axis belongs to the area, even if it began on a button,
/// which then does not click (design §6). Inertia is a function of seconds, ends by itself and lets
/// the loop sleep; the ends do not bounce. Ids of things inside are registered by their visible
/// part.
class ScrollArea {
  public:
    ScrollArea(Ui& ui, std::string_view id, const Rect& rect, ScrollState& state,
               ScrollAxis axis = ScrollAxis::vertical);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    /// Where the content begins, in units of the page.
    float start() const { return start_; }
    /// False if a thing of this place and size is wholly outside: need not be drawn.
    bool shows(float from, float size) const;
    /// Tells how large the content was. Call once, after the last thing in it. With a `background`
    /// the ends fade into it where more is to come; without, let a thing be seen in part.
    void finish(float content_size, std::optional<Color> background = {});

  private:
    void push(float finger);
    void let_go();
    void coast();

    Ui& ui_;
    const Rect rect_;
    ScrollState& state_;
    const ScrollAxis axis_;
    float start_ = 0;
};

/// Brings `from…from+size` (in content units) into view at once.
void scroll_to(ScrollState& state, float view_size, float from, float size);

}  // namespace foyer::kiosk

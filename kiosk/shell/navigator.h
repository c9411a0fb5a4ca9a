#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/shell/screen.h"
#include "shared/world/clock.h"

namespace foyer::kiosk {

/// The pages a visitor went through, and what lies above them.
///
/// Everything asked for (push, pop, open …) happens in apply_requests(), between two frames, so
/// that a screen may ask for it while it draws. Typing and codes go to the topmost modal overlay,
/// else to the page in front. UI thread.
class Navigator {
  public:
    explicit Navigator(const Clock& clock) : clock_(clock) {}

    void push(std::unique_ptr<Screen> screen);
    /// In place of the page in front: one cannot come back to that.
    void replace(std::unique_ptr<Screen> screen);
    /// Leaves the page in front; the last one stays.
    void pop();
    /// Leaves pages until the page called `name` is in front; the first page if there is none.
    void pop_to(std::string name);
    /// Forgets every page and overlay; `root` is the only one. Pages are destroyed at once, save
    /// the one that slides out.
    void reset(std::unique_ptr<Screen> root);
    /// Puts a dialog or a toast above everything.
    void open(std::unique_ptr<Overlay> overlay);

    /// Destroys every page and overlay at once, without a transition: before what they hold goes.
    /// Never while a frame is being built.
    void clear();

    /// What the Back button and Escape do: closes the topmost modal overlay, else a step back
    /// within the page, else leaves it.
    void back();

    /// From the camera or a hardware scanner.
    void on_code(const std::string& code);
    void on_key(Key key);
    void on_character(char32_t character);

    /// Draws pages and overlays, each in an ImGui window of its own that covers the canvas. `ui`'s
    /// `draw`, `interactive`, `alpha` and offsets are set for each.
    void draw(Ui& ui);
    /// After the frame and after results were delivered. Returns true if anything changed.
    bool apply_requests();

    /// The page in front; null before the first reset().
    Screen* top() const { return pages_.empty() ? nullptr : pages_.back().screen.get(); }
    /// The overlay that takes the touches; null if there is none.
    Overlay* top_overlay() const;
    std::size_t depth() const { return pages_.size(); }
    /// How often another page came to the front so far.
    std::uint64_t turns() const { return turns_; }
    /// Is it still above the pages? Does not look into it.
    bool holds(const Overlay* overlay) const;
    /// Does a page or an overlay still slide?
    bool moving() const;

  private:
    struct Request {
        enum class Kind { push, replace, pop, pop_to, reset, open } kind;
        std::unique_ptr<Screen> screen = nullptr;
        std::unique_ptr<Overlay> overlay = nullptr;
        std::string name = {};
    };
    struct Page {
        std::unique_ptr<Screen> screen;
        int slot;  ///< which of the two ImGui windows it is drawn in
    };
    /// Sliding out: destroyed afterwards, unless it stays below in pages_.
    struct Leaving {
        std::unique_ptr<Screen> owned;
        Screen* screen;
        int slot;
    };
    struct Sheet {
        std::unique_ptr<Overlay> overlay;
        int slot;  ///< its ImGui window stays the same when others go
        std::optional<std::int64_t> opened = {};  ///< ticks of the first frame that drew it
        std::optional<std::int64_t> closed = {};  ///< ticks of the first frame after close()
    };

    void carry_out(Request& request);
    /// Takes the page in front off the stack, or leaves it below the next, and lets it slide out.
    void leave_top(bool destroy);
    void leave_until(std::size_t depth);
    void enter(std::unique_ptr<Screen> screen);
    void put_above(std::unique_ptr<Overlay> overlay);
    /// The page in front begins to slide in: 1 from the right, -1 from the left.
    void turn(float from_side);
    void draw_pages(Ui& ui);
    void draw_overlays(Ui& ui);
    void draw_overlay(Ui& frame, Sheet& sheet);
    bool remove_finished();

    const Clock& clock_;
    std::vector<Request> requests_;
    std::vector<Page> pages_;
    std::optional<Leaving> leaving_;
    bool turning_ = false;
    std::optional<std::int64_t> turned_;  ///< ticks of the first frame of the transition
    float from_side_ = 1;
    std::uint64_t turns_ = 0;
    std::vector<Sheet> sheets_;
};

}  // namespace foyer::kiosk

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/shell/input_queue.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// One page. The Navigator owns it; it gets what it needs by its constructor, holds a TaskScope as
/// its last member if it asks for background work, and navigates whenever it likes, also in draw().
/// UI thread.
class Screen {
  public:
    virtual ~Screen() = default;

    /// Stable and language-independent: "home", "checkin.phone". Names its items' ImGui ids.
    virtual std::string_view name() const = 0;

    /// Draws the page and notices touches. While `ui.interactive` is false the page is only looked
    /// at: it slides out, or a dialog lies above it.
    virtual void draw(Ui& ui) = 0;

    /// It became the page in front: for the first time, or again because those above were left.
    virtual void entered() {}

    /// False on the attract loop, where there is nobody to wait for.
    virtual bool allows_idle_return() const { return true; }

    /// Milliseconds without a touch until the visitor is forgotten; 0 for the program's usual.
    virtual std::int64_t idle_limit() const { return 0; }

    /// A code from the camera or from a hardware scanner, as read.
    virtual void on_code(const std::string& code) { (void)code; }

    /// True if the key meant something here. Escape is Back where the screen does not want it.
    virtual bool on_key(Key key) {
        (void)key;
        return false;
    }
    /// One character from a keyboard; pasted text comes one by one.
    virtual void on_character(char32_t character) { (void)character; }

    /// Back was touched. True if the screen went a step back within itself; else it is left.
    virtual bool back() { return false; }
};

/// What lies above the pages: a dialog, an editor, a toast. It moves in by its age(); when closed
/// it fades for 180 ms (look "Motion") and is destroyed. UI thread.
class Overlay {
  public:
    virtual ~Overlay() = default;
    virtual std::string_view name() const = 0;

    /// Draws over the whole canvas, a veil over the page included (widgets/overlays.h does both).
    virtual void draw(Ui& ui) = 0;

    /// A modal one takes every touch and all typing; the others (toasts) only what touchable()
    /// says.
    virtual bool modal() const { return true; }
    /// What of the canvas is kept from the page below by one that is not modal.
    virtual std::optional<Rect> touchable(const Canvas& canvas) const {
        (void)canvas;
        return std::nullopt;
    }
    /// Milliseconds until it goes by itself; 0 to stay until it is closed.
    virtual std::int64_t lifetime() const { return 0; }

    virtual void on_code(const std::string& code) { (void)code; }
    virtual bool on_key(Key key) {
        (void)key;
        return false;
    }
    virtual void on_character(char32_t character) { (void)character; }
    /// Back or Escape. True if it may be closed; false keeps it: the question must be answered.
    virtual bool back() { return true; }

    /// Lets it slide out; it is destroyed afterwards. Harmless when said twice.
    void close() { closing_ = true; }
    bool closing() const { return closing_; }

  protected:
    /// Seconds since it was first drawn.
    float age() const { return age_; }

  private:
    friend class Navigator;
    bool closing_ = false;
    float age_ = 0;
};

}  // namespace foyer::kiosk

#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/shell/shell.h"

namespace foyer::kiosk {

/// A step did not do what it should. `what()` says which and why.
class TourStopped : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A visitor made of code: finds things on the glass by their ids and touches them through the same
/// input queue as a finger. Every touch waits until the page has come to rest. UI thread.
class TourDriver {
  public:
    explicit TourDriver(Shell& shell) : shell_(shell) {}

    /// Until nothing moves and nothing is being fetched. Throws TourStopped after `patience`
    /// milliseconds.
    void settle(std::int64_t patience = 20'000);
    /// Touches the middle of a thing that can be seen and is enabled, scrolling to it first if its
    /// list must be pushed. Throws TourStopped if it is not there.
    void touch(std::string_view id);
    /// Touches every character's key of a keypad: `pad` + "." + character.
    void touch_keys(const std::string& pad, std::string_view characters);
    /// Keeps a finger on it.
    void hold(std::string_view id, std::int64_t milliseconds);
    /// Draws a finger from the middle of a thing by so many units.
    void drag(std::string_view id, float by_x, float by_y);
    /// Writes on a thing with a finger: each stroke is a line of corners, in hundredths of the
    /// square in its middle. Does not wait for the page to come to rest.
    using Stroke = std::vector<std::pair<float, float>>;
    void write(std::string_view id, const std::vector<Stroke>& strokes);
    /// Types on a physical keyboard.
    void type(std::string_view text);
    /// Types as a hardware scanner does: all at once, ended by Enter.
    void scan(std::string_view code);
    /// Lets time pass while the program runs.
    void wait(std::int64_t milliseconds);
    /// Runs the program until `done`. Throws TourStopped with `what` after `patience` milliseconds.
    void wait_until(std::string_view what, const std::function<bool()>& done,
                    std::int64_t patience = 20'000);
    bool sees(std::string_view id) const;
    /// Throws TourStopped unless this page is in front.
    void expect_page(std::string_view name);
    void expect(std::string_view id);

  private:
    const DrawnItem& find(std::string_view id);
    bool push_list_towards(std::string_view id);
    void finger(TouchPhase phase, float x, float y);

    Shell& shell_;
};

}  // namespace foyer::kiosk

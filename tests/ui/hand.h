#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/ui/program_fixture.h"

namespace foyer::test {

/// Strokes as TourDriver::write() takes them.
using Drawing = std::vector<kiosk::TourDriver::Stroke>;

/// Somebody who writes a name on the name page, with one finger, through the real input queue.
class Hand {
  public:
    explicit Hand(ProgramFixture& fixture, std::string page = "checkin.name")
        : fixture_(fixture), page_(std::move(page)) {}

    void tab(const std::string& method) { touch("tab." + method); }
    /// Keys of the tab at hand, a character each (UTF-8).
    void keys(std::string_view characters);
    /// Chooses the characters of `text` from the candidates, as many at once as are offered, out
    /// of the grid where the bar does not show them. Fails the test if one is not offered.
    void choose(const std::string& text);
    /// Draws a character in a box of the paper.
    void draw(const Drawing& drawing, int box = 0);
    void touch(const std::string& part) { fixture_.driver->touch(page_ + "." + part); }
    bool sees(const std::string& part) const { return fixture_.driver->sees(page_ + "." + part); }

  private:
    ProgramFixture& fixture_;
    const std::string page_;
};

}  // namespace foyer::test

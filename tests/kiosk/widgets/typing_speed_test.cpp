#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "kiosk/widgets/keypad.h"
#include "tests/kiosk/shell/shell_bench.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

constexpr std::array<std::u32string_view, 3> rows = {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
constexpr std::int64_t frame_time = 100;  // ten frames a second

/// A page that is a keyboard, and everything typed on it.
class KeyboardPage : public Screen {
  public:
    explicit KeyboardPage(std::string& typed) : typed_(typed) {}
    std::string_view name() const override { return "keyboard"; }
    void draw(Ui& ui) override {
        const KeyPress pressed =
            character_keyboard(ui, "keys", {22, 1000, 1036, 560}, {rows}, {.space = "space"});
        if (pressed.kind == KeyKind::text) typed_ += pressed.text;
        if (pressed.kind == KeyKind::erase) typed_ += '<';
    }

  private:
    std::string& typed_;
};

struct Event {
    std::int64_t at;
    TouchPhase phase;
    float x, y;
};

/// The real shell on a display that shows ten frames a second; fingers do not wait for it.
class SlowKiosk {
  public:
    SlowKiosk() {
        bench.navigator().push(std::make_unique<KeyboardPage>(typed));
        bench.settle();
    }

    Rect key(char letter) const {
        const DrawnItem* item = bench.shell.items().find(std::string("keys.") + letter);
        REQUIRE(item);
        return item->rect;
    }

    void play(const std::vector<Event>& events) {
        const std::int64_t begin = bench.clock.ticks();
        std::size_t next = 0;
        for (std::int64_t now = 0; next < events.size(); now += frame_time) {
            for (; next < events.size() && events[next].at <= now; ++next)
                bench.shell.input().touch(events[next].phase, events[next].x, events[next].y);
            bench.clock.advance(begin + now - bench.clock.ticks());
            bench.shell.loop().request_frames();
            bench.shell.loop().step(0);
            most_waiting = std::max(most_waiting, waiting());
        }
        for (int i = 0; i < 5; ++i)
            bench.frame(int(frame_time));
    }
    std::size_t waiting() const { return bench.shell.input().empty() ? 0 : 1; }

    mutable ShellBench bench;
    std::string typed;
    std::size_t most_waiting = 0;  ///< input left after a frame was shown
};

constexpr std::string_view pangram = "thequickbrownfoxjumpsoverthelazydog";

std::string expected(int presses) {
    std::string letters;
    for (int i = 0; i < presses; ++i)
        letters += pangram[std::size_t(i) % pangram.size()];
    return letters;
}

}  // namespace

TEST_CASE("150 presses at 15 a second with 10 frames a second are 150 letters, in order") {
    SlowKiosk kiosk;
    std::vector<Event> events;
    for (int i = 0; i < 150; ++i) {
        const Rect key = kiosk.key(pangram[std::size_t(i) % pangram.size()]);
        const std::int64_t at = std::int64_t(i) * 1000 / 15;
        events.push_back({at, TouchPhase::down, key.middle_x(), key.middle_y()});
        events.push_back({at + 40, TouchPhase::up, key.middle_x(), key.middle_y()});
    }
    kiosk.play(events);
    CHECK(kiosk.typed == expected(150));
    CHECK_MESSAGE(kiosk.most_waiting == 0, "typing must not run ahead of what is shown");
}

TEST_CASE("a whole word within one frame is all its letters") {
    SlowKiosk kiosk;
    std::vector<Event> events;
    for (int i = 0; i < 6; ++i) {
        const Rect key = kiosk.key("zhangw"[i]);
        events.push_back({10 + i, TouchPhase::down, key.middle_x(), key.middle_y()});
        events.push_back({10 + i, TouchPhase::up, key.middle_x(), key.middle_y()});
    }
    kiosk.play(events);
    CHECK(kiosk.typed == "zhangw");
}

TEST_CASE("overlapping thumbs count both, as far as glass that tells of one finger lets see") {
    // Glass that tells of one finger only reports the second thumb as a leap of the first.
    SlowKiosk kiosk;
    std::vector<Event> events;
    for (int i = 0; i < 150; i += 2) {
        const Rect first = kiosk.key(i % 4 == 0 ? 'q' : 'a'), second = kiosk.key('p');
        const std::int64_t at = std::int64_t(i) * 1000 / 15;
        events.push_back({at, TouchPhase::down, first.middle_x(), first.middle_y()});
        events.push_back({at + 50, TouchPhase::move, second.middle_x(), second.middle_y()});
        events.push_back({at + 110, TouchPhase::up, second.middle_x(), second.middle_y()});
    }
    kiosk.play(events);
    REQUIRE(kiosk.typed.size() == 150);
    for (std::size_t i = 0; i < 150; i += 2) {
        CHECK(kiosk.typed[i] == (i % 4 == 0 ? 'q' : 'a'));
        CHECK(kiosk.typed[i + 1] == 'p');
    }
}

TEST_CASE("between two keys a finger means the nearer one, beside the keyboard none") {
    SlowKiosk kiosk;
    const Rect g = kiosk.key('g'), h = kiosk.key('h');
    const float nearly_h = h.x - 0.3f * (h.x - g.right());
    kiosk.bench.tap(nearly_h, h.middle_y());
    kiosk.bench.settle();
    CHECK(kiosk.typed == "h");
    kiosk.bench.tap(540, 900);
    kiosk.bench.settle();
    CHECK(kiosk.typed == "h");
}

TEST_CASE("a finger that slides on a little means the key where it is lifted") {
    SlowKiosk kiosk;
    const Rect g = kiosk.key('g'), h = kiosk.key('h');
    const std::vector<Event> events = {
        {0, TouchPhase::down, g.middle_x(), g.middle_y()},
        {150, TouchPhase::move, (g.middle_x() + h.middle_x()) / 2, g.middle_y()},
        {250, TouchPhase::move, h.middle_x(), h.middle_y()},
        {350, TouchPhase::up, h.middle_x(), h.middle_y()}};
    kiosk.play(events);
    CHECK(kiosk.typed == "h");
}

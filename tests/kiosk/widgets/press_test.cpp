#include <doctest/doctest.h>

#include <string>

#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/scroll.h"
#include "tests/kiosk/widgets/glass.h"

namespace foyer::kiosk {

TEST_CASE("A finger that goes down and up on a button clicks it once") {
    Glass glass;
    int clicks = 0;
    glass.page = [&](Ui& ui) {
        clicks += primary_button(ui, "next", {72, 1624, 936, 124}, "下一步");
    };
    glass.frame();
    glass.tap(500, 1700);
    glass.frame();
    CHECK(clicks == 1);
}

TEST_CASE("A finger lifted beside the button does not click it") {
    Glass glass;
    int clicks = 0;
    glass.page = [&](Ui& ui) {
        clicks += primary_button(ui, "next", {72, 1624, 936, 124}, "下一步");
    };
    glass.touch(500, 1700);
    glass.move(500, 1200);
    glass.frame();
    glass.lift();
    CHECK(clicks == 0);
}

TEST_CASE("A disabled button takes nothing, nor does what lies under it") {
    Glass glass;
    int clicks = 0, below = 0;
    glass.page = [&](Ui& ui) {
        below += press_area(ui, "card", {0, 1500, 1080, 400}).clicked;
        clicks += primary_button(ui, "next", {72, 1624, 936, 124}, "下一步", false);
    };
    glass.frame();
    glass.tap(500, 1700);
    CHECK(clicks == 0);
    CHECK(below == 0);
    REQUIRE(glass.items.find("next"));
    CHECK_FALSE(glass.items.find("next")->enabled);
}

TEST_CASE("Of two things on top of each other the later drawn takes the finger") {
    Glass glass;
    int card = 0, button = 0;
    glass.page = [&](Ui& ui) {
        card += press_area(ui, "card", {72, 400, 936, 128}).clicked;
        button += press_area(ui, "button", {800, 410, 180, 100}).clicked;
    };
    glass.frame();
    glass.tap(850, 460);
    CHECK(button == 1);
    CHECK(card == 0);
    glass.tap(200, 460);
    CHECK(card == 1);
}

TEST_CASE("A page that is not interactive is drawn but takes no touch") {
    Glass glass;
    int clicks = 0;
    glass.page = [&](Ui& ui) {
        ui.interactive = false;
        clicks += primary_button(ui, "next", {72, 1624, 936, 124}, "下一步");
    };
    glass.frame();
    glass.tap(500, 1700);
    CHECK(clicks == 0);
    CHECK(glass.vertices > 0);
    CHECK(glass.items.find("next") == nullptr);
}

TEST_CASE("A small thing can be hit by a finger: 48 units, whatever is drawn") {
    Glass glass(1280, 800);
    int clicks = 0;
    glass.page = [&](Ui& ui) { clicks += press_area(ui, "dot", {600, 400, 10, 10}).clicked; };
    glass.frame();
    glass.tap(625, 425);
    CHECK(clicks == 1);
    glass.tap(640, 405);
    CHECK(clicks == 1);
}

TEST_CASE("A drag that begins on a button scrolls the list and never clicks") {
    Glass glass;
    int clicks = 0;
    ScrollState state;
    glass.page = [&](Ui& ui) {
        ScrollArea area(ui, "list", {72, 300, 936, 1200}, state);
        clicks += press_area(ui, "row", {72, area.start() + 600, 936, 128}).clicked;
        area.finish(4000);
    };
    glass.frame();
    glass.touch(500, 960);
    for (float y = 940; y >= 700; y -= 20) {
        glass.move(500, y);
        glass.frame();
    }
    CHECK(state.position > 150);
    glass.lift();
    CHECK(clicks == 0);
}

TEST_CASE("An unsteady finger still clicks a button in a list") {
    Glass glass;
    int clicks = 0;
    ScrollState state;
    glass.page = [&](Ui& ui) {
        ScrollArea area(ui, "list", {72, 300, 936, 1200}, state);
        clicks += press_area(ui, "row", {72, area.start() + 600, 936, 128}).clicked;
        area.finish(4000);
    };
    glass.frame();
    glass.touch(500, 960);
    glass.move(508, 970);
    glass.frame();
    glass.lift();
    CHECK(clicks == 1);
    CHECK(state.position == 0);
}

TEST_CASE("The before/after slider keeps the finger though it lies in a list") {
    Glass glass;
    float split = 0.5f;
    ScrollState state;
    glass.page = [&](Ui& ui) {
        ScrollArea area(ui, "page", {0, 300, 1080, 1300}, state);
        before_after(ui, "slider", {72, area.start(), 936, 560}, {"", "", "前", "后"}, split);
        area.finish(3000);
    };
    glass.frame();
    glass.touch(540, 600);
    for (float step = 0; step <= 1; step += 0.1f) {
        glass.move(540 - 234 * step, 600 - 100 * step);
        glass.frame();
    }
    glass.lift();
    CHECK(split == doctest::Approx(0.25).epsilon(0.02));
    CHECK(state.position == 0);
}

TEST_CASE("What is scrolled out of sight is not registered, what is half in sight in part") {
    Glass glass;
    ScrollState state;
    glass.page = [&](Ui& ui) {
        ScrollArea area(ui, "list", {72, 300, 936, 300}, state);
        for (int i = 0; i < 4; ++i)
            press_area(ui, "row." + std::to_string(i),
                       {72, area.start() + float(i) * 128, 936, 128});
        area.finish(512);
    };
    glass.frame();
    glass.frame();
    CHECK(glass.place("row.0").h == doctest::Approx(128));
    CHECK(glass.place("row.2").h == doctest::Approx(44));
    CHECK(glass.items.find("row.3") == nullptr);
}

}  // namespace foyer::kiosk

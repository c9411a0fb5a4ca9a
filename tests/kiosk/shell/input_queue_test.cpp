#include "kiosk/shell/input_queue.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>
#include <vector>

#include "tests/kiosk/shell/imgui_bench.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

/// A page with one big button; counts its clicks.
struct ButtonPage {
    ImGuiBench bench{400, 400};
    int clicks = 0;
    ImVec2 pressed_at;
    std::vector<ImVec2> seen_while_down;

    void frame(InputQueue& queue) {
        queue.apply(bench.io());
        bench.begin();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({400, 400});
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
        ImGui::SetCursorPos({0, 0});
        if (ImGui::InvisibleButton("button", {200, 200})) ++clicks;
        if (ImGui::IsMouseClicked(0)) pressed_at = bench.io().MousePos;
        if (ImGui::IsMouseDown(0)) seen_while_down.push_back(bench.io().MousePos);
        ImGui::End();
        bench.end();
    }
    void frames_until_empty(InputQueue& queue) {
        for (int i = 0; i < 1000 && !queue.empty(); ++i)
            frame(queue);
        REQUIRE(queue.empty());
    }
};

struct Listener : TypingListener {
    void typed(char32_t character, std::int64_t at) override {
        log.push_back(std::string("type ") + char(character) + " " + std::to_string(at));
    }
    void pressed(Key key, std::int64_t at) override {
        log.push_back("key " + std::to_string(int(key)) + " " + std::to_string(at));
    }
    void pasted(const std::string& text, std::int64_t at) override {
        log.push_back("paste " + text + " " + std::to_string(at));
    }
    std::vector<std::string> log;
};

}  // namespace

TEST_CASE("fifteen taps a second at ten frames a second are all clicks") {
    ManualClock clock(0);
    InputQueue queue(clock);
    ButtonPage page;
    page.frame(queue);
    int tapped = 0;
    for (int frame = 0; frame < 20; ++frame) {  // two seconds
        for (; tapped * 1000 / 15 < (frame + 1) * 100; ++tapped) {
            queue.touch(TouchPhase::down, 50, 50);
            queue.touch(TouchPhase::up, 50, 50);
        }
        clock.advance(100);
        page.frame(queue);
    }
    page.frames_until_empty(queue);
    CHECK(tapped == 30);
    CHECK(page.clicks == 30);
}

TEST_CASE("taps in different places within one poll land where they were") {
    ManualClock clock(0);
    InputQueue queue(clock);
    ButtonPage page;
    page.frame(queue);
    for (int i = 0; i < 10; ++i) {
        const float place = i % 2 == 0 ? 100.0f : 300.0f;  // on the button, beside it
        queue.touch(TouchPhase::down, place, place);
        queue.touch(TouchPhase::up, place, place);
    }
    page.frames_until_empty(queue);
    CHECK(page.clicks == 5);
}

TEST_CASE("a flick within one poll begins where the finger came down and is seen moving") {
    ManualClock clock(0);
    InputQueue queue(clock);
    ButtonPage page;
    page.frame(queue);
    queue.touch(TouchPhase::down, 20, 180);
    queue.touch(TouchPhase::move, 20, 100);
    queue.touch(TouchPhase::move, 20, 40);
    queue.touch(TouchPhase::up, 20, 30);
    page.frames_until_empty(queue);
    CHECK(page.pressed_at.y == 180);
    REQUIRE(page.seen_while_down.size() == 2);
    CHECK(page.seen_while_down[0].y == 180);
    CHECK(page.seen_while_down[1].y == 30);
}

TEST_CASE("after a release no finger hovers anywhere") {
    ManualClock clock(0);
    InputQueue queue(clock);
    ButtonPage page;
    queue.touch(TouchPhase::down, 50, 50);
    queue.touch(TouchPhase::up, 50, 50);
    page.frames_until_empty(queue);
    CHECK_FALSE(ImGui::IsMousePosValid());
    CHECK(page.bench.io().MouseSource == ImGuiMouseSource_TouchScreen);
}

TEST_CASE("moves without a finger, second fingers and lost releases mean nothing") {
    ManualClock clock(0);
    InputQueue queue(clock);
    queue.touch(TouchPhase::move, 10, 10);
    queue.touch(TouchPhase::up, 10, 10);
    CHECK(queue.empty());
    ButtonPage page;
    page.frame(queue);
    queue.touch(TouchPhase::down, 10, 10);
    queue.touch(TouchPhase::down, 300, 300);
    queue.touch(TouchPhase::up, 10, 10);
    page.frames_until_empty(queue);
    CHECK(page.clicks == 1);
}

TEST_CASE("typing is heard in order with the moment it happened") {
    ManualClock clock(0);
    InputQueue queue(clock);
    Listener listener;
    queue.set_listener(&listener);
    queue.type(U'X');
    clock.advance(10);
    queue.type(U'R');
    clock.advance(10);
    queue.press(Key::enter);
    queue.paste("1380");
    ButtonPage page;
    page.frames_until_empty(queue);
    CHECK(listener.log ==
          std::vector<std::string>{"type X 0", "type R 10", "key 0 20", "paste 1380 20"});
}

TEST_CASE("typing waits for the touches before it") {
    ManualClock clock(0);
    InputQueue queue(clock);
    Listener listener;
    queue.set_listener(&listener);
    ButtonPage page;
    queue.touch(TouchPhase::down, 50, 50);
    queue.touch(TouchPhase::up, 50, 50);
    queue.type(U'a');
    page.frame(queue);
    CHECK(listener.log.empty());
    page.frames_until_empty(queue);
    CHECK(listener.log.size() == 1);
}

TEST_CASE("every kind of input counts as somebody being there") {
    ManualClock clock(0);
    InputQueue queue(clock);
    clock.advance(500);
    CHECK(queue.untouched_since() == 0);
    queue.touch(TouchPhase::down, 1, 1);
    CHECK(queue.untouched_since() == 500);
    clock.advance(500);
    queue.type(U'a');
    CHECK(queue.untouched_since() == 1000);
}

#include "kiosk/tour/driver.h"

#include <algorithm>

#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

constexpr int most_pushes = 24;
constexpr std::int64_t finger_down_time = 40;

}  // namespace

void TourDriver::settle(std::int64_t patience) {
    if (!shell_.loop().settle(patience)) throw TourStopped("the page does not come to rest");
}

void TourDriver::finger(TouchPhase phase, float x, float y) {
    const Canvas canvas =
        Canvas::for_window(shell_.surface().pixel_width(), shell_.surface().pixel_height());
    shell_.input().touch(phase, canvas.to_pixels(x), canvas.to_pixels(y));
}

bool TourDriver::sees(std::string_view id) const {
    return shell_.items().find(id) != nullptr;
}

bool TourDriver::push_list_towards(std::string_view id) {
    const Canvas canvas =
        Canvas::for_window(shell_.surface().pixel_width(), shell_.surface().pixel_height());
    for (int push = 0; push < most_pushes && !sees(id); ++push) {
        const float x = canvas.width * 0.5f, from = canvas.height * 0.62f;
        finger(TouchPhase::down, x, from);
        for (int step = 1; step <= 6; ++step) {
            wait(12);
            finger(TouchPhase::move, x, from - float(step) * canvas.height * 0.05f);
        }
        wait(120);
        finger(TouchPhase::up, x, from - canvas.height * 0.3f);
        settle();
    }
    return sees(id);
}

const DrawnItem& TourDriver::find(std::string_view id) {
    settle();
    if (!sees(id) && !push_list_towards(id)) {
        throw TourStopped("there is no \"" + std::string(id) + "\" on the page \"" +
                          std::string(shell_.navigator().top()->name()) + "\"");
    }
    const DrawnItem& item = *shell_.items().find(id);
    if (!item.enabled) throw TourStopped("\"" + std::string(id) + "\" cannot be touched");
    return item;
}

void TourDriver::touch(std::string_view id) {
    const Rect rect = find(id).rect;
    finger(TouchPhase::down, rect.middle_x(), rect.middle_y());
    wait(finger_down_time);
    finger(TouchPhase::up, rect.middle_x(), rect.middle_y());
    settle();
}

void TourDriver::touch_keys(const std::string& pad, std::string_view characters) {
    for (const char character : characters)
        touch(pad + "." + character);
}

void TourDriver::hold(std::string_view id, std::int64_t milliseconds) {
    const Rect rect = find(id).rect;
    finger(TouchPhase::down, rect.middle_x(), rect.middle_y());
    wait(milliseconds);
    finger(TouchPhase::up, rect.middle_x(), rect.middle_y());
    settle();
}

void TourDriver::drag(std::string_view id, float by_x, float by_y) {
    const Rect rect = find(id).rect;
    const float x = rect.middle_x(), y = rect.middle_y();
    constexpr int steps = 12;
    finger(TouchPhase::down, x, y);
    for (int step = 1; step <= steps; ++step) {
        wait(12);
        const float share = float(step) / float(steps);
        finger(TouchPhase::move, x + by_x * share, y + by_y * share);
    }
    wait(60);
    finger(TouchPhase::up, x + by_x, y + by_y);
    settle();
}

void TourDriver::write(std::string_view id, const std::vector<Stroke>& strokes) {
    constexpr int points_between = 8;
    const Rect rect = find(id).rect;
    const float side = 0.8f * std::min(rect.w, rect.h);
    const auto at = [&](TouchPhase phase, float x, float y) {
        finger(phase, rect.middle_x() + (x / 100 - 0.5f) * side,
               rect.middle_y() + (y / 100 - 0.5f) * side);
    };
    for (const Stroke& stroke : strokes) {
        at(TouchPhase::down, stroke.front().first, stroke.front().second);
        for (std::size_t corner = 1; corner < stroke.size(); ++corner) {
            const auto [from_x, from_y] = stroke[corner - 1];
            const auto [to_x, to_y] = stroke[corner];
            for (int point = 1; point <= points_between; ++point) {
                const float share = float(point) / points_between;
                wait(2);
                at(TouchPhase::move, from_x + (to_x - from_x) * share,
                   from_y + (to_y - from_y) * share);
            }
        }
        at(TouchPhase::up, stroke.back().first, stroke.back().second);
        wait(20);
    }
}

void TourDriver::type(std::string_view text) {
    for (const char32_t character : characters_of(text)) {
        shell_.input().type(character);
        // Slower than any scanner.
        wait(60);
    }
    settle();
}

void TourDriver::scan(std::string_view code) {
    for (const char character : code)
        shell_.input().type(char32_t(character));
    shell_.input().press(Key::enter);
    settle();
}

void TourDriver::wait(std::int64_t milliseconds) {
    const std::int64_t until = shell_.clock().ticks() + milliseconds;
    for (std::int64_t now = shell_.clock().ticks(); now < until; now = shell_.clock().ticks()) {
        shell_.loop().step(until - now);
    }
}

void TourDriver::wait_until(std::string_view what, const std::function<bool()>& done,
                            std::int64_t patience) {
    const std::int64_t until = shell_.clock().ticks() + patience;
    while (!done()) {
        if (shell_.clock().ticks() > until) {
            throw TourStopped("waited in vain for " + std::string(what));
        }
        shell_.loop().step(50);
    }
    settle();
}

void TourDriver::expect_page(std::string_view name) {
    settle();
    const Screen* top = shell_.navigator().top();
    if (top && top->name() == name) return;
    throw TourStopped("the page in front is \"" + std::string(top ? top->name() : "none") +
                      "\" and not \"" + std::string(name) + "\"");
}

void TourDriver::expect(std::string_view id) {
    find(id);
}

}  // namespace foyer::kiosk

#include "kiosk/screens/referrer/rewards_layout.h"

#include <cmath>

#include "kiosk/widgets/bars.h"

namespace foyer::kiosk {
namespace {

RewardsLayout portrait_layout(const Canvas& canvas, float words_end) {
    const float x = 72, width = canvas.width - 144, end = action_bar_rect(canvas).y - 32;
    RewardsLayout at;
    at.code = {x, end - 88, (width - 24) / 2, 88};
    at.claims = at.code.moved(at.code.w + 24, 0);
    const float why = canvas.large_text ? 176.0f : 140.0f;
    float y = words_end + 24;
    if (canvas.reach) {
        // Pictures and sums above the middle, rows and buttons below.
        const float half = std::ceil(canvas.height / 2);
        at.why = {x, half - 16 - why, width, why};
        at.sums = {x, at.why.y - 20 - 156, width, 156};
        at.doors = {x, y, width, at.sums.y - 20 - y};
        at.friends = {x, half + 12, width, at.code.y - 20 - half - 12};
        return at;
    }
    at.doors = {x, y, width, 332.0f};
    at.sums = {x, at.doors.bottom() + 20, width, 164};
    at.why = {x, at.code.y - 20 - why, width, why};
    at.friends = {x, at.sums.bottom() + 20, width, at.why.y - 14 - at.sums.bottom() - 20};
    return at;
}

RewardsLayout desk_layout(const Canvas& canvas, float words_end) {
    const float left = 48, column = canvas.width * 0.32f, right = left + column + 48;
    const float width = canvas.width - 48 - right, end = action_bar_rect(canvas).y - 16;
    const float half = canvas.height / 2 + 4, why = canvas.large_text ? 96.0f : 82.0f;
    RewardsLayout at;
    at.row = 76;
    at.pitch = 86;
    at.code = {left, end - 60, (column - 14) / 2, 60};
    at.claims = at.code.moved(at.code.w + 14, 0);
    at.sums = {left, words_end + 20, column, at.code.y - 16 - words_end - 20};
    if (canvas.reach) {
        at.why = {right, half - 16 - why, width, why};
        at.doors = {right, 106, width, at.why.y - 12 - 106};
        at.friends = {right, half, width, end - half};
        return at;
    }
    at.doors = {right, 106, width, 186};
    at.why = {right, end - why, width, why};
    at.friends = {right, at.doors.bottom() + 14, width, at.why.y - 14 - at.doors.bottom() - 14};
    return at;
}

}  // namespace

RewardsLayout rewards_layout(const Canvas& canvas, float words_end) {
    return canvas.portrait() ? portrait_layout(canvas, words_end) : desk_layout(canvas, words_end);
}

}  // namespace foyer::kiosk

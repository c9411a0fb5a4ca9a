#include "kiosk/widgets/scroll.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {

namespace {

constexpr float drag_threshold = 16;     // units; less is a tap by an unsteady finger
constexpr float glide_seconds = 0.325f;  // time in which the speed falls to 1/e
constexpr float rest_speed = 12;         // units a second, below which a list lies still
constexpr float flick_speed = 60;        // a slower finger puts the list down
constexpr float fastest = 8000;
constexpr float grip_speed = 200;  // a list faster than this is caught, not pressed

bool taken_by_another(ImGuiID id) {
    const ImGuiKeyOwnerData& owner =
        *ImGui::GetKeyOwnerData(ImGui::GetCurrentContext(), ImGuiKey_MouseLeft);
    return owner.LockUntilRelease && owner.OwnerCurr != id;
}

/// Not ImGui::IsMouseDown(): to everybody but a lock's owner that says the finger is up.
bool finger_down() {
    return ImGui::GetIO().MouseDown[ImGuiMouseButton_Left];
}

bool finger_lands_in(const Ui& ui, const Rect& rect) {
    const ImVec4 box = to_screen(ui, rect);
    return ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
           ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
           ImGui::IsMouseHoveringRect({box.x, box.y}, {box.z, box.w});
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, const Rect& rect, ScrollState& state,
                       ScrollAxis axis)
    : ui_(ui), rect_(rect), state_(state), axis_(axis) {
    const ImGuiID item = ImGui::GetID(id.data(), id.data() + id.size());
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float finger = (axis == ScrollAxis::vertical ? mouse.y : mouse.x) / ui.canvas.scale;
    if (ui.interactive && finger_lands_in(ui, rect) && !taken_by_another(item)) {
        state_.pressed = true;
        state_.grip = finger;
        state_.dragging = std::abs(state_.velocity) > grip_speed;
        state_.velocity = 0;
        state_.moved_at = ui.motion.now;
    }
    if (state_.pressed && (!ui.interactive || !finger_down() || taken_by_another(item))) let_go();
    if (state_.pressed) {
        if (!state_.dragging && std::abs(finger - state_.grip) > drag_threshold) {
            state_.dragging = true;
            state_.grip = finger;
        }
        if (state_.dragging) {
            ImGui::SetKeyOwner(ImGuiKey_MouseLeft, item, ImGuiInputFlags_LockUntilRelease);
            ImGui::ClearActiveID();
            push(finger);
        }
    } else {
        coast();
    }
    const float view = axis == ScrollAxis::vertical ? rect.h : rect.w;
    const float last = std::max(0.0f, state_.content - view);
    if (state_.position < 0 || state_.position > last) {
        state_.position = std::clamp(state_.position, 0.0f, last);
        state_.velocity = 0;
    }
    start_ = (axis == ScrollAxis::vertical ? rect.y : rect.x) - state_.position;
    const ImVec4 box = to_screen(ui, rect);
    ImGui::PushClipRect({box.x, box.y}, {box.z, box.w}, true);
}

ScrollArea::~ScrollArea() {
    ImGui::PopClipRect();
}

void ScrollArea::push(float finger) {
    const float moved = state_.grip - finger;
    const float seconds = float(ui_.motion.now - state_.moved_at) / 1000;
    state_.grip = finger;
    state_.position += moved;
    if (seconds <= 0) return;
    // The speed of the last tenth of a second counts, however many frames it was drawn in.
    const float weight = 1 - std::exp(-seconds / 0.05f);
    state_.velocity += (moved / seconds - state_.velocity) * weight;
    state_.velocity = std::clamp(state_.velocity, -fastest, fastest);
    state_.moved_at = ui_.motion.now;
}

void ScrollArea::let_go() {
    const float still = float(ui_.motion.now - state_.moved_at) / 1000;
    if (!state_.dragging || still > 0.1f || std::abs(state_.velocity) < flick_speed)
        state_.velocity = 0;
    state_.pressed = state_.dragging = false;
    state_.moved_at = ui_.motion.now;
}

void ScrollArea::coast() {
    if (state_.velocity == 0) return;
    const float seconds = std::max(0.0f, float(ui_.motion.now - state_.moved_at) / 1000);
    const float left = std::exp(-seconds / glide_seconds);
    state_.position += state_.velocity * glide_seconds * (1 - left);
    state_.velocity *= left;
    state_.moved_at = ui_.motion.now;
    if (std::abs(state_.velocity) < rest_speed)
        state_.velocity = 0;
    else
        ui_.motion.keep_moving();
}

bool ScrollArea::shows(float from, float size) const {
    const float low = axis_ == ScrollAxis::vertical ? rect_.y : rect_.x;
    const float high = axis_ == ScrollAxis::vertical ? rect_.bottom() : rect_.right();
    return from < high && from + size > low;
}

void ScrollArea::finish(float content_size, std::optional<Color> background) {
    if (content_size != state_.content) ui_.motion.keep_moving();
    state_.content = content_size;
    if (!background) return;
    const float view = axis_ == ScrollAxis::vertical ? rect_.h : rect_.w;
    const float depth = ui_.canvas.portrait() ? 48.0f : 28.0f;
    const Color clear = background->faded(0);
    const ImU32 none = packed(ui_, clear), full = packed(ui_, *background);
    const bool before = state_.position > 1, after = state_.position + view + 1 < content_size;
    if (axis_ == ScrollAxis::vertical) {
        if (before) fill_gradient(ui_, {rect_.x, rect_.y, rect_.w, depth}, *background, clear);
        if (after)
            fill_gradient(ui_, {rect_.x, rect_.bottom() - depth, rect_.w, depth}, clear,
                          *background);
        return;
    }
    const auto side = [&](float x, ImU32 left, ImU32 right) {
        const ImVec4 box = to_screen(ui_, {x, rect_.y, depth, rect_.h});
        ui_.draw->AddRectFilledMultiColor({box.x, box.y}, {box.z, box.w}, left, right, right, left);
    };
    if (before) side(rect_.x, full, none);
    if (after) side(rect_.right() - depth, none, full);
}

void scroll_to(ScrollState& state, float view_size, float from, float size) {
    state.velocity = 0;
    state.position = std::max(state.position, from + size - view_size);
    state.position = std::max(0.0f, std::min(state.position, from));
}

}  // namespace foyer::kiosk

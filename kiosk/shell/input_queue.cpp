#include "kiosk/shell/input_queue.h"

#include <cfloat>
#include <utility>

namespace foyer::kiosk {

InputQueue::InputQueue(const Clock& clock) : clock_(clock), untouched_since_(clock.ticks()) {}

void InputQueue::add(decltype(InputEvent::what) what) {
    untouched_since_ = clock_.ticks();
    events_.push_back({untouched_since_, std::move(what)});
}

void InputQueue::touch(TouchPhase phase, float x, float y) {
    const bool down = phase == TouchPhase::down;
    // A second finger, or a move without one, means nothing.
    if (finger_down_ == down) return;
    if (phase != TouchPhase::move) finger_down_ = down;
    add(Touch{phase, x, y});
}

void InputQueue::type(char32_t character) {
    add(Typed{character});
}
void InputQueue::press(Key key) {
    add(PressedKey{key});
}
void InputQueue::paste(std::string text) {
    add(Paste{std::move(text)});
}
void InputQueue::wheel(float lines) {
    add(Wheel{lines});
}

bool InputQueue::apply(ImGuiIO& io) {
    moved_ = false;
    track_.clear();
    if (leave_due_) {
        // Else ImGui would go on believing in a finger where the last one was lifted. A frame of
        // its own: the next touch must not look like a jump from there.
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        last_x_ = last_y_ = -FLT_MAX;
        leave_due_ = false;
        return true;
    }
    if (events_.empty()) return false;
    while (!events_.empty()) {
        Applied applied = Applied::go_on;
        if (const Touch* touched = std::get_if<Touch>(&events_.front().what))
            applied = apply(io, *touched);
        else if (const Wheel* wheel = std::get_if<Wheel>(&events_.front().what))
            io.AddMouseWheelEvent(0, wheel->lines);
        if (applied == Applied::stop_before) break;
        const InputEvent event = std::move(events_.front());
        events_.pop_front();
        tell_listener(event);
        if (applied == Applied::stop_after) break;
    }
    return true;
}

InputQueue::Applied InputQueue::apply(ImGuiIO& io, const Touch& touch) {
    // GLFW on Linux never tells a finger from a mouse.
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    const bool elsewhere = touch.x != last_x_ || touch.y != last_y_;
    if (touch.phase == TouchPhase::up && (moved_ || elsewhere)) {
        // A quick drag: let a frame see where it went while the finger is still down.
        io.AddMousePosEvent(touch.x, touch.y);
        track_.push_back({touch.x, touch.y});
        last_x_ = touch.x, last_y_ = touch.y;
        return Applied::stop_before;
    }
    if (touch.phase == TouchPhase::up) {
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        leave_due_ = true;
        return Applied::stop_after;
    }
    io.AddMousePosEvent(touch.x, touch.y);
    track_.push_back({touch.x, touch.y});
    last_x_ = touch.x, last_y_ = touch.y;
    // Of things that overlap, ImGui finds the nearest only if a frame has seen the finger there.
    if (touch.phase == TouchPhase::down && elsewhere) return Applied::stop_before;
    if (touch.phase == TouchPhase::move) {
        moved_ = true;
        return Applied::go_on;
    }
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    return Applied::stop_after;
}

void InputQueue::tell_listener(const InputEvent& event) {
    if (!listener_) return;
    if (const Typed* typed = std::get_if<Typed>(&event.what))
        listener_->typed(typed->character, event.at);
    else if (const PressedKey* pressed = std::get_if<PressedKey>(&event.what))
        listener_->pressed(pressed->key, event.at);
    else if (const Paste* pasted = std::get_if<Paste>(&event.what))
        listener_->pasted(pasted->text, event.at);
}

}  // namespace foyer::kiosk

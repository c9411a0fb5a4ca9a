#pragma once

#include <imgui.h>

#include <cfloat>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "shared/world/clock.h"

namespace foyer::kiosk {

/// Keys that mean something to a screen; letters and digits come as characters.
enum class Key { enter, tab, escape, backspace, erase, left, right, up, down, home, end };

enum class TouchPhase { down, move, up };

/// A finger (or a mouse's left button), pixels of the window.
struct Touch {
    TouchPhase phase;
    float x, y;
};
/// One character from a keyboard or from a hardware scanner that types.
struct Typed {
    char32_t character;
};
struct PressedKey {
    Key key;
};
struct Paste {
    std::string text;  ///< UTF-8
};
/// A mouse wheel, lines; for development at a desk.
struct Wheel {
    float lines;
};

struct InputEvent {
    std::int64_t at;  ///< Clock::ticks()
    std::variant<Touch, Typed, PressedKey, Paste, Wheel> what;
};

/// Who hears what is typed, in the order of the touches around it.
class TypingListener {
  public:
    virtual ~TypingListener() = default;
    /// `at` is when it was typed (Clock::ticks()): a scanner types faster than any hand.
    virtual void typed(char32_t character, std::int64_t at) = 0;
    virtual void pressed(Key key, std::int64_t at) = 0;
    virtual void pasted(const std::string& text, std::int64_t at) = 0;
};

/// Every input waits here, whether from the window or from the tour, and reaches ImGui in order.
///
/// ImGui would notice neither a press and release within one frame nor the place where a quick drag
/// began, so apply() stops after one touch transition and leaves the rest to the next frame: at any
/// frame rate no tap is lost. UI thread.
class InputQueue {
  public:
    explicit InputQueue(const Clock& clock);

    /// Pixels of the window. Moves with no finger down are ignored: glass has no hover.
    void touch(TouchPhase phase, float x, float y);
    void type(char32_t character);
    void press(Key key);
    void paste(std::string text);
    void wheel(float lines);

    /// Who hears what is typed; nobody if null. Must outlive this object or be replaced.
    void set_listener(TypingListener* listener) { listener_ = listener; }

    /// Before ImGui's frame: passes on what the frame may see. Returns false if there was nothing.
    bool apply(ImGuiIO& io);

    /// Where the frame at hand has seen the finger, in order: ImGui itself keeps the last place
    /// only. Pixels of the window.
    std::span<const ImVec2> track() const { return track_; }

    /// True when nothing waits, not even the lifting of the finger after its release.
    bool empty() const { return events_.empty() && !leave_due_; }

    /// When a hand last did something (Clock::ticks()); when this object was made, if never.
    std::int64_t untouched_since() const { return untouched_since_; }

  private:
    enum class Applied { go_on, stop_after, stop_before };
    void add(decltype(InputEvent::what) what);
    Applied apply(ImGuiIO& io, const Touch& touch);
    void tell_listener(const InputEvent& event);

    const Clock& clock_;
    TypingListener* listener_ = nullptr;
    std::deque<InputEvent> events_;
    std::vector<ImVec2> track_;
    std::int64_t untouched_since_;
    bool finger_down_ = false;  ///< as of the newest event in the queue
    bool leave_due_ = false;    ///< ImGui still believes a finger where the last one was lifted
    bool moved_ = false;        ///< the frame at hand has seen a move
    float last_x_ = -FLT_MAX, last_y_ = -FLT_MAX;  ///< where ImGui believes the finger
};

}  // namespace foyer::kiosk

#include "kiosk/program/keys.h"

#include <algorithm>
#include <utility>

namespace foyer::kiosk {

Keys::Keys(TypingListener& people, std::function<void(const std::string&)> on_code)
    : people_(people), on_code_(std::move(on_code)) {}

void Keys::hand_on(const ScannerWedge::Output& output, std::int64_t at) {
    for (const char32_t character : output.typed)
        people_.typed(character, at);
    if (output.scanned) on_code_(*output.scanned);
}

void Keys::typed(char32_t character, std::int64_t at) {
    hand_on(wedge_.character(character, at), at);
}

void Keys::pressed(Key key, std::int64_t at) {
    if (key != Key::enter && key != Key::tab) {
        poll(at);
        people_.pressed(key, at);
        return;
    }
    const ScannerWedge::EndKeyOutput output = wedge_.end_key(at);
    hand_on(output, at);
    if (output.end_key_is_typed) people_.pressed(key, at);
}

void Keys::pasted(const std::string& text, std::int64_t at) {
    people_.pasted(text, at);
}

void Keys::poll(std::int64_t now) {
    hand_on(wedge_.poll(now), now);
}

std::int64_t Keys::next_poll(std::int64_t now) const {
    const auto wake = wedge_.next_wake();
    return wake ? std::max<std::int64_t>(0, *wake - now) : INT64_MAX;
}

}  // namespace foyer::kiosk

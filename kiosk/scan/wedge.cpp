#include "kiosk/scan/wedge.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

constexpr std::int64_t scanner_gap = 35;     // ms: no person types six characters this fast
constexpr std::int64_t fast_gap = 20;        // ms: faster than any key repeats
constexpr std::int64_t scanner_pause = 120;  // ms: the end of a scan without an end key
constexpr std::size_t shortest_scan = 6;
constexpr std::size_t longest_scan = 512;

void append_utf8(std::string& text, char32_t character) {
    const auto code = std::uint32_t(character);
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += char(0xC0 | code >> 6);
        text += char(0x80 | (code & 63));
    } else if (code < 0x10000) {
        text += char(0xE0 | code >> 12);
        text += char(0x80 | (code >> 6 & 63));
        text += char(0x80 | (code & 63));
    } else {
        text += char(0xF0 | (code >> 18 & 7));
        text += char(0x80 | (code >> 12 & 63));
        text += char(0x80 | (code >> 6 & 63));
        text += char(0x80 | (code & 63));
    }
}

}  // namespace

bool ScannerWedge::is_scan() const {
    if (held_.size() < shortest_scan) return false;
    return std::any_of(held_.begin(), held_.end(),
                       [this](char32_t character) { return character != held_.front(); });
}

ScannerWedge::Output ScannerWedge::take() {
    Output output;
    if (is_scan()) {
        output.scanned.emplace();
        for (char32_t character : held_)
            append_utf8(*output.scanned, character);
    } else {
        output.typed = held_;
    }
    held_.clear();
    return output;
}

ScannerWedge::Output ScannerWedge::poll(std::int64_t now) {
    const auto wake = next_wake();
    return wake && now >= *wake ? take() : Output{};
}

ScannerWedge::Output ScannerWedge::character(char32_t character, std::int64_t now) {
    Output output = poll(now);
    // A key held down: its owner wants to see it repeat, not when it is let go.
    const bool alike = held_.size() >= shortest_scan && !is_scan();
    if (alike && now - last_ > fast_gap) output = take();
    if (held_.size() < longest_scan) held_ += character;
    last_ = now;
    return output;
}

ScannerWedge::EndKeyOutput ScannerWedge::end_key(std::int64_t now) {
    EndKeyOutput output;
    static_cast<Output&>(output) = poll(now);
    if (held_.empty()) return output;
    static_cast<Output&>(output) = take();
    output.end_key_is_typed = !output.scanned;
    return output;
}

std::optional<std::int64_t> ScannerWedge::next_wake() const {
    if (held_.empty()) return std::nullopt;
    return last_ + (is_scan() ? scanner_pause : scanner_gap) + 1;
}

}  // namespace foyer::kiosk

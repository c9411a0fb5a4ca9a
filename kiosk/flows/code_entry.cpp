#include "kiosk/flows/code_entry.h"

#include "shared/codes/crockford.h"
#include "shared/text/characters.h"

namespace foyer::kiosk {

void CodeEntry::type(char32_t character) {
    const char32_t c = half_width(character);
    if (c == U'-' || c == U' ' || c == U'\u3000') return;
    const int value = c < 0x80 ? crockford_value(char(c)) : -1;
    strange_ = value < 0;
    if (strange_) return;
    const char symbol = crockford_symbol(unsigned(value));
    if (slip_) {
        symbols_[*slip_] = symbol;
    } else if (!full()) {
        symbols_ += symbol;
    }
    forget_faults();
}

void CodeEntry::take_likely() {
    if (likely_) type(char32_t(*likely_));
}

void CodeEntry::forget_faults() {
    slip_.reset();
    likely_.reset();
    misread_ = false;
}

void CodeEntry::erase() {
    if (slip_) {
        symbols_.resize(*slip_);
    } else if (!symbols_.empty()) {
        symbols_.pop_back();
    }
    forget_faults();
    strange_ = false;
}

void CodeEntry::clear() {
    *this = {};
}

CodeReading CodeEntry::read(const CodeKeys& keys, std::int64_t today) {
    const CodeReading reading = read_code(symbols_, keys, today);
    const bool wrong = reading.fault == CodeFault::wrong_symbol;
    forget_faults();
    if (wrong && reading.wrong_position) {
        slip_ = std::size_t(*reading.wrong_position);
        likely_ = reading.right_symbol;
    }
    misread_ = wrong && !slip_;
    return reading;
}

}  // namespace foyer::kiosk

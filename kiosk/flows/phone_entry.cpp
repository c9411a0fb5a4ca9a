#include "kiosk/flows/phone_entry.h"

#include <algorithm>
#include <string_view>

#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

/// E.164 allows 15 digits; a + and the 00 of an international call come on top.
constexpr std::size_t longest_typed = 18;

const PhoneRegion* find_region(const std::string& region) {
    for (const PhoneRegion& one : all_phone_regions()) {
        if (one.region == region) return &one;
    }
    return nullptr;
}

/// Digits of a mobile number where every one has the same length; 0 elsewhere.
std::size_t usual_length(const std::string& region, std::string_view digits) {
    if (region == "CN") return digits.empty() || digits.front() == '1' ? 11 : 0;
    if (region == "HK" || region == "MO" || region == "SG") return 8;
    if (region == "TW") return digits.starts_with("0") ? 10 : 9;
    return 0;
}

bool carries_country_code(std::string_view digits) {
    return digits.starts_with("+") || digits.starts_with("00");
}

bool is_separator(char32_t c) {
    return std::u32string_view(U" \t-‐–—()（）.·/\u3000").find(c) != std::u32string_view::npos;
}

}  // namespace

std::string PhoneEntry::prefix() const {
    const PhoneRegion* region = find_region(region_);
    return carries_country_code(digits_) || !region ? "" : "+" + region->calling_code;
}

void PhoneEntry::choose_region(const std::string& region) {
    if (!find_region(region)) return;
    region_ = region;
    read();
}

void PhoneEntry::type(char32_t character) {
    if (is_separator(character)) return;
    const char32_t c = half_width(character);
    const bool plus = c == U'+' && digits_.empty();
    if (!plus && (c < U'0' || c > U'9')) {
        letters_ = true;
        return;
    }
    if (digits_.size() < longest_typed) digits_ += char(c);
    letters_ = false;
    read();
}

void PhoneEntry::replace(const std::string& scanned) {
    clear();
    bool foreign = false;
    for (const char32_t character : characters_of(scanned)) {
        type(character);
        foreign = foreign || letters_;
    }
    letters_ = foreign;
}

void PhoneEntry::erase() {
    if (!digits_.empty()) digits_.pop_back();
    letters_ = false;
    read();
}

void PhoneEntry::clear() {
    digits_.clear();
    letters_ = false;
    read();
}

int PhoneEntry::slots() const {
    if (carries_country_code(digits_)) return 0;
    const std::size_t length = usual_length(region_, digits_);
    return int(length - std::min(length, digits_.size()));
}

PhoneFault PhoneEntry::told() const {
    if (letters_) return PhoneFault::letters;
    const PhoneFault fault = reading_.fault;
    if (fault == PhoneFault::too_long || handed_in_) return fault;
    return PhoneFault::none;
}

bool PhoneEntry::hand_in() {
    handed_in_ = true;
    if (!complete()) return false;
    if (reading_.likely || look_again_) return true;
    look_again_ = true;
    return false;
}

void PhoneEntry::read() {
    shown_ = spaced_national(digits_, region_);
    reading_ = read_phone(digits_, region_);
    handed_in_ = false;
    look_again_ = false;
}

}  // namespace foyer::kiosk

#include "shared/people/phone.h"

#include <phonenumbers/asyoutypeformatter.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace foyer {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

const PhoneNumberUtil& util() {
    return *PhoneNumberUtil::GetInstance();
}

/// The typed text with ASCII digits and without separators; nothing else may be left but a
/// leading +. libphonenumber would read letters as keys: 139-abc as 139222.
struct Digits {
    std::string text;
    bool foreign_characters = false;
};

Digits digits_of(std::string_view typed) {
    static const icu::UnicodeString separators = icu::UnicodeString::fromUTF8("-‐–—()（）.·/");
    const icu::UnicodeString unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(typed.data(), std::int32_t(typed.size())));
    Digits digits;
    for (std::int32_t at = 0; at < unicode.length(); at = unicode.moveIndex32(at, 1)) {
        const UChar32 c = unicode.char32At(at);
        const std::int32_t value = u_charDigitValue(c);
        if (value >= 0) {
            digits.text += char('0' + value);
        } else if ((c == '+' || c == 0xFF0B) && digits.text.empty()) {
            digits.text = "+";
        } else if (!u_isUWhiteSpace(c) && separators.indexOf(c) < 0) {
            digits.foreign_characters = true;
        }
    }
    // The international prefix as it is dialled in China and most of the world.
    if (digits.text.starts_with("00")) digits.text.replace(0, 2, "+");
    return digits;
}

bool is_chinese_mobile(const std::string& national) {
    return national.size() >= 2 && national[0] == '1' && national[1] >= '3';
}

/// libphonenumber takes ten digits that begin like a Chinese mobile number for a possible fixed
/// line; for the person who typed them one digit is missing.
bool is_chinese_mobile(const PhoneNumber& number) {
    return number.country_code() == 86 &&
           is_chinese_mobile(std::to_string(number.national_number()));
}

/// "138 0013 8": libphonenumber groups a mobile number like a fixed line until its last digit, and
/// the digits would jump.
std::string chinese_mobile_groups(std::string digits) {
    if (digits.size() > 7) digits.insert(7, " ");
    if (digits.size() > 3) digits.insert(3, " ");
    return digits;
}

PhoneFault fault_of(const PhoneNumber& number) {
    const PhoneNumberUtil::ValidationResult result =
        is_chinese_mobile(number)
            ? util().IsPossibleNumberForTypeWithReason(number, PhoneNumberUtil::MOBILE)
            : util().IsPossibleNumberWithReason(number);
    switch (result) {
        case PhoneNumberUtil::IS_POSSIBLE:
            return PhoneFault::none;
        case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
        case PhoneNumberUtil::TOO_SHORT:
            return PhoneFault::too_short;
        case PhoneNumberUtil::TOO_LONG:
            return PhoneFault::too_long;
        default:
            return PhoneFault::not_possible;
    }
}

PhoneFault fault_of(PhoneNumberUtil::ErrorType error) {
    switch (error) {
        case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
        case PhoneNumberUtil::TOO_SHORT_NSN:
            return PhoneFault::too_short;
        case PhoneNumberUtil::TOO_LONG_NSN:
            return PhoneFault::too_long;
        default:
            return PhoneFault::not_possible;
    }
}

}  // namespace

PhoneReading read_phone(std::string_view typed, std::string_view region) {
    PhoneReading reading;
    const Digits digits = digits_of(typed);
    if (digits.foreign_characters) {
        reading.fault = PhoneFault::letters;
        return reading;
    }
    const std::string& text = digits.text;
    if (text.empty() || text == "+") {
        reading.fault = PhoneFault::empty;
        return reading;
    }
    PhoneNumber number;
    const auto error = util().Parse(text, std::string(region), &number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
        // A single digit is not a number to libphonenumber; to a person it is a beginning.
        reading.fault = text.size() < 3 ? PhoneFault::too_short : fault_of(error);
        return reading;
    }
    reading.fault = fault_of(number);
    if (!reading.ok()) return reading;
    util().Format(number, PhoneNumberUtil::E164, &reading.e164);
    reading.likely = util().IsValidNumber(number);
    return reading;
}

std::string spaced_national(std::string_view typed, std::string_view region) {
    const std::string digits = digits_of(typed).text;
    if (region == "CN" && is_chinese_mobile(digits) && digits.size() <= 11) {
        return chinese_mobile_groups(digits);
    }
    const std::unique_ptr<i18n::phonenumbers::AsYouTypeFormatter> formatter(
        util().GetAsYouTypeFormatter(std::string(region)));
    std::string spaced;
    for (const char c : digits) {
        formatter->InputDigit(char32_t(c), &spaced);
    }
    return spaced;
}

std::string masked_phone(const std::string& e164) {
    PhoneNumber number;
    if (util().Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return "****";
    std::string national;
    util().GetNationalSignificantNumber(number, &national);
    // At least four digits stay hidden, whatever the country's length.
    const std::size_t shown =
        national.size() > 8 ? std::min<std::size_t>(3, national.size() - 8) : 0;
    return (shown ? national.substr(0, shown) + " " : "") + "**** " + last_four(national);
}

std::string last_four(const std::string& e164) {
    const std::size_t digits = e164.size() - (e164.starts_with('+') ? 1 : 0);
    return e164.substr(e164.size() - std::min<std::size_t>(4, digits));
}

}  // namespace foyer

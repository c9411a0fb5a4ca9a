#pragma once

#include <string>

#include "shared/people/phone.h"

namespace foyer::kiosk {

/// A phone number while it is typed: on glass, on a keyboard, pasted or scanned. Knows what to say
/// about it and when: letters and surplus digits at once, missing ones only when asked to go on.
/// Plain state, UI thread.
class PhoneEntry {
  public:
    /// ISO 3166, one of all_phone_regions(). The first one to begin with.
    const std::string& region() const { return region_; }
    /// "+86"; empty while a number with its own country code is being typed.
    std::string prefix() const;
    void choose_region(const std::string& region);

    /// One character as it comes. Digits (also full-width) and a leading + are kept, separators
    /// dropped; anything else belongs to no number and is told as PhoneFault::letters.
    void type(char32_t character);
    /// In place of what is there: UTF-8 from a scanner.
    void replace(const std::string& scanned);
    void erase();
    void clear();

    bool empty() const { return digits_.empty(); }
    /// "138 0013 8"
    const std::string& shown() const { return shown_; }
    /// Digits still to come, where the length of a number is known.
    int slots() const;
    const PhoneReading& reading() const { return reading_; }
    /// May be handed in.
    bool complete() const { return reading_.ok() && !letters_; }
    /// What is wrong with it, as far as it should be said by now.
    PhoneFault told() const;
    /// Somebody wants to go on: from now on missing digits are told, too. True if it is complete
    /// and, should the number be an unlikely one, was handed in twice.
    bool hand_in();
    /// A possible number that nobody is known to have: a second look is asked for, never more.
    bool look_again() const { return look_again_; }

  private:
    void read();

    std::string region_ = phone_regions().front().region;
    std::string digits_;  ///< ASCII digits, perhaps with a leading +
    std::string shown_;
    PhoneReading reading_{PhoneFault::empty, {}, false};
    bool letters_ = false;
    bool handed_in_ = false;
    bool look_again_ = false;
};

}  // namespace foyer::kiosk

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/pack/pack.h"

namespace foyer::kiosk {

/// Who stands at the staff entrance and what was typed. Ticks are Clock::ticks(). UI thread.
struct StaffEntrance {
    static constexpr std::size_t pin_length = 6;

    /// What is known of a person's wrong tries, as the PIN guard answered.
    struct Refusal {
        std::int64_t until = 0;  ///< ticks when the next PIN may be tried
        int tries_left = 0;
        bool locked = false;
        bool wrong = false;  ///< the last PIN was wrong, not merely too soon
    };

    std::string staff;        ///< id in the pack; empty: nobody chosen yet
    std::string pin;          ///< digits so far
    bool checking = false;    ///< the PIN is being compared on another thread
    bool all_people = false;  ///< the page of everybody is open
    std::map<std::string, Refusal> refusals;

    /// The refusal that counts for whoever is chosen; null if there is none.
    const Refusal* refusal() const;
    /// Milliseconds until the chosen person may type again; 0 when at once.
    std::int64_t wait(std::int64_t ticks) const;
    /// Whether digits are taken: somebody is chosen, nothing is being checked, no wait runs.
    bool takes_digits(std::int64_t ticks) const;
    /// Whether the doors stand red: the last PIN was wrong and no other digit has come since.
    bool shows_wrong() const;
};

/// Who stands in the first row: reception, then managers, then whoever of the consultants and
/// designers is on duty, `count` at most; and everybody else behind "others", in the same order.
struct EntrancePeople {
    std::vector<const StaffMember*> first, others;
};
EntrancePeople entrance_people(const Pack& pack, std::size_t count);

/// Somebody says who they are. What was typed for another person is gone.
void choose_person(StaffEntrance& entrance, const std::string& staff);

/// A digit from glass or keyboard. True when it was the last one: the PIN is to be checked now, and
/// digits are taken again after pin_accepted() or pin_refused().
bool press_digit(StaffEntrance& entrance, char digit, std::int64_t ticks);
void erase_digit(StaffEntrance& entrance);

/// The right PIN. What was typed is forgotten.
void pin_accepted(StaffEntrance& entrance);
/// The guard's answer to a wrong PIN, or to one that came too soon (`wrong` = false).
void pin_refused(StaffEntrance& entrance, const StaffEntrance::Refusal& refusal);
/// The check itself failed (a fault of the world): the person may type again.
void pin_unchecked(StaffEntrance& entrance);

}  // namespace foyer::kiosk

#include "kiosk/flows/staff_entrance.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

/// The less, the nearer to the door.
int place_in_row(const StaffMember& member) {
    if (member.has_role(StaffRole::receptionist)) return 0;
    if (member.has_role(StaffRole::manager)) return 1;
    const int absent = member.on_duty ? 0 : 2;
    return (member.has_role(StaffRole::consultant) ? 2 : 3) + absent;
}

}  // namespace

const StaffEntrance::Refusal* StaffEntrance::refusal() const {
    const auto found = refusals.find(staff);
    return found == refusals.end() ? nullptr : &found->second;
}

std::int64_t StaffEntrance::wait(std::int64_t ticks) const {
    const Refusal* last = refusal();
    return last ? std::max<std::int64_t>(0, last->until - ticks) : 0;
}

bool StaffEntrance::takes_digits(std::int64_t ticks) const {
    return !staff.empty() && !checking && wait(ticks) == 0;
}

bool StaffEntrance::shows_wrong() const {
    const Refusal* last = refusal();
    return last && last->wrong && pin.empty();
}

EntrancePeople entrance_people(const Pack& pack, std::size_t count) {
    std::vector<const StaffMember*> everybody;
    for (const StaffMember& member : pack.staff)
        everybody.push_back(&member);
    std::stable_sort(everybody.begin(), everybody.end(),
                     [](const StaffMember* a, const StaffMember* b) {
                         return place_in_row(*a) < place_in_row(*b);
                     });
    const auto end_of_first = everybody.begin() + std::ptrdiff_t(std::min(count, everybody.size()));
    return {{everybody.begin(), end_of_first}, {end_of_first, everybody.end()}};
}

void choose_person(StaffEntrance& entrance, const std::string& staff) {
    if (entrance.checking) return;
    entrance.staff = staff;
    entrance.pin.clear();
    entrance.all_people = false;
}

bool press_digit(StaffEntrance& entrance, char digit, std::int64_t ticks) {
    if (digit < '0' || digit > '9' || !entrance.takes_digits(ticks)) return false;
    entrance.pin += digit;
    entrance.checking = entrance.pin.size() == StaffEntrance::pin_length;
    return entrance.checking;
}

void erase_digit(StaffEntrance& entrance) {
    if (!entrance.checking && !entrance.pin.empty()) entrance.pin.pop_back();
}

void pin_accepted(StaffEntrance& entrance) {
    entrance.refusals.erase(entrance.staff);
    pin_unchecked(entrance);
}

void pin_refused(StaffEntrance& entrance, const StaffEntrance::Refusal& refusal) {
    entrance.refusals[entrance.staff] = refusal;
    pin_unchecked(entrance);
}

void pin_unchecked(StaffEntrance& entrance) {
    entrance.pin.clear();
    entrance.checking = false;
}

}  // namespace foyer::kiosk

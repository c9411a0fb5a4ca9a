#include "kiosk/flows/identify_referrer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/people/phone.h"
#include "shared/security/pin.h"

namespace foyer::kiosk {
namespace {

constexpr const char* guard_setting = "last_four.guard";

/// The count of wrong tries as it stands in the store. Ticks that went by since it was written are
/// taken off the waits; after a restart of the machine, when they begin anew, none are: never less
/// than the wait that is due.
class StoredGuard {
  public:
    explicit StoredGuard(Desk& desk) : desk_(desk), clock_(0), guard(clock_) {
        const std::optional<std::string> saved = desk_.journal().store().setting(guard_setting);
        if (!saved) return;
        const auto text = nlohmann::json::parse(*saved);
        guard.restore(text.at("guard").get<std::string>());
        const std::int64_t went_by = ticks() - text.at("ticks").get<std::int64_t>();
        clock_.advance(std::max<std::int64_t>(0, went_by));
    }

    void save() {
        const nlohmann::json text = {{"guard", guard.save()}, {"ticks", ticks()}};
        desk_.journal().store().set_setting(guard_setting, text.dump());
    }

  private:
    std::int64_t ticks() const { return desk_.journal().clock().ticks(); }

    Desk& desk_;
    ManualClock clock_;

  public:
    PinGuard guard;
};

LastFourOutcome refusal(const PinGuard& guard, const Id& referrer, LastFourAnswer answer) {
    if (guard.locked(referrer)) answer = LastFourAnswer::locked;
    return {answer, guard.wait(referrer), guard.tries_left(referrer), std::nullopt};
}

}  // namespace

LastFourOutcome try_last_four(Desk& desk, const Id& referrer, std::string_view digits) {
    StoredGuard stored(desk);
    PinGuard& guard = stored.guard;
    if (guard.wait(referrer) > 0) return refusal(guard, referrer, LastFourAnswer::too_soon);
    const std::optional<Customer> person = desk.customer(referrer);
    const bool right = person && digits.size() == IdentifyReferrer::digits_asked &&
                       last_four(person->phone) == digits;
    if (!right) {
        guard.failed(referrer);
        stored.save();
        return refusal(guard, referrer, LastFourAnswer::wrong);
    }
    guard.succeeded(referrer);
    stored.save();
    return {LastFourAnswer::right, 0, PinGuard::tries_before_lock, desk.rewards(referrer)};
}

std::optional<RewardsView> rewards_of_phone(Desk& desk, const std::string& e164) {
    const std::optional<Customer> person = desk.find_customer(e164);
    if (!person || !person->retained()) return std::nullopt;
    return desk.rewards(person->id);
}

Id IdentifyReferrer::referrer() const {
    const bool known = question.answer() == FriendAnswer::recognised && question.recommender();
    return known ? question.recommender()->customer : Id();
}

bool IdentifyReferrer::press_digit(char digit, std::int64_t ticks) {
    if (digit < '0' || digit > '9' || checking_ || wait(ticks) > 0) return false;
    digits_ += digit;
    checking_ = digits_.size() == digits_asked;
    return checking_;
}

void IdentifyReferrer::erase_digit() {
    if (!checking_ && !digits_.empty()) digits_.pop_back();
}

void IdentifyReferrer::clear_digits() {
    if (!checking_) digits_.clear();
}

void IdentifyReferrer::last_four_answered(const LastFourOutcome& outcome, std::int64_t ticks) {
    wrong_ = outcome.answer == LastFourAnswer::wrong || outcome.answer == LastFourAnswer::locked;
    locked_ = outcome.answer == LastFourAnswer::locked;
    tries_left_ = outcome.tries_left;
    free_at_ = ticks + outcome.wait;
    last_four_unchecked();
}

void IdentifyReferrer::last_four_unchecked() {
    digits_.clear();
    checking_ = false;
}

std::int64_t IdentifyReferrer::wait(std::int64_t ticks) const {
    return std::max<std::int64_t>(0, free_at_ - ticks);
}

}  // namespace foyer::kiosk

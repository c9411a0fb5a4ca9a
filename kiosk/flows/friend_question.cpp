#include "kiosk/flows/friend_question.h"

#include <utility>

#include "shared/people/names.h"

namespace foyer::kiosk {

std::optional<Recommender> recommender_of_code(Desk& desk, std::uint64_t code) {
    const std::optional<Customer> owner = desk.referrer_of_code(code);
    if (!owner) return std::nullopt;
    return Recommender{owner->id, masked_name(owner->name)};
}

std::optional<Recommender> recommender_of_phone(Desk& desk, const std::string& e164) {
    const std::optional<Customer> customer = desk.find_customer(e164);
    if (!customer || !customer->retained()) return std::nullopt;
    return Recommender{customer->id, {}};
}

std::optional<std::uint64_t> FriendQuestion::code_for_reception() const {
    if (answer_ != FriendAnswer::not_here_yet) return std::nullopt;
    return code_id_;
}

FriendStep FriendQuestion::code_scanned(const std::string& raw, const std::optional<CodeKeys>& keys,
                                        std::int64_t today) {
    if (asking_) return FriendStep::stay;
    if (!keys) {
        answer_ = FriendAnswer::not_enrolled;
        return FriendStep::answered;
    }
    return code_read(read_code(raw, *keys, today));
}

FriendStep FriendQuestion::code_typed(const std::optional<CodeKeys>& keys, std::int64_t today) {
    if (asking_) return FriendStep::stay;
    if (!keys) {
        answer_ = FriendAnswer::not_enrolled;
        return FriendStep::answered;
    }
    const CodeReading reading = code.read(*keys, today);
    if (reading.fault == CodeFault::wrong_symbol || reading.fault == CodeFault::incomplete) {
        return FriendStep::stay;
    }
    return code_read(reading);
}

FriendStep FriendQuestion::code_read(const CodeReading& reading) {
    recommender_.reset();
    fault_ = reading.fault;
    if (!reading.accepted()) {
        answer_ = FriendAnswer::refused;
        return FriendStep::answered;
    }
    code_id_ = reading.id;
    asking_ = true;
    return FriendStep::look_up;
}

void FriendQuestion::code_looked_up(std::optional<Recommender> found,
                                    const std::string& visitor_e164) {
    asking_ = false;
    if (!found) {
        answer_ = FriendAnswer::not_here_yet;
    } else if (found->customer == customer_id(visitor_e164)) {
        answer_ = FriendAnswer::own;
    } else {
        answer_ = FriendAnswer::recognised;
        recommender_ = std::move(found);
    }
}

FriendStep FriendQuestion::phone_submitted(const std::string& visitor_e164) {
    if (asking_ || !may_try_phone() || !phone.hand_in()) return FriendStep::stay;
    recommender_.reset();
    if (phone.reading().e164 == visitor_e164) {
        answer_ = FriendAnswer::own;
        return FriendStep::answered;
    }
    ++phone_tries_;
    asking_ = true;
    return FriendStep::look_up;
}

void FriendQuestion::phone_looked_up(std::optional<Recommender> found) {
    asking_ = false;
    answer_ = found ? FriendAnswer::recognised : FriendAnswer::phone_unknown;
    recommender_ = std::move(found);
}

void FriendQuestion::came_alone() {
    recommender_.reset();
    answer_ = FriendAnswer::nobody;
}

std::optional<SentBy> FriendQuestion::sent_by() const {
    if (answer_ != FriendAnswer::recognised || !recommender_) return std::nullopt;
    SentBy sent_by;
    sent_by.referrer = recommender_->customer;
    sent_by.relationship = relationship;
    return sent_by;
}

}  // namespace foyer::kiosk

#include "kiosk/screens/typing/friend_check.h"

#include <utility>

namespace foyer::kiosk {

FriendCheck::FriendCheck(App& app, std::shared_ptr<FriendQuestion> question,
                         std::string visitor_e164, std::function<void()> answered)
    : app_(app),
      question_(std::move(question)),
      visitor_e164_(std::move(visitor_e164)),
      answered_(std::move(answered)) {}

void FriendCheck::code_scanned(const std::string& raw) {
    const std::int64_t today = app_.calendar().day(app_.now());
    if (!asking()) take(question_->code_scanned(raw, app_.code_keys(), today));
}

void FriendCheck::code_typed() {
    const std::int64_t today = app_.calendar().day(app_.now());
    if (!asking()) take(question_->code_typed(app_.code_keys(), today));
}

void FriendCheck::take(FriendStep step) {
    if (step == FriendStep::answered) answered_();
    if (step != FriendStep::look_up) return;
    app_.ask(
        scope_, [id = question_->code_id()](Desk& desk) { return recommender_of_code(desk, id); },
        [this](std::optional<Recommender> found) {
            question_->code_looked_up(std::move(found), visitor_e164_);
            answered_();
        },
        [this](std::exception_ptr fault) { failed(fault); });
}

void FriendCheck::phone_typed() {
    if (asking()) return;
    const FriendStep step = question_->phone_submitted(visitor_e164_);
    if (step == FriendStep::answered) answered_();
    if (step == FriendStep::look_up) look_up_phone();
}

void FriendCheck::look_up_phone() {
    app_.ask(
        scope_,
        [e164 = question_->phone.reading().e164](Desk& desk) {
            return recommender_of_phone(desk, e164);
        },
        [this](std::optional<Recommender> found) {
            question_->phone_looked_up(std::move(found));
            if (question_->answer() == FriendAnswer::recognised) answered_();
        },
        [this](std::exception_ptr fault) { failed(fault); });
}

void FriendCheck::failed(std::exception_ptr fault) {
    question_->look_up_failed();
    app_.show_fault(fault);
}

}  // namespace foyer::kiosk

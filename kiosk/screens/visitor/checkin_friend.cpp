#include "kiosk/screens/visitor/checkin_friend.h"

#include <utility>

namespace foyer::kiosk {

void FriendPage::code_scanned(const std::string& raw) {
    if (waiting()) return;
    const FriendStep step = question().code_scanned(raw, app_.code_keys(), today());
    if (step == FriendStep::look_up) look_up_code();
    if (step == FriendStep::answered) show_answer();
}

void FriendPage::code_typed() {
    if (waiting()) return;
    const FriendStep step = question().code_typed(app_.code_keys(), today());
    if (step == FriendStep::look_up) look_up_code();
    if (step == FriendStep::answered) show_answer();
}

void FriendPage::phone_typed() {
    if (waiting()) return;
    const FriendStep step = question().phone_submitted(check_in_->phone.reading().e164);
    if (step == FriendStep::look_up) look_up_phone();
    if (step == FriendStep::answered) show_answer();
}

void FriendPage::look_up_code() {
    begin_waiting();
    app_.ask(
        scope_, [id = question().code_id()](Desk& desk) { return recommender_of_code(desk, id); },
        [this](std::optional<Recommender> found) {
            end_waiting();
            question().code_looked_up(std::move(found), check_in_->phone.reading().e164);
            show_answer();
        },
        [this](std::exception_ptr fault) { look_up_failed(fault); });
}

void FriendPage::look_up_phone() {
    begin_waiting();
    app_.ask(
        scope_,
        [e164 = question().phone.reading().e164](Desk& desk) {
            return recommender_of_phone(desk, e164);
        },
        [this](std::optional<Recommender> found) {
            end_waiting();
            question().phone_looked_up(std::move(found));
            if (question().answer() == FriendAnswer::recognised) show_answer();
        },
        [this](std::exception_ptr fault) { look_up_failed(fault); });
}

void FriendPage::look_up_failed(std::exception_ptr fault) {
    end_waiting();
    question().look_up_failed();
    app_.show_fault(fault);
}

void FriendPage::came_alone() {
    question().came_alone();
    friend_known();
}

std::int64_t FriendPage::today() {
    return app_.calendar().day(app_.now());
}

void FriendPage::show_answer() {
    // Somebody chose another way while the desk was asked.
    if (app_.navigator().top() != this) return;
    const FriendAnswer answer = question().answer();
    const bool known = answer == FriendAnswer::recognised || answer == FriendAnswer::not_here_yet;
    show(known ? make_check_in_friend(app_, check_in_) : make_check_in_refused(app_, check_in_));
}

}  // namespace foyer::kiosk

#include "kiosk/screens/visitor/checkin_page.h"

#include <utility>

namespace foyer::kiosk {

void show_check_in(App& app, const std::shared_ptr<CheckIn>& check_in, CheckInNext next) {
    Navigator& navigator = app.navigator();
    switch (next) {
        case CheckInNext::phone:
            return navigator.pop_to("checkin.phone");
        case CheckInNext::name:
            return navigator.push(make_check_in_name(app, check_in));
        case CheckInNext::visit:
            return navigator.push(make_check_in_visit(app, check_in));
        case CheckInNext::referrer:
            return navigator.push(make_check_in_referrer(app, check_in));
        case CheckInNext::consultant:
            return navigator.push(make_check_in_consultant(app, check_in));
        case CheckInNext::stay:
        case CheckInNext::registration:
            return;
    }
}

void CheckInPage::go_on(CheckInNext next) {
    if (next == CheckInNext::registration) return register_visit();
    show_check_in(app_, check_in_, next);
}

void CheckInPage::register_visit() {
    if (!check_in_->begin_registration()) return;
    begin_waiting();
    app_.ask(
        scope_,
        [arrival = check_in_->arrival(rules())](Desk& desk) {
            return foyer::kiosk::check_in(desk, arrival);
        },
        [this](CheckedIn outcome) { registered(std::move(outcome)); },
        [this](std::exception_ptr fault) {
            end_waiting();
            check_in_->registration_failed();
            app_.show_fault(fault);
        });
}

void CheckInPage::registered(CheckedIn outcome) {
    end_waiting();
    const CheckInNext next = check_in_->registered(outcome);
    if (next != CheckInNext::stay) {
        app_.navigator().pop_to("checkin.phone");
        if (next != CheckInNext::phone) go_on(next);
        return;
    }
    app_.records_changed();
    // Everything typed goes with the pages: only the ticket is left.
    app_.navigator().pop_to("home");
    app_.navigator().push(make_check_in_ticket(app_, std::move(outcome)));
}

FriendPage::FriendPage(App& app, std::shared_ptr<CheckIn> check_in)
    : CheckInPage(app, std::move(check_in)),
      check_(app, {check_in_, &check_in_->friend_question}, check_in_->phone.reading().e164,
             [this] { show_answer(); }) {}

void FriendPage::came_alone() {
    question().came_alone();
    friend_known();
}

void FriendPage::show_answer() {
    // Somebody chose another way while the desk was asked.
    if (app_.navigator().top() == this) show(make_friend_answer(app_, check_in_));
}

std::unique_ptr<Screen> make_friend_answer(App& app, std::shared_ptr<CheckIn> check_in) {
    const FriendAnswer answer = check_in->friend_question.answer();
    const bool known = answer == FriendAnswer::recognised || answer == FriendAnswer::not_here_yet;
    return known ? make_check_in_friend(app, std::move(check_in))
                 : make_check_in_refused(app, std::move(check_in));
}

}  // namespace foyer::kiosk

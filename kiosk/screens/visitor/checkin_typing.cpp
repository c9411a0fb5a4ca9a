#include <utility>

#include "kiosk/screens/typing/friend_pages.h"
#include "kiosk/screens/typing/name_page.h"
#include "kiosk/screens/visitor/checkin_page.h"

/// The pages of the check-in on which only something is typed.
namespace foyer::kiosk {
namespace {

/// The answer takes the page's place.
FriendWay way_of(App& app, const std::shared_ptr<CheckIn>& check_in) {
    FriendWay way;
    way.steps = check_in_steps;
    way.step = check_in_step::visit;
    way.question = {check_in, &check_in->friend_question};
    way.visitor_e164 = check_in->phone.reading().e164;
    way.answered = [&app, check_in] { app.navigator().replace(make_friend_answer(app, check_in)); };
    return way;
}

}  // namespace

std::unique_ptr<Screen> make_check_in_name(App& app, std::shared_ptr<CheckIn> check_in) {
    NameQuestion question;
    question.steps = check_in_steps;
    question.step = check_in_step::name;
    question.name = "checkin.name";
    question.title = Text::checkin_name_title;
    question.placeholder = Text::checkin_name_placeholder;
    question.entry = {check_in, &check_in->name};
    question.may_go_on = [&app, check_in] {
        return check_in->can_submit_name(app.pack().registration);
    };
    question.submit = [&app, check_in] {
        show_check_in(app, check_in, check_in->submit_name(app.pack().registration));
    };
    return make_name_page(app, std::move(question));
}

std::unique_ptr<Screen> make_check_in_code(App& app, std::shared_ptr<CheckIn> check_in) {
    return make_friend_code_page(app,
                                 {way_of(app, check_in), "checkin.code", Text::checkin_code_title});
}

std::unique_ptr<Screen> make_check_in_friend_phone(App& app, std::shared_ptr<CheckIn> check_in) {
    FriendPhone phone;
    phone.way = way_of(app, check_in);
    phone.name = "checkin.friend_phone";
    phone.title = Text::checkin_friend_phone_title;
    phone.sentence = Text::checkin_friend_phone_sentence;
    phone.action = Text::typing_code_check;
    phone.give_up = Text::checkin_refused_skip;
    phone.gave_up = [&app, check_in] {
        check_in->friend_question.give_up();
        app.navigator().pop_to("checkin.referrer");
    };
    return make_friend_phone_page(app, std::move(phone));
}

}  // namespace foyer::kiosk

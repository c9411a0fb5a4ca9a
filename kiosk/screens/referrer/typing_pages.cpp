#include <utility>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/screens/typing/friend_pages.h"
#include "kiosk/screens/typing/name_page.h"
#include "kiosk/screens/typing/phone_page.h"

/// The referrers' pages on which only something is typed.
namespace foyer::kiosk {
namespace {

FriendWay way_of(App& app, const std::shared_ptr<ReferrerVisit>& visit) {
    FriendWay way;
    way.steps = recommend_steps;
    way.step = visit->errand == ReferrerErrand::rewards ? -1 : 0;
    way.question = {visit, &visit->identify.question};
    way.answered = [&app, visit] { app.navigator().push(make_identified(app, visit)); };
    return way;
}

/// For the rewards the number alone shows nothing: a member of staff vouches for its owner next.
std::unique_ptr<Screen> make_vouched_phone(App& app, const std::shared_ptr<ReferrerVisit>& visit) {
    PhoneQuestion question;
    question.name = "referrer.phone";
    question.title = Text::refphone_title;
    question.sentence = Text::refphone_sentence_rewards;
    question.number = {visit, &visit->identify.question.phone};
    question.done = [&app, visit] { app.navigator().push(make_vouch(app, visit)); };
    return make_phone_page(app, std::move(question));
}

}  // namespace

std::unique_ptr<Screen> make_own_code(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return make_friend_code_page(app, {way_of(app, visit), "referrer.code", Text::refcode_title});
}

std::unique_ptr<Screen> make_own_phone(App& app, std::shared_ptr<ReferrerVisit> visit) {
    if (visit->errand == ReferrerErrand::rewards) return make_vouched_phone(app, visit);
    FriendPhone phone;
    phone.way = way_of(app, visit);
    phone.name = "referrer.phone";
    phone.title = Text::refphone_title;
    phone.sentence = Text::refphone_sentence_recommend;
    phone.action = Text::next;
    return make_friend_phone_page(app, std::move(phone));
}

std::unique_ptr<Screen> make_friend_phone(App& app, std::shared_ptr<ReferrerVisit> visit) {
    // Nothing is looked up: the kiosk tells nobody whom it knows.
    PhoneQuestion question;
    question.steps = recommend_steps;
    question.step = 1;
    question.name = "recommend.phone";
    question.title = Text::recommend_phone_title;
    question.sentence = Text::recommend_phone_sentence;
    question.number = {visit, &visit->recommend.phone};
    question.done = [&app, visit] { app.navigator().push(make_friend_name(app, visit)); };
    return make_phone_page(app, std::move(question));
}

std::unique_ptr<Screen> make_friend_name(App& app, std::shared_ptr<ReferrerVisit> visit) {
    NameQuestion question;
    question.steps = recommend_steps;
    question.step = 1;
    question.name = "recommend.name";
    question.title = Text::recommend_name_title;
    question.placeholder = Text::recommend_name_placeholder;
    question.entry = {visit, &visit->recommend.name};
    question.may_go_on = [visit] { return !visit->recommend.name.empty(); };
    question.submit = [&app, visit] {
        if (visit->recommend.name.submit()) app.navigator().push(make_friend_terms(app, visit));
    };
    return make_name_page(app, std::move(question));
}

}  // namespace foyer::kiosk

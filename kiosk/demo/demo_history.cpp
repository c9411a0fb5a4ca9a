#include "kiosk/demo/demo_history.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

/// Reception, who signs for what the demonstration does at the desk.
std::string receptionist(const Pack& pack) {
    return pack.staff_with(StaffRole::receptionist).front()->id;
}

WallTime showroom_midnight(const Desk& desk, WallTime opening) {
    // Walk back to the first minute that still belongs to the day.
    const std::int64_t day = desk.calendar().day(opening);
    WallTime midnight = opening - opening % one_minute;
    while (desk.calendar().day(midnight - one_minute) == day)
        midnight -= one_minute;
    return midnight;
}

}  // namespace

struct DemoHistory::Party {
    const char* name;
    const char* phone;
    Gender gender;
    int size = 2;
    int purpose = 0;  ///< which of the pack's
};

DemoHistory::DemoHistory(Desk& desk, ManualClock& clock, WallTime opening)
    : desk_(desk),
      clock_(clock),
      opening_(opening),
      midnight_(showroom_midnight(desk, opening)),
      referrer_(customer_id(referrer_phone())) {}

const std::string& DemoHistory::referrer_phone() {
    static const std::string phone = "+8613800138216";
    return phone;
}

void DemoHistory::at(int days_before, int hour, int minute) {
    clock_.set(midnight_ - days_before * one_day + hour * one_hour + minute * one_minute);
}

Id DemoHistory::arrive(const Party& party, const Id& referrer) {
    const Registration& rules = desk_.pack().registration;
    Arrival arrival;
    arrival.phone = party.phone;
    arrival.name = party.name;
    arrival.gender = party.gender;
    arrival.party_size = party.size;
    arrival.purpose = rules.purposes[std::size_t(party.purpose) % rules.purposes.size()].id;
    for (const ConsentPurpose& purpose : rules.consents) {
        if (purpose.required && !arrival.phone.empty()) {
            arrival.consents.push_back({purpose.id, true});
        }
    }
    if (arrival.phone.empty()) arrival.actor = receptionist(desk_.pack());
    if (!referrer.empty()) arrival.sent_by = SentBy{.referrer = referrer};
    return desk_.register_visit(arrival).ticket.visit;
}

void DemoHistory::meet(const Id& visit) {
    desk_.receive(visit, receptionist(desk_.pack()));
}

void DemoHistory::leave(const Id& visit, VisitOutcome outcome) {
    const std::string product = outcome == VisitOutcome::bought && !desk_.pack().products.empty()
                                    ? desk_.pack().products.front().id
                                    : std::string();
    desk_.depart(visit, outcome, product, receptionist(desk_.pack()));
}

void DemoHistory::first_friend() {
    at(217, 10, 5);
    const Id zhao = arrive({"赵敏", referrer_phone().c_str(), Gender::female});
    at(217, 10, 9);
    meet(zhao);
    at(217, 11, 40);
    leave(zhao, VisitOutcome::bought);
    at(113, 14, 2);
    const Id sun = arrive({"孙立", "+8613912345670", Gender::male}, referrer_);
    at(113, 14, 8);
    meet(sun);
    at(113, 15, 30);
    leave(sun, VisitOutcome::bought);
}

void DemoHistory::second_friend() {
    at(77, 15, 20);
    const Id wang = arrive({"王雅琴", "+8613700001234", Gender::female}, referrer_);
    at(77, 15, 26);
    meet(wang);
    at(77, 17, 0);
    leave(wang, VisitOutcome::bought);
}

void DemoHistory::first_claim() {
    at(64, 10, 0);
    desk_.request_claim(referrer_, receptionist(desk_.pack()));
}

void DemoHistory::more_friends() {
    at(32, 9, 40);
    const Id chen = arrive({"陈屿", "+8613600005678", Gender::male}, referrer_);
    at(32, 9, 44);
    meet(chen);
    at(32, 11, 15);
    leave(chen, VisitOutcome::not_bought);
    at(24, 16, 0);
    const Id again = arrive({"陈屿", "+8613600005678", Gender::male, 1, 1});
    at(24, 16, 3);
    meet(again);
    at(24, 16, 50);
    leave(again, VisitOutcome::bought);
    at(7, 11, 10);
    const Id liu = arrive({"刘思远", "+8613500009012", Gender::male, 3}, referrer_);
    at(7, 11, 15);
    meet(liu);
    at(7, 12, 5);
    leave(liu, VisitOutcome::not_bought);
}

void DemoHistory::this_morning() {
    struct Moment {
        Party party;
        int arrived, met, left;  ///< minutes before the opening; -1: not yet
        VisitOutcome outcome = VisitOutcome::not_bought;
    };
    const Moment morning[] = {
        {{"许静", "+8613811112222", Gender::female, 2, 0}, 91, 88, 40},
        {{"罗琴", "+8613811113333", Gender::female, 1, 1}, 84, 79, 31, VisitOutcome::bought},
        {{"", "", Gender::unsaid, 1, 0}, 77, 74, 62},
        {{"钱伟", "+8613811114444", Gender::male, 3, 2}, 70, 66, 22},
        {{"邓佳", "+8613811115555", Gender::female, 2, 0}, 52, 47, -1},
        {{"唐悦", "+8613811116666", Gender::female, 2, 1}, 38, 33, -1},
        {{"马骏", "+8613811117777", Gender::male, 4, 2}, 30, 26, -1},
        {{"陈立", "+8613811118888", Gender::male, 2, 1}, 18, -1, -1},
        {{"吴岚", "+8613811119999", Gender::female, 4, 0}, 9, -1, -1},
        {{"何青", "+8613811110000", Gender::male, 1, 2}, 2, -1, -1},
    };
    struct Step {
        int minutes_before;
        std::size_t party;
        int kind;  ///< 0 arrives, 1 is met, 2 leaves
    };
    std::vector<Step> steps;
    for (std::size_t party = 0; party < std::size(morning); ++party) {
        steps.push_back({morning[party].arrived, party, 0});
        if (morning[party].met >= 0) steps.push_back({morning[party].met, party, 1});
        if (morning[party].left >= 0) steps.push_back({morning[party].left, party, 2});
    }
    std::sort(steps.begin(), steps.end(),
              [](const Step& a, const Step& b) { return a.minutes_before > b.minutes_before; });
    std::vector<Id> visits(std::size(morning));
    for (const Step& step : steps) {
        clock_.set(opening_ - step.minutes_before * one_minute);
        const Moment& moment = morning[step.party];
        if (step.kind == 0) visits[step.party] = arrive(moment.party);
        if (step.kind == 1) meet(visits[step.party]);
        if (step.kind == 2) leave(visits[step.party], moment.outcome);
    }
    clock_.set(opening_);
}

}  // namespace foyer::kiosk

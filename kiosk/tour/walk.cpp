#include "kiosk/tour/walk.h"

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "kiosk/scan/code_clip.h"

namespace foyer::kiosk {
namespace {

/// Of the demonstration's staff (assets/packs/README.md).
constexpr const char* receptionist = "tan-min";
constexpr const char* receptionist_pin = "246810";
/// 王, as a finger writes it: three lines across, one down.
const std::vector<TourDriver::Stroke> wang = {
    {{14, 14}, {86, 14}}, {{20, 48}, {80, 48}}, {{6, 88}, {94, 88}}, {{50, 14}, {50, 88}}};
/// A code of somebody else's, as people hold before the camera now and then.
constexpr const char* strange_code = "WIFI:S:GUEST;T:WPA;P:WELCOME;;";

}  // namespace

Walk::Walk(Program& program, const DemoWorld& world, std::filesystem::path pictures,
           std::filesystem::path clip)
    : program_(program),
      world_(world),
      pictures_(std::move(pictures)),
      clip_(std::move(clip)),
      driver_(program.shell()) {}

void Walk::whole() {
    look_around();
    new_visitor();
    returning_visitor();
    referred_visitor();
    reception();
    browse();
    rewards_and_claim();
    headquarters_approves();
    kiosk_sees_approval();
    other_languages_and_modes();
}

void Walk::step(const std::string& name, const std::function<void()>& action) {
    char label[16];
    std::snprintf(label, sizeof label, "%02d", ++number_);
    try {
        action();
        driver_.settle();
    } catch (const TourStopped& stop) {
        program_.shell().surface().save_picture(pictures_ / (std::string(label) + "-stopped.png"));
        throw TourStopped(std::string(label) + " " + name + ": " + stop.what());
    }
    program_.shell().surface().save_picture(pictures_ / (std::string(label) + "-" + name + ".png"));
    std::cout << label << " " << name << std::endl;
}

template <class Answer>
Answer Walk::ask(std::function<Answer(Desk&)> question) {
    std::optional<Answer> answer;
    const TaskScope scope;
    program_.ask(scope, std::move(question), [&](Answer given) { answer = std::move(given); });
    driver_.wait_until("an answer of the desk", [&] { return answer.has_value(); });
    return std::move(*answer);
}

void Walk::hold_before_camera(const std::string& code) {
    CodeClip clip;
    clip.text = code;
    write_code_clip(clip, clip_);
}

void Walk::type_phone(const std::string& pad, const std::string& digits) {
    driver_.touch_keys(pad, digits);
}

void Walk::consent_and_go_on() {
    for (const ConsentPurpose& purpose : program_.pack().registration.consents) {
        if (purpose.required) driver_.touch("checkin.consent." + purpose.id);
    }
    driver_.touch("action.main");
}

void Walk::choose_candidate(const std::string& text) {
    const std::string id = "checkin.name.candidate.";
    driver_.wait_until("candidates", [&] { return driver_.sees(id + "0"); });
    if (!driver_.sees(id + text)) driver_.touch(id + "more");
    driver_.touch(id + text);
}

void Walk::from_attract_to_phone() {
    driver_.expect_page("attract");
    driver_.touch("attract.start");
    driver_.expect_page("home");
    driver_.touch("home.check_in");
    driver_.expect_page("checkin.phone");
}

void Walk::leave() {
    program_.shell().wipe();
    driver_.expect_page("attract");
}

void Walk::look_around() {
    step("attract", [&] { driver_.expect_page("attract"); });
    step("home", [&] {
        driver_.touch("attract.start");
        driver_.expect_page("home");
    });
    leave();
}

void Walk::new_visitor() {
    hold_before_camera(strange_code);
    from_attract_to_phone();
    step("phone", [&] { type_phone("checkin.phone.pad", "13988887777"); });
    step("name", [&] {
        consent_and_go_on();
        driver_.expect_page("checkin.name");
        driver_.touch("checkin.name.tab.pinyin");
        driver_.touch_keys("checkin.name.keys", "lin");
        choose_candidate("林");
        driver_.touch_keys("checkin.name.keys", "wan");
        driver_.touch("checkin.name.ms");
        driver_.wait_until("candidates", [&] { return driver_.sees("checkin.name.candidate.0"); });
    });
    choose_candidate("婉");
    step("purpose", [&] {
        driver_.touch("action.main");
        driver_.expect_page("checkin.visit");
        driver_.touch("checkin.visit.purpose." + program_.pack().registration.purposes.front().id);
    });
    step("strange-code-refused", [&] {
        driver_.touch("action.main");
        driver_.wait_until("the strange code to be refused",
                           [&] { return program_.navigator().top()->name() == "checkin.refused"; });
    });
    step("consultant", [&] {
        driver_.touch("action.main");
        driver_.expect_page("checkin.consultant");
    });
    step("ticket", [&] {
        driver_.touch("action.main");
        driver_.wait_until("the ticket",
                           [&] { return program_.navigator().top()->name() == "checkin.ticket"; });
        // The ticket rises.
        driver_.wait(400);
    });
    const auto lin = ask<std::optional<Customer>>(
        [](Desk& desk) { return desk.find_customer("+8613988887777"); });
    if (!lin || lin->visits != 1 || lin->name != "林婉")
        throw TourStopped("the new visitor was not recorded");
    leave();
}

void Walk::returning_visitor() {
    from_attract_to_phone();
    step("returning-visitor", [&] {
        type_phone("checkin.phone.pad", "13811112222");
        consent_and_go_on();
        driver_.expect_page("checkin.visit");
        driver_.touch("checkin.visit.purpose." + program_.pack().registration.purposes.front().id);
    });
    step("returning-ticket", [&] {
        driver_.touch("action.main");
        driver_.wait_until("the ticket",
                           [&] { return program_.navigator().top()->name() == "checkin.ticket"; });
        driver_.wait(400);
    });
    leave();
}

void Walk::referred_visitor() {
    // An empty clip first: the page before anybody holds a phone there.
    from_attract_to_phone();
    type_phone("checkin.phone.pad", "13977776666");
    consent_and_go_on();
    step("name-by-hand", [&] {
        driver_.touch("checkin.name.tab.handwriting");
        driver_.touch("checkin.name.mr");
        driver_.write("checkin.name.ink.0", wang);
        driver_.wait_until("candidates", [&] { return driver_.sees("checkin.name.candidate.王"); });
    });
    choose_candidate("王");
    driver_.touch("action.main");
    driver_.touch("checkin.visit.purpose." + program_.pack().registration.purposes.front().id);
    hold_before_camera(world_.referrer_code());
    step("friends-code-read", [&] {
        driver_.touch("action.main");
        driver_.wait_until("the friend's code",
                           [&] { return program_.navigator().top()->name() == "checkin.friend"; });
    });
    step("referred-ticket", [&] {
        driver_.touch("action.main");
        driver_.expect_page("checkin.consultant");
        driver_.touch("action.main");
        driver_.wait_until("the ticket",
                           [&] { return program_.navigator().top()->name() == "checkin.ticket"; });
        driver_.wait(400);
    });
    leave();
}

void Walk::reception() {
    step("staff-entrance", [&] {
        driver_.hold("top.brand", 1200);
        driver_.expect_page("staff.entrance");
        driver_.touch(std::string("staff.person.") + receptionist);
        driver_.touch_keys("staff.pad", "2468");
    });
    step("arrivals", [&] {
        driver_.touch_keys("staff.pad", "10");
        driver_.wait_until("the arrivals board",
                           [&] { return program_.navigator().top()->name() == "arrivals"; });
        driver_.wait_until("the parties", [&] { return driver_.sees("arrivals.register"); });
    });
    const auto board = ask<ArrivalsBoard>([](Desk& desk) { return desk.arrivals(); });
    if (board.waiting.empty()) throw TourStopped("nobody waits");
    const Id visit = board.waiting.front().visit;
    const std::string consultant = program_.pack().rotation.order.front();
    step("assign", [&] { driver_.touch("arrivals.assign." + visit); });
    step("assigned", [&] {
        driver_.touch("assign." + consultant);
        driver_.wait_until("the assignment", [&] {
            const auto row =
                ask<std::optional<BoardRow>>([visit](Desk& desk) { return desk.visit(visit); });
            return row && row->consultant == consultant;
        });
    });
    step("record", [&] {
        driver_.touch("arrivals.record." + visit);
        driver_.expect_page("arrivals.record");
    });
    step("sync", [&] {
        driver_.touch("record.back");
        driver_.touch("rail.sync");
        driver_.expect_page("sync");
    });
    leave();
}

void Walk::browse() {
    driver_.touch("attract.start");
    step("policy", [&] {
        driver_.touch("home.policy");
        driver_.expect_page("policy");
    });
    step("policy-changes", [&] { driver_.touch("policy.changes"); });
    driver_.touch("policy.sheet.done");
    driver_.touch("action.back");
    step("people", [&] {
        driver_.touch("home.people");
        driver_.expect_page("people");
    });
    const PeoplePage& people = program_.pack().people;
    const StaffMember& person = *program_.pack().staff_with(people.role).front();
    step("person", [&] {
        driver_.touch("people.person." + person.id);
        driver_.expect_page("person");
    });
    driver_.touch("action.back");
    driver_.touch("action.back");
    step("gallery", [&] {
        driver_.touch("home.gallery");
        driver_.expect_page("gallery");
    });
    const GalleryGroup& group = program_.pack().gallery.groups.front();
    step("group", [&] {
        driver_.touch("gallery.group." + group.id);
        driver_.expect_page("gallery.group");
    });
    step("case", [&] {
        driver_.touch("entry." + group.entries.front().id);
        driver_.expect_page("gallery.entry");
    });
    step("before-and-after", [&] { driver_.drag("entry.slider", 140, 0); });
    step("viewer", [&] { driver_.touch("entry.zoom"); });
    leave();
}

void Walk::identify_referrer() {
    driver_.touch("attract.start");
    driver_.touch("home.rewards");
    driver_.wait_until("the code to be read",
                       [&] { return program_.navigator().top()->name() == "referrer.last-four"; });
    const std::string& phone = world_.referrer_phone();
    driver_.touch_keys("referrer.last-four.pad", phone.substr(phone.size() - 4));
    driver_.wait_until("the rewards",
                       [&] { return program_.navigator().top()->name() == "rewards"; });
}

void Walk::rewards_and_claim() {
    hold_before_camera(world_.referrer_code());
    step("rewards", [&] { identify_referrer(); });
    step("my-code", [&] { driver_.touch("rewards.my-code"); });
    driver_.touch("action.back");
    step("claim", [&] { driver_.touch("action.main"); });
    step("claim-pin", [&] {
        driver_.touch("action.main");
        driver_.touch(std::string("witness.person.") + receptionist);
        driver_.touch_keys("witness.pad", "2468");
    });
    step("receipt", [&] {
        driver_.touch_keys("witness.pad", "10");
        driver_.wait_until("the receipt",
                           [&] { return program_.navigator().top()->name() == "rewards.receipt"; });
        driver_.wait(400);
    });
    leave();
}

void Walk::headquarters_approves() {
    std::string claim;
    const Id referrer = customer_id(world_.referrer_phone());
    const auto view =
        ask<std::optional<RewardsView>>([referrer](Desk& desk) { return desk.rewards(referrer); });
    for (const ClaimView& item : view->claims) {
        if (item.state == ClaimState::provisional) claim = item.claim;
    }
    if (claim.empty()) throw TourStopped("the claim was not recorded");
    program_.sync_now();
    driver_.wait_until("everything to be written for headquarters", [&] {
        const sync::SyncState state = program_.sync_state();
        return state.not_written == 0 && !state.exchanging;
    });
    const WallTime now = program_.now();
    world_.headquarters(now, {"run", "--once"});
    world_.headquarters(now, {"approve", claim});
    world_.headquarters(now, {"run", "--once"});
    program_.sync_now();
    driver_.wait_until("headquarters' approval", [&] {
        const auto later = ask<std::optional<RewardsView>>(
            [referrer](Desk& desk) { return desk.rewards(referrer); });
        for (const ClaimView& item : later->claims) {
            if (item.claim == claim) return item.state == ClaimState::approved;
        }
        return false;
    });
    std::cout << "   headquarters has approved the claim" << std::endl;
}

void Walk::kiosk_sees_approval() {
    step("rewards-approved", [&] { identify_referrer(); });
    step("claims", [&] { driver_.touch("rewards.claims"); });
    leave();
}

void Walk::other_languages_and_modes() {
    driver_.touch("attract.start");
    step("home-large", [&] { driver_.touch("tools.large"); });
    step("home-reach", [&] {
        driver_.touch("tools.large");
        driver_.touch("tools.reach");
    });
    driver_.touch("tools.reach");
    step("home-other-language", [&] {
        const bool english = program_.text().locale() == Locale::en;
        driver_.touch(english ? "tools.zh-Hant" : "tools.en");
    });
    leave();
}

}  // namespace foyer::kiosk

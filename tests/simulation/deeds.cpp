#include "tests/simulation/deeds.h"

#include <stdexcept>

#include "shared/photos/photo_folder.h"
#include "shared/security/digest.h"

namespace foyer::simulation {
namespace {

constexpr const char* staff = "tan";
constexpr int days_of_50_years = 50 * 365;

/// A party's choice among the visits of the board, or none.
Id some_visit(Desk& desk, std::uint64_t seed) {
    const ArrivalsBoard board = desk.arrivals();
    std::vector<Id> visits;
    for (const auto* rows : {&board.waiting, &board.in_reception, &board.departed})
        for (const BoardRow& row : *rows)
            visits.push_back(row.visit);
    return visits.empty() ? Id() : visits[seed % visits.size()];
}

Id some_person(std::uint64_t seed) {
    return customer_id(people()[seed % people().size()].first);
}

void register_somebody(Kiosk& kiosk, const Pack& pack, std::uint64_t seed) {
    Arrival arrival = arrival_of(pack, seed % people().size());
    if (seed >> 8 & 1) arrival.sent_by = SentBy{.referrer = some_person(seed >> 16)};
    if (seed >> 9 & 1 && !arrival.consents.empty()) {
        ConsentAnswer& last = arrival.consents.back();
        last.granted = pack.registration.consents.back().required;
    }
    if ((seed >> 10 & 7) == 0) arrival.name += " " + std::to_string(seed >> 20 & 7);
    const ArrivalOutcome outcome = kiosk.desk().register_visit(arrival);
    if (outcome.fault != ArrivalFault::none)
        throw std::logic_error("an arrival in order is refused");
}

void hand_in_friend(Kiosk& kiosk, std::uint64_t seed) {
    const auto& [phone, name] = people()[seed % people().size()];
    kiosk.desk().submit_referral(some_person(seed >> 8), {phone, name, Gender::unsaid}, {}, staff);
}

void complete(Kiosk& kiosk, std::uint64_t seed) {
    RecordDetails details;
    details.note = "looked at tiles " + std::to_string(seed % 100);
    if (seed >> 8 & 1) details.party_size = 1 + int(seed >> 9 & 3);
    kiosk.desk().complete_record(some_visit(kiosk.desk(), seed), details, staff);
}

/// As a newer release might: a kind nobody here knows, and a known one with a field nobody knows.
void record_from_the_future(Kiosk& kiosk, std::uint64_t seed) {
    Journal::Batch batch(kiosk.journal());
    const std::string person = some_person(seed);
    if (seed >> 8 & 1) {
        batch.add(staff, "customer.weighed", "{\"customer\":\"" + person + "\",\"grams\":1}");
    } else {
        batch.add(staff, event_kind::customer_recorded,
                  "{\"aura\":{\"hue\":7},\"customer\":\"" + person +
                      "\",\"fields\":{\"note\":\"later\",\"zodiac\":\"tiger\"}}");
    }
    batch.commit();
}

/// Part of what reception does, without its page: the parts first, then the record.
void photograph(Kiosk& kiosk, std::uint64_t seed) {
    Desk& desk = kiosk.desk();
    const Id visit = some_visit(desk, seed);
    const std::vector<Photo> there = desk.photos(visit);
    if (!there.empty() && (seed >> 8 & 3) == 0) {
        desk.remove_photo(visit, there[(seed >> 16) % there.size()].id, staff);
        return;
    }
    if (visit.empty()) return;
    const std::string plan = "a plan on paper, number " + std::to_string(seed);
    SealedPhoto sealed = seal_photo(plan, random_id(kiosk.clock.now(), kiosk.random), kiosk.random);
    sealed.photo.visit = visit;
    sealed.photo.width = sealed.photo.height = 1;
    PhotoFolder(kiosk.files, kiosk.root() + "/" + photo_folder_name).keep(sealed);
    desk.add_photo(sealed.photo, staff);
}

void approve_something(sync::Headquarters& hq, std::uint64_t seed) {
    std::vector<Id> open;
    for (const ReferralListing& item : hq.referrals())
        if (item.state == ReferralState::ordered) open.push_back(item.referral);
    for (const sync::ClaimListing& item : hq.claims())
        if (item.state == ClaimState::provisional) open.push_back(item.claim);
    if (!open.empty()) hq.approve(open[seed % open.size()]);
}

void publish_pack(Centre& centre, std::uint64_t seed) {
    const int version = 2 + int(seed % 50);
    const std::string draft = centre.root() + "/drafts/" + std::to_string(version);
    place_pack(centre.disk, draft, version);
    centre.hq().publish(draft);
}

void rotate_key(Centre& centre, Carrier& carrier, std::uint64_t seed) {
    const auto role = sync::KeyRole(seed % 3);
    // Why it is changed.
    if (role == sync::KeyRole::answers) carrier.steal(centre.hq().keys().answers);
    centre.hq().rotate(role);
}

void set_clock(Party& party, const Step& step) {
    const bool home = step.seed % 4 == 0;
    const WallTime days = home ? 0 : WallTime(1 + (step.seed >> 8) % days_of_50_years);
    const WallTime skew = (step.fault == Fault::clock_back ? -days : days) * one_day;
    party.clock.set(party.clock.now() - party.skew + skew);
    party.skew = skew;
}

void at_the_kiosk(const Step& step, Kiosk& kiosk, const Pack& pack) {
    Desk& desk = kiosk.desk();
    switch (step.action) {
        case Action::register_visit:
            return register_somebody(kiosk, pack, step.seed);
        case Action::refer:
            return hand_in_friend(kiosk, step.seed);
        case Action::complete:
            return complete(kiosk, step.seed);
        case Action::assign:
            desk.assign(some_visit(desk, step.seed), staff, staff);
            return;
        case Action::receive:
            desk.receive(some_visit(desk, step.seed), staff);
            return;
        case Action::depart: {
            const bool bought = step.seed >> 8 & 1;
            desk.depart(some_visit(desk, step.seed),
                        bought ? VisitOutcome::bought : VisitOutcome::none, "", staff);
            return;
        }
        case Action::claim:
            desk.request_claim(some_person(step.seed % 2), staff);
            return;
        case Action::photograph:
            return photograph(kiosk, step.seed);
        default:
            return record_from_the_future(kiosk, step.seed);
    }
}

}  // namespace

void perform(Party& party, Stage stage, const std::function<void(Party&)>& deed) {
    party.busy_with(stage);
    deed(party);
    party.busy_with(Stage::rest);
}

bool act(const Step& step, Showroom& showroom, Carrier& carrier) {
    Party& party = showroom.party(step.party);
    switch (step.action) {
        case Action::carry_up:
            carrier.carry_up(party, showroom.centre(), step.fault, step.seed);
            return true;
        case Action::carry_down:
            carrier.carry_down(showroom.centre(), party, step.fault, step.seed);
            return true;
        case Action::wait:
            showroom.wait(WallTime(step.seed % 40) * one_day);
            return true;
        case Action::set_clock:
            set_clock(party, step);
            return true;
        case Action::save:
        case Action::bring_back:
        case Action::clone:
        case Action::enrol:
        case Action::upgrade:
        case Action::downgrade:
        case Action::repair:
        case Action::restart:
            return true;
        case Action::round:
            perform(party, Stage::look, [](Party& who) { who.round(); });
            return true;
        case Action::approve:
            perform(party, Stage::decide,
                    [&](Party&) { approve_something(showroom.centre().hq(), step.seed); });
            return true;
        case Action::publish_pack:
            perform(party, Stage::decide,
                    [&](Party&) { publish_pack(showroom.centre(), step.seed); });
            return true;
        case Action::rotate:
            perform(party, Stage::decide,
                    [&](Party&) { rotate_key(showroom.centre(), carrier, step.seed); });
            return true;
        case Action::revoke:
            perform(party, Stage::decide, [&](Party&) {
                showroom.centre().hq().revoke(showroom.kiosk(kiosk_revoked_by(step)).name());
            });
            return true;
        default:
            perform(party, Stage::capture, [&](Party&) {
                at_the_kiosk(step, showroom.kiosk(step.party), showroom.pack());
            });
            return true;
    }
}

}  // namespace foyer::simulation

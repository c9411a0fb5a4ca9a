#include "tests/simulation/people.h"

#include <utility>

#include "sync/headquarters/kiosk_registry.h"

namespace foyer::simulation {
namespace {

constexpr int newest_release = 2;

bool is_sound(const Party& party) {
    return party.running() && party.disk.ails() == DiskFault::none;
}

}  // namespace

People::People(Showroom& showroom, Oracles& oracles, Coverage& coverage,
               std::function<void(const std::string&)> say)
    : showroom_(showroom), oracles_(oracles), coverage_(coverage), say_(std::move(say)) {
    for (Party* party : showroom_.parties())
        copies_[party] = party->copy_of_store();
}

void People::act(Party& party, const Step& step) {
    if (!is_sound(party)) return;
    switch (step.action) {
        case Action::save:
            copies_[&party] = party.copy_of_store();
            return;
        case Action::enrol: {
            Kiosk& kiosk = showroom_.kiosk(step.party);
            if (is_sound(showroom_.centre()) && (kiosk.needs_enrolment() || is_revoked(kiosk))) {
                enrol(kiosk);
            }
            return;
        }
        case Action::upgrade:
        case Action::downgrade:
            coverage_.hit(step.fault, outstanding());
            return install(party, step.action == Action::upgrade ? newest_release : 1);
        case Action::bring_back:
        case Action::clone:
            return copy(party, step);
        default:
            return;
    }
}

void People::note(const Step& step) {
    if (step.action != Action::rotate && step.action != Action::revoke) return;
    coverage_.hit(step.action == Action::rotate ? Fault::rotate : Fault::revoke, outstanding());
    if (step.action != Action::revoke) return;
    const Kiosk& kiosk = showroom_.kiosk(kiosk_revoked_by(step));
    if (is_revoked(kiosk)) oracles_.revoked(showroom_.parties(), kiosk);
}

void People::copy(Party& party, const Step& step) {
    const bool clones = step.action == Action::clone;
    Party& from = clones ? showroom_.party(3 - step.party) : party;
    // Of what was never connected there is nothing yet to be confused with.
    if (clones && !from.disk.find(from.root() + "/anchor.json")) return;
    coverage_.hit(step.fault, outstanding());
    if (clones) {
        copies_[&party] = from.copy_of_store();
        for (const char* beside : {"/anchor.json", "/enrolment.json"}) {
            const Disk::File file = from.disk.find(from.root() + beside);
            if (file) party.disk.place(party.root() + beside, file->bytes);
        }
    }
    put(party, copies_[&party]);
    Party& centre = showroom_.centre();
    if (step.fault == Fault::restore_both && is_sound(centre)) put(centre, copies_[&centre]);
}

void People::put(Party& party, const Party::Copy& store) {
    party.stop();
    party.disk.restart();
    party.put_store(store);
    party.start();
    if (!party.running()) throw Violation("a copied store opens", party.trouble());
    oracles_.brought_back(party, showroom_.parties());
}

void People::install(Party& party, int newest_schema) {
    party.release.newest = newest_schema;
    party.stop();
    party.disk.restart();
    party.start();
    if (!party.running()) throw Violation("every release opens a store", party.trouble());
    oracles_.after_recovery(party);
    // A commit that failed may be in the log for all that.
    oracles_.after_step(party, false);
}

void People::enrol(Kiosk& kiosk) {
    say_("  " + kiosk.name() + " is enrolled anew");
    kiosk.disk.place(kiosk.root() + "/enrolment.json",
                     showroom_.centre().hq().enrol(kiosk.name()).file);
    oracles_.trusted_again(kiosk);
}

void People::tend(Kiosk& kiosk) {
    const bool asks = kiosk.needs_enrolment() && is_sound(showroom_.centre());
    if (asks && !is_revoked(kiosk)) enrol(kiosk);
}

void People::settle(std::uint64_t seed) {
    for (Party* party : showroom_.parties())
        if (party->release.newest != newest_release) install(*party, newest_release);
    for (int number = 1; number <= kiosk_count; ++number) {
        const bool found = seed >> number & 1;
        if (found && is_revoked(showroom_.kiosk(number))) enrol(showroom_.kiosk(number));
    }
}

bool People::is_revoked(const std::string& name) {
    Store& store = showroom_.centre().journal().store();
    const auto known = sync::KioskRegistry(store).find(name);
    return known && known->revoked();
}

bool People::is_revoked(const Kiosk& kiosk) {
    return is_revoked(kiosk.name());
}

bool People::is_outcast(Kiosk& kiosk) {
    return is_revoked(kiosk) ||
           (!kiosk.needs_enrolment() && is_revoked(kiosk.journal().author().kiosk));
}

std::string People::outstanding() {
    bool unwritten = false, unanswered = false;
    for (int number = 1; number <= kiosk_count; ++number) {
        const sync::SyncState& state = showroom_.kiosk(number).state();
        unwritten |= state.not_written > 0;
        unanswered |= state.written_waiting > 0;
    }
    return unwritten ? "records unwritten" : unanswered ? "files unanswered" : "all answered";
}

}  // namespace foyer::simulation

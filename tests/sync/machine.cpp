#include "tests/sync/machine.h"

#include <doctest/doctest.h>

#include <utility>

namespace foyer::test {

namespace fs = std::filesystem;

Machine::Machine(const std::string& machine_id, std::uint64_t seed, fs::path sync_folder)
    : home(folder.path() / "home"), random(seed) {
    options.home = home;
    options.sync_folder = std::move(sync_folder);
    options.schema_folder = assets() / "schemas";
    options.machine_id = folder.path() / "machine-id";
    write_file(options.machine_id, machine_id + "\n");
    fs::create_directories(home);
    switch_on();
}

Machine::~Machine() = default;

void Machine::switch_on() {
    store_ = std::make_unique<Store>(home / "store.db");
    journal_ = std::make_unique<Journal>(*store_, clock, random, "new");
    desk_ = std::make_unique<Desk>(*journal_, tile_pack());
    const auto on_store = [this](const std::function<void(Journal&)>& step) { step(*journal_); };
    exchange_ = std::make_unique<sync::KioskExchange>(
        options, on_store, clock, random, files, sync::SyncCallbacks(),
        [this](const sync::SyncState& now) { state = now; });
}

void Machine::switch_off() {
    exchange_.reset();
    desk_.reset();
    journal_.reset();
    store_.reset();
}

void Machine::copy_disk_of(const Machine& other) {
    bring_back(other.home);
}

void Machine::save_disk(const fs::path& to) {
    switch_off();
    fs::copy(home, to, fs::copy_options::recursive);
    switch_on();
}

void Machine::bring_back(const fs::path& from) {
    switch_off();
    fs::remove_all(home);
    fs::copy(from, home, fs::copy_options::recursive);
    switch_on();
}

void Machine::enrol(TestHeadquarters& headquarters, const std::string& name) {
    const auto enrolled = headquarters.hq->enrol(name);
    REQUIRE(enrolled.outcome.done);
    write_file(sync::enrolment_path(home), enrolled.file);
}

Id Machine::visit(const std::string& phone, const std::string& name) {
    Arrival arrival;
    arrival.phone = phone;
    arrival.name = name;
    arrival.gender = Gender::female;
    arrival.party_size = 2;
    arrival.purpose = desk_->pack().registration.purposes.front().id;
    for (const ConsentPurpose& purpose : desk_->pack().registration.consents)
        arrival.consents.push_back({purpose.id, true});
    return desk_->register_visit(arrival).ticket.visit;
}

const sync::SyncState& Machine::round() {
    exchange_->round();
    return state;
}

}  // namespace foyer::test

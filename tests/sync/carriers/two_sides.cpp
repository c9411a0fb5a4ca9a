#include "tests/sync/carriers/two_sides.h"

#include <doctest/doctest.h>

#include <iostream>
#include <set>

#include "tests/sync/showroom.h"

namespace foyer::test {
namespace {

namespace fs = std::filesystem;
using namespace foyer::sync;

constexpr int most_rounds = 25;
// Longer than any patience of the protocol, short enough for a day to hold many rounds.
constexpr WallTime between_rounds = 15 * one_minute;

std::map<Id, std::string> events_of(Journal& journal) {
    std::map<Id, std::string> events;
    std::int64_t position = 0;
    for (const Event& event : journal.after(position, 1'000'000))
        events[event.id] = event.kind + " " + event.body;
    return events;
}

int count_in(Store& store, const char* sql) {
    return store.database().execAndGet(sql).getInt();
}

}  // namespace

void CarriedFiles::write_atomically(const fs::path& path, std::string_view bytes) {
    const std::string parent = path.parent_path().string();
    const bool pack = parent.find("/packs/") != std::string::npos;
    if (pack) return write_file(path, bytes);
    SystemFiles::write_atomically(path, bytes);
}

TwoSides::TwoSides(Folders folders, Pictures pictures)
    : records_("new"),
      hq_clock_(opening_time),
      kiosk_folder_(folders == Folders::shared ? path() / "hq" / "sync" : path() / "kiosk"),
      hq_options_{path() / "hq", assets() / "schemas"} {
    {
        TestFiles quick;
        REQUIRE(Headquarters::init(hq_options_, hq_clock_, random_, quick).done);
        pack_published_ = pictures == Pictures::a_pack;
        Headquarters publisher(hq_options_, hq_clock_, random_, quick);
        if (pack_published_) REQUIRE(publisher.publish(assets() / "packs" / "auto").done);
    }
    const auto enrolled = headquarters().enrol(name);
    REQUIRE(enrolled.outcome.done);
    write_file(enrolment_path(path()), enrolled.file);
    if (folders == Folders::apart) {
        write_file(kiosk_folder_ / "root.json", read_file(headquarters_folder() / "root.json"));
    }
    restart_kiosk();
    kiosk_round();
}

Headquarters& TwoSides::headquarters() {
    if (!hq_) hq_ = std::make_unique<Headquarters>(hq_options_, hq_clock_, random_, files_);
    return *hq_;
}

void TwoSides::restart_kiosk() {
    SyncOptions options;
    options.home = path();
    options.sync_folder = kiosk_folder_;
    options.schema_folder = assets() / "schemas";
    const auto on_store = [this](const std::function<void(Journal&)>& step) {
        step(records_.journal);
    };
    exchange_ =
        std::make_unique<KioskExchange>(options, on_store, records_.clock, random_, files_,
                                        SyncCallbacks(), [this](const auto& now) { state_ = now; });
}

void TwoSides::register_visitors(int count) {
    for (int number = 0; number < count; ++number) {
        const std::string phone = "+86136" + std::to_string(10'000'000 + ++registered_);
        const auto outcome = records_.desk.register_visit(records_.visitor(phone, "林晓婉"));
        REQUIRE(outcome.fault == ArrivalFault::none);
        records_.clock.advance(one_second);
        hq_clock_.advance(one_second);
    }
}

const SyncState& TwoSides::kiosk_round() {
    exchange_->round();
    return state_;
}

RunReport TwoSides::headquarters_round() {
    return headquarters().run_once();
}

void TwoSides::let_time_pass() {
    records_.clock.advance(between_rounds);
    hq_clock_.advance(between_rounds);
}

bool TwoSides::quiet() {
    return state_.health == SyncHealth::in_order && state_.not_written == 0 &&
           state_.written_waiting == 0 && state_.pack_version.empty() != pack_published_ &&
           events_of(records_.journal) == events_of(headquarters().journal());
}

bool TwoSides::settle(const std::function<void()>& carry) {
    for (int round = 0; round < most_rounds; ++round) {
        kiosk_round();
        carry();
        headquarters_round();
        carry();
        kiosk_round();
        if (quiet()) return true;
        let_time_pass();
    }
    std::cerr << "not settled: health " << int(state_.health) << " " << state_.detail << ", "
              << state_.not_written << " not written, " << state_.written_waiting << " waiting\n";
    for (const SyncProblem& problem : state_.problems)
        std::cerr << "  at the kiosk: " << problem.file << ": " << problem.reason << "\n";
    for (const SyncProblem& problem : headquarters_round().problems)
        std::cerr << "  at headquarters: " << problem.file << ": " << problem.reason << "\n";
    return false;
}

void TwoSides::check_nothing_lost_or_doubled() {
    Store& kiosk = records_.store;
    Store& hq = headquarters().journal().store();
    CHECK(events_of(records_.journal) == events_of(headquarters().journal()));
    CHECK(records_.projections() == projections_of(hq));
    CHECK(kiosk.event_count() == hq.event_count());
    CHECK(count_in(hq, "SELECT count(*) FROM visit") == registered_);
    CHECK(count_in(hq, "SELECT count(*) FROM customer") == registered_);
    CHECK(count_in(hq, "SELECT count(DISTINCT day || ticket) FROM visit") == registered_);
    CHECK(state_.rejected == 0);
}

std::vector<std::string> TwoSides::foyer_hq(const std::vector<std::string>& words) const {
    std::vector<std::string> command = {std::string(FOYER_BINARY_DIR) + "/foyer-hq"};
    command.insert(command.end(), words.begin(), words.end());
    command.insert(command.end(), {"--root", headquarters_root().string()});
    return command;
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string below = fs::relative(entry.path(), folder).string();
        const bool hidden = below.starts_with('.') || below.find("/.") != std::string::npos;
        if (entry.is_regular_file() && !hidden) files[below] = read_file(entry.path());
    }
    return files;
}

void say_skipped(const std::string& why) {
    std::cout << "skipped: " << why << std::endl;
}

}  // namespace foyer::test

#include "tests/kill/records.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "sync/headquarters.h"
#include "sync/kiosk_exchange.h"
#include "sync/service.h"
#include "tests/shared/journal/records.h"

namespace foyer::test {
namespace {

namespace fs = std::filesystem;
using namespace foyer::sync;
using namespace std::chrono_literals;

constexpr const char* kiosk_name = "showroom-1";
constexpr int most_rounds = 40;
constexpr int exit_lost = 3;
constexpr WallTime between_rounds = 15 * one_minute;

fs::path assets() {
    return fs::path(FOYER_SOURCE_DIR) / "assets";
}

/// For what need not outlive a power cut: the pictures of the pack are many.
class UnflushedFiles : public SystemFiles {
  public:
    void write_atomically(const fs::path& path, std::string_view bytes) override {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    }
    std::unique_ptr<Files> hold(const fs::path& folder) override { return Files::hold(folder); }
};

HeadquartersOptions headquarters_options(const KillPlace& place) {
    return {place.headquarters(), assets() / "schemas"};
}

SyncOptions kiosk_options(const KillPlace& place) {
    SyncOptions options;
    options.home = place.kiosk();
    options.sync_folder = place.headquarters() / "sync";
    options.interval = 1ms;
    options.schema_folder = assets() / "schemas";
    return options;
}

/// Everything of a kiosk but its window.
struct Kiosk {
    Kiosk(const KillPlace& place, WallTime now)
        : clock(now),
          store(place.kiosk_store()),
          journal(store, clock, random, "new"),
          desk(journal, tile_pack()) {}

    StoreAccess access() {
        return [this](const std::function<void(Journal&)>& step) {
            const std::lock_guard lock(mutex);
            step(journal);
        };
    }
    Arrival party(std::uint64_t number) const {
        Arrival arrival;
        arrival.phone = phone_of(number);
        arrival.name = "林晓婉";
        arrival.purpose = desk.pack().registration.purposes.front().id;
        for (const ConsentPurpose& purpose : desk.pack().registration.consents)
            arrival.consents.push_back({purpose.id, true});
        return arrival;
    }

    ManualClock clock;
    SystemRandom random;
    SystemFiles files;
    std::mutex mutex;
    Store store;
    Journal journal;
    Desk desk;
};

bool has_visit(Store& store, const Acknowledged& one) {
    SQLite::Statement query(store.database(), "SELECT count(*) FROM visit WHERE id = ?");
    query.bind(1, std::string(one.visit.data(), one.visit.size()));
    query.executeStep();
    return query.getColumn(0).getInt() == 1;
}

/// Parties that are there more than once: a phone number is a party, and each comes once.
std::int64_t doubled_in(Store& store) {
    return store.database()
               .execAndGet("SELECT count(*) - count(DISTINCT customer) FROM visit")
               .getInt64() +
           store.database()
               .execAndGet(
                   "SELECT count(*) - (SELECT count(*) FROM visit) FROM event "
                   "WHERE kind = 'visit.registered'")
               .getInt64();
}

std::map<Id, std::string> events_of(Journal& journal) {
    std::map<Id, std::string> events;
    std::int64_t position = 0;
    for (const Event& event : journal.after(position, 100'000'000))
        events[event.id] = event.body;
    return events;
}

}  // namespace

std::string phone_of(std::uint64_t number) {
    // 11 digits that libphonenumber knows as a mobile of China.
    char text[32];
    std::snprintf(text, sizeof text, "+86%s%08llu", number < 100'000'000 ? "136" : "137",
                  static_cast<unsigned long long>(number % 100'000'000));
    return text;
}

void prepare(const KillPlace& place) {
    ManualClock clock(opening_time);
    SystemRandom random;
    UnflushedFiles files;
    const HeadquartersOptions options = headquarters_options(place);
    fs::create_directories(place.kiosk());
    Headquarters::init(options, clock, random, files);
    Headquarters headquarters(options, clock, random, files);
    headquarters.publish(assets() / "packs" / "auto");
    files.write_atomically(enrolment_path(place.kiosk()), headquarters.enrol(kiosk_name).file);
}

void run_kiosk(const KillPlace& place, WallTime now, std::uint64_t first,
               const std::vector<Acknowledged>& before, int pipe) {
    Kiosk kiosk(place, now);
    for (const Acknowledged& one : before)
        if (!has_visit(kiosk.store, one)) ::_exit(exit_lost);
    SyncService service(kiosk_options(place), kiosk.access(), kiosk.clock, kiosk.random,
                        kiosk.files, {});
    service.start();
    for (std::uint64_t number = first;; ++number) {
        Acknowledged done{number, {}};
        {
            const std::lock_guard lock(kiosk.mutex);
            const auto outcome = kiosk.desk.register_visit(kiosk.party(number));
            std::copy_n(outcome.ticket.visit.begin(), done.visit.size(), done.visit.begin());
        }
        if (::write(pipe, &done, sizeof done) != sizeof done) ::_exit(1);
        // A visitor is slower than this; sync's thread gets its turns.
        std::this_thread::sleep_for(1ms);
    }
}

void run_headquarters(const KillPlace& place, WallTime now) {
    ManualClock clock(now);
    SystemRandom random;
    SystemFiles files;
    Headquarters(headquarters_options(place), clock, random, files).run_once();
}

bool settle(const KillPlace& place, WallTime now) {
    Kiosk kiosk(place, now);
    ManualClock hq_clock(now);
    Headquarters headquarters(headquarters_options(place), hq_clock, kiosk.random, kiosk.files);
    SyncState state;
    KioskExchange exchange(kiosk_options(place), kiosk.access(), kiosk.clock, kiosk.random,
                           kiosk.files, {}, [&](const SyncState& said) { state = said; });
    for (int round = 0; round < most_rounds; ++round) {
        exchange.round();
        headquarters.run_once();
        exchange.round();
        const bool quiet =
            state.health == SyncHealth::in_order && state.not_written == 0 &&
            state.written_waiting == 0 &&
            kiosk.store.event_count() == headquarters.journal().store().event_count();
        if (quiet) return true;
        kiosk.clock.advance(between_rounds);
        hq_clock.advance(between_rounds);
    }
    std::fprintf(stderr, "not settled: %s\n", state.detail.c_str());
    return false;
}

Verdict judge(const KillPlace& place, const std::vector<Acknowledged>& acknowledged) {
    Kiosk kiosk(place, opening_time);
    Headquarters headquarters(headquarters_options(place), kiosk.clock, kiosk.random, kiosk.files);
    Store& hq = headquarters.journal().store();
    Verdict verdict;
    verdict.visits = kiosk.store.database().execAndGet("SELECT count(*) FROM visit").getInt64();
    for (const Acknowledged& one : acknowledged)
        verdict.lost += !has_visit(kiosk.store, one) || !has_visit(hq, one);
    verdict.doubled = doubled_in(kiosk.store) + doubled_in(hq);
    verdict.equal = events_of(kiosk.journal) == events_of(headquarters.journal());
    return verdict;
}

}  // namespace foyer::test

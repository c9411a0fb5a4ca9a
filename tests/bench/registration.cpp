// Committing a registration against the same bytes put into raw SQLite with the same durability.
#include <sqlite3.h>

#include <stdexcept>

#include "tests/bench/benches.h"
#include "tests/shared/journal/records.h"

namespace foyer::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int rounds = 400;

double microseconds(Steady::duration time) {
    return std::chrono::duration<double, std::micro>(time).count();
}

std::string phone(int number) {
    return "+86136" + std::to_string(10'000'000 + number);
}

/// The bytes of a registration's events, as a program without journal and projections would store
/// them.
class RawStore {
  public:
    explicit RawStore(const std::filesystem::path& file) {
        if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) {
            throw std::runtime_error("cannot open the raw store");
        }
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE event (id TEXT PRIMARY KEY, body TEXT)");
        sqlite3_prepare_v2(database_, "INSERT INTO event VALUES (?, ?)", -1, &insert_, nullptr);
    }
    ~RawStore() {
        sqlite3_finalize(insert_);
        sqlite3_close(database_);
    }

    void commit(const std::vector<Event>& events) {
        run("BEGIN IMMEDIATE");
        for (const Event& event : events) {
            sqlite3_bind_text(insert_, 1, event.id.c_str(), -1, SQLITE_STATIC);
            sqlite3_bind_text(insert_, 2, event.body.c_str(), -1, SQLITE_STATIC);
            sqlite3_step(insert_);
            sqlite3_reset(insert_);
        }
        run("COMMIT");
    }

  private:
    void run(const char* sql) {
        if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(database_));
        }
    }
    sqlite3* database_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

/// Medians of both, taken in turn, with `history` registrations in the store already.
std::pair<double, double> measure(int history) {
    test::TestRecords records;
    records.store.database().exec("PRAGMA synchronous=OFF");
    for (int number = 0; number < history; ++number) {
        records.desk.register_visit(records.visitor(phone(number), "林晓婉"));
        records.clock.advance(one_hour);
    }
    records.store.database().exec("PRAGMA synchronous=FULL");
    RawStore raw(records.folder.path() / "raw.db");
    std::int64_t position = 0;
    while (!records.journal.after(position, 10'000).empty()) {
    }
    std::vector<double> ours, theirs;
    for (int number = 0; number < rounds; ++number) {
        const Arrival arrival = records.visitor(phone(1'000'000 + number), "林晓婉");
        records.clock.advance(one_hour);
        auto start = Steady::now();
        records.desk.register_visit(arrival);
        ours.push_back(microseconds(Steady::now() - start));
        const std::vector<Event> events = records.journal.after(position, 100);
        start = Steady::now();
        raw.commit(events);
        theirs.push_back(microseconds(Steady::now() - start));
    }
    return {median(ours), median(theirs)};
}

}  // namespace

std::vector<Row> registration() {
    std::vector<Row> rows;
    for (const int history : {100, 1'000, 10'000}) {
        const auto [ours, theirs] = measure(history);
        rows.push_back({"commit a registration, " + std::to_string(history) + " before it", ours,
                        "us", "the same bytes, raw SQLite, WAL/FULL", ours / theirs, "<=1.3"});
    }
    return rows;
}

}  // namespace foyer::bench

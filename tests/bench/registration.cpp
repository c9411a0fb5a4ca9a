// Committing a registration against the same bytes put into raw SQLite with the same durability.
#include <chrono>

#include "tests/bench/benches.h"
#include "tests/bench/raw_twin.h"
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

/// Medians in microseconds, all three taken in turn.
struct Medians {
    double ours = 0, same_rows = 0, bodies = 0;
};

template <class Work>
double timed(Work work) {
    const auto start = Steady::now();
    work();
    return microseconds(Steady::now() - start);
}

Medians measure(int history) {
    test::TestRecords records;
    Database& database = records.store.database();
    database.exec("PRAGMA synchronous=OFF");
    for (int number = 0; number < history; ++number) {
        records.desk.register_visit(records.visitor(phone(number), "林晓婉"));
        records.clock.advance(one_hour);
    }
    database.exec("PRAGMA synchronous=FULL");
    RawTwin raw(database, records.folder.path() / "raw.db");
    std::vector<double> ours, same_rows, bodies;
    for (int number = 0; number < rounds; ++number) {
        const Arrival arrival = records.visitor(phone(1'000'000 + number), "林晓婉");
        records.clock.advance(one_hour);
        const std::int64_t before =
            database.execAndGet("SELECT max(position) FROM event").getInt64();
        std::string visit;
        ours.push_back(timed([&] { visit = records.desk.register_visit(arrival).ticket.visit; }));
        raw.look(database, visit, before);
        same_rows.push_back(timed([&] { raw.commit(); }));
        bodies.push_back(timed([&] { raw.commit_bodies(); }));
    }
    return {median(ours), median(same_rows), median(bodies)};
}

}  // namespace

std::vector<Row> registration() {
    std::vector<Row> rows;
    for (const int history : {100, 1'000, 10'000}) {
        const Medians medians = measure(history);
        const std::string name = "commit a registration, " + std::to_string(history) + " before it";
        rows.push_back({name, medians.ours, "us",
                        "the same rows put into the same tables by raw SQLite, WAL/FULL",
                        medians.ours / medians.same_rows, "<=1.3"});
        rows.push_back({name, medians.ours, "us",
                        "the bodies of its events alone, one bare table of raw SQLite, WAL/FULL",
                        medians.ours / medians.bodies, ""});
    }
    return rows;
}

}  // namespace foyer::bench

// What headquarters' intake costs: files of many kiosks verified, unsealed, parsed and made
// durable, against the same events put into raw SQLite.
#include <sqlite3.h>

#include <chrono>
#include <ctime>
#include <fstream>
#include <stdexcept>

#include "sync/kiosk_exchange.h"
#include "tests/bench/benches.h"
#include "tests/bench/fleet.h"

namespace foyer::bench {
namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

constexpr int kiosks = 500;
constexpr int repeats = 5;
constexpr int idle_rounds = 200;

double seconds_of(const std::function<void()>& work) {
    const auto start = Steady::now();
    work();
    return std::chrono::duration<double>(Steady::now() - start).count();
}

double resident_mebibytes() {
    std::ifstream status("/proc/self/statm");
    long pages = 0, resident = 0;
    status >> pages >> resident;
    return double(resident) * 4096 / (1 << 20);
}

/// The same events in one table of a bare store, a transaction a file, as durable as ours.
class RawIntake {
  public:
    explicit RawIntake(const fs::path& file) {
        if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) {
            throw std::runtime_error("cannot open the raw store");
        }
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        // As large as headquarters' own.
        run("PRAGMA cache_size=-65536");
        run("CREATE TABLE event (position INTEGER PRIMARY KEY, id TEXT UNIQUE, kiosk TEXT, wall "
            "INTEGER, counter INTEGER, instance TEXT, sequence INTEGER, actor TEXT, kind TEXT, "
            "version INTEGER, body TEXT)");
        run("CREATE INDEX event_by_instance ON event (instance, sequence)");
        sqlite3_prepare_v2(database_,
                           "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1,
                           &insert_, nullptr);
    }
    ~RawIntake() {
        sqlite3_finalize(insert_);
        sqlite3_close(database_);
    }
    RawIntake(const RawIntake&) = delete;
    RawIntake& operator=(const RawIntake&) = delete;

    /// A transaction a file.
    void take_in(const Fleet::Round& files) {
        for (const std::vector<Event>& file : files) {
            run("BEGIN IMMEDIATE");
            for (const Event& event : file)
                put(event);
            run("COMMIT");
        }
    }
    /// One transaction for all.
    void take_in_together(const Fleet::Round& files) {
        run("BEGIN IMMEDIATE");
        for (const std::vector<Event>& file : files)
            for (const Event& event : file)
                put(event);
        run("COMMIT");
    }

  private:
    void run(const char* sql) {
        if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(database_));
        }
    }
    void text(int place, const std::string& value) {
        sqlite3_bind_text(insert_, place, value.c_str(), int(value.size()), SQLITE_STATIC);
    }
    void put(const Event& event) {
        text(1, event.id);
        text(2, event.kiosk);
        sqlite3_bind_int64(insert_, 3, event.stamp.wall);
        sqlite3_bind_int64(insert_, 4, event.stamp.counter);
        text(5, event.stamp.instance);
        sqlite3_bind_int64(insert_, 6, std::int64_t(event.stamp.sequence));
        text(7, event.actor);
        text(8, event.kind);
        sqlite3_bind_int(insert_, 9, event.version);
        text(10, event.body);
        if (sqlite3_step(insert_) != SQLITE_DONE) {
            throw std::runtime_error(sqlite3_errmsg(database_));
        }
        sqlite3_reset(insert_);
    }

    sqlite3* database_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

double processor_microseconds(std::clock_t since) {
    return double(std::clock() - since) / CLOCKS_PER_SEC * 1e6;
}

/// What taking in one round of every kiosk's files cost, in microseconds an event.
struct Cost {
    double wall = 0, processor = 0;
};

Cost cost_of(const Fleet::Written& written, const std::function<void()>& work) {
    const std::clock_t before = std::clock();
    const double seconds = seconds_of(work);
    const double events = double(written.events);
    return {seconds * 1e6 / events, processor_microseconds(before) / events};
}

Cost take_in(Fleet& fleet, const Fleet::Written& written) {
    sync::RunReport report;
    const Cost cost = cost_of(written, [&] { report = fleet.headquarters().take_in(); });
    if (report.events != written.events || report.files != written.files) {
        throw std::runtime_error("not every file was taken in");
    }
    return cost;
}

/// Medians of pairs taken in turn.
struct Intake {
    Cost ours, raw;
    double ratio = 0, ratio_together = 0;  ///< raw: a transaction a file; one for all
    double bytes_an_event = 0;
};

Intake measure(Fleet& fleet, RawIntake& raw) {
    std::vector<double> wall, processor, raw_wall, raw_processor, ratios, together;
    Intake intake;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        const Fleet::Written written = fleet.write_files();
        const Cost ours = take_in(fleet, written);
        const Cost bare = cost_of(written, [&] { raw.take_in(fleet.written()); });
        wall.push_back(ours.wall);
        processor.push_back(ours.processor);
        raw_wall.push_back(bare.wall);
        raw_processor.push_back(bare.processor);
        ratios.push_back(bare.wall / ours.wall);
        intake.bytes_an_event = double(written.bytes) / double(written.events);
    }
    for (int repeat = 0; repeat < repeats; ++repeat) {
        const Fleet::Written written = fleet.write_files();
        const Cost ours = take_in(fleet, written);
        const Cost bare = cost_of(written, [&] { raw.take_in_together(fleet.written()); });
        together.push_back(bare.wall / ours.wall);
    }
    intake.ours = {median(wall), median(processor)};
    intake.raw = {median(raw_wall), median(raw_processor)};
    intake.ratio = median(ratios);
    intake.ratio_together = median(together);
    return intake;
}

/// Processor time of a round in which there is nothing to do, in microseconds.
double idle_round() {
    Fleet fleet(1);
    test::TestRecords records("new");
    SystemFiles files;
    sync::SyncOptions options;
    options.home = records.folder.path();
    options.sync_folder = fleet.path() / "hq" / "sync";
    options.schema_folder = fs::path(FOYER_SOURCE_DIR) / "assets" / "schemas";
    const auto enrolled = fleet.headquarters().enrol("idle-1");
    files.write_atomically(sync::enrolment_path(options.home), enrolled.file);
    sync::KioskExchange exchange(
        options, [&](const std::function<void(Journal&)>& step) { step(records.journal); },
        records.clock, records.random, files, {}, [](const sync::SyncState&) {});
    for (int round = 0; round < 4; ++round) {
        exchange.round();
        fleet.headquarters().run_once();
    }
    const std::clock_t start = std::clock();
    for (int round = 0; round < idle_rounds; ++round)
        exchange.round();
    return processor_microseconds(start) / idle_rounds;
}

}  // namespace

std::vector<Row> sync_intake() {
    std::vector<Row> rows;
    Fleet fleet(kiosks);
    RawIntake raw(fleet.path() / "raw.db");
    Intake first;
    double first_memory = 0;
    int grown = 0;
    for (const int history : {1, 10, 100}) {
        fleet.grow_history(history - grown,
                           [&](const Fleet::Round& round) { raw.take_in_together(round); });
        grown = history;
        const Intake intake = measure(fleet, raw);
        const double memory = resident_mebibytes();
        const std::string after = ", " + std::to_string(history) + "x history";
        rows.push_back({"take in files of 500 kiosks" + after, 1e6 / intake.ours.wall, "events/s",
                        "the same events in raw SQLite, a transaction a file, WAL/FULL",
                        intake.ratio, ">=0.4"});
        rows.push_back({"take in files of 500 kiosks" + after, 1e6 / intake.ours.wall, "events/s",
                        "the same events in raw SQLite, one transaction for all",
                        intake.ratio_together, ""});
        if (history == 1) {
            first = intake;
            first_memory = memory;
            rows.push_back({"bytes in the folder for an event", intake.bytes_an_event, "bytes", "",
                            std::nullopt, ""});
            continue;
        }
        // In processor time: how fast the disk flushes at one moment says nothing about growth.
        rows.push_back({"processor time of an event" + after, intake.ours.processor, "us",
                        "after 1x history", intake.ours.processor / first.ours.processor, "<=1.1"});
        rows.push_back({"the same of raw SQLite" + after, intake.raw.processor, "us",
                        "after 1x history", intake.raw.processor / first.raw.processor, ""});
        // A store that is too large for the processor's caches is slower for anybody.
        rows.push_back({"the one beside the other" + after,
                        intake.ours.processor / intake.raw.processor, "times", "after 1x history",
                        intake.ours.processor / intake.raw.processor /
                            (first.ours.processor / first.raw.processor),
                        "<=1.1"});
        rows.push_back({"resident memory" + after, memory, "MiB", "after 1x history",
                        memory / first_memory, "<=1.1"});
    }
    rows.push_back({"processor time of an idle sync round at a kiosk", idle_round(), "us", "",
                    std::nullopt, ""});
    return rows;
}

}  // namespace foyer::bench

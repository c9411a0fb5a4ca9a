#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "tests/shared/journal/records.h"

namespace foyer {
namespace {

namespace fs = std::filesystem;
using test::TestRecords;

constexpr std::string_view before_numbers = "0011";

std::string text_of(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A store as releases before the eleventh step left it: these events, and the first ones queued.
void make_old_store(const fs::path& file, const std::vector<Event>& events, std::size_t queued,
                    const Author& author) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    std::set<fs::path> steps;
    for (const auto& entry :
         fs::directory_iterator(fs::path(FOYER_SOURCE_DIR) / "shared" / "journal" / "migrations")) {
        const fs::path& step = entry.path();
        if (step.extension() == ".sql" && step.filename() < before_numbers) steps.insert(step);
    }
    for (const fs::path& step : steps)
        database.exec(text_of(step));
    database.exec("PRAGMA user_version=" + std::to_string(steps.size()));
    SQLite::Statement setting(database, "INSERT INTO setting VALUES (?, ?)");
    for (const auto& [name, value] : std::map<std::string, std::string>{
             {"author.kiosk", author.kiosk}, {"author.instance", author.instance}}) {
        SQLite::bind(setting, name, value);
        setting.exec();
        setting.reset();
    }
    SQLite::Statement insert(database,
                             "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Event& event : events) {
        SQLite::bind(insert, event.id, event.kiosk, event.stamp.wall, event.stamp.counter,
                     event.stamp.instance, std::int64_t(event.stamp.sequence), event.actor,
                     event.kind, event.version, event.body);
        insert.exec();
        insert.reset();
    }
    database.exec("INSERT INTO outbox SELECT position FROM event LIMIT " + std::to_string(queued));
}

}  // namespace

TEST_CASE("a store from before instances and subjects had numbers keeps every event and record") {
    TestRecords here("one", 1), there("two", 2);
    here.desk.register_visit(here.visitor("+8613655556666", "何青"));
    there.clock.advance(one_minute);
    there.desk.register_visit(there.visitor("+8613655556666", "何青青"));
    there.desk.register_visit(there.visitor("+8613700001111", "王芳"));
    here.take_in(there.all_events());
    const std::vector<Event> events = here.all_events();
    std::int64_t last_queued = 0;
    const std::vector<Event> queued = here.journal.queued(last_queued, events.size());
    REQUIRE(queued.size() < events.size());

    test::TemporaryFolder folder;
    const fs::path file = folder.path() / "store.db";
    make_old_store(file, events, queued.size(), here.journal.author());
    Store store(file);
    Journal journal(store, here.clock, here.random, "one");
    std::int64_t position = 0;
    CHECK(journal.after(position, events.size() + 1) == events);
    position = 0;
    CHECK(journal.queued(position, events.size()) == queued);
    CHECK(test::projections_of(store) == here.projections());

    // The next event goes on where the last one ended.
    const Id newest = [&] {
        Journal::Batch batch(journal);
        const Id id = batch.add("reception", "test.made", "{}");
        batch.commit();
        return id;
    }();
    CHECK(journal.find(newest)->stamp.sequence == queued.back().stamp.sequence + 1);
}

}  // namespace foyer

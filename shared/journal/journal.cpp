#include "shared/journal/journal.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "shared/journal/clamping.h"
#include "shared/projections/projector.h"
#include "shared/security/digest.h"

namespace foyer {
namespace {

// Events as they were told, with the name of their instance.
constexpr std::string_view told_events =
    "SELECT position, event.id, kiosk, wall, counter, instance.id AS instance, sequence, actor, "
    "kind, version, body FROM event CROSS JOIN instance ON number = event.instance ";

Event event_of(Statement& row) {
    Event event;
    event.id = row.getColumn("id").getString();
    event.kiosk = row.getColumn("kiosk").getString();
    event.stamp.wall = row.getColumn("wall").getInt64();
    event.stamp.counter = row.getColumn("counter").getUInt();
    event.stamp.instance = row.getColumn("instance").getString();
    event.stamp.sequence = std::uint64_t(row.getColumn("sequence").getInt64());
    event.actor = row.getColumn("actor").getString();
    event.kind = row.getColumn("kind").getString();
    event.version = row.getColumn("version").getInt();
    event.body = row.getColumn("body").getString();
    return event;
}

constexpr const char* observed_setting = "clock.observed";

/// Stamps go on after the last one written here and after those of others seen here, whatever the
/// wall clock says after a restart.
HybridClock resumed_clock(Store& store, const Clock& clock, const Id& instance) {
    std::pair<WallTime, std::uint32_t> last;
    if (const auto observed = store.setting(observed_setting)) last.first = std::stoll(*observed);
    Statement own(store.database(),
                  "SELECT wall, counter FROM event WHERE instance = "
                  "(SELECT number FROM instance WHERE id = ?) ORDER BY sequence DESC LIMIT 1");
    own.bind_all(instance);
    if (own.executeStep()) {
        last = std::max(last, {own.getColumn(0).getInt64(), own.getColumn(1).getUInt()});
    }
    return HybridClock(clock, last.first, last.second);
}

/// The number this store knows an instance by.
std::int64_t instance_number(Database& database, const Id& instance) {
    {
        Statement query(database, "SELECT number FROM instance WHERE id = ?");
        query.bind_all(instance);
        if (query.executeStep()) return query.getColumn(0).getInt64();
    }
    Statement(database, "INSERT INTO instance (id) VALUES (?)").run(instance);
    return database.getLastInsertRowid();
}

std::uint64_t last_sequence(Store& store, const Id& instance) {
    Statement query(store.database(),
                    "SELECT coalesce(max(sequence), 0) FROM event WHERE instance = "
                    "(SELECT number FROM instance WHERE id = ?)");
    query.bind_all(instance);
    query.executeStep();
    return std::uint64_t(query.getColumn(0).getInt64());
}

Author remembered_author(Store& store, const Clock& clock, Random& random, std::string_view kiosk) {
    if (!store.setting("author.instance")) {
        Transaction transaction(store.database());
        store.set_setting("author.kiosk", kiosk);
        store.set_setting("author.instance", random_id(clock.now(), random));
        transaction.commit();
    }
    return {store.setting("author.kiosk").value(), store.setting("author.instance").value()};
}

}  // namespace

Journal::Journal(Store& store, const Clock& clock, Random& random, std::string_view kiosk)
    : store_(store),
      clock_(clock),
      random_(random),
      author_(remembered_author(store, clock, random, kiosk)),
      hybrid_(resumed_clock(store, clock, author_.instance)),
      sequence_(last_sequence(store, author_.instance)) {
    if (store_.setting("projection.version") != std::to_string(projection_version)) {
        rebuild_projections();
    }
}

void Journal::rename(std::string_view kiosk) {
    store_.set_setting("author.kiosk", kiosk);
    author_.kiosk = kiosk;
}

Journal::Batch::Batch(Journal& journal)
    : journal_(journal),
      transaction_(journal.store_.database()),
      clock_before_(journal.hybrid_),
      sequence_before_(journal.sequence_) {}

Journal::Batch::~Batch() {
    if (committed_) return;
    journal_.hybrid_ = clock_before_;
    journal_.sequence_ = sequence_before_;
}

Id Journal::Batch::add(std::string_view actor, std::string_view kind, std::string body) {
    Event event;
    event.stamp = journal_.hybrid_.next();
    event.stamp.instance = journal_.author_.instance;
    event.stamp.sequence = ++journal_.sequence_;
    event.id = random_id(event.stamp.wall, journal_.random_);
    event.kiosk = journal_.author_.kiosk;
    event.actor = actor;
    event.kind = kind;
    event.body = std::move(body);
    if (instance_ == 0) {
        instance_ = instance_number(journal_.store_.database(), event.stamp.instance);
    }
    journal_.insert(event, instance_, true, subjects_);
    return event.id;
}

std::size_t Journal::Batch::take_in(const std::vector<Event>& events, Strange* strange) {
    return journal_.receive(events, strange, subjects_);
}

void Journal::Batch::commit() {
    try {
        fold_subjects(journal_.store_.database(), subjects_);
        transaction_.commit();
        committed_ = true;
    } catch (const SQLite::Exception& error) {
        rethrow_as_store_error(error);
    }
}

void Journal::renew_instance(const std::function<void()>& also) {
    const Id instance = random_id(clock_.now(), random_);
    Transaction transaction(store_.database());
    also();
    store_.set_setting("author.instance", instance);
    store_.set_setting(observed_setting, std::to_string(hybrid_.wall() + 1));
    transaction.commit();
    author_.instance = instance;
    sequence_ = 0;
}

std::size_t Journal::take_in(const std::vector<Event>& events, Strange* strange) {
    std::vector<Subject> subjects;
    const std::size_t fresh = receive(events, strange, subjects);
    fold_subjects(store_.database(), subjects);
    return fresh;
}

std::size_t Journal::receive(const std::vector<Event>& events, Strange* strange,
                             std::vector<Subject>& subjects) {
    std::size_t fresh = 0;
    std::int64_t instance = 0;
    const Id* named = nullptr;
    for (const Event& event : events) {
        if (!named || *named != event.stamp.instance) {
            named = &event.stamp.instance;
            instance = instance_number(store_.database(), *named);
        }
        const bool inserted = insert(event, instance, false, subjects);
        if (strange) notice(event, instance, inserted, *strange);
        if (!inserted) continue;
        hybrid_.observe(event.stamp);
        ++fresh;
    }
    // The millisecond after it, whatever its counter.
    if (fresh != 0) store_.set_setting(observed_setting, std::to_string(hybrid_.wall() + 1));
    return fresh;
}

bool Journal::insert(const Event& event, std::int64_t instance, bool own,
                     std::vector<Subject>& subjects) {
    Database& database = store_.database();
    Statement insert(database,
                     "INSERT INTO event (id, kiosk, wall, counter, instance, sequence, "
                     "actor, kind, version, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (id) DO NOTHING");
    try {
        const int inserted = insert.run(
            event.id, event.kiosk, event.stamp.wall, event.stamp.counter, instance,
            std::int64_t(event.stamp.sequence), event.actor, event.kind, event.version, event.body);
        if (inserted == 0) return false;
    } catch (const SQLite::Exception& error) {
        rethrow_as_store_error(error);
    }
    const std::int64_t position = database.getLastInsertRowid();
    link_subjects(database, event, position, subjects);
    if (event.kind == clock_clamped) apply_clamped(database, event, subjects);
    if (own) {
        Statement queue(database, "INSERT INTO outbox VALUES (?)");
        queue.bind_all(position);
        queue.exec();
    }
    return true;
}

void Journal::notice(const Event& event, std::int64_t instance, bool inserted, Strange& strange) {
    if (inserted) {
        Statement same(store_.database(),
                       "SELECT count(*) FROM event WHERE instance = ? AND sequence = ?");
        same.bind_all(instance, std::int64_t(event.stamp.sequence));
        same.executeStep();
        if (same.getColumn(0).getInt() > 1) strange.twins.push_back(event.id);
        return;
    }
    if (find(event.id) != event) strange.altered.push_back(event.id);
}

std::optional<Event> Journal::find(const Id& event) {
    Statement query(store_.database(), std::string(told_events).append("WHERE event.id = ?"));
    query.bind_all(event);
    if (!query.executeStep()) return std::nullopt;
    return event_of(query);
}

std::vector<Event> Journal::read(const char* which, std::int64_t& position, std::size_t limit) {
    Statement query(store_.database(), std::string(told_events).append(which));
    query.bind_all(position, std::int64_t(limit));
    std::vector<Event> events;
    while (query.executeStep()) {
        events.push_back(event_of(query));
        position = query.getColumn("position").getInt64();
    }
    return events;
}

std::vector<Event> Journal::after(std::int64_t& position, std::size_t limit) {
    return read("WHERE position > ? ORDER BY position LIMIT ?", position, limit);
}

std::vector<Event> Journal::queued(std::int64_t& position, std::size_t limit) {
    return read(
        "WHERE position > ? AND position IN (SELECT position FROM outbox) ORDER BY position "
        "LIMIT ?",
        position, limit);
}

void Journal::rebuild_projections() {
    Transaction transaction(store_.database());
    fold_everything(store_.database());
    store_.set_setting("projection.version", std::to_string(projection_version));
    transaction.commit();
}

}  // namespace foyer

#include "shared/journal/clamping.h"

#include <map>
#include <nlohmann/json.hpp>

namespace foyer {
namespace {

constexpr std::size_t most_named = 200;

}  // namespace

void note_clamped(Database& database, const std::vector<Event>& events, WallTime received_at) {
    for (const Event& event : events) {
        if (event.stamp.wall <= received_at + HybridClock::furthest_ahead) continue;
        Statement insert(database, "INSERT OR IGNORE INTO event_clamp VALUES (?, ?, 0)");
        insert.bind_all(event.id, received_at);
        insert.exec();
    }
}

void announce_clamped(Journal& journal) {
    Database& database = journal.store().database();
    std::map<WallTime, std::vector<std::vector<Id>>> groups;
    {
        Statement query(database,
                        "SELECT event, wall FROM event_clamp WHERE announced = 0 ORDER BY event");
        while (query.executeStep()) {
            auto& lists = groups[query.getColumn(1).getInt64()];
            if (lists.empty() || lists.back().size() == most_named) lists.emplace_back();
            lists.back().push_back(query.getColumn(0).getString());
        }
    }
    if (groups.empty()) return;
    Journal::Batch batch(journal);
    for (const auto& [wall, lists] : groups)
        for (const std::vector<Id>& events : lists)
            batch.add("hq", clock_clamped,
                      nlohmann::json{{"wall", wall}, {"events", events}}.dump());
    batch.commit();
}

void apply_clamped(Database& database, const Event& event, std::vector<Subject>& subjects) {
    const auto body = nlohmann::json::parse(event.body, nullptr, false);
    if (!body.is_object() || !body.contains("wall") || !body["wall"].is_number_integer()) return;
    if (!body.contains("events") || !body["events"].is_array()) return;
    const auto wall = body["wall"].get<WallTime>();
    for (const auto& named : body["events"]) {
        if (!named.is_string()) continue;
        // Said twice, after a restore: the earlier moment counts, wherever it is heard first.
        Statement clamp(database,
                        "INSERT INTO event_clamp VALUES (?, ?, 1) ON CONFLICT (event) DO UPDATE "
                        "SET announced = 1, wall = min(wall, excluded.wall)");
        clamp.bind_all(named.get<std::string>(), wall);
        clamp.exec();
        Statement query(database,
                        "SELECT name, number FROM event JOIN event_subject USING (position) "
                        "JOIN subject ON number = subject WHERE event.id = ?");
        query.bind_all(named.get<std::string>());
        while (query.executeStep())
            subjects.push_back({query.getColumn(0).getString(), query.getColumn(1).getInt64()});
    }
}

}  // namespace foyer

#include "sync/folder/gather.h"

#include "sync/format/envelope.h"

namespace foyer::sync {
namespace {

constexpr std::size_t events_a_read = 200;

std::int64_t position_of(Journal& journal, const Id& event) {
    SQLite::Statement query(journal.store().database(), "SELECT position FROM event WHERE id = ?");
    query.bind(1, event);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

}  // namespace

Gathered gather(Journal& journal, std::int64_t position,
                const std::function<bool(const Event&)>& wanted) {
    Gathered gathered{{}, position};
    std::size_t filled = 0;
    while (true) {
        std::int64_t read_to = gathered.position;
        std::vector<Event> events = journal.after(read_to, events_a_read);
        if (events.empty()) return gathered;
        for (Event& event : events) {
            if (!wanted(event)) continue;
            filled += weight(event);
            const bool full = gathered.events.size() == most_events || filled > heaviest_bundle;
            if (full && !gathered.events.empty()) {
                gathered.position = position_of(journal, gathered.events.back().id);
                return gathered;
            }
            gathered.events.push_back(std::move(event));
        }
        gathered.position = read_to;
    }
}

}  // namespace foyer::sync

#include "sync/folder/gather.h"

#include "sync/format/event_json.h"
#include "sync/format/sealed.h"

namespace foyer::sync {
namespace {

constexpr std::size_t events_a_read = 200;

using Reader = std::function<std::vector<Event>(std::int64_t&, std::size_t)>;

std::int64_t position_of(Journal& journal, const Id& event) {
    Statement query(journal.store().database(), "SELECT position FROM event WHERE id = ?");
    query.bind_all(event);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

Gathered gather_from(Journal& journal, std::int64_t position, const Reader& read,
                     const std::function<bool(const Event&)>& wanted, const Capacity& capacity) {
    Gathered gathered{{}, position};
    std::size_t filled = 0;
    while (true) {
        std::int64_t read_to = gathered.position;
        std::vector<Event> events = read(read_to, events_a_read);
        if (events.empty()) return gathered;
        for (Event& event : events) {
            if (!wanted(event)) continue;
            filled += weight(event);
            const bool full = gathered.events.size() == capacity.events || filled > capacity.weight;
            if (full && !gathered.events.empty()) {
                gathered.position = position_of(journal, gathered.events.back().id);
                return gathered;
            }
            gathered.events.push_back(std::move(event));
        }
        gathered.position = read_to;
    }
}

}  // namespace

const Capacity one_file{most_events, heaviest_bundle};
const Capacity one_part{most_events_a_part, heaviest_part};

Gathered gather(Journal& journal, std::int64_t position,
                const std::function<bool(const Event&)>& wanted, const Capacity& capacity) {
    const Reader read = [&](std::int64_t& from, std::size_t limit) {
        return journal.after(from, limit);
    };
    return gather_from(journal, position, read, wanted, capacity);
}

Gathered gather_queued(Journal& journal, std::int64_t position) {
    const Reader read = [&](std::int64_t& from, std::size_t limit) {
        return journal.queued(from, limit);
    };
    return gather_from(
        journal, position, read, [](const Event&) { return true; }, one_file);
}

}  // namespace foyer::sync

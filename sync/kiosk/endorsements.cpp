#include "sync/kiosk/endorsements.h"

#include <algorithm>
#include <cstring>

#include "shared/security/digest.h"

namespace foyer::sync {
namespace {

constexpr std::size_t id_size = 16;

}  // namespace

void Endorsements::keep(const Endorsement& endorsement, const std::vector<Event>& events) {
    std::string digests, ids;
    for (const Digest& digest : endorsement.digests)
        digests.append(reinterpret_cast<const char*>(digest.data()), digest.size());
    for (const Event& event : events) {
        const auto id = id_bytes(event.id);
        ids.append(reinterpret_cast<const char*>(id.data()), id.size());
    }
    Statement insert(journal_.store().database(),
                     "INSERT OR IGNORE INTO sync_endorsement (key, signature, digests, events) "
                     "VALUES (?, ?, ?, ?)");
    SQLite::Statement& row = insert;
    row.bind(1, endorsement.key);
    row.bind(2, endorsement.signature.data(), int(endorsement.signature.size()));
    row.bind(3, digests.data(), int(digests.size()));
    row.bind(4, ids.data(), int(ids.size()));
    insert.exec();
}

std::optional<ReturnedEvents> Endorsements::next(std::int64_t& number, const Common& common) {
    Statement query(journal_.store().database(),
                    "SELECT number, key, signature, digests, events FROM sync_endorsement WHERE "
                    "number > ? ORDER BY number");
    query.bind_all(number);
    while (query.executeStep()) {
        number = query.getColumn(0).getInt64();
        ReturnedEvents returned;
        returned.events = events_of(query.getColumn(4).getString(), common);
        if (returned.events.empty()) continue;
        returned.endorsement.key = query.getColumn(1).getString();
        const std::string signature = query.getColumn(2).getString();
        const std::string digests = query.getColumn(3).getString();
        std::copy_n(signature.begin(),
                    std::min(signature.size(), returned.endorsement.signature.size()),
                    returned.endorsement.signature.begin());
        returned.endorsement.digests.resize(digests.size() / sizeof(Digest));
        std::memcpy(returned.endorsement.digests.data(), digests.data(),
                    returned.endorsement.digests.size() * sizeof(Digest));
        return returned;
    }
    return std::nullopt;
}

std::vector<Event> Endorsements::events_of(const std::string& ids, const Common& common) {
    std::vector<Event> events;
    for (std::size_t at = 0; at + id_size <= ids.size(); at += id_size) {
        std::array<std::uint8_t, id_size> id{};
        std::memcpy(id.data(), ids.data() + at, id.size());
        auto event = journal_.find(to_hex(id));
        if (event && !is_in(common, *event)) events.push_back(std::move(*event));
    }
    return events;
}

}  // namespace foyer::sync

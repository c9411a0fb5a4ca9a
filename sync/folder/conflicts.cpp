#include "sync/folder/conflicts.h"

#include <utility>

namespace foyer::sync {
namespace {

constexpr std::pair<ConflictKind, std::string_view> words[] = {
    {ConflictKind::fork, "fork"},
    {ConflictKind::twin_event, "twin_event"},
    {ConflictKind::altered_event, "altered_event"},
    {ConflictKind::refused_file, "refused_file"},
    {ConflictKind::refused_event, "refused_event"},
    {ConflictKind::claimed_past, "claimed_past"},
    {ConflictKind::new_instance, "new_instance"},
    {ConflictKind::epoch_raised, "epoch_raised"},
    {ConflictKind::second_stream, "second_stream"},
    {ConflictKind::older_keys, "older_keys"},
};

ConflictKind kind_of(const std::string& text) {
    for (const auto& [kind, known] : words)
        if (known == text) return kind;
    throw StoreError(StoreError::Reason::damaged, "the store holds an unknown kind of conflict");
}

}  // namespace

std::string_view word(ConflictKind kind) {
    for (const auto& [known, text] : words)
        if (known == kind) return text;
    return "";
}

bool Conflicts::note(const Conflict& conflict) {
    Statement insert(database_,
                     "INSERT INTO sync_conflict (noticed_at, kind, kiosk, instance, seq, subject, "
                     "detail, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    SQLite::Statement& row = insert;
    row.bind(1, conflict.noticed_at);
    row.bind(2, std::string(word(conflict.kind)));
    row.bind(3, conflict.kiosk);
    row.bind(4, conflict.instance);
    row.bind(5, std::int64_t(conflict.seq));
    row.bind(6, conflict.subject);
    row.bind(7, conflict.detail);
    row.bind(8, conflict.content.data(), int(conflict.content.size()));
    return insert.exec() > 0;
}

std::vector<Conflict> Conflicts::all() {
    Statement query(database_,
                    "SELECT number, noticed_at, kind, kiosk, instance, seq, subject, detail FROM "
                    "sync_conflict ORDER BY number DESC");
    std::vector<Conflict> conflicts;
    while (query.executeStep()) {
        Conflict conflict;
        conflict.number = query.getColumn(0).getInt64();
        conflict.noticed_at = query.getColumn(1).getInt64();
        conflict.kind = kind_of(query.getColumn(2).getString());
        conflict.kiosk = query.getColumn(3).getString();
        conflict.instance = query.getColumn(4).getString();
        conflict.seq = std::uint64_t(query.getColumn(5).getInt64());
        conflict.subject = query.getColumn(6).getString();
        conflict.detail = query.getColumn(7).getString();
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

std::int64_t Conflicts::count() {
    return database_.number("SELECT count(*) FROM sync_conflict");
}

}  // namespace foyer::sync

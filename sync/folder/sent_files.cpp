#include "sync/folder/sent_files.h"

#include <algorithm>

namespace foyer::sync {
namespace {

constexpr const char* columns =
    "SELECT recipient, instance, seq, name, hash, events, position, state, written_at FROM "
    "sync_sent WHERE recipient = ? AND removed = 0 AND ";
// A hello is in the folder as long as its stream goes on.
constexpr const char* is_to_stand =
    "(state IN ('frozen', 'published') OR (state IN ('applied', 'archived') AND name LIKE "
    "'hello-%'))";

std::vector<FrozenFile> files_in(Statement& query) {
    std::vector<FrozenFile> files;
    while (query.executeStep()) {
        FrozenFile file;
        file.recipient = query.getColumn("recipient").getString();
        file.instance = query.getColumn("instance").getString();
        file.seq = std::uint64_t(query.getColumn("seq").getInt64());
        file.name = query.getColumn("name").getString();
        file.hash = query.getColumn("hash").getString();
        file.events = query.getColumn("events").getInt64();
        file.position = query.getColumn("position").getInt64();
        const std::string state = query.getColumn("state").getString();
        file.published = state != "frozen";
        file.settled = state == "applied" || state == "archived";
        file.written_at = query.getColumn("written_at").getInt64();
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace

StreamEnd SentFiles::end(const std::string& recipient, const Id& instance) {
    Statement query(database_,
                    "SELECT seq, hash FROM sync_sent WHERE recipient = ?1 AND instance = ?2 "
                    "UNION ALL SELECT seq, hash FROM sync_dropped "
                    "WHERE recipient = ?1 AND instance = ?2 ORDER BY seq DESC LIMIT 1");
    query.bind_all(recipient, instance);
    if (!query.executeStep()) return {};
    return {std::uint64_t(query.getColumn(0).getInt64()), query.getColumn(1).getString()};
}

void SentFiles::freeze(const FrozenFile& file, WallTime now) {
    Statement insert(database_,
                     "INSERT INTO sync_sent (recipient, instance, seq, name, hash, bytes, events, "
                     "frozen_at, state, code, removed, position) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'frozen', '', 0, ?)");
    SQLite::Statement& row = insert;
    row.bind(1, file.recipient);
    row.bind(2, file.instance);
    row.bind(3, std::int64_t(file.seq));
    row.bind(4, file.name);
    row.bind(5, file.hash);
    row.bind(6, file.bytes.data(), int(file.bytes.size()));
    row.bind(7, file.events);
    row.bind(8, now);
    row.bind(9, file.position);
    insert.exec();
}

std::vector<FrozenFile> SentFiles::standing(const std::string& recipient) {
    Statement query(database_, std::string(columns) + is_to_stand + " ORDER BY instance, seq");
    query.bind_all(recipient);
    return files_in(query);
}

std::string SentFiles::bytes(const FrozenFile& file) {
    Statement query(database_,
                    "SELECT bytes FROM sync_sent WHERE recipient = ? AND instance = ? AND seq = ?");
    query.bind_all(file.recipient, file.instance, std::int64_t(file.seq));
    if (!query.executeStep()) {
        throw StoreError(StoreError::Reason::damaged, "the bytes of " + file.name + " are gone");
    }
    return query.getColumn(0).getString();
}

void SentFiles::mark_published(const FrozenFile& file, WallTime now) {
    Statement update(database_,
                     "UPDATE sync_sent SET written_at = ?, state = CASE state WHEN 'frozen' THEN "
                     "'published' ELSE state END WHERE recipient = ? AND instance = ? AND seq = ?");
    update.bind_all(now, file.recipient, file.instance, std::int64_t(file.seq));
    update.exec();
}

Heard SentFiles::acknowledge(const std::string& recipient, const Acknowledgement& word) {
    using Level = AcknowledgementLevel;
    const StreamEnd last = end(recipient, word.instance);
    if (last.seq == 0) return Heard::strange;
    const bool about_one = word.level == Level::rejected || word.level == Level::stored;
    Statement query(database_,
                    "SELECT hash FROM sync_sent WHERE recipient = ? AND instance = ? AND seq = ?");
    query.bind_all(recipient, word.instance, std::int64_t(word.seq));
    const bool found = query.executeStep();
    const bool same = found && query.getColumn(0).getString() == word.hash;
    query.reset();
    // A rejected file that is not ours is a clone's: its writer will hear of it, too.
    if (!same && about_one) return Heard::noted;
    if (!found) return word.seq > last.seq ? Heard::beyond : Heard::noted;
    if (!same) return Heard::beyond;
    if (word.level == Level::stored) return Heard::noted;
    if (word.level == Level::rejected) {
        return reject(recipient, word) ? Heard::refused : Heard::noted;
    }
    const bool archived = word.level == Level::archived;
    Statement update(database_,
                     archived ? "UPDATE sync_sent SET state = 'archived' WHERE recipient = ? AND "
                                "instance = ? AND seq <= ? AND state IN "
                                "('frozen', 'published', 'applied')"
                              : "UPDATE sync_sent SET state = 'applied' WHERE recipient = ? AND "
                                "instance = ? AND seq <= ? AND state IN ('frozen', 'published')");
    update.bind_all(recipient, word.instance, std::int64_t(word.seq));
    update.exec();
    return Heard::noted;
}

bool SentFiles::reject(const std::string& recipient, const Acknowledgement& word) {
    if (word.events > 0) {
        Statement update(database_,
                         "UPDATE sync_sent SET code = ?, refused = ? WHERE recipient = ? AND "
                         "instance = ? AND seq = ?");
        update.bind_all(word.code, std::int64_t(word.events), recipient, word.instance,
                        std::int64_t(word.seq));
        update.exec();
        return false;
    }
    Statement update(database_,
                     "UPDATE sync_sent SET code = ?, state = 'rejected' WHERE recipient = ? AND "
                     "instance = ? AND seq = ? AND state IN ('frozen', 'published')");
    update.bind_all(word.code, recipient, word.instance, std::int64_t(word.seq));
    const bool news = update.exec() > 0;
    Statement query(database_,
                    "SELECT name FROM sync_sent WHERE recipient = ? AND instance = ? AND seq = ?");
    query.bind_all(recipient, word.instance, std::int64_t(word.seq));
    return news && query.executeStep() &&
           query.getColumn(0).getString().starts_with(kind_word(FileKind::events));
}

bool SentFiles::wrote(const std::string& recipient, const Acknowledgement& word) {
    Statement query(database_,
                    "SELECT 1 FROM sync_sent WHERE recipient = ? AND instance = ? AND seq = ? AND "
                    "hash = ?");
    query.bind_all(recipient, word.instance, std::int64_t(word.seq), word.hash);
    return query.executeStep();
}

std::map<std::uint64_t, std::string> SentFiles::known(const std::string& recipient,
                                                      const Id& instance) {
    Statement query(database_,
                    "SELECT seq, hash FROM sync_sent WHERE recipient = ? AND instance = ?");
    query.bind_all(recipient, instance);
    std::map<std::uint64_t, std::string> hashes;
    while (query.executeStep())
        hashes[std::uint64_t(query.getColumn(0).getInt64())] = query.getColumn(1).getString();
    return hashes;
}

bool SentFiles::want(const std::string& recipient, const Id& instance,
                     const std::vector<SequenceRange>& ranges) {
    const std::uint64_t last = end(recipient, instance).seq;
    bool whole = true;
    for (const SequenceRange& range : ranges) {
        if (range.from > last) continue;
        const std::uint64_t to = std::min(range.to, last);
        // Frozen again: written anew even if a file of that name lies there, torn perhaps.
        Statement update(database_,
                         "UPDATE sync_sent SET state = 'frozen', removed = 0 WHERE recipient = ? "
                         "AND instance = ? AND seq BETWEEN ? AND ? AND state <> 'replaced' AND "
                         "NOT (removed = 1 AND name LIKE 'snapshot-%')");
        update.bind_all(recipient, instance, std::int64_t(range.from), std::int64_t(to));
        whole = std::uint64_t(update.exec()) == to - range.from + 1 && whole;
    }
    return whole;
}

std::int64_t SentFiles::applied_position(const std::string& recipient, const Id& instance) {
    Statement query(database_,
                    "SELECT max(position) FROM (SELECT position FROM sync_sent WHERE recipient = "
                    "?1 AND instance = ?2 AND state IN ('applied', 'archived') UNION ALL SELECT "
                    "position FROM sync_dropped WHERE recipient = ?1 AND instance = ?2)");
    query.bind_all(recipient, instance);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

void SentFiles::replace_before(const std::string& recipient, const Id& instance,
                               std::uint64_t seq) {
    Statement update(database_,
                     "UPDATE sync_sent SET state = 'replaced' WHERE recipient = ? AND instance = ? "
                     "AND seq < ? AND state IN ('frozen', 'published') AND name NOT LIKE "
                     "'hello-%'");
    update.bind_all(recipient, instance, std::int64_t(seq));
    update.exec();
}

void SentFiles::retire(const std::string& recipient) {
    Statement update(database_,
                     std::string("UPDATE sync_sent SET state = 'replaced' WHERE recipient = ? "
                                 "AND ") +
                         is_to_stand);
    update.bind_all(recipient);
    update.exec();
}

std::vector<FrozenFile> SentFiles::prunable(const std::string& recipient) {
    Statement query(database_,
                    std::string(columns) + "NOT " + is_to_stand + " ORDER BY instance, seq");
    query.bind_all(recipient);
    return files_in(query);
}

void SentFiles::mark_removed(const FrozenFile& file) {
    Statement update(database_,
                     "UPDATE sync_sent SET removed = 1 WHERE recipient = ? AND instance = ? AND "
                     "seq = ?");
    update.bind_all(file.recipient, file.instance, std::int64_t(file.seq));
    update.exec();
    Statement parts(database_,
                    "DELETE FROM sync_part WHERE recipient = ? AND instance = ? AND seq = ?");
    parts.bind_all(file.recipient, file.instance, std::int64_t(file.seq));
    parts.exec();
}

void SentFiles::drop(const std::string& recipient, bool applied_too) {
    const std::string gone = applied_too ? "removed = 1 AND state <> 'rejected'"
                                         : "removed = 1 AND state IN ('archived', 'replaced')";
    const std::string of_recipient = "recipient = ? AND " + gone;
    Statement any(database_, "SELECT 1 FROM sync_sent WHERE " + of_recipient + " LIMIT 1");
    any.bind_all(recipient);
    const bool nothing = !any.executeStep();
    any.reset();
    if (nothing) return;
    Transaction transaction(database_);
    Statement sums(database_,
                   // The hash of the last of them: a bare column beside two maxima is any row's.
                   "INSERT INTO sync_dropped SELECT recipient, instance, max(seq), "
                   "substr(max(printf('%020d', seq) || hash), 21), "
                   "max(CASE state WHEN 'replaced' THEN 0 ELSE position END), "
                   "sum(CASE state WHEN 'replaced' THEN 0 ELSE events - refused END), sum(refused) "
                   "FROM sync_sent WHERE " +
                       of_recipient +
                       " GROUP BY recipient, instance ON CONFLICT (recipient, instance) DO UPDATE "
                       "SET hash = CASE WHEN excluded.seq > seq THEN excluded.hash ELSE hash END, "
                       "seq = max(seq, excluded.seq), position = max(position, excluded.position), "
                       "events = events + excluded.events, refused = refused + excluded.refused");
    sums.bind_all(recipient);
    sums.exec();
    Statement rows(database_, "DELETE FROM sync_sent WHERE " + of_recipient);
    rows.bind_all(recipient);
    rows.exec();
    transaction.commit();
}

SentCounts SentFiles::counts(const std::string& recipient) {
    Statement query(database_,
                    "SELECT state, sum(events - refused), sum(refused) FROM sync_sent WHERE "
                    "recipient = ?1 GROUP BY state UNION ALL SELECT 'applied', sum(events), "
                    "sum(refused) FROM sync_dropped WHERE recipient = ?1");
    query.bind_all(recipient);
    SentCounts counts;
    while (query.executeStep()) {
        const std::string state = query.getColumn(0).getString();
        const std::int64_t events = query.getColumn(1).getInt64();
        if (state != "replaced") counts.rejected += query.getColumn(2).getInt64();
        if (state == "frozen") counts.frozen += events;
        if (state == "published") counts.published += events;
        if (state == "applied" || state == "archived") counts.applied += events;
        if (state == "rejected") counts.rejected += events;
    }
    return counts;
}

}  // namespace foyer::sync

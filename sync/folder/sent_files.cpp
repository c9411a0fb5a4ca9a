#include "sync/folder/sent_files.h"

namespace foyer::sync {
namespace {

std::vector<FrozenFile> files_in(SQLite::Statement& query) {
    std::vector<FrozenFile> files;
    while (query.executeStep()) {
        FrozenFile file;
        file.recipient = query.getColumn("recipient").getString();
        file.instance = query.getColumn("instance").getString();
        file.seq = std::uint64_t(query.getColumn("seq").getInt64());
        file.name = query.getColumn("name").getString();
        file.hash = query.getColumn("hash").getString();
        file.events = query.getColumn("events").getInt64();
        file.published = query.getColumn("state").getString() != "frozen";
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace

StreamEnd SentFiles::end(const std::string& recipient, const Id& instance) {
    SQLite::Statement query(database_,
                            "SELECT seq, hash FROM sync_sent WHERE recipient = ? AND instance = ? "
                            "ORDER BY seq DESC LIMIT 1");
    SQLite::bind(query, recipient, instance);
    if (!query.executeStep()) return {};
    return {std::uint64_t(query.getColumn(0).getInt64()), query.getColumn(1).getString()};
}

void SentFiles::freeze(const FrozenFile& file, WallTime now) {
    SQLite::Statement insert(database_,
                             "INSERT INTO sync_sent (recipient, instance, seq, name, hash, bytes, "
                             "events, frozen_at, state, code, removed) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'frozen', '', 0)");
    insert.bind(1, file.recipient);
    insert.bind(2, file.instance);
    insert.bind(3, std::int64_t(file.seq));
    insert.bind(4, file.name);
    insert.bind(5, file.hash);
    insert.bind(6, file.bytes.data(), int(file.bytes.size()));
    insert.bind(7, file.events);
    insert.bind(8, now);
    insert.exec();
}

std::vector<FrozenFile> SentFiles::standing(const std::string& recipient) {
    SQLite::Statement query(database_,
                            "SELECT recipient, instance, seq, name, hash, events, state FROM "
                            "sync_sent WHERE recipient = ? AND removed = 0 AND state IN "
                            "('frozen', 'published') ORDER BY instance, seq");
    query.bind(1, recipient);
    return files_in(query);
}

std::string SentFiles::bytes(const FrozenFile& file) {
    SQLite::Statement query(database_,
                            "SELECT bytes FROM sync_sent WHERE recipient = ? AND instance = ? AND "
                            "seq = ?");
    SQLite::bind(query, file.recipient, file.instance, std::int64_t(file.seq));
    query.executeStep();
    return query.getColumn(0).getString();
}

void SentFiles::mark_published(const FrozenFile& file) {
    SQLite::Statement update(database_,
                             "UPDATE sync_sent SET state = 'published' WHERE recipient = ? AND "
                             "instance = ? AND seq = ? AND state = 'frozen'");
    SQLite::bind(update, file.recipient, file.instance, std::int64_t(file.seq));
    update.exec();
}

bool SentFiles::acknowledge(const std::string& recipient, const Acknowledgement& word) {
    SQLite::Statement query(database_,
                            "SELECT hash FROM sync_sent WHERE recipient = ? AND instance = ? AND "
                            "seq = ?");
    SQLite::bind(query, recipient, word.instance, std::int64_t(word.seq));
    if (!query.executeStep() || query.getColumn(0).getString() != word.hash) return false;
    // Stored is news for the sync page of a later release; archived says more than applied.
    if (word.level == AcknowledgementLevel::stored) return true;
    const bool rejected = word.level == AcknowledgementLevel::rejected;
    SQLite::Statement update(
        database_, rejected ? "UPDATE sync_sent SET state = 'rejected', code = ? WHERE "
                              "recipient = ? AND instance = ? AND seq = ? AND state = 'published'"
                            : "UPDATE sync_sent SET state = 'applied', code = ? WHERE recipient = "
                              "? AND instance = ? AND seq <= ? AND state <> 'applied'");
    SQLite::bind(update, word.code, recipient, word.instance, std::int64_t(word.seq));
    update.exec();
    return true;
}

void SentFiles::replace_before(const std::string& recipient, std::uint64_t seq) {
    SQLite::Statement update(database_,
                             "UPDATE sync_sent SET state = 'replaced' WHERE recipient = ? AND "
                             "seq < ?");
    SQLite::bind(update, recipient, std::int64_t(seq));
    update.exec();
}

std::vector<FrozenFile> SentFiles::prunable(const std::string& recipient) {
    SQLite::Statement query(database_,
                            "SELECT recipient, instance, seq, name, hash, events, state FROM "
                            "sync_sent WHERE recipient = ? AND removed = 0 AND state IN "
                            "('applied', 'replaced') ORDER BY instance, seq");
    query.bind(1, recipient);
    return files_in(query);
}

void SentFiles::mark_removed(const FrozenFile& file) {
    SQLite::Statement update(database_,
                             "UPDATE sync_sent SET removed = 1 WHERE recipient = ? AND instance = "
                             "? AND seq = ?");
    SQLite::bind(update, file.recipient, file.instance, std::int64_t(file.seq));
    update.exec();
}

SentCounts SentFiles::counts(const std::string& recipient) {
    SQLite::Statement query(database_,
                            "SELECT state, sum(events) FROM sync_sent WHERE recipient = ? GROUP BY "
                            "state");
    query.bind(1, recipient);
    SentCounts counts;
    while (query.executeStep()) {
        const std::string state = query.getColumn(0).getString();
        const std::int64_t events = query.getColumn(1).getInt64();
        if (state == "frozen") counts.frozen = events;
        if (state == "published") counts.published = events;
        if (state == "applied") counts.applied = events;
        if (state == "rejected") counts.rejected = events;
    }
    return counts;
}

}  // namespace foyer::sync

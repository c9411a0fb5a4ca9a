#include "sync/folder/received_streams.h"

#include <nlohmann/json.hpp>

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::int64_t most_waiting = 200;
constexpr std::int64_t most_rejections_told = 200;
// A file may be on its way: what is missing is asked for only after a while, and not all the time.
constexpr WallTime patience = one_minute;
constexpr WallTime between_askings = 10 * one_minute;

std::vector<SequenceRange> ranges_in(const std::string& text) {
    std::vector<SequenceRange> ranges;
    if (text.empty()) return ranges;
    for (const json& item : json::parse(text))
        ranges.push_back({item.at(0).get<std::uint64_t>(), item.at(1).get<std::uint64_t>()});
    return ranges;
}

std::string text_of(const std::vector<SequenceRange>& ranges) {
    if (ranges.empty()) return "";
    json list = json::array();
    for (const SequenceRange& range : ranges)
        list.push_back({range.from, range.to});
    return list.dump();
}

StreamMark mark_in(Statement& row) {
    StreamMark mark;
    mark.sender = row.getColumn("sender").getString();
    mark.instance = row.getColumn("instance").getString();
    mark.seq = std::uint64_t(row.getColumn("seq").getInt64());
    mark.hash = row.getColumn("hash").getString();
    mark.events = row.getColumn("events").getInt64();
    mark.clock = row.getColumn("clock").getInt64();
    mark.taken_at = row.getColumn("taken_at").getInt64();
    mark.owed = row.getColumn("owed").getInt() != 0;
    mark.archived_seq = std::uint64_t(row.getColumn("archived_seq").getInt64());
    mark.archived_hash = row.getColumn("archived_hash").getString();
    mark.wants = ranges_in(row.getColumn("wants").getString());
    mark.wanted_since = row.getColumn("wanted_since").getInt64();
    mark.asked_at = row.getColumn("asked_at").getInt64();
    return mark;
}

/// Clocks may be set back: then it is time, too.
bool long_ago(WallTime then, WallTime now, WallTime span) {
    return now - then >= span || now < then;
}

}  // namespace

std::vector<StreamMark> ReceivedStreams::of(const std::string& sender) {
    Statement query(database_, "SELECT * FROM sync_received WHERE sender = ? ORDER BY instance");
    query.bind_all(sender);
    std::vector<StreamMark> marks;
    while (query.executeStep())
        marks.push_back(mark_in(query));
    return marks;
}

StreamMark ReceivedStreams::mark(const std::string& sender, const Id& instance) {
    Statement query(database_, "SELECT * FROM sync_received WHERE sender = ? AND instance = ?");
    query.bind_all(sender, instance);
    if (query.executeStep()) return mark_in(query);
    StreamMark none;
    none.sender = sender;
    none.instance = instance;
    return none;
}

void ReceivedStreams::advance(const OpenedFile& file, const Taken& taken, WallTime now) {
    const Header& header = file.header;
    // A file that brings nothing but acknowledgements is not answered, or two parties with nothing
    // to say would write for ever.
    const bool owed = header.kind == FileKind::hello || header.kind == FileKind::snapshot ||
                      header.count > 0 || taken.matters || !taken.refusal.empty();
    Statement upsert(
        database_,
        "INSERT INTO sync_received (sender, instance, seq, hash, events, clock, taken_at, owed, "
        "refused_seq, refused_hash, refused_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '', '') "
        "ON CONFLICT (sender, instance) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, "
        "events = events + excluded.events, clock = excluded.clock, taken_at = excluded.taken_at, "
        "owed = max(owed, excluded.owed)");
    upsert.bind_all(header.from, header.instance, std::int64_t(header.seq), file.hash,
                    std::int64_t(taken.events), header.clock, now, int(owed));
    upsert.exec();
    Statement remember(database_, "INSERT OR REPLACE INTO sync_taken VALUES (?, ?, ?, ?)");
    remember.bind_all(header.from, header.instance, std::int64_t(header.seq), file.hash);
    remember.exec();
    Statement over(database_,
                   "DELETE FROM sync_waiting WHERE sender = ? AND instance = ? AND seq <= ?");
    over.bind_all(header.from, header.instance, std::int64_t(header.seq));
    over.exec();
    if (taken.refusal.empty()) return;
    Statement refused(database_, "INSERT OR IGNORE INTO sync_rejection VALUES (?, ?, ?, ?, ?, ?)");
    refused.bind_all(header.from, header.instance, std::int64_t(header.seq), file.hash,
                     taken.refusal, std::int64_t(taken.refused));
    refused.exec();
}

void ReceivedStreams::reject(const OpenedFile& file, const std::string& code, WallTime now) {
    const Header& header = file.header;
    Statement refused(database_, "INSERT OR IGNORE INTO sync_rejection VALUES (?, ?, ?, ?, ?, 0)");
    refused.bind_all(header.from, header.instance, std::int64_t(header.seq), file.hash, code);
    if (refused.exec() == 0) return;
    Statement owed(database_,
                   "INSERT INTO sync_received (sender, instance, seq, hash, events, clock, "
                   "taken_at, owed, refused_seq, refused_hash, refused_code) VALUES "
                   "(?, ?, 0, '', 0, ?, ?, 1, 0, '', '') "
                   "ON CONFLICT (sender, instance) DO UPDATE SET owed = 1");
    owed.bind_all(header.from, header.instance, header.clock, now);
    owed.exec();
}

std::optional<std::string> ReceivedStreams::taken(const std::string& sender, const Id& instance,
                                                  std::uint64_t seq) {
    Statement query(database_,
                    "SELECT hash FROM sync_taken WHERE sender = ? AND instance = ? AND seq = ?");
    query.bind_all(sender, instance, std::int64_t(seq));
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

bool ReceivedStreams::keep(const OpenedFile& file, std::string_view bytes) {
    const Header& header = file.header;
    Statement insert(database_,
                     "INSERT OR IGNORE INTO sync_waiting SELECT ?1, ?2, ?3, ?4, ?5 WHERE (SELECT "
                     "count(*) FROM sync_waiting WHERE sender = ?1 AND instance = ?2) < ?6");
    SQLite::Statement& row = insert;
    row.bind(1, header.from);
    row.bind(2, header.instance);
    row.bind(3, std::int64_t(header.seq));
    row.bind(4, file.hash);
    row.bind(5, bytes.data(), int(bytes.size()));
    row.bind(6, most_waiting);
    return insert.exec() > 0;
}

std::optional<std::string> ReceivedStreams::waiting(const std::string& sender, const Id& instance,
                                                    std::uint64_t seq) {
    Statement query(database_,
                    "SELECT bytes FROM sync_waiting WHERE sender = ? AND instance = ? AND seq = ?");
    query.bind_all(sender, instance, std::int64_t(seq));
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

std::vector<Acknowledgement> ReceivedStreams::all_waiting(const std::string& sender,
                                                          const Id& instance) {
    Statement query(database_,
                    "SELECT seq, hash FROM sync_waiting WHERE sender = ? AND instance = ? "
                    "ORDER BY seq");
    query.bind_all(sender, instance);
    std::vector<Acknowledgement> words;
    while (query.executeStep()) {
        words.push_back({instance, std::uint64_t(query.getColumn(0).getInt64()),
                         query.getColumn(1).getString(), AcknowledgementLevel::stored, ""});
    }
    return words;
}

void ReceivedStreams::set_wants(const std::string& sender, const Id& instance,
                                const std::vector<SequenceRange>& wants, WallTime now) {
    Statement update(database_,
                     "UPDATE sync_received SET wants = ?1, wanted_since = ?2, asked_at = 0 WHERE "
                     "sender = ?3 AND instance = ?4 AND wants <> ?1");
    update.bind_all(text_of(wants), now, sender, instance);
    update.exec();
}

std::vector<SequenceRange> ReceivedStreams::due(const StreamMark& mark, WallTime now) {
    if (mark.wants.empty() || !long_ago(mark.wanted_since, now, patience)) return {};
    if (mark.asked_at == 0) return mark.wants;
    if (!long_ago(mark.asked_at, now, between_askings)) return {};
    Statement unread(database_,
                     "SELECT 1 FROM sync_sent WHERE recipient = ? AND state IN ('frozen', "
                     "'published') AND name NOT LIKE 'hello-%' LIMIT 1");
    unread.bind_all(mark.sender);
    return unread.executeStep() ? std::vector<SequenceRange>() : mark.wants;
}

void ReceivedStreams::archive(const StreamMark& mark) {
    Statement update(database_,
                     "UPDATE sync_received SET archived_seq = ?3, archived_hash = ?4, owed = 1 "
                     "WHERE sender = ?1 AND instance = ?2 AND archived_seq < ?3");
    update.bind_all(mark.sender, mark.instance, std::int64_t(mark.seq), mark.hash);
    update.exec();
}

std::vector<Acknowledgement> ReceivedStreams::acknowledgements(const std::string& sender,
                                                               const Id& instance) {
    std::vector<Acknowledgement> words;
    const StreamMark known = mark(sender, instance);
    // The refusals first: what is applied covers everything before it but these.
    Statement query(database_,
                    "SELECT seq, hash, code, events FROM sync_rejection WHERE sender = ? AND "
                    "instance = ? ORDER BY seq DESC LIMIT ?");
    query.bind_all(sender, instance, most_rejections_told);
    while (query.executeStep()) {
        words.push_back({instance, std::uint64_t(query.getColumn(0).getInt64()),
                         query.getColumn(1).getString(), AcknowledgementLevel::rejected,
                         query.getColumn(2).getString(),
                         std::size_t(query.getColumn(3).getInt64())});
    }
    if (known.seq > 0) {
        words.push_back({instance, known.seq, known.hash, AcknowledgementLevel::applied, ""});
    }
    if (known.archived_seq > 0) {
        words.push_back({instance, known.archived_seq, known.archived_hash,
                         AcknowledgementLevel::archived, ""});
    }
    for (Acknowledgement& word : all_waiting(sender, instance))
        words.push_back(std::move(word));
    return words;
}

void ReceivedStreams::owe(const std::string& sender, const Id& instance) {
    Statement update(database_,
                     "UPDATE sync_received SET owed = 1 WHERE sender = ? AND instance = ?");
    update.bind_all(sender, instance);
    update.exec();
}

bool ReceivedStreams::owes(const std::string& sender, const Id& instance, WallTime now) {
    const StreamMark known = mark(sender, instance);
    return known.owed || !due(known, now).empty();
}

void ReceivedStreams::answered(const std::string& sender, const Id& instance, WallTime now) {
    if (!due(mark(sender, instance), now).empty()) {
        Statement asked(database_,
                        "UPDATE sync_received SET asked_at = ? WHERE sender = ? AND instance = ?");
        asked.bind_all(now, sender, instance);
        asked.exec();
    }
    Statement update(database_,
                     "UPDATE sync_received SET owed = 0 WHERE sender = ? AND instance = ?");
    update.bind_all(sender, instance);
    update.exec();
}

}  // namespace foyer::sync

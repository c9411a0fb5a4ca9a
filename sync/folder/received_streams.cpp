#include "sync/folder/received_streams.h"

#include <algorithm>

namespace foyer::sync {

std::vector<StreamMark> ReceivedStreams::of(const std::string& sender) {
    SQLite::Statement query(database_,
                            "SELECT * FROM sync_received WHERE sender = ? ORDER BY instance");
    query.bind(1, sender);
    std::vector<StreamMark> marks;
    while (query.executeStep()) {
        StreamMark mark;
        mark.sender = sender;
        mark.instance = query.getColumn("instance").getString();
        mark.seq = std::uint64_t(query.getColumn("seq").getInt64());
        mark.hash = query.getColumn("hash").getString();
        mark.events = query.getColumn("events").getInt64();
        mark.clock = query.getColumn("clock").getInt64();
        mark.taken_at = query.getColumn("taken_at").getInt64();
        mark.owed = query.getColumn("owed").getInt() != 0;
        mark.refused_seq = std::uint64_t(query.getColumn("refused_seq").getInt64());
        mark.refused_hash = query.getColumn("refused_hash").getString();
        mark.refused_code = query.getColumn("refused_code").getString();
        marks.push_back(std::move(mark));
    }
    return marks;
}

void ReceivedStreams::advance(const OpenedFile& file, WallTime now) {
    const Header& header = file.header;
    // A file that brings nothing but acknowledgements is not answered, or two parties with nothing
    // to say would write for ever.
    const bool owed = header.kind == FileKind::hello || header.count > 0;
    SQLite::Statement upsert(
        database_,
        "INSERT INTO sync_received VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '', '') "
        "ON CONFLICT (sender, instance) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, "
        "events = events + excluded.events, clock = excluded.clock, taken_at = excluded.taken_at, "
        "owed = max(owed, excluded.owed), refused_seq = 0, refused_hash = '', refused_code = ''");
    SQLite::bind(upsert, header.from, header.instance, std::int64_t(header.seq), file.hash,
                 std::int64_t(header.count), header.clock, now, int(owed));
    upsert.exec();
}

void ReceivedStreams::refuse(const OpenedFile& file, const std::string& code, WallTime now) {
    const Header& header = file.header;
    SQLite::Statement upsert(
        database_,
        "INSERT INTO sync_received VALUES (?, ?, 0, '', 0, ?, ?, 1, ?, ?, ?) "
        "ON CONFLICT (sender, instance) DO UPDATE SET owed = 1, refused_seq = "
        "excluded.refused_seq, refused_hash = excluded.refused_hash, refused_code = "
        "excluded.refused_code WHERE refused_hash <> excluded.refused_hash");
    SQLite::bind(upsert, header.from, header.instance, header.clock, now, std::int64_t(header.seq),
                 file.hash, code);
    upsert.exec();
}

std::vector<Acknowledgement> ReceivedStreams::acknowledgements(const std::string& sender) {
    std::vector<Acknowledgement> words;
    for (const StreamMark& mark : of(sender)) {
        if (mark.seq > 0) {
            words.push_back(
                {mark.instance, mark.seq, mark.hash, AcknowledgementLevel::applied, ""});
        }
        if (mark.refused_seq > 0) {
            words.push_back({mark.instance, mark.refused_seq, mark.refused_hash,
                             AcknowledgementLevel::rejected, mark.refused_code});
        }
    }
    return words;
}

bool ReceivedStreams::owes(const std::string& sender) {
    const auto marks = of(sender);
    return std::any_of(marks.begin(), marks.end(),
                       [](const StreamMark& mark) { return mark.owed; });
}

void ReceivedStreams::answered(const std::string& sender) {
    SQLite::Statement update(database_, "UPDATE sync_received SET owed = 0 WHERE sender = ?");
    update.bind(1, sender);
    update.exec();
}

}  // namespace foyer::sync

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "shared/world/clock.h"
#include "sync/format/envelope.h"

namespace foyer::sync {

/// How far a stream has been taken in. Its effects and this mark are one transaction.
struct StreamMark {
    std::string sender;
    Id instance;
    std::uint64_t seq = 0;
    std::string hash;
    std::int64_t events = 0;        ///< taken in from it so far
    WallTime clock = 0;             ///< the writer's, in the last file
    WallTime taken_at = 0;          ///< ours, then
    bool owed = false;              ///< the writer waits for a word
    std::uint64_t refused_seq = 0;  ///< 0: none
    std::string refused_hash, refused_code;
};

/// The marks of every stream a store reads. The thread of the store.
class ReceivedStreams {
  public:
    explicit ReceivedStreams(Store& store) : database_(store.database()) {}

    std::vector<StreamMark> of(const std::string& sender);
    /// The effects of a file are in the journal. Inside the same transaction.
    void advance(const OpenedFile& file, WallTime now);
    /// The file after the mark is genuine and cannot be taken in: `code` goes to its writer, once.
    void refuse(const OpenedFile& file, const std::string& code, WallTime now);
    /// What to say to a sender about all of its streams.
    std::vector<Acknowledgement> acknowledgements(const std::string& sender);
    bool owes(const std::string& sender);
    /// A file with those acknowledgements has been frozen. Inside the same transaction.
    void answered(const std::string& sender);

  private:
    SQLite::Database& database_;
};

}  // namespace foyer::sync

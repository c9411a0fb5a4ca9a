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
    std::int64_t events = 0;  ///< taken in from it so far
    WallTime clock = 0;       ///< the writer's, in the last file
    WallTime taken_at = 0;    ///< ours, then
    bool owed = false;        ///< the writer waits for a word
    std::uint64_t archived_seq = 0;
    std::string archived_hash;
    std::vector<SequenceRange> wants;  ///< missing before files that are here
    WallTime wanted_since = 0, asked_at = 0;
};

/// What a file that is taken in came to, besides its effects.
struct Taken {
    std::size_t events = 0;
    std::string refusal;      ///< code; empty: nothing was refused
    std::size_t refused = 0;  ///< events in quarantine; 0 with a refusal: the whole file
    bool matters = false;     ///< it brought something besides events
};

/// The marks of every stream a store reads. The thread of the store.
class ReceivedStreams {
  public:
    explicit ReceivedStreams(Store& store) : database_(store.database()) {}

    std::vector<StreamMark> of(const std::string& sender);
    StreamMark mark(const std::string& sender, const Id& instance);
    /// The effects of a file are in the journal, or it is in quarantine. Inside the same
    /// transaction.
    void advance(const OpenedFile& file, const Taken& taken, WallTime now);
    /// A genuine file beside the stream (a fork): its writer is told so, once.
    void reject(const OpenedFile& file, const std::string& code, WallTime now);
    /// The hash of a file that was taken in; nothing if it was passed by.
    std::optional<std::string> taken(const std::string& sender, const Id& instance,
                                     std::uint64_t seq);

    /// Keeps a genuine file that waits for one before it. False if it is here, or too many are.
    bool keep(const OpenedFile& file, std::string_view bytes);
    std::optional<std::string> waiting(const std::string& sender, const Id& instance,
                                       std::uint64_t seq);
    /// The numbers and hashes of those that wait, in sequence.
    std::vector<Acknowledgement> all_waiting(const std::string& sender, const Id& instance);
    /// What is missing at this moment.
    void set_wants(const std::string& sender, const Id& instance,
                   const std::vector<SequenceRange>& wants, WallTime now);
    /// What it is time to ask for: what has been missing for a while and was not asked for lately.
    /// Whoever has not read the last time is not asked again.
    std::vector<SequenceRange> due(const StreamMark& mark, WallTime now);

    /// A verified backup holds the effects of the stream up to this file.
    void archive(const StreamMark& mark);
    /// What to say to the writer of a stream.
    std::vector<Acknowledgement> acknowledgements(const std::string& sender, const Id& instance);
    /// The writer waits for a word, whatever its last file held.
    void owe(const std::string& sender, const Id& instance);
    bool owes(const std::string& sender, const Id& instance, WallTime now);
    /// A file with those words has been frozen. Inside the same transaction.
    void answered(const std::string& sender, const Id& instance, WallTime now);

  private:
    Database& database_;
};

}  // namespace foyer::sync

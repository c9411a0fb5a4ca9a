#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "shared/world/clock.h"
#include "sync/format/envelope.h"

namespace foyer::sync {

/// Where a stream ends: what the next file's header must go on from.
struct StreamEnd {
    std::uint64_t seq = 0;
    std::string hash;  ///< empty before the first file
};

/// A file as it was frozen: published again and again from here, to the byte.
struct FrozenFile {
    std::string recipient;
    Id instance;
    std::uint64_t seq = 0;
    std::string name, hash, bytes;
    std::int64_t events = 0;
    bool published = false;
};

/// How many events are where.
struct SentCounts {
    std::int64_t frozen = 0, published = 0, applied = 0, rejected = 0;
};

/// The outgoing files of a store. The thread of the store.
class SentFiles {
  public:
    explicit SentFiles(Store& store) : database_(store.database()) {}

    StreamEnd end(const std::string& recipient, const Id& instance);
    /// Keeps a file's exact bytes. Inside the caller's transaction, with the removal of what it
    /// carries from the queue.
    void freeze(const FrozenFile& file, WallTime now);
    /// What ought to be in the folder and is not acknowledged, in sequence, without bytes.
    std::vector<FrozenFile> standing(const std::string& recipient);
    std::string bytes(const FrozenFile& file);
    void mark_published(const FrozenFile& file);
    /// The reader's word. False if it speaks of a file this store never wrote.
    bool acknowledge(const std::string& recipient, const Acknowledgement& word);
    /// Files before `seq` are of no use any more (a newer edition of a pack stands).
    void replace_before(const std::string& recipient, std::uint64_t seq);
    /// What may be removed from the folder: acknowledged or replaced.
    std::vector<FrozenFile> prunable(const std::string& recipient);
    void mark_removed(const FrozenFile& file);
    SentCounts counts(const std::string& recipient);

  private:
    SQLite::Database& database_;
};

}  // namespace foyer::sync

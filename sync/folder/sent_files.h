#pragma once

#include <cstdint>
#include <map>
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
    std::int64_t position = 0;  ///< of the journal: what the recipient is to have up to here is in
                                ///< this file or in one before it
    bool published = false;
    bool settled = false;  ///< its reader has applied it; it stays in the folder all the same
    WallTime written_at = 0;
};

/// How many events are where.
struct SentCounts {
    std::int64_t frozen = 0, published = 0, applied = 0, rejected = 0;
};

/// What a reader's word came to.
enum class Heard {
    noted,
    refused,  ///< a whole file of events is not used, and that is news
    beyond,   ///< of a file of this stream that this store never wrote: it is not what it was
    strange,  ///< of a stream this store never wrote
};

/// The outgoing files of a store. The thread of the store.
class SentFiles {
  public:
    explicit SentFiles(Store& store) : database_(store.database()) {}

    StreamEnd end(const std::string& recipient, const Id& instance);
    /// Keeps a file's exact bytes. Inside the caller's transaction, with the removal of what it
    /// carries from the queue.
    void freeze(const FrozenFile& file, WallTime now);
    /// What ought to be in the folder, in sequence, without bytes: whatever is not acknowledged,
    /// and the hello for good, as headquarters may be restored to before it read it.
    std::vector<FrozenFile> standing(const std::string& recipient);
    std::string bytes(const FrozenFile& file);
    void mark_published(const FrozenFile& file, WallTime now);

    Heard acknowledge(const std::string& recipient, const Acknowledgement& word);
    /// Whether the word is about a file of this very store.
    bool wrote(const std::string& recipient, const Acknowledgement& word);
    /// The reader lacks these: they are published again. False if the bytes of one are gone.
    bool want(const std::string& recipient, const Id& instance,
              const std::vector<SequenceRange>& ranges);
    /// The numbers and hashes of a stream's files whose bytes are kept.
    std::map<std::uint64_t, std::string> known(const std::string& recipient, const Id& instance);
    /// The journal's position up to which the reader has applied everything.
    std::int64_t applied_position(const std::string& recipient, const Id& instance);

    /// Unacknowledged files of a stream before `seq` are of no use any more: a snapshot, or a newer
    /// edition of a pack, stands for them. Not for a hello: without it nothing can be read.
    void replace_before(const std::string& recipient, const Id& instance, std::uint64_t seq);
    /// The recipient's streams are over.
    void retire(const std::string& recipient);
    /// What may be removed from the folder: acknowledged or replaced.
    std::vector<FrozenFile> prunable(const std::string& recipient);
    void mark_removed(const FrozenFile& file);
    /// Forgets the bytes of what is archived, or of no use, and removed from the folder; where
    /// `applied_too`, also of what is applied. A transaction of its own.
    void drop(const std::string& recipient, bool applied_too);

    SentCounts counts(const std::string& recipient);

  private:
    bool reject(const std::string& recipient, const Acknowledgement& word);

    Database& database_;
};

}  // namespace foyer::sync

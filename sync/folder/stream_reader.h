#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sync/folder/received_streams.h"
#include "sync/folder/sync_folder.h"

namespace foyer::sync {

/// Runs a short step with the store, wherever the store's thread is.
using WithStore = std::function<void(const std::function<void(Store&)>&)>;

/// Which stream to read, and who may write it.
struct StreamSource {
    std::filesystem::path place;
    std::string sender, reader;
    Id instance;
    Signers signers;
    Release release;  ///< the reader's own
};

/// Reads one stream in sequence, from the folder and from what was kept of it. What is not as it
/// ought to be is told: files ahead are kept, forks go into quarantine, gaps are to be asked for.
/// One round's worth; file work between short steps with the store.
class StreamReader {
  public:
    StreamReader(SyncFolder& folder, StreamSource source, Listing listing, WithStore with_store,
                 WallTime now);

    /// The file to take in after the mark: the one with the next number, or else a snapshot with a
    /// later one, which holds everything of its stream before it. Nothing: it is not here.
    std::optional<OpenedFile> next(const StreamMark& mark);

    /// A part of a snapshot that next() gave; nothing while it is not here whole.
    std::optional<OpenedFile> part(const OpenedFile& manifest, std::size_t number);

    /// Looks at what next() left: `hear` is given each genuine file ahead, once in its life, as its
    /// words to the writer of the other direction need not wait.
    void finish(const StreamMark& mark, const std::function<void(const Header&)>& hear);

    const std::vector<SyncProblem>& problems() const { return problems_; }
    int ahead() const { return ahead_; }

  private:
    struct Read {
        OpenedFile file;
        std::string bytes;
        bool newer = false;  ///< genuine, and only a newer release can read it
    };
    std::optional<Read> read(const FileName& name);
    std::optional<OpenedFile> in_folder(const StreamMark& mark, std::uint64_t seq);
    std::optional<OpenedFile> kept(const StreamMark& mark, std::uint64_t seq);
    std::optional<OpenedFile> later_snapshot(const StreamMark& mark);
    bool keep(const Read& read, const FileName& name);
    bool known(const FileName& name, const std::vector<Acknowledgement>& waiting);
    void look_behind(const StreamMark& mark);
    void fork(const Read& other, const std::string& why);

    SyncFolder& folder_;
    StreamSource source_;
    Listing listing_;
    WithStore with_store_;
    WallTime now_;
    std::vector<SyncProblem> problems_;
    bool damaged_next_ = false;
    int ahead_ = 0;
};

/// The numbers missing between the mark and what waits; at most `longest_list` ranges.
std::vector<SequenceRange> gaps(std::uint64_t mark, const std::vector<Acknowledgement>& waiting);

}  // namespace foyer::sync

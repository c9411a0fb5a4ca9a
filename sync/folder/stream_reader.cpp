#include "sync/folder/stream_reader.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "sync/folder/conflicts.h"

namespace foyer::sync {
namespace {

constexpr std::size_t most_content_kept = 1u << 20;

}  // namespace

StreamReader::StreamReader(SyncFolder& folder, StreamSource source, Listing listing,
                           WithStore with_store, WallTime now)
    : folder_(folder),
      source_(std::move(source)),
      listing_(std::move(listing)),
      with_store_(std::move(with_store)),
      now_(now) {
    // Parts are found by their manifest; their numbers are not those of the stream.
    std::erase_if(listing_.names, [](const FileName& name) { return name.kind == FileKind::part; });
}

std::optional<StreamReader::Read> StreamReader::read(const FileName& name) {
    const std::string text = name.text();
    const std::uint64_t limit = name.kind == FileKind::part ? largest_part : largest_file;
    std::optional<std::string> bytes;
    try {
        bytes = folder_.read(source_.place / text, limit);
    } catch (const FileError& error) {
        problems_.push_back(error.code == EFBIG
                                ? problem_of(EnvelopeFault::too_large, text)
                                : SyncProblem{SyncProblemKind::unreadable, text, error.what()});
        return std::nullopt;
    }
    if (!bytes) return std::nullopt;
    OpenedFile file =
        open_file(*bytes, source_.signers, name, folder_.id(), source_.reader, source_.release);
    const bool others = !file.header.instance.empty() && file.header.instance != source_.instance;
    if (file.fault == EnvelopeFault::none && others) file.fault = EnvelopeFault::wrong_name;
    const bool newer = file.fault == EnvelopeFault::newer_format && !others;
    if (file.fault != EnvelopeFault::none) problems_.push_back(problem_of(file.fault, text));
    if (file.fault != EnvelopeFault::none && !newer) return std::nullopt;
    return Read{std::move(file), std::move(*bytes), newer};
}

/// What is genuine and cannot be taken in yet is in good hands from now on, and its writer hears
/// so. True if it is news.
bool StreamReader::keep(const Read& read, const FileName& name) {
    OpenedFile file = read.file;
    file.header.from = source_.sender;
    file.header.instance = source_.instance;
    file.header.seq = name.seq;
    bool news = false;
    with_store_([&](Store& store) {
        ReceivedStreams received(store);
        news = received.keep(file, read.bytes);
        if (news && read.newer) received.owe(source_.sender, source_.instance);
    });
    return news;
}

std::optional<OpenedFile> StreamReader::next(const StreamMark& mark) {
    damaged_next_ = false;
    if (auto file = in_folder(mark, mark.seq + 1)) return file;
    if (auto file = kept(mark, mark.seq + 1)) return file;
    return later_snapshot(mark);
}

std::optional<OpenedFile> StreamReader::in_folder(const StreamMark& mark, std::uint64_t seq) {
    std::optional<OpenedFile> found;
    for (const FileName& name : listing_.names) {
        if (name.seq != seq) continue;
        auto file = read(name);
        if (!file) {
            damaged_next_ = true;
        } else if (file->newer) {
            keep(*file, name);
        } else if (file->file.header.previous != mark.hash &&
                   file->file.header.kind != FileKind::snapshot) {
            fork(*file, "does not follow the file that was taken in before it");
        } else if (found) {
            fork(*file, "bears the number of another genuine file");
        } else {
            found = std::move(file->file);
        }
    }
    return found;
}

std::optional<OpenedFile> StreamReader::kept(const StreamMark& mark, std::uint64_t seq) {
    std::optional<std::string> bytes;
    with_store_([&](Store& store) {
        bytes = ReceivedStreams(store).waiting(mark.sender, mark.instance, seq);
    });
    if (!bytes) return std::nullopt;
    // It was genuine when it came; whether it still is depends on who may write now.
    OpenedFile file = open_file(*bytes, source_.signers, source_.release);
    if (file.fault != EnvelopeFault::none) return std::nullopt;
    // Of one that was newer when it came, only the name was known.
    const Header& header = file.header;
    if (header.seq != seq || header.instance != mark.instance || header.folder != folder_.id() ||
        header.to != source_.reader) {
        return std::nullopt;
    }
    const bool follows =
        file.header.previous == mark.hash || file.header.kind == FileKind::snapshot;
    if (follows) return file;
    fork({std::move(file), std::move(*bytes)}, "does not follow the file before it");
    return std::nullopt;
}

std::optional<OpenedFile> StreamReader::later_snapshot(const StreamMark& mark) {
    for (auto name = listing_.names.rbegin(); name != listing_.names.rend(); ++name) {
        if (name->kind != FileKind::snapshot || name->seq <= mark.seq + 1) continue;
        auto file = read(*name);
        if (file && !file->newer) return std::move(file->file);
    }
    return std::nullopt;
}

std::optional<OpenedFile> StreamReader::part(const OpenedFile& manifest, std::size_t number) {
    const BlobReference& wanted = manifest.header.blobs.at(number);
    Header header = manifest.header;
    header.kind = FileKind::part;
    header.seq = number + 1;
    auto read_part = read(name_of(header, wanted.hash));
    if (!read_part) {
        damaged_next_ = true;
        return std::nullopt;
    }
    if (!read_part->newer && read_part->file.hash == wanted.hash) return std::move(read_part->file);
    return std::nullopt;
}

bool StreamReader::known(const FileName& name, const std::vector<Acknowledgement>& waiting) {
    return std::any_of(waiting.begin(), waiting.end(), [&](const Acknowledgement& word) {
        return word.seq == name.seq && word.hash.starts_with(name.hash_start);
    });
}

void StreamReader::look_behind(const StreamMark& mark) {
    for (const FileName& name : listing_.names) {
        if (name.seq > mark.seq) continue;
        std::optional<std::string> hash;
        with_store_([&](Store& store) {
            hash = ReceivedStreams(store).taken(mark.sender, mark.instance, name.seq);
        });
        // Passed by, for a snapshot: nothing is known about it.
        if (!hash || hash->starts_with(name.hash_start)) continue;
        const auto other = read(name);
        if (other && !other->newer) fork(*other, "comes after another with its number");
    }
}

void StreamReader::fork(const Read& other, const std::string& why) {
    const Header& header = other.file.header;
    problems_.push_back(
        {SyncProblemKind::not_permitted, name_of(header, other.file.hash).text(), why});
    Conflict conflict;
    conflict.noticed_at = now_;
    conflict.kind = ConflictKind::fork;
    conflict.kiosk = header.from;
    conflict.instance = header.instance;
    conflict.seq = header.seq;
    conflict.subject = other.file.hash;
    conflict.detail = "genuine, but it " + why + ": a store was cloned or restored";
    if (other.bytes.size() <= most_content_kept) conflict.content = other.bytes;
    with_store_([&](Store& store) {
        Transaction transaction(store.database());
        Conflicts(store).note(conflict);
        ReceivedStreams(store).reject(other.file, "fork", now_);
        transaction.commit();
    });
}

void StreamReader::finish(const StreamMark& mark, const std::function<void(const Header&)>& hear) {
    look_behind(mark);
    std::vector<Acknowledgement> waiting;
    const auto list_waiting = [&](Store& store) {
        waiting = ReceivedStreams(store).all_waiting(mark.sender, mark.instance);
    };
    with_store_(list_waiting);
    for (const FileName& name : listing_.names) {
        if (name.seq <= mark.seq + 1) continue;
        ++ahead_;
        if (known(name, waiting)) continue;
        const auto file = read(name);
        if (!file) continue;
        keep(*file, name);
        if (!file->newer) hear(file->file.header);
    }
    with_store_(list_waiting);
    std::vector<SequenceRange> wants = gaps(mark.seq, waiting);
    const bool asked = !wants.empty() && wants.front().from == mark.seq + 1;
    if (damaged_next_ && !asked) wants.insert(wants.begin(), {mark.seq + 1, mark.seq + 1});
    with_store_([&](Store& store) {
        ReceivedStreams(store).set_wants(mark.sender, mark.instance, wants, now_);
    });
}

std::vector<SequenceRange> gaps(std::uint64_t mark, const std::vector<Acknowledgement>& waiting) {
    std::vector<SequenceRange> missing;
    std::uint64_t next = mark + 1;
    for (const Acknowledgement& word : waiting) {
        if (word.seq > next) missing.push_back({next, word.seq - 1});
        if (word.seq >= next) next = word.seq + 1;
        if (missing.size() == longest_list) break;
    }
    return missing;
}

}  // namespace foyer::sync

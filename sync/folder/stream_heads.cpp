#include "sync/folder/stream_heads.h"

#include <cerrno>
#include <string>

namespace foyer::sync {
namespace {

/// Its bytes; nothing, with the reason told, if it is gone or too large to be one of ours.
std::optional<std::string> bytes_of(SyncFolder& folder, const StreamSource& source,
                                    const std::string& name, std::vector<SyncProblem>& problems) {
    try {
        return folder.read(source.place / name, largest_file);
    } catch (const FileError& error) {
        if (error.code != EFBIG) throw;
        problems.push_back(problem_of(EnvelopeFault::too_large, name));
        return std::nullopt;
    }
}

}  // namespace

std::vector<Header> stream_heads(SyncFolder& folder, const StreamSource& source,
                                 const Listing& listing, std::vector<SyncProblem>& problems) {
    std::vector<Header> heads;
    std::string found;  // the stream whose head is known; a listing goes by stream
    for (const FileName& name : listing.names) {
        if (name.kind == FileKind::part || name.instance_end == found) continue;
        const auto bytes = bytes_of(folder, source, name.text(), problems);
        if (!bytes) continue;
        OpenedFile file =
            open_file(*bytes, source.signers, name, folder.id(), source.reader, source.release);
        if (file.fault != EnvelopeFault::none) {
            problems.push_back(problem_of(file.fault, name.text()));
            continue;
        }
        found = name.instance_end;
        heads.push_back(std::move(file.header));
    }
    return heads;
}

}  // namespace foyer::sync

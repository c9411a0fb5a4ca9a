#include "sync/kiosk/pack_receiver.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <utility>

#include "shared/security/digest.h"
#include "sync/format/pack_companion.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

void write_if_other(Files& files, const fs::path& path, const std::string& bytes) {
    const auto there = files.exists(path) ? files.read(path, bytes.size() + 1) : std::nullopt;
    if (there && *there == bytes) return;
    files.make_folders(path.parent_path());
    files.write_atomically(path, bytes);
}

}  // namespace

PackReceiver::PackReceiver(SyncFolder& folder, Files& files, const SyncOptions& options,
                           const SigningPublicKey& publisher)
    : folder_(folder),
      files_(files),
      home_(options.home),
      schema_folder_(options.schema_folder),
      load_pack_(options.load_pack),
      publisher_(publisher) {}

void PackReceiver::set_publisher(const SigningPublicKey& publisher) {
    publisher_ = publisher;
    nothing_new_in_.clear();
}

bool PackReceiver::Edition::whole() const {
    for (int number = 1; number <= parts.front().parts; ++number) {
        const bool there = std::any_of(parts.begin(), parts.end(), [number](const PackPart& part) {
            return part.part == number;
        });
        if (!there) return false;
    }
    return true;
}

PackNews PackReceiver::look(std::uint64_t edition_in_use, const std::string& companion) {
    PackNews news;
    const Listing listing =
        list_stream(folder_, folder_.all(), headquarters_name, {FileKind::pack});
    news.strange = listing.strange;
    if (listing.names == nothing_new_in_ && edition_in_use == nothing_new_after_) return news;
    const auto edition = newest(listing, edition_in_use, news);
    if (!edition && news.problems.empty()) {
        nothing_new_in_ = listing.names;
        nothing_new_after_ = edition_in_use;
    }
    if (!edition) return news;
    const PackPart& any = edition->parts.front();
    if (any.edition == refused_edition_) {
        news.problems.insert(news.problems.end(), why_refused_.begin(), why_refused_.end());
        return news;
    }
    const fs::path target = home_ / "packs" / edition_folder(any);
    if (!any.companion.empty() && digest_hex(companion) != any.companion) {
        news.problems.push_back(
            {SyncProblemKind::torn, edition->file, "the PINs of its staff have not arrived yet"});
        return news;
    }
    if (!unpack(*edition, target, any.companion.empty() ? "" : companion, news)) return news;
    const PackResult loaded = load_pack_(target, schema_folder_);
    if (const auto* problem = std::get_if<PackProblem>(&loaded)) {
        refused_edition_ = any.edition;
        why_refused_ = {{SyncProblemKind::pack_refused, edition->file, problem->message()}};
        news.problems.push_back(why_refused_.front());
        return news;
    }
    news.pack = ReceivedPack{any.edition, any.version, target};
    return news;
}

std::optional<PackReceiver::Edition> PackReceiver::newest(const Listing& listing,
                                                          std::uint64_t after, PackNews& news) {
    std::map<std::uint64_t, Edition> editions;
    for (const FileName& name : listing.names) {
        auto part = read_part(name, news);
        if (!part || part->edition <= after) continue;
        Edition& edition = editions[part->edition];
        edition.file = name.text();
        edition.parts.push_back(std::move(*part));
    }
    for (auto newest = editions.rbegin(); newest != editions.rend(); ++newest) {
        if (newest->second.whole()) return std::move(newest->second);
    }
    return std::nullopt;
}

std::optional<PackPart> PackReceiver::read_part(const FileName& name, PackNews& news) {
    const std::string text = name.text();
    try {
        const auto bytes = folder_.read(folder_.all() / text, largest_file);
        if (!bytes) return std::nullopt;
        const OpenedFile file = open_file(*bytes, only(publisher_), name, folder_.id(), everybody);
        if (file.fault != EnvelopeFault::none) {
            news.problems.push_back(problem_of(file.fault, text));
            return std::nullopt;
        }
        auto part = part_in(file);
        if (!part) news.problems.push_back(problem_of(EnvelopeFault::damaged_body, text));
        return part;
    } catch (const FileError& error) {
        news.problems.push_back({SyncProblemKind::unreadable, text, error.what()});
        return std::nullopt;
    }
}

bool PackReceiver::unpack(const Edition& edition, const fs::path& target,
                          const std::string& companion, PackNews& news) {
    for (const PackPart& part : edition.parts) {
        for (const PackEntry& entry : part.files) {
            auto bytes = content(entry, edition, news);
            if (!bytes) return false;
            if (entry.path == staff_document && !companion.empty()) {
                if (auto joined = join_staff(*bytes, companion)) bytes = std::move(joined);
            }
            write_if_other(files_, target / entry.path, *bytes);
        }
    }
    return true;
}

std::optional<std::string> PackReceiver::content(const PackEntry& entry, const Edition& edition,
                                                 PackNews& news) {
    const auto refuse = [&](SyncProblemKind kind, const std::string& file,
                            const std::string& why) -> std::optional<std::string> {
        news.problems.push_back({kind, file, entry.path + " " + why});
        return std::nullopt;
    };
    std::optional<std::string> bytes = entry.text;
    std::string file = edition.file;
    if (!bytes) {
        file = "blobs/" + entry.hash;
        try {
            bytes = folder_.read(folder_.blobs() / entry.hash, entry.size);
        } catch (const FileError& error) {
            const bool longer = error.code == EFBIG;
            return refuse(longer ? SyncProblemKind::altered : SyncProblemKind::unreadable, file,
                          longer ? "is not what headquarters published" : error.what());
        }
    }
    if (!bytes) return refuse(SyncProblemKind::torn, file, "has not arrived yet");
    if (bytes->size() < entry.size) {
        return refuse(SyncProblemKind::torn, file, "has not arrived whole yet");
    }
    if (bytes->size() != entry.size || digest_hex(*bytes) != entry.hash) {
        return refuse(SyncProblemKind::altered, file, "is not what headquarters published");
    }
    return bytes;
}

}  // namespace foyer::sync

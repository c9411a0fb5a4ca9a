#include <algorithm>
#include <set>

#include "shared/pack/pack_files.h"
#include "shared/security/digest.h"
#include "sync/folder/pack_in_use.h"
#include "sync/folder/sent_files.h"
#include "sync/format/pack_companion.h"
#include "sync/headquarters.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t editions_an_epoch = 1'000'000;

constexpr const char* contents_setting = "hq.pack_contents";
constexpr const char* companion_setting = "hq.pack_companion";
constexpr const char* name_setting = "hq.pack_name";
constexpr const char* blobs_setting = "hq.pack_blobs";
constexpr const char* old_blobs_setting = "hq.pack_blobs_to_remove";

// What a pack consists of; notes and sources lying beside it stay at home.
constexpr std::string_view published_endings[] = {".json", ".svg",  ".png",
                                                  ".jpg",  ".jpeg", ".webp"};

struct Collected {
    PackPart whole;
    std::string companion;   ///< the staff's PIN hashes, which do not lie in the open
    std::string wrong_path;  ///< the first that cannot travel; empty: none
};

void collect(Files& files, const fs::path& folder, const std::string& below, Collected& found) {
    for (const std::string& name : files.list(folder / below)) {
        const fs::path ending = fs::path(name).extension();
        const bool wanted = std::find(std::begin(published_endings), std::end(published_endings),
                                      ending.string()) != std::end(published_endings);
        if (!wanted) continue;
        PackEntry entry;
        entry.path = below.empty() ? name : below + "/" + name;
        // A link may lead anywhere on this machine.
        const bool travels = is_pack_path(entry.path) && !fs::is_symlink(folder / entry.path);
        if (!travels && found.wrong_path.empty()) found.wrong_path = entry.path;
        auto bytes = files.read(folder / entry.path, pack_picture_limit);
        if (!bytes) continue;
        if (entry.path == staff_document) {
            if (auto split = split_staff(*bytes)) {
                bytes = std::move(split->open);
                found.companion = std::move(split->companion);
            }
        }
        entry.size = bytes->size();
        entry.hash = digest_hex(*bytes);
        const bool inlined = ending == ".json" && bytes->size() <= largest_inline_document;
        if (inlined) entry.text = *bytes;
        found.whole.files.push_back(std::move(entry));
    }
    for (const std::string& name : files.list_folders(folder / below))
        if (!name.starts_with('.'))
            collect(files, folder, below.empty() ? name : below + "/" + name, found);
}

std::string contents_of(const PackPart& whole) {
    std::string lines;
    for (const PackEntry& entry : whole.files)
        lines += entry.hash + " " + entry.path + "\n";
    return digest_hex(lines + whole.companion);
}

/// Hash → path inside the pack's folder, of everything that travels as a blob.
json blobs_of(const PackPart& whole) {
    json blobs = json::object();
    for (const PackEntry& entry : whole.files)
        if (!entry.text) blobs[entry.hash] = entry.path;
    return blobs;
}

}  // namespace

Outcome Headquarters::publish(const fs::path& pack_folder) {
    const PackResult loaded = options_.load_pack(pack_folder, options_.schema_folder);
    if (const auto* problem = std::get_if<PackProblem>(&loaded)) {
        return {false, "the pack is refused: " + problem->message()};
    }
    if (folder_.state() != FolderState::present) {
        return {false, "the sync folder is not there, or is not this headquarters' own"};
    }
    Collected found;
    collect(files_, pack_folder, "", found);
    if (!found.wrong_path.empty()) {
        return {false, "the pack is refused: " + found.wrong_path +
                           ": only plain files with names of letters, digits, dot, hyphen and "
                           "underscore can be published"};
    }
    if (!found.companion.empty()) found.whole.companion = digest_hex(found.companion);
    const Pack& pack = std::get<Pack>(loaded);
    found.whole.pack = pack.id;
    found.whole.version = pack.version;
    const auto before = pack_in_use(store_);
    // Higher than any that was published before a restore, and may be forgotten.
    const std::uint64_t first = (epoch_ - 1) * editions_an_epoch + 1;
    found.whole.edition = std::max(before ? before->edition + 1 : 1, first);
    const std::string contents = contents_of(found.whole);
    if (auto outcome = refuse_pack(found.whole, contents)) return *outcome;
    keep_pack(found.whole, pack_folder);
    freeze_pack(found.whole, contents, found.companion);
    open_desk();
    move_anchor(true);
    write_pack();
    return {true, pack.id + " " + pack.version + " is published"};
}

/// The same pack under another key, as a new edition.
Outcome Headquarters::publish_again() {
    const auto pack = pack_in_use(store_);
    store_.set_setting(contents_setting, "");
    store_.set_setting(name_setting, "");
    return publish(pack->folder);
}

std::optional<Outcome> Headquarters::refuse_pack(const PackPart& whole,
                                                 const std::string& contents) {
    const std::string name = whole.pack + " " + whole.version;
    if (store_.setting(contents_setting) == contents) {
        write_pack();
        return Outcome{true, name + " is published already"};
    }
    if (store_.setting(name_setting) == name) {
        return Outcome{false, "another " + name + " is published already: raise the version"};
    }
    if (!is_plain_name(whole.pack) || !is_plain_name(whole.version)) {
        return Outcome{false, "id and version of a pack are plain words without spaces"};
    }
    return std::nullopt;
}

void Headquarters::keep_pack(const PackPart& whole, const fs::path& from) {
    const fs::path target = under("packs") / edition_folder(whole);
    for (const PackEntry& entry : whole.files) {
        const auto bytes = files_.read(from / entry.path, pack_picture_limit);
        const auto split = bytes && entry.path == staff_document ? split_staff(*bytes)
                                                                 : std::optional<SplitStaff>();
        if (!bytes || digest_hex(split ? split->open : *bytes) != entry.hash) {
            throw std::runtime_error("the pack changed while it was being published");
        }
        files_.make_folders((target / entry.path).parent_path());
        files_.write_atomically(target / entry.path, *bytes);
    }
}

void Headquarters::freeze_pack(const PackPart& whole, const std::string& contents,
                               const std::string& companion) {
    SentFiles sent(store_);
    Transaction transaction(store_.database());
    StreamEnd end = sent.end(everybody, journal_.author().instance);
    sent.retire(everybody);
    for (const PackPart& part : divide(whole)) {
        Header header;
        header.from = headquarters_name;
        header.to = everybody;
        header.folder = folder_.id();
        header.instance = journal_.author().instance;
        header.seq = end.seq + 1;
        header.previous = end.hash;
        header.epoch = epoch_;
        header.clock = clock_.now();
        FrozenFile file;
        file.recipient = everybody;
        file.instance = header.instance;
        file.seq = header.seq;
        file.bytes = compose_part(header, part, keys_.packs);
        file.hash = digest_hex(file.bytes);
        header.kind = FileKind::pack;
        file.name = name_of(header, file.hash).text();
        sent.freeze(file, clock_.now());
        end = {file.seq, file.hash};
    }
    json old = json::parse(store_.setting(old_blobs_setting).value_or("{}"));
    old.update(json::parse(store_.setting(blobs_setting).value_or("{}")));
    store_.set_setting(old_blobs_setting, old.dump());
    store_.set_setting(blobs_setting, blobs_of(whole).dump());
    store_.set_setting(companion_setting, companion);
    store_.set_setting(contents_setting, contents);
    store_.set_setting(name_setting, whole.pack + " " + whole.version);
    const fs::path kept = fs::absolute(under("packs") / edition_folder(whole));
    set_pack_in_use(store_, {whole.edition, whole.version, kept});
    transaction.commit();
}

std::optional<PackCompanion> Headquarters::companion_for(const EnrolledKiosk& kiosk) {
    const auto pack = pack_in_use(store_);
    const std::string text = store_.setting(companion_setting).value_or("");
    if (!pack || text.empty() || digest_hex(text) == kiosk.companion) return std::nullopt;
    return PackCompanion{pack->edition, text};
}

bool Headquarters::write_pack() {
    const auto pack = pack_in_use(store_);
    if (!pack) return true;
    const auto held = folder_.hold();
    // Pictures first: whoever sees the pack's own files finds everything they name.
    const json blobs = json::parse(store_.setting(blobs_setting).value_or("{}"));
    const std::vector<std::string> there = folder_.list(folder_.blobs());
    for (const auto& [hash, path] : blobs.items()) {
        if (std::binary_search(there.begin(), there.end(), hash)) continue;
        const auto bytes = files_.read(pack->folder / path.get<std::string>(), pack_picture_limit);
        if (!bytes) throw std::runtime_error("the published pack lost " + path.get<std::string>());
        if (!folder_.put(folder_.blobs(), hash, *bytes)) return false;
    }
    Publisher writer = publisher();
    if (!writer.write_standing(everybody, folder_.all())) return false;
    if (!writer.remove_done(everybody, folder_.all())) return false;
    SentFiles(store_).drop(everybody, false);
    const json old = json::parse(store_.setting(old_blobs_setting).value_or("{}"));
    for (const auto& [hash, path] : old.items())
        if (!blobs.contains(hash) && !folder_.remove(folder_.blobs(), hash)) return false;
    if (!old.empty()) store_.set_setting(old_blobs_setting, "{}");
    return true;
}

}  // namespace foyer::sync

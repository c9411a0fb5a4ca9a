#include <SQLiteCpp/Backup.h>
#include <sodium.h>

#include <algorithm>
#include <fstream>

#include "shared/security/digest.h"
#include "sync/folder/pack_in_use.h"
#include "sync/format/strict_json.h"
#include "sync/headquarters.h"
#include "sync/headquarters/headquarters_lock.h"
#include "sync/headquarters/listing.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* store_file = "hq.db";
constexpr const char* manifest_file = "manifest.json";
constexpr const char* root_file = "root.json";
constexpr std::uint64_t largest_manifest = 256u << 20;
constexpr std::uint64_t largest_copied_file = 64u << 20;
constexpr std::size_t piece = 1u << 20;
constexpr std::size_t most_files = 1'000'000;

/// The hash of a file of any size; empty if it cannot be read whole.
std::string hash_of_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    crypto_generichash_state state;
    Digest digest{};
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    std::string bytes(piece, '\0');
    while (stream.read(bytes.data(), std::streamsize(bytes.size())) || stream.gcount() > 0) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  std::size_t(stream.gcount()));
    }
    if (!stream.eof()) return "";
    crypto_generichash_final(&state, digest.data(), digest.size());
    return to_hex(digest);
}

/// Every file below `folder`, as paths relative to it.
std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) paths.push_back(fs::relative(entry.path(), folder).string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

void copy_folder(Files& files, const fs::path& from, const fs::path& to) {
    for (const std::string& path : files_below(from)) {
        files.make_folders((to / path).parent_path());
        const auto bytes = files.read(from / path, largest_copied_file);
        if (bytes) files.write_atomically(to / path, *bytes);
    }
}

/// Copies the store as it is at this moment, and proves the copy. Throws StoreError.
void copy_store(Store& store, const fs::path& target) {
    {
        SQLite::Database copy(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup backup(copy, store.database());
        backup.executeStep(-1);
    }
    SQLite::Database copy(target.string(), SQLite::OPEN_READWRITE);
    // One file, without a log beside it.
    copy.exec("PRAGMA journal_mode=DELETE");
    const std::string verdict = copy.execAndGet("PRAGMA integrity_check").getString();
    if (verdict == "ok") return;
    throw StoreError(StoreError::Reason::damaged, "the backup is not in order: " + verdict);
}

/// The sync folder, if it is lost, too.
void restore_folder(Files& files, const fs::path& backup, const fs::path& folder) {
    if (files.exists(folder / root_file)) return;
    for (const char* place : {"up", "down", "all", "blobs"})
        files.make_folders(folder / place);
    const auto root = files.read(backup / root_file, largest_file);
    if (root) files.write_atomically(folder / root_file, *root);
}

/// The pack lies below another root now.
void restore_settings(const fs::path& store, const fs::path& root) {
    SQLite::Database database(store.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement query(database, "SELECT value FROM setting WHERE name = 'pack.folder'");
    if (!query.executeStep()) return;
    const fs::path pack = query.getColumn(0).getString();
    query.reset();
    SQLite::Statement update(database, "UPDATE setting SET value = ? WHERE name = 'pack.folder'");
    update.bind(1, fs::absolute(root / "packs" / pack.filename()).string());
    update.exec();
}

/// What is wrong with a backup; empty: nothing.
std::string fault_of(Files& files, const fs::path& folder) {
    const auto text = files.read(folder / manifest_file, largest_manifest);
    if (!text) return "there is no " + std::string(manifest_file) + " in " + folder.string();
    const auto manifest = parse_strictly(*text);
    if (!manifest) return "its manifest is damaged";
    FieldReader fields(*manifest);
    if (fields.number("format", 1, 1) != 1 || !fields.good()) return "made by a newer release";
    for (const json& item : fields.array("files", most_files)) {
        FieldReader file(item);
        const std::string path = file.text("path"), hash = file.hex("hash", 64);
        const fs::path plain(path);
        const bool inside =
            !plain.is_absolute() && std::none_of(plain.begin(), plain.end(),
                                                 [](const fs::path& part) { return part == ".."; });
        if (!file.good() || !inside) return "its manifest is damaged";
        if (hash_of_file(folder / path) != hash) return path + " is missing or damaged";
    }
    return "";
}

}  // namespace

Outcome Headquarters::backup(const fs::path& folder) {
    std::string name = "foyer-backup-" + iso_time(clock_.now());
    std::replace(name.begin(), name.end(), ':', '-');
    const fs::path target = folder / name, unfinished = folder / (".unfinished-" + name);
    if (files_.exists(target)) return {false, target.string() + " is there already"};
    fs::remove_all(unfinished);
    files_.make_folders(unfinished);
    fs::permissions(unfinished, fs::perms::owner_all);
    copy_store(store_, unfinished / store_file);
    copy_folder(files_, under("keys"), unfinished / "keys");
    PhotoArchive archive = photo_archive();
    archive.tend();
    if (files_.exists(archive.folder())) {
        copy_folder(files_, archive.folder(), unfinished / photo_folder_name);
    }
    if (const auto pack = pack_in_use(store_)) {
        copy_folder(files_, pack->folder, unfinished / "packs" / pack->folder.filename());
    }
    const auto root = files_.read(under("sync") / root_file, largest_file);
    if (!root) return {false, "the sync folder is not there: its root.json belongs to the backup"};
    files_.write_atomically(unfinished / root_file, *root);
    json manifest = {{"format", 1},
                     {"made_at", iso_time(clock_.now())},
                     {"folder", folder_.id()},
                     {"epoch", epoch_},
                     {"files", json::array()}};
    for (const std::string& path : files_below(unfinished))
        manifest["files"].push_back({{"path", path}, {"hash", hash_of_file(unfinished / path)}});
    files_.write_atomically(unfinished / manifest_file, manifest.dump(2) + "\n");
    const std::string fault = fault_of(files_, unfinished);
    if (!fault.empty()) return {false, "the backup is not in order: " + fault};
    fs::rename(unfinished, target);
    note_archived(target / store_file);
    return {true, "backup made and read back: " + target.string() +
                      ". It holds the keys: keep it as safe as this headquarters"};
}

/// What the copy has taken in outlives this store.
void Headquarters::note_archived(const fs::path& copy) {
    std::vector<StreamMark> marks;
    {
        SQLite::Database database(copy.string(), SQLite::OPEN_READONLY);
        SQLite::Statement query(database,
                                "SELECT sender, instance, seq, hash FROM sync_received WHERE seq "
                                "> 0");
        while (query.executeStep()) {
            StreamMark mark;
            mark.sender = query.getColumn(0).getString();
            mark.instance = query.getColumn(1).getString();
            mark.seq = std::uint64_t(query.getColumn(2).getInt64());
            mark.hash = query.getColumn(3).getString();
            marks.push_back(std::move(mark));
        }
    }
    Transaction transaction(store_.database());
    for (const StreamMark& mark : marks)
        ReceivedStreams(store_).archive(mark);
    store_.set_setting("hq.last_backup", std::to_string(clock_.now()));
    transaction.commit();
}

Outcome Headquarters::restore(const fs::path& backup, const HeadquartersOptions& options,
                              const Clock& clock, Random& random, Files& files) {
    const std::string fault = fault_of(files, backup);
    if (!fault.empty()) return {false, "the backup cannot be used: " + fault};
    files.make_folders(options.root);
    {
        const Lock lock(options.root / "lock");
        if (files.exists(options.root / store_file)) {
            return {false, "there is a headquarters in " + options.root.string() +
                               " already: move its hq.db away first"};
        }
        copy_folder(files, backup / "keys", options.root / "keys");
        fs::permissions(options.root / "keys", fs::perms::owner_all);
        if (files.exists(backup / "packs")) {
            copy_folder(files, backup / "packs", options.root / "packs");
        }
        if (files.exists(backup / photo_folder_name)) {
            copy_folder(files, backup / photo_folder_name, options.root / photo_folder_name);
        }
        restore_folder(files, backup, options.root / "sync");
        files.remove(anchor_path(options));
        const fs::path unfinished = options.root / "hq.db.new";
        fs::copy_file(backup / store_file, unfinished, fs::copy_options::overwrite_existing);
        restore_settings(unfinished, options.root);
        fs::rename(unfinished, options.root / store_file);
    }
    // Opening it notices that its anchor is not beside it, and raises the epoch.
    const Headquarters opened(options, clock, random, files);
    return {true, "restored into " + options.root.string() + ", epoch " +
                      std::to_string(opened.epoch()) +
                      ". Kiosks will give back what it lacks; enrol again those it does not know, "
                      "and publish the pack again if it has changed since"};
}

}  // namespace foyer::sync

#include "tests/simulation/party.h"

#include <sqlite3.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace foyer::simulation {
namespace {

namespace fs = std::filesystem;

constexpr const char* schema_folder = "/schemas";
constexpr int pages_to_checkpoint = 60;

bool below(const std::string& path, const std::string& folder) {
    return path.starts_with(folder + "/") || path == folder;
}

}  // namespace

/// What SQLite says about a party's transactions, while they are under way.
struct StoreWatch {
    /// What a transaction writes first is what it is about.
    static void write(void* context, int operation, const char*, const char* table, sqlite3_int64) {
        auto& party = *static_cast<Party*>(context);
        if (party.table_ != Stage::look) return;
        const std::string_view name = table;
        if (name == "sync_sent") {
            party.table_ = operation == SQLITE_INSERT ? Stage::freeze : Stage::mark;
        } else if (name == "event" || name == "sync_received") {
            party.table_ = Stage::take_in;
        }
    }
    static void end(void* context) { static_cast<Party*>(context)->table_ = Stage::look; }
    /// SQLite's own rule, at a smaller log than the one it would wait for.
    static int committed(void* context, sqlite3* database, const char* name, int pages) {
        end(context);
        if (pages < pages_to_checkpoint) return SQLITE_OK;
        static_cast<Party*>(context)->table_ = Stage::checkpoint;
        sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        end(context);
        return SQLITE_OK;
    }
};

Party::Party(std::string name, std::string root, DiskVfs& vfs)
    : files(disk), clock(0), random(0), name_(std::move(name)), root_(std::move(root)) {
    vfs.mount(root_, disk);
}

void Party::become(const Image& image, std::uint64_t seed) {
    stop();
    disk = image.disk;
    trouble_.clear();
    clock.set(image.time);
    skew = 0;
    release = {};
    random = SeededRandom(seed);
}

void Party::start() {
    if (running_) return;
    trouble_.clear();
    busy_with(Stage::open);
    try {
        open();
        running_ = true;
    } catch (const std::exception& error) {
        trouble_ = error.what();
        close();
    }
    busy_with(Stage::rest);
}

void Party::stop() {
    // A program that is killed tidies nothing up: whatever SQLite tries while closing fails.
    if (!disk.dead()) disk.cut(random.next());
    close();
    running_ = false;
}

std::string Party::store_path() const {
    return root_ + (is_headquarters() ? "/hq.db" : "/store.db");
}

Party::Copy Party::copy_of_store() const {
    Copy copy;
    for (const char* part : {"", "-wal"}) {
        if (const Disk::File file = disk.find(store_path() + part)) copy[part] = file->bytes;
    }
    return copy;
}

void Party::put_store(const Copy& copy) {
    for (const char* part : {"", "-wal", "-journal"})
        disk.erase(store_path() + part);
    for (const auto& [part, bytes] : copy)
        disk.place(store_path() + part, bytes);
}

void Party::watch(Store& store) {
    sqlite3* database = store.database().getHandle();
    sqlite3_update_hook(database, StoreWatch::write, this);
    sqlite3_rollback_hook(database, StoreWatch::end, this);
    sqlite3_wal_hook(database, StoreWatch::committed, this);
}

void Party::busy_with(Stage activity) {
    activity_ = activity;
    table_ = Stage::look;
}

Stage Party::stage(DiskAction action, const std::string& path) {
    if (table_ == Stage::checkpoint) return table_;
    if (activity_ != Stage::look) return activity_;
    if (path.ends_with("enrolment.json")) return Stage::enrol;
    if (below(path, root_ + "/packs")) return Stage::pack;
    if (below(path, root_ + "/photos")) return Stage::photo;
    if (below(path, sync_folder() + "/up") && path.find("/blobs") != std::string::npos) {
        return Stage::photo;
    }
    if (!below(path, sync_folder())) return table_;
    if (path.find("/blobs") != std::string::npos || path.find("/all") != std::string::npos) {
        return Stage::pack;
    }
    if (action == DiskAction::read) return Stage::look;
    if (action != DiskAction::flush_folder) removing_ = action == DiskAction::remove;
    return removing_ ? Stage::prune : Stage::publish;
}

std::string Party::place(Stage stage) const {
    return (is_headquarters() ? "hq " : "kiosk ") + std::string(word_of(stage));
}

Kiosk::Parts::Parts(Kiosk& kiosk)
    : store(kiosk.root() + "/store.db"),
      journal(store, kiosk.clock, kiosk.random, kiosk.name()),
      desk(journal, kiosk.pack_),
      exchange(
          {.home = kiosk.root(),
           .sync_folder = kiosk.sync_folder(),
           .schema_folder = schema_folder,
           .load_pack = pack_loader(kiosk.disk, kiosk.pack_),
           .machine_id = kiosk.root() + "/machine-id",
           .release = kiosk.release},
          [this](const std::function<void(Journal&)>& step) { step(journal); }, kiosk.clock,
          kiosk.random, kiosk.files, {},
          [&kiosk](const sync::SyncState& state) { kiosk.state_ = state; }) {}

Kiosk::Kiosk(std::string name, std::string root, DiskVfs& vfs, std::shared_ptr<const Pack> pack)
    : Party(std::move(name), std::move(root), vfs), pack_(std::move(pack)) {}

void Kiosk::open() {
    state_ = {};
    parts_ = std::make_unique<Parts>(*this);
    watch(parts_->store);
}

void Kiosk::close() {
    parts_.reset();
}

bool Kiosk::complains() {
    using sync::SyncHealth;
    if (running()) set_trouble(state_.detail);
    return running() && !state_.needs_enrolment &&
           (state_.health == SyncHealth::fault || state_.health == SyncHealth::disk_full);
}

Centre::Centre(std::string root, DiskVfs& vfs, std::shared_ptr<const Pack> pack)
    : Party("hq", std::move(root), vfs), pack_(std::move(pack)) {}

void Centre::open() {
    hq_ = std::make_unique<sync::Headquarters>(
        sync::HeadquartersOptions{.root = root(),
                                  .schema_folder = schema_folder,
                                  .load_pack = pack_loader(disk, pack_),
                                  .machine_id = root() + "/machine-id",
                                  .release = release},
        clock, random, files);
    watch(hq_->journal().store());
}

PackLoader pack_loader(Disk& disk, std::shared_ptr<const Pack> pack) {
    return [&disk, pack](const fs::path& folder, const fs::path&) -> PackResult {
        const auto bytes_of = [&](const char* name) {
            const Disk::File file = disk.find((folder / name).string());
            return file ? file->bytes : std::string();
        };
        const auto document = nlohmann::json::parse(bytes_of("pack.json"), nullptr, false);
        const std::string picture = bytes_of("door.png");
        if (!document.is_object() || picture != document.value("picture", "")) {
            return PackProblem{PackFault::missing_file, "pack.json", "", "simulated"};
        }
        Pack loaded = *pack;
        loaded.version = document.value("version", "");
        return loaded;
    };
}

void place_pack(Disk& disk, const std::string& folder, int version) {
    const std::string picture(300, char('a' + version % 26));
    disk.place(folder + "/pack.json",
               nlohmann::json{{"version", std::to_string(version)}, {"picture", picture}}.dump());
    disk.place(folder + "/door.png", picture);
}

}  // namespace foyer::simulation

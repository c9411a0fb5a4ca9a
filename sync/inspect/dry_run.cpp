#include "sync/inspect/dry_run.h"

#include <map>
#include <stdexcept>

#include "sync/headquarters/listing.h"
#include "sync/inspect/overlay_files.h"
#include "sync/inspect/report_text.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t largest_subject = largest_part;
constexpr int temporary_digits = 8;

/// A headquarters of its own for the time of a try: a copy of the store, the keys by a link.
class CopiedRoot {
  public:
    CopiedRoot(const fs::path& root, const fs::path& sync_folder, Random& random)
        : path_(fs::absolute(root) /
                ("dry-run-" + random_id(0, random).substr(0, temporary_digits))) {
        fs::create_directory(path_);
        fs::permissions(path_, fs::perms::owner_all);
        try {
            fill(fs::absolute(root), fs::absolute(sync_folder));
        } catch (...) {
            remove();
            throw;
        }
    }
    ~CopiedRoot() { remove(); }
    CopiedRoot(const CopiedRoot&) = delete;
    CopiedRoot& operator=(const CopiedRoot&) = delete;
    const fs::path& path() const { return path_; }

  private:
    void fill(const fs::path& root, const fs::path& sync_folder) {
        SQLite::Database store((root / "hq.db").string(), SQLite::OPEN_READONLY);
        SQLite::Statement copy(store, "VACUUM INTO ?");
        copy.bind(1, (path_ / "hq.db").string());
        copy.exec();
        fs::create_directory_symlink(root / "keys", path_ / "keys");
        fs::create_directory_symlink(sync_folder, path_ / "sync");
    }
    void remove() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    fs::path path_;
};

std::map<std::string, FileReport> standings(Files& files, const fs::path& folder, Store& store,
                                            const Keyring& keys) {
    std::map<std::string, FileReport> found;
    for (PlaceReport& place : inspect_folder(files, folder, {keys, &store}).places) {
        if (!place.place.starts_with("up/")) continue;
        for (FileReport& file : place.files) {
            const std::string name = fs::path(file.path).filename().string();
            found[place.place + "/" + name] = std::move(file);
        }
    }
    return found;
}

/// Puts the bytes of one file where its name says it belongs.
void add_file(OverlayFiles& disk, Files& files, const fs::path& file, const fs::path& folder) {
    const auto name = FileName::read(file.filename().string());
    if (!name) throw std::runtime_error("this is not the name of a sync file");
    if (name->sender == headquarters_name) {
        throw std::runtime_error("headquarters does not take in files of its own");
    }
    const auto bytes = files.read(file, largest_subject);
    if (!bytes) throw std::runtime_error("there is no such file");
    disk.write_atomically(folder / "up" / name->sender / name->text(), *bytes);
}

void compare(const std::map<std::string, FileReport>& before,
             const std::map<std::string, FileReport>& after, DryRun& run) {
    for (const auto& [file, now] : after) {
        const auto then = before.find(file);
        const Standing standing = then == before.end() ? Standing::unknown : then->second.standing;
        if (standing != now.standing)
            run.changes.push_back({file, standing, now.standing, now.why});
    }
}

}  // namespace

DryRun try_out(const HeadquartersOptions& options, const fs::path& subject, const Clock& clock,
               Random& random, Files& files) {
    const bool one_file = fs::is_regular_file(subject);
    const CopiedRoot root(options.root, one_file ? options.root / "sync" : subject, random);
    const fs::path folder = root.path() / "sync";
    OverlayFiles disk(files);
    HeadquartersOptions copied = options;
    copied.root = root.path();
    copied.anchor = anchor_path(options);
    if (one_file) add_file(disk, files, subject, folder);

    DryRun run;
    Headquarters headquarters(copied, clock, random, disk);
    Store& store = headquarters.journal().store();
    // Opening may have noticed something of its own; what was known before is not news.
    const auto known = headquarters.conflicts();
    const std::int64_t last = known.empty() ? 0 : known.front().number;
    const auto before = standings(disk, folder, store, keyring_of(headquarters.keys(), store));
    run.report = headquarters.run_once();
    compare(before, standings(disk, folder, store, keyring_of(headquarters.keys(), store)), run);
    for (Conflict& conflict : headquarters.conflicts())
        if (conflict.number > last) run.conflicts.push_back(std::move(conflict));
    return run;
}

std::string dry_run_text(const DryRun& run) {
    const RunReport& report = run.report;
    std::string text = "A round would take in " + std::to_string(report.files) + " files with " +
                       std::to_string(report.events) + " records, issue " +
                       std::to_string(report.codes) + " codes and write " +
                       std::to_string(report.answers) + " answers. Nothing was written.\n";
    for (const DryRun::Change& change : run.changes) {
        text += "  " + change.file + ": " + std::string(word(change.after));
        text += change.why.empty() ? "\n" : " (" + change.why + ")\n";
    }
    for (const SyncProblem& problem : report.problems)
        text += "  not used: " + problem.file + ": " + problem.reason + "\n";
    for (const std::string& kiosk : report.unknown_kiosks)
        text += "  not used: up/" + kiosk + ": no kiosk of this name is enrolled\n";
    for (const Conflict& conflict : run.conflicts)
        text += "  conflict: " + std::string(word(conflict.kind)) + ": " + conflict.detail + "\n";
    return text;
}

json dry_run_json(const DryRun& run) {
    json changes = json::array(), problems = json::array(), conflicts = json::array();
    for (const DryRun::Change& change : run.changes) {
        changes.push_back({{"file", change.file},
                           {"before", word(change.before)},
                           {"after", word(change.after)},
                           {"why", change.why}});
    }
    for (const SyncProblem& problem : run.report.problems)
        problems.push_back({{"file", problem.file}, {"reason", problem.reason}});
    for (const Conflict& conflict : run.conflicts)
        conflicts.push_back({{"kind", word(conflict.kind)}, {"detail", conflict.detail}});
    return {{"files", run.report.files},
            {"records", run.report.events},
            {"codes", run.report.codes},
            {"answers", run.report.answers},
            {"changes", changes},
            {"problems", problems},
            {"unknown_kiosks", run.report.unknown_kiosks},
            {"conflicts", conflicts}};
}

}  // namespace foyer::sync

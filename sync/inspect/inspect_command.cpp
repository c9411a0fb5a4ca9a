#include "sync/inspect/inspect_command.h"

#include <memory>
#include <stdexcept>

#include "sync/inspect/dry_run.h"
#include "sync/inspect/overlay_files.h"
#include "sync/inspect/report_text.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

/// Headquarters' store and keys, looked at beside whatever process is at work with them.
struct Records {
    explicit Records(const HeadquartersOptions& options, Files& files) {
        const fs::path file = options.root / "hq.db";
        if (!fs::exists(file)) {
            throw std::runtime_error("there is no headquarters in " + options.root.string());
        }
        store = std::make_unique<Store>(file);
        // Loading may want to make good what was interrupted: not now, and not here.
        OverlayFiles disk(files);
        lens.keys = keyring_of(load_keys(disk, options.root / "keys", options.root_key), *store);
        lens.store = store.get();
    }
    std::unique_ptr<Store> store;
    Lens lens;
};

bool in_order(const FolderReport& report) {
    for (const PlaceReport& place : report.places)
        for (const FileReport& file : place.files)
            if (!in_order(file)) return false;
    return true;
}

}  // namespace

bool inspect(const InspectOptions& options, const Clock& clock, Random& random, Files& files,
             std::ostream& out) {
    if (!fs::exists(options.subject)) {
        throw std::runtime_error("there is no " + options.subject.string());
    }
    if (options.dry_run && options.headquarters.root.empty()) {
        throw std::runtime_error("--dry-run needs --root: the headquarters that would take it in");
    }
    std::unique_ptr<Records> records;
    Lens lens;
    if (!options.headquarters.root.empty()) {
        records = std::make_unique<Records>(options.headquarters, files);
        lens = records->lens;
    } else if (!options.enrolment.empty()) {
        lens.keys = keyring_in_enrolment(files, options.enrolment);
    }
    nlohmann::json object;
    std::string text;
    bool good = true;
    if (fs::is_directory(options.subject)) {
        const FolderReport report = inspect_folder(files, options.subject, lens);
        good = in_order(report);
        object = folder_json(report);
        text = folder_text(report);
    } else {
        const FileReport report = inspect_file(files, options.subject, lens);
        good = in_order(report);
        object = file_json(report);
        text = file_text(report);
    }
    if (options.dry_run) {
        const DryRun run = try_out(options.headquarters, options.subject, clock, random, files);
        object = {{"found", object}, {"dry_run", dry_run_json(run)}};
        text += "\n" + dry_run_text(run);
    }
    out << (options.json ? object.dump(2) + "\n" : text);
    return good;
}

}  // namespace foyer::sync

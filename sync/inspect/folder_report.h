#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "shared/world/files.h"
#include "sync/inspect/file_report.h"

namespace foyer::sync {

/// What an inspector was given to look with. Either may be missing.
struct Lens {
    Keyring keys;
    Store* store = nullptr;  ///< headquarters'
};

/// One place of a sync folder.
struct PlaceReport {
    std::string place;  ///< "up/showroom-1"; "." for the folder itself
    std::vector<FileReport> files;
};

struct FolderReport {
    std::string path;
    std::string state;  ///< what root.json says, in plain words
    bool usable = false;
    std::vector<PlaceReport> places;
};

/// Reads one file and says everything about it. Never throws for what it holds or for a disk that
/// refuses.
FileReport inspect_file(Files& files, const std::filesystem::path& path, const Lens& lens);

/// The same of every file in a sync folder, or in one of its places. Folders of carriers (their
/// names begin with a dot) are passed over.
FolderReport inspect_folder(Files& files, const std::filesystem::path& folder, const Lens& lens);

}  // namespace foyer::sync

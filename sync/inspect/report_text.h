#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "sync/inspect/folder_report.h"

namespace foyer::sync {

/// One file, a fact a line, aligned.
std::string file_text(const FileReport& report);
nlohmann::json file_json(const FileReport& report);

/// A folder, a file a line, aligned, with what stands out at the end.
std::string folder_text(const FolderReport& report);
nlohmann::json folder_json(const FolderReport& report);

/// "taken in": one or two words.
std::string_view word(Standing standing);

}  // namespace foyer::sync

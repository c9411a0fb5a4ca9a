#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/program/type_command.h"
#include "kiosk/shell/window.h"
#include "shared/text/locale.h"

namespace foyer::kiosk {

/// What the program was asked to do.
struct CommandLine {
    enum class Task { kiosk, demo, tour, kit, check, scan, type };
    Task task = Task::kiosk;

    std::filesystem::path home, sync_folder, pack, assets;
    std::filesystem::path tour_folder;
    std::string camera;
    std::optional<PixelSize> size;
    Locale locale = Locale::zh_hans;
    std::vector<std::filesystem::path> pictures;  ///< for scan
    TypeRequest typed;                            ///< for type
};

/// Reads the command line. Nothing if there is nothing more to do (--help, --version, a mistake):
/// then `exit_code` says with what to end.
std::optional<CommandLine> read_command_line(int count, char** words, int& exit_code);

}  // namespace foyer::kiosk

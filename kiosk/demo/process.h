#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace foyer::kiosk {

/// What a program came to.
struct ProcessResult {
    int exit_code = 0;
    std::string output, errors;
};

/// Runs a program to its end. Throws std::runtime_error if it cannot be started.
ProcessResult run_process(const std::filesystem::path& program,
                          const std::vector<std::string>& arguments);

/// The folder this program was started from: foyer-hq lies beside it.
std::filesystem::path program_folder();

}  // namespace foyer::kiosk

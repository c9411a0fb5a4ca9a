#pragma once

#include <filesystem>
#include <string>

namespace foyer::kiosk {

/// Where log lines go: the standard error stream, and a file of at most 1 MiB with two older ones
/// beside it. Never a name or a phone number. Any thread.
void log_to(const std::filesystem::path& file);
void log_info(const std::string& line);
void log_warning(const std::string& line);
void log_error(const std::string& line);

}  // namespace foyer::kiosk

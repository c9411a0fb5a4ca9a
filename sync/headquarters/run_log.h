#pragma once

#include <filesystem>
#include <string>

namespace foyer::sync {

/// Headquarters' diary: what ran, what was refused and why. Never a name or a phone number of a
/// customer.
class RunLog {
  public:
    /// Writes to `file`, a few megabytes at most, and to standard error.
    explicit RunLog(const std::filesystem::path& file);
    ~RunLog();
    void note(const std::string& sentence);
    void warn(const std::string& sentence);
};

}  // namespace foyer::sync

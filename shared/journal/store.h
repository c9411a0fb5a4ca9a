#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "shared/journal/database.h"
#include "shared/world/clock.h"

namespace foyer {

/// The store cannot be used: not a database, damaged, of a newer release, or not to be written.
/// `what()` is for the log and `foyer check`; screens say it in the user's language.
class StoreError : public std::runtime_error {
  public:
    enum class Reason { damaged, newer_release, cannot_open, disk_full };
    StoreError(Reason reason, const std::string& what) : std::runtime_error(what), reason(reason) {}
    Reason reason;
};

/// The one SQLite file of a kiosk or of headquarters: WAL, synchronous=FULL, migrated to this
/// release on opening. One thread at a time; the kiosk gives it a thread of its own.
class Store {
  public:
    /// Opens or makes the file. Throws StoreError.
    explicit Store(const std::filesystem::path& file);

    Database& database() { return database_; }

    /// A small thing remembered under a name; nothing if it never was.
    std::optional<std::string> setting(std::string_view name);
    void set_setting(std::string_view name, std::string_view value);

    /// How many events it holds.
    std::int64_t event_count();

    /// When the newest event written here was stamped; 0 if there is none.
    WallTime newest_own_event();

    /// SQLite's own integrity check in quick form; the text of the first fault, or nothing.
    std::optional<std::string> fault();

  private:
    void migrate();

    Database database_;
};

/// Turns what SQLite says into a StoreError where it means a full disk or a damaged file; passes on
/// anything else.
[[noreturn]] void rethrow_as_store_error(const SQLite::Exception& error);

}  // namespace foyer

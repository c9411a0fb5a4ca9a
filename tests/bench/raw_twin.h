#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shared/journal/database.h"

namespace foyer::bench {

/// A second database with the tables and the rows of a store, written to by bare SQLite: what the
/// same bytes cost with the same durability and none of Foyer's work.
class RawTwin {
  public:
    /// Copies `original` as it is now to `file`.
    RawTwin(Database& original, const std::filesystem::path& file);
    ~RawTwin();

    /// Reads from the original what its last command wrote for this visit; not part of the time.
    void look(Database& original, const std::string& visit, std::int64_t after_position);
    /// Writes those rows in one transaction.
    void commit();
    /// Writes what events say alone, into one table with no index but its key.
    void commit_bodies();

  private:
    struct Bare;
    std::unique_ptr<Bare> bare_;
};

}  // namespace foyer::bench

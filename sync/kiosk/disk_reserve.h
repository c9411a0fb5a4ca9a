#pragma once

#include <cstdint>
#include <filesystem>

#include "shared/world/files.h"

namespace foyer::sync {

/// Room set aside while there is room: a file that is given up when the disk is full, so that
/// visitors can be registered until somebody has made space (design §3). The sync thread.
class DiskReserve {
  public:
    /// `size` 0: none is kept.
    DiskReserve(Files& files, std::filesystem::path file, std::uint64_t size);

    /// Gives the reserve up where less than half of it is free beside it, and takes it again where
    /// four times as much is. Returns whether it has been given up. Never throws: a disk that
    /// cannot be asked says so elsewhere.
    bool tend() noexcept;
    /// The store says that the disk is full.
    void give_up() noexcept;

  private:
    Files& files_;
    std::filesystem::path file_;
    std::uint64_t size_;
};

}  // namespace foyer::sync

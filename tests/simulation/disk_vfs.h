#pragma once

#include <memory>
#include <string>

#include "shared/world/random.h"
#include "tests/simulation/disk.h"

namespace foyer::simulation {

/// Makes simulated disks the place where SQLite keeps its files: while this lives it is SQLite's
/// default, so that the product's stores open there. One at a time, one thread.
class DiskVfs {
  public:
    DiskVfs();
    ~DiskVfs();
    DiskVfs(const DiskVfs&) = delete;
    DiskVfs& operator=(const DiskVfs&) = delete;

    /// Files below `root` are on `disk` from now on.
    void mount(const std::string& root, Disk& disk);
    void unmount_all();
    /// What SQLite takes for random from now on.
    void seed(std::uint64_t seed);

  private:
    struct Shared;
    std::unique_ptr<Shared> shared_;
};

}  // namespace foyer::simulation

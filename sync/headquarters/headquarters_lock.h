#pragma once

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "sync/headquarters.h"

namespace foyer::sync {

/// Journal and clock are kept in memory while a store is open: two processes at once would give two
/// events one number.
class Headquarters::Lock {
  public:
    explicit Lock(const std::filesystem::path& file)
        : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        if (descriptor_ < 0 || ::flock(descriptor_, LOCK_EX) != 0) {
            const int code = errno;
            if (descriptor_ >= 0) ::close(descriptor_);
            throw FileError("cannot lock " + file.string(), code);
        }
    }
    ~Lock() { ::close(descriptor_); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

  private:
    int descriptor_;
};

}  // namespace foyer::sync

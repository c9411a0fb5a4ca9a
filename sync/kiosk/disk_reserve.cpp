#include "sync/kiosk/disk_reserve.h"

#include <string>
#include <utility>

namespace foyer::sync {

DiskReserve::DiskReserve(Files& files, std::filesystem::path file, std::uint64_t size)
    : files_(files), file_(std::move(file)), size_(size) {}

bool DiskReserve::tend() noexcept {
    if (size_ == 0) return false;
    try {
        const bool there = files_.exists(file_);
        const std::uint64_t free = files_.free_space(file_.parent_path());
        if (there && free < size_ / 2) {
            files_.remove(file_);
            return true;
        }
        if (!there && free >= 4 * size_) {
            files_.write_atomically(file_, std::string(std::size_t(size_), '\0'));
            return false;
        }
        return !there;
    } catch (const FileError&) {
        return false;
    }
}

void DiskReserve::give_up() noexcept {
    try {
        if (size_ != 0) files_.remove(file_);
    } catch (const FileError&) {
        // A disk that refuses even this cannot be helped from here.
    }
}

}  // namespace foyer::sync

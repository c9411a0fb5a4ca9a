#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <utility>

#include "shared/world/files.h"

namespace foyer::test {

/// A held folder that calls `before` before everything it is asked for.
class WatchedFolder : public Files {
  public:
    using Before = std::function<void()>;

    WatchedFolder(std::unique_ptr<Files> held, Before before)
        : held_(std::move(held)), before_(std::move(before)) {}

    std::optional<std::string> read(const std::filesystem::path& path,
                                    std::uint64_t limit) override {
        before_();
        return held_->read(path, limit);
    }
    void write_atomically(const std::filesystem::path& path, std::string_view bytes) override {
        before_();
        held_->write_atomically(path, bytes);
    }
    void remove(const std::filesystem::path& path) override {
        before_();
        held_->remove(path);
    }
    std::vector<std::string> list(const std::filesystem::path& folder) override {
        before_();
        return held_->list(folder);
    }
    std::vector<std::string> list_folders(const std::filesystem::path& folder) override {
        before_();
        return held_->list_folders(folder);
    }
    bool exists(const std::filesystem::path& path) override {
        before_();
        return held_->exists(path);
    }
    void make_folders(const std::filesystem::path& folder) override {
        before_();
        held_->make_folders(folder);
    }
    std::uint64_t free_space(const std::filesystem::path& path) override {
        before_();
        return held_->free_space(path);
    }

  private:
    std::unique_ptr<Files> held_;
    Before before_;
};

}  // namespace foyer::test

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/world/random.h"

namespace foyer::simulation {

/// What is asked of a disk.
enum class DiskAction { read, create, write, truncate, flush, rename, remove, flush_folder };

/// What can go wrong with one.
enum class DiskFault {
    none,
    crash,          ///< the power goes: this and every later action fails until restart()
    error_once,     ///< this action fails
    error_forever,  ///< this and every later action fails until heal()
    full,           ///< nothing can grow until heal()
};

/// One computer's disk, in memory. What was not flushed may be lost, survive, or be torn at a
/// sector's boundary when the power goes; so may names, until their folder is flushed. A flush that
/// fails may have dropped what it was to keep, as Linux does. Every action returns 0 or an errno.
class Disk {
  public:
    /// A file, whatever it is called.
    struct Node {
        /// Done to the file and not flushed yet: enough to undo and to do again.
        struct Change {
            std::size_t offset = 0;
            std::string before, after;
            std::size_t size_before = 0, size_after = 0;
        };
        std::string bytes;
        std::vector<Change> changes;
    };
    using File = std::shared_ptr<Node>;

    Disk() = default;
    /// A disk of its own with the same files, as if all had been flushed.
    Disk(const Disk& other);
    Disk& operator=(const Disk& other);

    // The steps of SQLite and of Files.
    File find(const std::string& path) const;
    int create(const std::string& path, File& file);
    int write(const File& file, const std::string& path, std::size_t offset, std::string_view text);
    int truncate(const File& file, const std::string& path, std::size_t size);
    int flush(const File& file, const std::string& path);
    int rename(const std::string& from, const std::string& to);
    int remove(const std::string& path);
    int flush_folder(const std::string& folder);
    /// Before anything is read; the reading itself costs nothing.
    int read(const std::string& path) { return before(DiskAction::read, path); }

    std::vector<std::string> files_in(const std::string& folder) const;
    std::vector<std::string> folders_in(const std::string& folder) const;
    bool has_folder(const std::string& folder) const;
    void make_folder(const std::string& folder) { folders_.insert(folder); }

    // The hand of the carrier: at once durable, never failing.
    void place(const std::string& path, std::string bytes);
    void erase(const std::string& path) { names_.erase(path); }

    // Faults.
    using Aim = std::function<bool(DiskAction, const std::string& path)>;
    /// `fault` strikes at the action that comes after `delay` others, of those that `aim` (empty:
    /// any) wants. Replaces the one before.
    void arm(DiskFault fault, std::uint64_t delay, std::uint64_t seed, Aim aim);
    void heal();
    bool dead() const { return ails_ == DiskFault::crash; }
    bool full() const { return ails_ == DiskFault::full; }
    DiskFault ails() const { return ails_; }
    /// The power goes now.
    void cut(std::uint64_t seed);
    /// The power is back: decides what has survived.
    void restart();
    /// Reading a file as it would be if the power went and everything not flushed were lost.
    std::string durable_bytes(const std::string& path) const;

    /// Called before every action, and when a fault strikes.
    std::function<void(DiskAction, const std::string& path)> on_action;
    std::function<void(DiskFault, DiskAction, const std::string& path)> on_fault;
    std::uint64_t actions() const { return actions_; }

  private:
    struct Naming {
        DiskAction action;
        std::string path, other;
        File file, other_before;
    };

    int before(DiskAction action, const std::string& path);
    int strike(DiskAction action, const std::string& path);
    void redo(const Naming& naming);
    void undo(const Naming& naming);
    void settle(Node& file);

    std::map<std::string, File> names_;
    std::set<std::string> folders_;
    std::vector<Naming> namings_;  ///< not flushed yet
    DiskFault ails_ = DiskFault::none, armed_ = DiskFault::none;
    std::uint64_t delay_ = 0, actions_ = 0;
    Aim aim_;
    SeededRandom random_{0};
};

/// "/a/b/c" → "/a/b".
std::string folder_of(const std::string& path);

}  // namespace foyer::simulation

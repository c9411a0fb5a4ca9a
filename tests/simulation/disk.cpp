#include "tests/simulation/disk.h"

#include <algorithm>
#include <cerrno>

namespace foyer::simulation {
namespace {

constexpr std::size_t sector = 512;

void apply(std::string& bytes, const Disk::Node::Change& change, std::string_view text,
           std::size_t size) {
    const std::size_t end = change.offset + text.size();
    if (bytes.size() < end) bytes.resize(end, '\0');
    std::copy(text.begin(), text.end(), bytes.begin() + std::ptrdiff_t(change.offset));
    bytes.resize(size, '\0');
}

/// Takes back what was not flushed.
std::string base_of(const Disk::Node& file) {
    std::string bytes = file.bytes;
    for (auto change = file.changes.rbegin(); change != file.changes.rend(); ++change)
        apply(bytes, *change, change->before, change->size_before);
    return bytes;
}

}  // namespace

std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

Disk::Disk(const Disk& other) : folders_(other.folders_) {
    for (const auto& [path, file] : other.names_) {
        names_[path] = std::make_shared<Node>();
        names_[path]->bytes = file->bytes;
    }
}

Disk& Disk::operator=(const Disk& other) {
    Disk copy(other);
    names_ = std::move(copy.names_);
    folders_ = std::move(copy.folders_);
    namings_.clear();
    ails_ = armed_ = DiskFault::none;
    actions_ = 0;
    return *this;
}

int Disk::before(DiskAction action, const std::string& path) {
    ++actions_;
    if (on_action) on_action(action, path);
    if (ails_ == DiskFault::crash || ails_ == DiskFault::error_forever) return EIO;
    const bool grows = action == DiskAction::create || action == DiskAction::write;
    if (ails_ == DiskFault::full) return grows ? ENOSPC : 0;
    if (armed_ == DiskFault::none || (aim_ && !aim_(action, path))) return 0;
    if (delay_ > 0) {
        --delay_;
        return 0;
    }
    // A full disk is noticed by whoever writes next.
    if (armed_ == DiskFault::full && !grows) return 0;
    return strike(action, path);
}

int Disk::strike(DiskAction action, const std::string& path) {
    const DiskFault fault = armed_;
    armed_ = DiskFault::none;
    if (on_fault) on_fault(fault, action, path);
    if (fault != DiskFault::error_once) ails_ = fault;
    return fault == DiskFault::full ? ENOSPC : EIO;
}

void Disk::arm(DiskFault fault, std::uint64_t delay, std::uint64_t seed, Aim aim) {
    armed_ = fault;
    aim_ = std::move(aim);
    delay_ = delay;
    random_ = SeededRandom(seed);
}

void Disk::heal() {
    if (ails_ != DiskFault::crash) ails_ = DiskFault::none;
    armed_ = DiskFault::none;
}

void Disk::cut(std::uint64_t seed) {
    random_ = SeededRandom(seed);
    armed_ = DiskFault::none;
    ails_ = DiskFault::crash;
}

Disk::File Disk::find(const std::string& path) const {
    const auto found = names_.find(path);
    return found == names_.end() ? nullptr : found->second;
}

int Disk::create(const std::string& path, File& file) {
    if (const int code = before(DiskAction::create, path)) return code;
    file = find(path);
    if (file) return 0;
    file = std::make_shared<Node>();
    namings_.push_back({DiskAction::create, path, "", file, nullptr});
    names_[path] = file;
    return 0;
}

int Disk::write(const File& file, const std::string& path, std::size_t offset,
                std::string_view text) {
    const bool was_dead = dead();
    const int code = before(DiskAction::write, path);
    // The action that was under way when the power went may have got somewhere.
    const bool partly = code != 0 && (code == ENOSPC || (dead() && !was_dead));
    if (code != 0 && !partly) return code;
    if (partly) text = text.substr(0, random_.next() % (text.size() / sector + 1) * sector);
    if (text.empty()) return code;
    Node::Change change;
    change.offset = offset;
    change.size_before = file->bytes.size();
    change.size_after = std::max(change.size_before, offset + text.size());
    change.after = text;
    if (offset < change.size_before) change.before = file->bytes.substr(offset, text.size());
    apply(file->bytes, change, change.after, change.size_after);
    file->changes.push_back(std::move(change));
    return code;
}

int Disk::truncate(const File& file, const std::string& path, std::size_t size) {
    if (const int code = before(DiskAction::truncate, path)) return code;
    Node::Change change;
    change.offset = std::min(size, file->bytes.size());
    change.size_before = file->bytes.size();
    change.size_after = size;
    change.before = file->bytes.substr(change.offset);
    file->bytes.resize(size, '\0');
    file->changes.push_back(std::move(change));
    return 0;
}

int Disk::flush(const File& file, const std::string& path) {
    const bool ailed = ails_ != DiskFault::none;
    if (const int code = before(DiskAction::flush, path)) {
        // What could not be written is dropped, and the next flush says that all is well.
        if (!dead() && !ailed && random_.next() % 2 == 0) {
            const std::string lost = base_of(*file);
            file->changes.clear();
            if (random_.next() % 2 == 0) {
                file->bytes = lost;
            } else {
                file->changes.push_back({0, lost, file->bytes, lost.size(), file->bytes.size()});
            }
        }
        return code;
    }
    file->changes.clear();
    return 0;
}

int Disk::rename(const std::string& from, const std::string& to) {
    if (const int code = before(DiskAction::rename, to)) return code;
    const File file = find(from);
    if (!file) return ENOENT;
    namings_.push_back({DiskAction::rename, to, from, file, find(to)});
    redo(namings_.back());
    return 0;
}

int Disk::remove(const std::string& path) {
    if (const int code = before(DiskAction::remove, path)) return code;
    const File file = find(path);
    if (!file) return ENOENT;
    namings_.push_back({DiskAction::remove, path, "", file, nullptr});
    names_.erase(path);
    return 0;
}

int Disk::flush_folder(const std::string& folder) {
    if (const int code = before(DiskAction::flush_folder, folder)) return code;
    std::erase_if(namings_, [&](const Naming& naming) { return folder_of(naming.path) == folder; });
    return 0;
}

void Disk::redo(const Naming& naming) {
    if (naming.action == DiskAction::remove) {
        names_.erase(naming.path);
        return;
    }
    if (naming.action == DiskAction::rename) names_.erase(naming.other);
    names_[naming.path] = naming.file;
}

void Disk::undo(const Naming& naming) {
    if (naming.action == DiskAction::remove) {
        names_[naming.path] = naming.file;
        return;
    }
    names_.erase(naming.path);
    if (naming.action == DiskAction::rename) {
        names_[naming.other] = naming.file;
        if (naming.other_before) names_[naming.path] = naming.other_before;
    }
}

void Disk::settle(Node& file) {
    if (file.changes.empty()) return;
    file.bytes = base_of(file);
    const std::vector<Node::Change> changes = std::move(file.changes);
    file.changes.clear();
    for (const Node::Change& change : changes) {
        const std::uint64_t fate = random_.next() % 4;
        if (fate == 0) continue;
        std::string_view kept = change.after;
        if (fate == 1) kept = kept.substr(0, random_.next() % (kept.size() / sector + 1) * sector);
        if (change.after.empty()) {
            file.bytes.resize(change.size_after, '\0');
        } else {
            apply(file.bytes, change, kept,
                  std::max(file.bytes.size(), change.offset + kept.size()));
        }
    }
}

void Disk::restart() {
    std::vector<Naming> namings = std::move(namings_);
    namings_.clear();
    std::set<Node*> files;
    for (const auto& [path, file] : names_)
        files.insert(file.get());
    for (auto naming = namings.rbegin(); naming != namings.rend(); ++naming)
        undo(*naming);
    for (const auto& [path, file] : names_)
        files.insert(file.get());
    // Journaling file systems keep the order of names; others keep some of them.
    const bool ordered = random_.next() % 2 == 0;
    const std::size_t kept = random_.next() % (namings.size() + 1);
    for (std::size_t i = 0; i < namings.size(); ++i) {
        const bool survives = ordered ? i < kept : random_.next() % 2 == 0;
        if (survives) redo(namings[i]);
    }
    for (const auto& [path, file] : names_)
        settle(*file);
    ails_ = armed_ = DiskFault::none;
}

std::string Disk::durable_bytes(const std::string& path) const {
    File file = find(path);
    for (auto naming = namings_.rbegin(); naming != namings_.rend(); ++naming) {
        if (naming->path == path) {
            file = naming->action == DiskAction::remove ? naming->file : naming->other_before;
        } else if (naming->other == path && naming->action == DiskAction::rename) {
            file = naming->file;
        }
    }
    return file ? base_of(*file) : "";
}

std::vector<std::string> Disk::files_in(const std::string& folder) const {
    const std::string beginning = folder + "/";
    std::vector<std::string> found;
    for (auto name = names_.lower_bound(beginning); name != names_.end(); ++name) {
        if (!name->first.starts_with(beginning)) break;
        std::string rest = name->first.substr(beginning.size());
        if (rest.find('/') == std::string::npos) found.push_back(std::move(rest));
    }
    return found;
}

std::vector<std::string> Disk::folders_in(const std::string& folder) const {
    const std::string beginning = folder + "/";
    std::vector<std::string> found;
    for (auto name = folders_.lower_bound(beginning); name != folders_.end(); ++name) {
        if (!name->starts_with(beginning)) break;
        std::string rest = name->substr(beginning.size());
        if (rest.find('/') == std::string::npos) found.push_back(std::move(rest));
    }
    return found;
}

bool Disk::has_folder(const std::string& folder) const {
    return folders_.contains(folder);
}

void Disk::place(const std::string& path, std::string bytes) {
    const File file = std::make_shared<Node>();
    file->bytes = std::move(bytes);
    names_[path] = file;
    for (std::string folder = folder_of(path); !folder.empty() && !has_folder(folder);
         folder = folder_of(folder))
        make_folder(folder);
}

}  // namespace foyer::simulation

#include "tests/simulation/disk_vfs.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <stdexcept>
#include <vector>

namespace foyer::simulation {
namespace {

constexpr const char* vfs_name = "foyer-simulation";
constexpr double some_julian_day = 2461205.5;

/// What SQLite's write-ahead log shares between connections; here there is one.
using Regions = std::vector<std::unique_ptr<char[]>>;

struct OpenFile {
    sqlite3_file base;
    Disk* disk;
    Disk::File* file;  ///< owned
    std::string* path;
    Regions* regions;
    bool name_is_new;
};

OpenFile& self(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

int answer(int code, int otherwise) {
    if (code == 0) return SQLITE_OK;
    return code == ENOSPC ? SQLITE_FULL : otherwise;
}

int close_file(sqlite3_file* handle) {
    OpenFile& file = self(handle);
    delete file.file;
    delete file.path;
    delete file.regions;
    file.base.pMethods = nullptr;
    return SQLITE_OK;
}

int read_file(sqlite3_file* handle, void* to, int amount, sqlite3_int64 offset) {
    OpenFile& file = self(handle);
    if (file.disk->read(*file.path) != 0) return SQLITE_IOERR_READ;
    const std::string& bytes = (*file.file)->bytes;
    const std::size_t from = std::min(std::size_t(offset), bytes.size());
    const std::size_t got = std::min(std::size_t(amount), bytes.size() - from);
    std::memcpy(to, bytes.data() + from, got);
    if (got == std::size_t(amount)) return SQLITE_OK;
    std::memset(static_cast<char*>(to) + got, 0, std::size_t(amount) - got);
    return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* handle, const void* from, int amount, sqlite3_int64 offset) {
    OpenFile& file = self(handle);
    const std::string_view bytes(static_cast<const char*>(from), std::size_t(amount));
    return answer(file.disk->write(*file.file, *file.path, std::size_t(offset), bytes),
                  SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* handle, sqlite3_int64 size) {
    OpenFile& file = self(handle);
    return answer(file.disk->truncate(*file.file, *file.path, std::size_t(size)),
                  SQLITE_IOERR_TRUNCATE);
}

int flush_file(sqlite3_file* handle, int) {
    OpenFile& file = self(handle);
    if (file.disk->flush(*file.file, *file.path) != 0) return SQLITE_IOERR_FSYNC;
    // As SQLite's own layer does for a log it has made.
    if (file.name_is_new && file.disk->flush_folder(folder_of(*file.path)) != 0) {
        return SQLITE_IOERR_DIR_FSYNC;
    }
    file.name_is_new = false;
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* handle, sqlite3_int64* size) {
    *size = sqlite3_int64((*self(handle).file)->bytes.size());
    return SQLITE_OK;
}

int agree(sqlite3_file*, int) {
    return SQLITE_OK;
}

int nobody_else(sqlite3_file*, int* reserved) {
    *reserved = 0;
    return SQLITE_OK;
}

int no_control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file*) {
    return 4096;
}

int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int map_region(sqlite3_file* handle, int number, int size, int extend, void volatile** region) {
    Regions& regions = *self(handle).regions;
    *region = nullptr;
    if (std::size_t(number) >= regions.size()) {
        if (!extend) return SQLITE_OK;
        while (regions.size() <= std::size_t(number))
            regions.push_back(std::make_unique<char[]>(std::size_t(size)));
    }
    *region = regions[std::size_t(number)].get();
    return SQLITE_OK;
}

int lock_region(sqlite3_file*, int, int, int) {
    return SQLITE_OK;
}

void barrier(sqlite3_file*) {}

int unmap_regions(sqlite3_file* handle, int) {
    self(handle).regions->clear();
    return SQLITE_OK;
}

const sqlite3_io_methods methods = {
    2,          close_file,    read_file,       write_file, truncate_file,
    flush_file, size_of_file,  agree,           agree,      nobody_else,
    no_control, sector_size,   characteristics, map_region, lock_region,
    barrier,    unmap_regions, nullptr,         nullptr};

}  // namespace

struct DiskVfs::Shared {
    sqlite3_vfs vfs{};
    std::map<std::string, Disk*> mounts;
    SeededRandom random{0};

    Disk* disk_of(const char* path) {
        for (const auto& [root, disk] : mounts)
            if (std::string_view(path).starts_with(root + "/")) return disk;
        return nullptr;
    }
    static Shared& of(sqlite3_vfs* vfs) { return *static_cast<Shared*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* out);
    static int remove(sqlite3_vfs* vfs, const char* name, int flush);
    static int access(sqlite3_vfs* vfs, const char* name, int, int* there);
    static int full_path(sqlite3_vfs*, const char* name, int size, char* out);
    static int randomness(sqlite3_vfs* vfs, int amount, char* out);
    static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
    static int now(sqlite3_vfs*, double* julian_day);
    static int last_error(sqlite3_vfs*, int, char*) { return 0; }
};

int DiskVfs::Shared::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags,
                          int* out) {
    OpenFile& file = self(handle);
    file.base.pMethods = nullptr;
    // Sorting and the like is told to stay in memory.
    Disk* disk = name ? of(vfs).disk_of(name) : nullptr;
    if (!disk) return SQLITE_CANTOPEN;
    Disk::File found = disk->find(name);
    bool is_new = false;
    if (!found) {
        if (!(flags & SQLITE_OPEN_CREATE)) return SQLITE_CANTOPEN;
        if (const int code = disk->create(name, found)) return answer(code, SQLITE_CANTOPEN);
        is_new = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    } else if (disk->read(name) != 0) {
        return SQLITE_CANTOPEN;
    }
    file.disk = disk;
    file.file = new Disk::File(found);
    file.path = new std::string(name);
    file.regions = new Regions;
    file.name_is_new = is_new;
    file.base.pMethods = &methods;
    if (out) *out = flags;
    return SQLITE_OK;
}

int DiskVfs::Shared::remove(sqlite3_vfs* vfs, const char* name, int flush) {
    Disk* disk = of(vfs).disk_of(name);
    if (!disk) return SQLITE_IOERR_DELETE;
    const int code = disk->remove(name);
    if (code == ENOENT) return SQLITE_IOERR_DELETE_NOENT;
    if (code != 0) return SQLITE_IOERR_DELETE;
    return flush && disk->flush_folder(folder_of(name)) != 0 ? SQLITE_IOERR_DIR_FSYNC : SQLITE_OK;
}

int DiskVfs::Shared::access(sqlite3_vfs* vfs, const char* name, int, int* there) {
    Disk* disk = of(vfs).disk_of(name);
    *there = disk && disk->find(name) ? 1 : 0;
    return SQLITE_OK;
}

int DiskVfs::Shared::full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int DiskVfs::Shared::randomness(sqlite3_vfs* vfs, int amount, char* out) {
    of(vfs).random.fill({reinterpret_cast<std::uint8_t*>(out), std::size_t(amount)});
    return amount;
}

int DiskVfs::Shared::now(sqlite3_vfs*, double* julian_day) {
    *julian_day = some_julian_day;
    return SQLITE_OK;
}

DiskVfs::DiskVfs() : shared_(std::make_unique<Shared>()) {
    sqlite3_vfs& vfs = shared_->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = 512;
    vfs.zName = vfs_name;
    vfs.pAppData = shared_.get();
    vfs.xOpen = Shared::open;
    vfs.xDelete = Shared::remove;
    vfs.xAccess = Shared::access;
    vfs.xFullPathname = Shared::full_path;
    vfs.xRandomness = Shared::randomness;
    vfs.xSleep = Shared::sleep;
    vfs.xCurrentTime = Shared::now;
    vfs.xGetLastError = Shared::last_error;
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) {
        throw std::runtime_error("SQLite does not take the simulated disk");
    }
}

DiskVfs::~DiskVfs() {
    sqlite3_vfs_unregister(&shared_->vfs);
}

void DiskVfs::mount(const std::string& root, Disk& disk) {
    shared_->mounts[root] = &disk;
}

void DiskVfs::unmount_all() {
    shared_->mounts.clear();
}

void DiskVfs::seed(std::uint64_t seed) {
    // SQLite keeps a stream of its own, which begins from what it is given next.
    sqlite3_randomness(0, nullptr);
    shared_->random = SeededRandom(seed);
}

}  // namespace foyer::simulation

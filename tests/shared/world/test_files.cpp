#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "shared/world/files.h"
#include "tests/shared/journal/records.h"

using namespace foyer;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t limit = 1000;
constexpr const char* another_disk = "/dev/shm";

void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

std::string text_of(const fs::path& path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

dev_t disk_of(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_dev : 0;
}

int code_of(const std::function<void()>& step) {
    try {
        step();
    } catch (const FileError& error) {
        return error.code;
    }
    return 0;
}

using Names = std::vector<std::string>;

/// Two folders that can change places.
struct TwoFolders {
    TwoFolders() {
        put(folder / "up/one", "first");
        put(other / "up/one", "another's");
        held = files.hold(folder);
    }
    void swap() {
        fs::rename(folder, away);
        fs::rename(other, folder);
    }
    test::TemporaryFolder all;
    const fs::path folder = all.path() / "folder", other = all.path() / "other",
                   away = all.path() / "away";
    SystemFiles files;
    std::unique_ptr<Files> held;
};

}  // namespace

TEST_CASE("a held folder is the one that was there, whatever its path leads to later") {
    TwoFolders two;
    two.swap();
    Files& held = *two.held;
    CHECK(held.read("up/one", limit) == "first");
    held.write_atomically("up/two", "second");
    held.make_folders("down/kiosk");
    held.write_atomically("down/kiosk/three", "third");
    CHECK(held.list("up") == Names{"one", "two"});
    CHECK(held.list_folders(".") == Names{"down", "up"});
    CHECK(held.exists("down/kiosk"));
    CHECK(held.free_space("up") > 0);
    held.remove("up/one");
    CHECK(held.list("up") == Names{"two"});
    CHECK(text_of(two.away / "up/two") == "second");
    CHECK(text_of(two.away / "down/kiosk/three") == "third");
    CHECK(two.files.list(two.folder / "up") == Names{"one"});
    CHECK(!fs::exists(two.folder / "down"));
}

TEST_CASE("a held folder that is gone is not written, and none is made in its place") {
    TwoFolders two;
    fs::remove_all(two.folder);
    CHECK(code_of([&] { two.held->write_atomically("new", "text"); }) == ENOENT);
    CHECK(code_of([&] { two.held->make_folders("up"); }) == ENOENT);
    CHECK(!fs::exists(two.folder));
    CHECK(code_of([&] { two.files.hold(two.folder); }) == ENOENT);
}

TEST_CASE("no path leads out of a held folder") {
    TwoFolders two;
    const std::string outside = two.other / "up/one";
    CHECK(code_of([&] { two.held->read(outside, limit); }) == EINVAL);
    CHECK(code_of([&] { two.held->remove("../other/up/one"); }) == EINVAL);
    CHECK(code_of([&] { two.held->write_atomically(outside, "x"); }) == EINVAL);
    CHECK(code_of([&] { two.held->make_folders("up/../../x"); }) == EINVAL);
    CHECK(text_of(outside) == "another's");
}

TEST_CASE("nothing is written on another disk that is linked or mounted below a held folder") {
    TwoFolders two;
    if (disk_of(another_disk) == 0 || disk_of(another_disk) == disk_of(two.folder)) {
        MESSAGE("skipped: there is no second disk at /dev/shm");
        return;
    }
    const fs::path place = fs::path(another_disk) / two.all.path().filename();
    put(place / "kept", "text");
    fs::create_directory_symlink(place, two.folder / "linked");
    CHECK(code_of([&] { two.held->write_atomically("linked/new", "x"); }) == EXDEV);
    CHECK(code_of([&] { two.held->remove("linked/kept"); }) == EXDEV);
    CHECK(two.files.list(place) == Names{"kept"});
    // Not held, a path is what it is.
    two.files.remove(two.folder / "linked/kept");
    CHECK(fs::is_empty(place));
    fs::remove_all(place);
}

TEST_CASE("plain files and folders are told apart, also where a link leads to one") {
    TwoFolders two;
    fs::create_directory_symlink(two.other, two.folder / "to-folder");
    fs::create_symlink(two.other / "up/one", two.folder / "to-file");
    fs::create_symlink(two.other / "nowhere", two.folder / "to-nothing");
    CHECK(two.files.list(two.folder) == Names{"to-file"});
    CHECK(two.files.list_folders(two.folder) == Names{"to-folder", "up"});
    CHECK(two.files.list(two.folder / "missing").empty());
    CHECK(code_of([&] { two.files.list(two.folder / "up/one"); }) == ENOTDIR);
    CHECK(code_of([&] { two.files.make_folders(two.folder / "up/one"); }) == ENOTDIR);
    CHECK(code_of([&] { two.files.make_folders(two.folder / "up/one/x"); }) == ENOTDIR);
}

#include <doctest/doctest.h>

#include <cerrno>

#include "shared/photos/photo_folder.h"
#include "shared/security/digest.h"
#include "tests/shared/journal/records.h"

using namespace foyer;

namespace {

constexpr const char* id = "0197a000000070008000000000000c01";

std::string picture(std::size_t size) {
    std::string bytes = "\xFF\xD8\xFF\xE0 JFIF the plan of the customer ";
    bytes.resize(size, 'x');
    return bytes;
}

std::string opened(const SealedPhoto& sealed) {
    std::string bytes;
    for (std::size_t number = 0; number < sealed.parts.size(); ++number)
        bytes += open_photo_part(sealed.photo, number, sealed.parts[number]).value_or("(shut)");
    return bytes;
}

/// A disk that has little room left, or fails after so many files.
class TightFiles : public SystemFiles {
  public:
    std::uint64_t free_space(const std::filesystem::path& path) override {
        return room ? *room : SystemFiles::free_space(path);
    }
    void write_atomically(const std::filesystem::path& path, std::string_view bytes) override {
        if (files_left-- == 0) throw FileError("full", ENOSPC);
        SystemFiles::write_atomically(path, bytes);
    }
    std::optional<std::uint64_t> room;
    int files_left = 1000;
};

}  // namespace

TEST_CASE("a photo of any size opens to the byte, in parts of 4 MiB at most") {
    SeededRandom random(1);
    const std::size_t piece = largest_photo_part - 16;
    for (const std::size_t size :
         {std::size_t(1), std::size_t(70'000), piece, piece + 1, 2 * piece + 5}) {
        const std::string bytes = picture(size);
        const SealedPhoto sealed = seal_photo(bytes, id, random);
        CHECK(sealed.parts.size() == (size + piece - 1) / piece);
        CHECK(sealed.photo.size == size);
        for (const std::string& part : sealed.parts)
            CHECK(part.size() <= largest_photo_part);
        CHECK(opened(sealed) == bytes);
    }
}

TEST_CASE("the same photo sealed twice has nothing in common, and no byte of it shows") {
    SeededRandom random(2);
    const std::string bytes = picture(30'000);
    const SealedPhoto one = seal_photo(bytes, id, random), two = seal_photo(bytes, id, random);
    CHECK(one.photo.key != two.photo.key);
    CHECK(one.photo.parts[0].hash != two.photo.parts[0].hash);
    CHECK(one.parts[0].find("JFIF") == std::string::npos);
    CHECK(one.parts[0].find("customer") == std::string::npos);
}

TEST_CASE("a part that was cut, altered, moved or sealed for another photo stays shut") {
    SeededRandom random(3);
    const SealedPhoto sealed = seal_photo(picture(largest_photo_part + 100), id, random);
    REQUIRE(sealed.parts.size() == 2);
    const std::string& good = sealed.parts[1];
    for (std::size_t length = 0; length < good.size(); ++length)
        CHECK_FALSE(open_photo_part(sealed.photo, 1, good.substr(0, length)));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string flipped = good;
        flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << bit % 8));
        CHECK_FALSE(open_photo_part(sealed.photo, 1, flipped));
        // Also where somebody repairs the hash.
        Photo claimed = sealed.photo;
        claimed.parts[1].hash = digest_hex(flipped);
        if (bit % 64 == 0) CHECK_FALSE(open_photo_part(claimed, 1, flipped));
    }
    Photo turned = sealed.photo;
    std::swap(turned.parts[0], turned.parts[1]);
    CHECK_FALSE(open_photo_part(turned, 0, good));
    Photo shortened = sealed.photo;
    shortened.parts.erase(shortened.parts.begin());
    CHECK_FALSE(open_photo_part(shortened, 0, good));
    Photo other = sealed.photo;
    other.id.back() = '2';
    CHECK_FALSE(open_photo_part(other, 1, good));
    Photo unreadable = sealed.photo;
    unreadable.key = "no key";
    CHECK_FALSE(open_photo_part(unreadable, 1, good));
    CHECK(open_photo_part(sealed.photo, 1, good));
}

TEST_CASE("nothing and too much cannot be sealed") {
    SeededRandom random(4);
    CHECK_THROWS_AS(seal_photo("", id, random), std::invalid_argument);
    CHECK_THROWS_AS(seal_photo(std::string(most_photo_parts * largest_photo_part, 'x'), id, random),
                    std::invalid_argument);
}

TEST_CASE("a photo kept in the folder comes back, and a damaged one does not") {
    test::TemporaryFolder folder;
    SystemFiles files;
    SeededRandom random(5);
    PhotoFolder photos(files, folder.path() / "photos");
    const std::string bytes = picture(9'000);
    const SealedPhoto sealed = seal_photo(bytes, id, random);
    CHECK_FALSE(photos.open(sealed.photo));
    photos.keep(sealed);
    CHECK(photos.open(sealed.photo) == bytes);
    const std::string name = sealed.photo.parts[0].hash;
    files.write_atomically(photos.path() / name, sealed.parts[0].substr(1));
    CHECK_FALSE(photos.open(sealed.photo));
    files.write_atomically(photos.path() / name, sealed.parts[0] + "more");
    CHECK_FALSE(photos.open(sealed.photo));
    photos.remove(name);
    CHECK(photos.names().empty());
}

TEST_CASE("a disk without room for records refuses photos, and one that fills up keeps no half") {
    test::TemporaryFolder folder;
    TightFiles files;
    SeededRandom random(6);
    PhotoFolder photos(files, folder.path() / "photos");
    const SealedPhoto sealed = seal_photo(picture(2 * largest_photo_part), id, random);
    const auto refused = [&] {
        try {
            photos.keep(sealed);
            return false;
        } catch (const FileError& error) {
            return error.disk_full();
        }
    };
    files.room = PhotoFolder::room_for_records + 100;
    CHECK(refused());
    CHECK(photos.names().empty());
    files.room.reset();
    files.files_left = 1;
    CHECK(refused());
    CHECK(photos.names().empty());
    files.files_left = 1000;
    CHECK_FALSE(refused());
    CHECK(photos.names().size() == sealed.parts.size());
}

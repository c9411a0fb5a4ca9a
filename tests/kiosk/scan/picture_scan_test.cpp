#include "kiosk/scan/picture_scan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/kiosk/scan/degraded_code.h"
#include "tests/kiosk/scan/temporary_folder.h"

using namespace foyer::kiosk;
namespace fs = std::filesystem;

namespace {

const fs::path samples = fs::path(FOYER_SOURCE_DIR) / "tests/samples/qr";

std::vector<fs::path> pictures_in(const fs::path& folder) {
    std::vector<fs::path> pictures;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") pictures.push_back(entry.path());
    }
    std::sort(pictures.begin(), pictures.end());
    return pictures;
}

std::string text_beside(fs::path picture) {
    std::ifstream file(picture.replace_extension(".txt"));
    std::string text;
    std::getline(file, text);
    return text;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("Every tricky picture is read as the text beside it") {
    const auto pictures = pictures_in(samples / "tricky");
    REQUIRE(pictures.size() >= 6);
    for (const fs::path& picture : pictures) {
        const PictureReading reading = scan_picture(picture);
        CHECK_MESSAGE(reading.texts == std::vector<std::string>{text_beside(picture)},
                      picture_line(reading));
    }
}

TEST_CASE("Nothing is read in pictures without a whole code") {
    const auto pictures = pictures_in(samples / "must-not-decode");
    REQUIRE(pictures.size() >= 6);
    for (const fs::path& picture : pictures) {
        const PictureReading reading = scan_picture(picture);
        CHECK_MESSAGE(reading.fault.empty(), picture_line(reading));
        CHECK_MESSAGE(reading.texts.empty(), picture_line(reading));
    }
}

TEST_CASE("Each picture gets one line, and the exit status tells the worst") {
    const TemporaryFolder folder;
    const fs::path code = folder.path() / "code.png";
    write_png(degraded_code(sample_text(0), {}, 0), code);
    const fs::path none = pictures_in(samples / "must-not-decode").front();
    const fs::path missing = folder.path() / "missing.png";
    std::ostringstream out;
    CHECK(scan_pictures({code}, out) == 0);
    CHECK(scan_pictures({code, none}, out) == 1);
    CHECK(scan_pictures({missing, none}, out) == 2);
    const std::string code_line = code.string() + ": " + sample_text(0) + "\n";
    const std::string none_line = none.string() + ": no code\n";
    CHECK(out.str() == code_line + code_line + none_line + missing.string() +
                           ": cannot read: there is no such file\n" + none_line);
}

TEST_CASE("A file that is no picture is refused with a reason") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "text.png";
    write(path, "this is not a picture");
    CHECK(scan_picture(path).fault == "not a picture");
    write(path, "");
    CHECK(scan_picture(path).fault == "not a picture");
    CHECK_FALSE(scan_picture(folder.path()).fault.empty());
}

TEST_CASE("A picture cut short is refused, PNG and JPEG alike") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "torn.png";
    write_png(degraded_code(sample_text(0), {}, 0), path);
    const std::string png = bytes_of(path);
    write(path, png.substr(0, png.size() / 2));
    CHECK_FALSE(scan_picture(path).fault.empty());
    const fs::path jpeg = samples / "tricky" / "compressed.jpg";
    const std::string whole = bytes_of(jpeg);
    write(path, whole.substr(0, whole.size() * 3 / 4));
    CHECK_FALSE(scan_picture(path).fault.empty());
}

TEST_CASE("A picture that would unfold to more than 64 megapixels is refused before decoding") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "huge.ppm";
    write(path, "P6\n30000 30000\n255\n" + std::string(3000, '\0'));
    CHECK(scan_picture(path).fault == "more than 64 megapixels");
}

TEST_CASE("Control characters of a code cannot reach the terminal") {
    PictureReading reading;
    reading.path = "a.png";
    reading.texts = {"\x1B[2Jx\n", "y"};
    CHECK(picture_line(reading) == "a.png: \\x1b[2Jx\\x0a\ty");
}

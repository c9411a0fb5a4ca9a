#include "kiosk/shell/picture_decoder.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/kiosk/shell/test_pictures.h"

using namespace foyer::kiosk;

namespace {

bool red_at(const DecodedPicture& picture, int x, int y) {
    const std::uint8_t* pixel = &picture.rgba[std::size_t(y * picture.width + x) * 4];
    return pixel[0] > 200 && pixel[2] < 60;
}
bool blue_at(const DecodedPicture& picture, int x, int y) {
    const std::uint8_t* pixel = &picture.rgba[std::size_t(y * picture.width + x) * 4];
    return pixel[2] > 200 && pixel[0] < 60;
}

std::string drawing(int width, int height) {
    return "<svg xmlns='http://www.w3.org/2000/svg' width='" + std::to_string(width) +
           "' height='" + std::to_string(height) +
           "'><rect width='100%' height='100%' fill='#ff0000'/></svg>";
}

}  // namespace

TEST_CASE("a photograph is decoded just large enough to cover its box") {
    for (const std::string format : {"jpeg", "png", "webp"}) {
        CAPTURE(format);
        const DecodedPicture picture = decode_picture(two_halves(800, 600, format), 200, 200);
        CHECK(picture.height == 200);
        CHECK(picture.width == 267);
        CHECK(picture.rgba.size() == 267u * 200 * 4);
        CHECK(red_at(picture, 20, 100));
        CHECK(blue_at(picture, 240, 100));
    }
}

TEST_CASE("a photograph is never enlarged, a drawing is") {
    CHECK(decode_picture(two_halves(80, 60, "png"), 800, 600).width == 80);
    const DecodedPicture drawn = decode_picture(drawing(80, 60), 800, 600);
    CHECK(drawn.width == 800);
    CHECK(drawn.height == 600);
    CHECK(red_at(drawn, 799, 599));
}

TEST_CASE("a photograph taken upright covers its box after it was turned") {
    // Orientation 6: the camera was turned clockwise; the left of the file is the top of the scene.
    const DecodedPicture picture = decode_picture(two_halves(800, 600, "jpeg", 6), 300, 400);
    CHECK(picture.width == 300);
    CHECK(picture.height == 400);
    CHECK(red_at(picture, 150, 20));
    CHECK(blue_at(picture, 150, 380));

    const DecodedPicture wide = decode_picture(two_halves(800, 600, "jpeg", 8), 600, 100);
    CHECK(wide.width == 600);
    CHECK(wide.height == 800);
    CHECK(blue_at(wide, 300, 20));
}

TEST_CASE("a photograph upside down keeps its size") {
    const DecodedPicture picture = decode_picture(two_halves(800, 600, "jpeg", 3), 400, 300);
    CHECK(picture.width == 400);
    CHECK(picture.height == 300);
    CHECK(blue_at(picture, 20, 150));
}

TEST_CASE("a picture of 30,000 by 30,000 pixels is refused before it is decoded") {
    const std::string bytes = huge_png(30'000);
    CHECK(bytes.size() < 200);
    CHECK_THROWS_WITH_AS(decode_picture(bytes, 100, 100), "picture too large: 30000 x 30000 pixels",
                         PictureError);
}

TEST_CASE("pictures cut short are noticed, wherever they were cut") {
    for (const std::string format : {"jpeg", "png", "webp"}) {
        const std::string whole = two_halves(800, 600, format);
        for (const double kept : {0.02, 0.3, 0.6, 0.9, 0.98}) {
            CAPTURE(format);
            CAPTURE(kept);
            const std::string part = whole.substr(0, std::size_t(double(whole.size()) * kept));
            CHECK_THROWS_AS(decode_picture(part, 100, 100), PictureError);
        }
    }
    const std::string part = drawing(80, 60).substr(0, 60);
    CHECK_THROWS_AS(decode_picture(part, 100, 100), PictureError);
}

TEST_CASE("what is no picture is refused") {
    CHECK_THROWS_AS(decode_picture("", 100, 100), PictureError);
    CHECK_THROWS_AS(decode_picture("{\"not\": \"a picture\"}", 100, 100), PictureError);
    std::string altered = two_halves(800, 600, "png");
    altered[altered.size() / 2] = char(~altered[altered.size() / 2]);
    CHECK_THROWS_AS(decode_picture(altered, 100, 100), PictureError);
}

TEST_CASE("no side is decoded larger than a texture may be") {
    CHECK(decode_picture(drawing(2000, 10), 100, 1000).width == 4096);
}

#include "kiosk/scan/code_reader.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/scan/qr_matrix.h"
#include "tests/kiosk/scan/degraded_code.h"

using namespace foyer::kiosk;

namespace {

bool reads(CodeReader& reader, const GrayPicture& picture, const std::string& text) {
    const auto texts = reader.read_still(picture.view());
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

GrayPicture picture_of(const SampleSet& set, int number) {
    return degraded_code(sample_text(number), set.degradations[std::size_t(number)],
                         std::uint64_t(number));
}

bool reads_in_a_stream(const GrayPicture& picture, const std::string& text) {
    CodeReader reader;
    for (int frame = 0; frame < 4; ++frame) {
        const auto texts = reader.read_frame(picture.view());
        if (std::find(texts.begin(), texts.end(), text) != texts.end()) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Codes held badly are read as often as the table of sets promises") {
    CodeReader reader;
    for (const SampleSet& set : sample_sets()) {
        int read = 0;
        for (int i = 0; i < set.pictures; ++i)
            read += reads(reader, picture_of(set, i), sample_text(i));
        CHECK_MESSAGE(read >= set.least_passes, set.name << ": " << read);
    }
}

TEST_CASE("Four frames of a stream find what is found in a still picture") {
    CodeReader reader;
    for (const SampleSet& set : sample_sets()) {
        const GrayPicture picture = picture_of(set, 0);
        const bool still = reads(reader, picture, sample_text(0));
        CHECK_MESSAGE(reads_in_a_stream(picture, sample_text(0)) == still, set.name);
    }
}

TEST_CASE("A frame is read where it lies, with gaps between pixels and rows") {
    const std::string text = sample_text(0);
    const GrayPicture picture = degraded_code(text, {}, 0);
    const int row_stride = picture.width * 2 + 24;
    std::vector<std::uint8_t> frame(std::size_t(row_stride) * std::size_t(picture.height), 128);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            frame[std::size_t(y * row_stride + 2 * x)] =
                picture.pixels[std::size_t(y * picture.width + x)];
        }
    }
    const GrayView view{frame.data(), picture.width, picture.height, row_stride, 2};
    CodeReader reader;
    for (int pass : {0, 1, 2, 3}) {
        const auto texts = reader.read_frame(view);
        // Plain and stretched find a dark code, the inverted passes do not.
        CHECK(texts ==
              (pass % 2 == 0 ? std::vector<std::string>{text} : std::vector<std::string>{}));
    }
}

TEST_CASE("Two codes in a picture are both found") {
    const GrayPicture left = degraded_code(sample_text(1), {}, 1);
    const GrayPicture right = degraded_code(sample_text(2), {}, 2);
    GrayPicture both{left.width * 2, left.height, {}};
    for (int y = 0; y < left.height; ++y) {
        const auto row = std::ptrdiff_t(y) * left.width;
        for (const GrayPicture* half : {&left, &right}) {
            both.pixels.insert(both.pixels.end(), half->pixels.begin() + row,
                               half->pixels.begin() + row + half->width);
        }
    }
    auto texts = CodeReader().read_still(both.view());
    std::sort(texts.begin(), texts.end());
    std::vector<std::string> expected = {sample_text(1), sample_text(2)};
    std::sort(expected.begin(), expected.end());
    CHECK(texts == expected);
}

TEST_CASE("An empty picture has no code") {
    CHECK(CodeReader().read_still({}).empty());
    const std::uint8_t pixel = 0;
    CHECK(CodeReader().read_still({&pixel, 1, 1, 1, 1}).empty());
}

TEST_CASE("A referral code's QR is version 6 with finder patterns in three corners") {
    const QrMatrix matrix = qr_matrix(sample_text(0));
    CHECK(matrix.size == 41);
    CHECK(int(matrix.dark.size()) == matrix.size * matrix.size);
    for (int i = 0; i < 7; ++i) {
        CHECK(matrix.at(i, 0));
        CHECK(matrix.at(40 - i, 0));
        CHECK(matrix.at(i, 40));
        CHECK_FALSE(matrix.at(7, i));
    }
}

TEST_CASE("A text no QR code can hold is refused") {
    CHECK_THROWS_AS(qr_matrix(""), std::runtime_error);
    CHECK_THROWS_AS(qr_matrix("\xE6\xA0\x96"), std::runtime_error);
    CHECK_THROWS_AS(qr_matrix(std::string(4000, 'A')), std::runtime_error);
}

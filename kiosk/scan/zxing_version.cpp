#define ZX_USE_UTF8  // 1.4: texts are std::string, as in all later versions

#include "kiosk/scan/zxing_version.h"

#include <ZXing/ReadBarcode.h>
#if __has_include(<ZXing/Version.h>)
#include <ZXing/Version.h>
#else
#include <ZXing/ZXVersion.h>
#endif
#if ZXING_VERSION_MAJOR >= 3
#include <ZXing/CreateBarcode.h>
#else
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#endif

#include <stdexcept>

namespace foyer::kiosk {
namespace {

// A picture full of codes is nobody's phone.
constexpr int most_codes = 8;

#if ZXING_VERSION_MAJOR > 2 || (ZXING_VERSION_MAJOR == 2 && ZXING_VERSION_MINOR >= 2)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

Options make_options() {
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setMaxNumberOfSymbols(most_codes);
#if ZXING_VERSION_MAJOR >= 2
    // CodeReader inverts by itself, on frames of its choice, and 1.4 cannot.
    options.setTryInvert(false);
    options.setTextMode(ZXing::TextMode::Plain);
#endif
    return options;
}

}  // namespace

std::vector<std::string> zxing_read(const GrayView& picture) {
    static const Options options = make_options();
    const ZXing::ImageView view(picture.pixels, picture.width, picture.height,
                                ZXing::ImageFormat::Lum, picture.row_stride, picture.pixel_stride);
    std::vector<std::string> texts;
    for (const auto& code : ZXing::ReadBarcodes(view, options)) {
        if (!code.isValid()) continue;
        std::string text = code.text();
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return texts;
}

#if ZXING_VERSION_MAJOR >= 3

QrMatrix zxing_write(std::string_view text) {
#ifdef ZXING_USE_ZINT
    const char* level_m = "ecLevel=M";
#else
    const char* level_m = "ecLevel=4";
#endif
    const auto code = ZXing::CreateBarcodeFromText(
        text, ZXing::CreatorOptions(ZXing::BarcodeFormat::QRCode, level_m));
    const ZXing::ImageView symbol = code.symbol();
    if (symbol.width() <= 0 || symbol.width() != symbol.height()) {
        throw std::runtime_error("the QR writer made no square symbol");
    }
    QrMatrix matrix;
    matrix.size = symbol.width();
    for (int y = 0; y < matrix.size; ++y) {
        for (int x = 0; x < matrix.size; ++x) {
            // The corner belongs to a finder pattern, so it is dark, whatever stands for dark.
            matrix.dark.push_back(*symbol.data(x, y) == *symbol.data(0, 0));
        }
    }
    return matrix;
}

#else

QrMatrix zxing_write(std::string_view text) {
    constexpr int level_m = 4;  // of 0 … 8
    const ZXing::BitMatrix modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                         .setEccLevel(level_m)
                                         .setMargin(0)
                                         .encode(std::string(text), 0, 0);
    QrMatrix matrix;
    matrix.size = modules.width();
    for (int y = 0; y < matrix.size; ++y) {
        for (int x = 0; x < matrix.size; ++x)
            matrix.dark.push_back(modules.get(x, y));
    }
    return matrix;
}

#endif

}  // namespace foyer::kiosk

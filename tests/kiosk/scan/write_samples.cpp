#include <filesystem>
#include <iostream>

#include "tests/kiosk/scan/degraded_code.h"

/// Writes every sample set as pictures, so that people can look at what the scanner is tested with:
/// `qr_samples DIR`.
int main(int argc, char** argv) {
    using namespace foyer::kiosk;
    if (argc != 2) {
        std::cerr << "usage: qr_samples DIR\n";
        return 2;
    }
    for (const SampleSet& set : sample_sets()) {
        const std::filesystem::path folder = std::filesystem::path(argv[1]) / set.name;
        std::filesystem::create_directories(folder);
        for (int i = 0; i < set.pictures; ++i) {
            const GrayPicture picture =
                degraded_code(sample_text(i), set.degradations[std::size_t(i)], std::uint64_t(i));
            write_png(picture, folder / (std::to_string(i) + ".png"));
        }
    }
}

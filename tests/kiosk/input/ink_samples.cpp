#include "tests/kiosk/input/ink_samples.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "kiosk/input/ink_lines.h"

namespace foyer::kiosk::test {

std::vector<InkSample> ink_samples(Script script) {
    const std::filesystem::path folder = FOYER_SOURCE_DIR "/tests/samples/handwriting";
    const std::string name = script == Script::simplified ? "simplified" : "traditional";
    std::ifstream drawings(folder / (name + ".strokes")), characters(folder / (name + ".txt"));
    std::vector<InkSample> samples;
    for (std::string line, character; std::getline(drawings, line);) {
        auto strokes = ink_of_line(line);
        if (!strokes || !std::getline(characters, character))
            throw std::runtime_error(name + ".strokes: cannot use line " +
                                     std::to_string(samples.size() + 1));
        samples.push_back({character, std::move(*strokes)});
    }
    return samples;
}

}  // namespace foyer::kiosk::test

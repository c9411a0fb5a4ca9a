// damage_sweep [--all] [--seed S]: cuts genuine files at every byte and flips their bits, with the
// hash in the name as it was and repaired, and counts what a reader takes all the same: nothing.
// Without --all, one bit in many, by the seed.
#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "tests/sync/damage/specimens.h"

namespace {

using namespace foyer::test;

constexpr std::size_t files = 60;
constexpr std::size_t one_in = 6;

struct Count {
    std::uint64_t tried = 0, accepted = 0;
};

void note(Count& count, const Specimen& specimen, const char* what, std::size_t at, bool taken) {
    ++count.tried;
    if (!taken) return;
    ++count.accepted;
    std::cerr << "accepted: " << specimen.label << ", " << what << " " << at << "\n";
}

void cut(const GoldenWorld& world, const Specimen& specimen, Count& count) {
    for (std::size_t size = 0; size < specimen.bytes.size(); ++size) {
        const std::string torn = specimen.bytes.substr(0, size);
        for (const bool repaired : {false, true})
            note(count, specimen, "cut at", size, accepted(world, specimen, torn, repaired));
    }
}

void flip(const GoldenWorld& world, const Specimen& specimen, std::size_t first, std::size_t step,
          Count& count) {
    for (std::size_t bit = first; bit < specimen.bytes.size() * 8; bit += step) {
        std::string flipped = specimen.bytes;
        flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << bit % 8));
        for (const bool repaired : {false, true})
            note(count, specimen, "bit", bit, accepted(world, specimen, flipped, repaired));
    }
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("Damages genuine sync files in every way and counts what is taken all the same");
    bool all = false;
    auto seed = std::uint64_t(std::chrono::steady_clock::now().time_since_epoch().count());
    app.add_flag("--all", all, "Every bit; takes minutes");
    app.add_option("--seed", seed, "Of the generated files, and of which bits");
    CLI11_PARSE(app, count, words);

    const GoldenWorld world;
    Count cuts, flips;
    std::size_t number = 0;
    const auto chosen = specimens(world, files, seed);
    for (const Specimen& specimen : chosen) {
        if (!accepted(world, specimen, specimen.bytes, false)) {
            std::cerr << specimen.label << " is not accepted whole\n";
            return 1;
        }
        cut(world, specimen, cuts);
        flip(world, specimen, all ? 0 : (seed + number++) % one_in, all ? 1 : one_in, flips);
    }
    std::cout << "files=" << chosen.size() << " cuts=" << cuts.tried
              << " accepted=" << cuts.accepted << " flips=" << flips.tried
              << " accepted=" << flips.accepted << " seed=" << seed << std::endl;
    return cuts.accepted + flips.accepted == 0 ? 0 : 1;
}

#include <fstream>
#include <iostream>

#include "tests/sync/golden.h"

/// Writes the golden files of the format this release writes into a new folder. Released ones are
/// kept for ever; this is run once for each new format.
int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "make_golden FOLDER\n";
        return 2;
    }
    for (const auto& [name, bytes] : foyer::test::compose_golden(foyer::test::GoldenWorld()))
        std::ofstream(std::filesystem::path(words[1]) / name, std::ios::binary) << bytes;
}

// fuzz_replay [--write-seeds] CORPUS: runs every file of CORPUS/<target>/ and every seed through
// its target, as the fuzzer would, without it. --write-seeds puts the seeds into CORPUS first.
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tests/fuzz/seeds.h"
#include "tests/fuzz/targets.h"

namespace {

namespace fs = std::filesystem;
using namespace foyer::fuzz;

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_seeds(const fs::path& corpus) {
    for (const Target& target : targets()) {
        const fs::path folder = corpus / target.name;
        fs::create_directories(folder);
        for (const auto& [name, bytes] : seeds(target.name))
            std::ofstream(folder / ("seed-" + name), std::ios::binary) << bytes;
    }
}

int replay(const Target& target, const fs::path& folder) {
    int count = 0;
    for (const auto& [name, bytes] : seeds(target.name)) {
        target.run(bytes);
        ++count;
    }
    if (!fs::is_directory(folder)) return count;
    for (const auto& entry : fs::directory_iterator(folder)) {
        target.run(read(entry.path()));
        ++count;
    }
    return count;
}

}  // namespace

int main(int count, char** words) {
    const bool writes = count == 3 && std::strcmp(words[1], "--write-seeds") == 0;
    if (count != 2 && !writes) {
        std::cerr << "fuzz_replay [--write-seeds] CORPUS\n";
        return 2;
    }
    const fs::path corpus = words[count - 1];
    if (writes) write_seeds(corpus);
    for (const Target& target : targets())
        std::cout << target.name << ": " << replay(target, corpus / target.name) << " inputs\n";
}

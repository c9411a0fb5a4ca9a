// Build-time program: generate_catalogue FOLDER FILE.json… writes text_keys.h and
// text_catalogue.cpp into FOLDER.

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "shared/text/catalogue_rules.h"

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

int main(int count, char** arguments) try {
    if (count < 3) throw std::runtime_error("generate_catalogue FOLDER FILE.json...");
    const std::filesystem::path folder = arguments[1];
    std::vector<foyer::CatalogueFile> files;
    for (int i = 2; i < count; ++i) {
        const std::filesystem::path path = arguments[i];
        files.push_back({path.filename().string(), read(path)});
    }
    const std::vector<foyer::CatalogueEntry> entries = foyer::read_catalogue(files);
    std::filesystem::create_directories(folder);
    write(folder / "text_keys.h", foyer::catalogue_header(entries));
    write(folder / "text_catalogue.cpp", foyer::catalogue_source(entries));
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what();
    return 1;
}

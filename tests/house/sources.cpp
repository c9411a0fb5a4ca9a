#include "tests/house/sources.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

namespace foyer::house {
namespace {

namespace fs = std::filesystem;

const fs::path root = FOYER_SOURCE_DIR;

bool ignored(const std::string& name) {
    return name == ".git" || name == "build" || name.starts_with("build-");
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::vector<std::string> top_level() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(root)) {
        const std::string name = entry.path().filename().string();
        if (!ignored(name)) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<SourceFile> source_tree() {
    std::vector<SourceFile> files;
    const auto add = [&](const fs::path& path) {
        SourceFile file{fs::relative(path, root).string(), read(path)};
        // A zero byte tells pictures and clips from text.
        if (file.text.find('\0') == std::string::npos) files.push_back(std::move(file));
    };
    for (const std::string& name : top_level()) {
        if (fs::is_regular_file(root / name)) add(root / name);
        if (!fs::is_directory(root / name)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / name)) {
            if (entry.is_regular_file()) add(entry.path());
        }
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

std::vector<std::string> includes_of(const std::string& text) {
    static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<std::string> found;
    for (const std::string& line : lines_of(text)) {
        std::smatch match;
        if (std::regex_search(line, match, include)) found.push_back(match[1]);
    }
    return found;
}

}  // namespace foyer::house

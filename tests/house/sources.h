#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace foyer::house {

/// A file of the source tree.
struct SourceFile {
    std::string path;  ///< from the root of the tree, e.g. "shared/world/clock.h"
    std::string text;

    bool is_code() const { return path.ends_with(".h") || path.ends_with(".cpp"); }
    bool in(const std::string& folder) const { return path.starts_with(folder + "/"); }
};

/// Every text file of the tree, without what git ignores (build folders) and git's own; sorted.
/// Pictures and other binary files are left out.
std::vector<SourceFile> source_tree();

/// Names of everything at the top level, sorted.
std::vector<std::string> top_level();

/// The lines of a text, without their ends.
std::vector<std::string> lines_of(const std::string& text);

/// What a file includes, as written between the brackets or quotes.
std::vector<std::string> includes_of(const std::string& text);

}  // namespace foyer::house

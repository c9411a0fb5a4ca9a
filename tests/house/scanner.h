#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer::house {

/// Characters of a UTF-8 line.
int width_of(std::string_view line);

/// The code with comments, string and character literals and preprocessor lines turned into
/// spaces; every line stays where it was.
std::string blanked(const std::string& code);

/// A function's place in its file.
struct FunctionSpan {
    std::string head;  ///< signature on one line, for messages
    int first_line = 0;
    int lines = 0;  ///< from the first line of the signature to the closing brace
};

/// The functions of a file: braces that open after a parameter list where only namespaces and
/// types enclose them. Lambdas count as part of the function they stand in.
std::vector<FunctionSpan> functions_of(const std::string& code);

}  // namespace foyer::house

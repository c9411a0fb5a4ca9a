#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "kiosk/input/composer.h"

namespace foyer::kiosk {

/// What `foyer type` was asked.
struct TypeRequest {
    ComposeQuery keys;              ///< unless `strokes` is given
    std::filesystem::path strokes;  ///< a file of drawn characters
};

/// For support: prints the candidates that the editor would offer. For keys one candidate a line,
/// best first; for drawings a line each, ten candidates parted by spaces, or what is wrong with the
/// line of the file. Returns the exit status: 0, or 1 if there is no candidate or a line could not
/// be read. Throws std::runtime_error that names the file if tables are missing.
int type_candidates(const TypeRequest& request, const std::filesystem::path& assets,
                    std::ostream& out);

}  // namespace foyer::kiosk

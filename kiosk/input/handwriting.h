#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/input/composer.h"

/// Characters drawn with a finger.
namespace foyer::kiosk {

/// Units and place of a drawing do not matter; y grows downwards.
struct InkPoint {
    float x = 0, y = 0;
};
using InkStroke = std::vector<InkPoint>;

struct InkQuery {
    std::vector<InkStroke> strokes;  ///< of one character, in any order, joined or not
    Script script = Script::simplified;
    bool name = false;  ///< ranked by how common a character is in names
    std::size_t limit = 10;
};

/// Says which characters a drawing may be, best first. Keeps nothing between questions. Any thread.
class Handwriting {
  public:
    /// Reads the templates made at build time. Throws std::runtime_error that names the file if it
    /// is missing or damaged.
    explicit Handwriting(const std::filesystem::path& templates);
    ~Handwriting();

    std::vector<std::string> recognise(const InkQuery& query) const;

  private:
    struct Templates;
    std::unique_ptr<const Templates> templates_;
};

}  // namespace foyer::kiosk

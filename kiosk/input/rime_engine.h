#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::kiosk {

/// Where librime finds what it reads.
struct RimeFolders {
    std::filesystem::path schemas;  ///< assets/rime: Foyer's own, ready to load
    std::filesystem::path data = "/usr/share/rime-data";  ///< tables, as Debian packages them
};

/// librime's tables, as dictionaries without a memory: no user dictionary, no log, no deployment,
/// and its user folder lies where nothing can be written. The library is global, so there can be
/// one engine at a time. One thread at a time.
class RimeEngine {
  public:
    enum class Table { simplified, traditional, strokes };

    struct Word {
        std::string text;  ///< UTF-8
        /// Pinyin: how it is read, "zhang wei". Strokes: "~" and those not typed yet.
        std::string reading;
    };

    /// Opens no table yet. Throws std::runtime_error that names the file if a table or schema is
    /// missing, std::logic_error if there is an engine already.
    explicit RimeEngine(const RimeFolders& folders);
    ~RimeEngine();
    RimeEngine(const RimeEngine&) = delete;
    RimeEngine& operator=(const RimeEngine&) = delete;

    /// What the table has for these keys (a–z, ' between syllables), librime's order. Loads the
    /// table when it is first asked. `keys` are to be few: the cost grows with their square.
    std::vector<Word> words(Table table, std::string_view keys, std::size_t limit);

  private:
    std::uintptr_t session(Table table);

    std::array<std::uintptr_t, 3> sessions_{};
};

}  // namespace foyer::kiosk

#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// How keys become characters. No ImGui here: screens ask on a background thread and draw answers.
namespace foyer::kiosk {

/// By what a character is looked up.
enum class ComposeScheme { pinyin, zhuyin, stroke_order };

/// Which form of the characters is offered first.
enum class Script { simplified, traditional };

/// Keys as typed, and what may help to order the answers.
struct ComposeQuery {
    ComposeScheme scheme = ComposeScheme::pinyin;
    Script script = Script::simplified;
    /// A person's name: surnames come first where `before` is empty, then characters by how common
    /// they are in given names.
    bool name = false;
    std::string before;  ///< what stands before the caret, UTF-8
    /// What was typed and not chosen yet. Pinyin: a–z and ' between syllables. Zhuyin: bopomofo
    /// letters and tone marks, UTF-8. Stroke order: h s p n z.
    std::string keys;
    std::size_t limit = 60;  ///< candidates at most
};

struct Candidate {
    std::string text;      ///< UTF-8
    std::size_t keys = 0;  ///< how many bytes of ComposeQuery::keys choosing it uses up
};

struct Composed {
    std::string shown;  ///< the keys, parted into syllables for reading: "zhang wei"
    std::vector<Candidate> candidates;
};

/// Keeps nothing between questions: what one visitor typed cannot reach the next, and an answer
/// depends on its question alone. One thread at a time.
class Composer {
  public:
    virtual ~Composer() = default;
    virtual Composed compose(const ComposeQuery& query) = 0;
};

}  // namespace foyer::kiosk

#include "tests/house/scanner.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace foyer::house {
namespace {

/// Walks over code and writes it again, with spaces for what is not code.
class Blanker {
  public:
    explicit Blanker(const std::string& code) : code_(code) {}

    std::string result() {
        while (at_ < code_.size()) {
            step();
        }
        return out_;
    }

  private:
    bool ahead(std::string_view text) const { return code_.compare(at_, text.size(), text) == 0; }

    /// Replaces everything up to `end`, but keeps line ends.
    void blank_to(std::size_t end) {
        for (end = std::min(end, code_.size()); at_ < end; ++at_) {
            out_ += code_[at_] == '\n' ? '\n' : ' ';
        }
    }

    std::size_t end_of_line() const { return std::min(code_.find('\n', at_), code_.size()); }

    /// Only white space stands before this place in its line.
    bool line_begins() const {
        const std::size_t before = out_.find_last_not_of(" \t");
        return before == std::string::npos || out_[before] == '\n';
    }

    void step() {
        if (ahead("//")) return blank_to(end_of_line());
        if (ahead("/*")) return blank_to(after("*/", at_ + 2));
        if (code_[at_] == '#' && line_begins()) return blank_directive();
        if (ahead("R\"")) return blank_raw_string();
        if (code_[at_] == '"') return blank_literal('"');
        if (code_[at_] == '\'' && !digit_separator()) return blank_literal('\'');
        out_ += code_[at_++];
    }

    std::size_t after(const std::string& end, std::size_t from) const {
        const std::size_t found = code_.find(end, from);
        return found == std::string::npos ? code_.size() : found + end.size();
    }

    void blank_directive() {
        while (at_ < code_.size()) {
            const std::size_t end = end_of_line();
            const bool goes_on = end > at_ && code_[end - 1] == '\\';
            blank_to(goes_on ? end + 1 : end);
            if (!goes_on) return;
        }
    }

    void blank_raw_string() {
        const std::size_t open = code_.find('(', at_);
        if (open == std::string::npos) return blank_to(code_.size());
        blank_to(after(")" + code_.substr(at_ + 2, open - at_ - 2) + "\"", open));
    }

    void blank_literal(char quote) {
        std::size_t end = at_ + 1;
        while (end < code_.size() && code_[end] != quote && code_[end] != '\n') {
            end += code_[end] == '\\' ? 2 : 1;
        }
        blank_to(end + 1);
    }

    /// 1'000: an apostrophe inside a word that begins with a digit.
    bool digit_separator() const {
        std::size_t begin = out_.size();
        const auto in_number = [](char c) { return std::isalnum((unsigned char)c) || c == '\''; };
        while (begin > 0 && in_number(out_[begin - 1])) {
            --begin;
        }
        return begin < out_.size() && std::isdigit((unsigned char)out_[begin]);
    }

    const std::string& code_;
    std::string out_;
    std::size_t at_ = 0;
};

enum class Brace { scope, function, other };

/// What a brace opens, by the text since the last statement.
Brace brace_after(const std::string& head) {
    static const std::regex scope(R"(\b(namespace|class|struct|union|enum|extern)\b)");
    const std::size_t last = head.find_last_not_of(" \n\t");
    if (last != std::string::npos && head[last] == '=') return Brace::other;
    if (head.find('(') != std::string::npos) return Brace::function;
    return std::regex_search(head, scope) ? Brace::scope : Brace::other;
}

std::string one_line(const std::string& head) {
    static const std::regex space(R"(\s+)");
    return std::regex_replace(head, space, " ");
}

/// Finds the functions of blanked code.
class FunctionFinder {
  public:
    explicit FunctionFinder(std::string code) : code_(std::move(code)) {}

    std::vector<FunctionSpan> found() {
        for (at_ = 0; at_ < code_.size(); ++at_) {
            take(code_[at_]);
        }
        return functions_;
    }

  private:
    void take(char c) {
        if (c == '\n') ++line_;
        if (depth_ > 0) return take_inside(c);
        if (c == '{') return open();
        if (c == '}' || c == ';') return begin_head();
        if (head_.empty() && std::isspace((unsigned char)c)) return;
        if (head_.empty()) head_line_ = line_;
        head_ += c;
    }

    void take_inside(char c) {
        if (c == '{') ++depth_;
        if (c != '}' || --depth_ > 0) return;
        // Braces of an initialiser list stand before the body: Foo() : a_{1}, b_{2} { … }
        const std::size_t next = code_.find_first_not_of(" \n\t", at_ + 1);
        const bool head_goes_on =
            next != std::string::npos && (code_[next] == ',' || code_[next] == '{');
        if (head_goes_on) return;
        if (inside_ == Brace::function) {
            functions_.push_back({one_line(head_), head_line_, line_ - head_line_ + 1});
        }
        begin_head();
    }

    void open() {
        inside_ = brace_after(head_);
        if (inside_ == Brace::scope) return begin_head();
        depth_ = 1;
    }

    void begin_head() { head_.clear(); }

    std::string code_;
    std::size_t at_ = 0;
    int line_ = 1;
    int depth_ = 0;  ///< braces open inside the current function or data
    Brace inside_ = Brace::other;
    std::string head_;
    int head_line_ = 1;
    std::vector<FunctionSpan> functions_;
};

}  // namespace

int width_of(std::string_view line) {
    return int(std::count_if(line.begin(), line.end(),
                             [](char c) { return ((unsigned char)c & 0xC0) != 0x80; }));
}

std::string blanked(const std::string& code) {
    return Blanker(code).result();
}

std::vector<FunctionSpan> functions_of(const std::string& code) {
    return FunctionFinder(blanked(code)).found();
}

}  // namespace foyer::house

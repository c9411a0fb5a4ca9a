#pragma once

#include <optional>
#include <string>

#include "shared/codes/referral_code.h"

namespace foyer::kiosk {

/// A referral code while it is typed, sixteen symbols in groups of four. What people take for one
/// another is forgiven (O is 0, I and L are 1). Where a slip can be placed, the caret goes there
/// and the next symbol takes its place. Plain state, UI thread.
class CodeEntry {
  public:
    /// One character as it comes; hyphens and spaces are dropped, what no code has (a U, 张) is
    /// told by strange().
    void type(char32_t character);
    /// At the caret, or the last symbol.
    void erase();
    void clear();

    bool empty() const { return symbols_.empty(); }
    bool full() const { return symbols_.size() == typed_code_length; }
    const std::string& symbols() const { return symbols_; }
    /// Where the next symbol goes: 0 … 16.
    std::size_t caret() const { return slip_.value_or(symbols_.size()); }
    /// The symbol that must be wrong, while there is one.
    std::optional<std::size_t> slip() const { return slip_; }
    /// What the symbol at slip() must have been, to be offered and compared.
    std::optional<char> likely() const { return likely_; }
    /// Puts it there.
    void take_likely();
    /// There are slips, and nobody can say where.
    bool misread() const { return misread_; }
    /// The character typed last belongs to no code.
    bool strange() const { return strange_; }

    /// Reads a full code and remembers where it is wrong. Nothing to be told here for any other
    /// fault: the code as a whole is refused.
    CodeReading read(const CodeKeys& keys, std::int64_t today);

  private:
    void forget_faults();

    std::string symbols_;
    std::optional<std::size_t> slip_;
    std::optional<char> likely_;
    bool misread_ = false;
    bool strange_ = false;
};

}  // namespace foyer::kiosk

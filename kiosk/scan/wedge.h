#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::kiosk {

/// Tells a hardware scanner that types ("keyboard wedge") from a person who types. All keys go
/// through it: what people type comes out as `typed`, at most 35 ms late, and what a scanner types
/// comes out whole as `scanned`, so that no text field ever sees it.
///
/// A scanner is six or more characters with at most 35 ms between two of the first six; it ends
/// with Enter or Tab or after 120 ms of silence. A key held down is no scanner. Pure logic, one
/// thread. Times are milliseconds on any clock that never goes back.
class ScannerWedge {
  public:
    /// What came out, in the order in which it was typed: `typed` first.
    struct Output {
        std::u32string typed;                ///< for whoever has the keyboard
        std::optional<std::string> scanned;  ///< one scan, UTF-8, without its end key
    };

    /// A character was typed at `now`.
    Output character(char32_t character, std::int64_t now);

    struct EndKeyOutput : Output {
        bool end_key_is_typed = true;  ///< false if the key ended a scan: hand it to nobody
    };
    /// Enter or Tab was pressed at `now`.
    EndKeyOutput end_key(std::int64_t now);

    /// Time has passed: gives out what has waited long enough.
    Output poll(std::int64_t now);

    /// When poll() should be called at the latest; nothing if nothing waits.
    std::optional<std::int64_t> next_wake() const;

  private:
    bool is_scan() const;
    Output take();

    std::u32string held_;
    std::int64_t last_ = 0;
};

}  // namespace foyer::kiosk

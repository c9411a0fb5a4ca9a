#pragma once

#include <functional>
#include <string>

#include "kiosk/scan/wedge.h"
#include "kiosk/shell/input_queue.h"

namespace foyer::kiosk {

/// Stands between the keyboard and the screens: what a hardware scanner types comes out whole as a
/// code, what people type goes on to where it was meant for. UI thread.
class Keys : public TypingListener {
  public:
    /// `people` outlives this object.
    Keys(TypingListener& people, std::function<void(const std::string&)> on_code);

    void typed(char32_t character, std::int64_t at) override;
    void pressed(Key key, std::int64_t at) override;
    void pasted(const std::string& text, std::int64_t at) override;

    /// Time has passed: lets go of what was held back in case it was a scan.
    void poll(std::int64_t now);
    /// Milliseconds until poll() is needed; INT64_MAX if nothing waits.
    std::int64_t next_poll(std::int64_t now) const;

  private:
    void hand_on(const ScannerWedge::Output& output, std::int64_t at);

    TypingListener& people_;
    std::function<void(const std::string&)> on_code_;
    ScannerWedge wedge_;
};

}  // namespace foyer::kiosk

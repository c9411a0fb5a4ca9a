#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// Chips, segments and the tool strip.
namespace foyer::kiosk {

/// A choice of several: edge line, or brand with a tick (or its icon) when on. True when pressed.
bool chip(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, bool on,
          std::optional<Icon> icon = {}, bool enabled = true);
/// Width a chip wants; the height is Metrics::chip on the kiosk, 56 on a desk.
float chip_width(const Ui& ui, std::string_view label, bool on, bool has_icon = false);

/// One of a few, in a sunk trough; the chosen one is a white plate. Returns the pressed index or
/// -1. Ids are `id` + "." + index, or the segment's own. Icons are left out where they leave no
/// room for the words.
struct Segment {
    std::string_view label;
    std::optional<Icon> icon;
    std::string_view id = {};  ///< in place of its index
};
int segments(Ui& ui, std::string_view id, const Rect& rect, std::span<const Segment> parts,
             int chosen);

/// What was pressed on the tool strip.
struct ToolStripPress {
    std::optional<Locale> locale;
    bool large_text = false;  ///< toggle it
    bool reach = false;       ///< toggle it
};
struct ToolStrip {
    Locale locale = Locale::zh_hans;
    bool large_text = false, reach = false;
    std::string_view large_label, reach_label;
    bool on_dark = false;
};
/// Language, large text and reach, at their fixed place in either layout; never larger with large
/// text. Ids: "tools.zh-Hans", "tools.zh-Hant", "tools.en", "tools.large", "tools.reach".
ToolStripPress tool_strip(Ui& ui, const ToolStrip& strip);

}  // namespace foyer::kiosk

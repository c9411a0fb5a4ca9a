#pragma once

#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// A state always has an icon or a word besides its colour (look "Status").
enum class Tone { ok, warn, bad, info, neutral, brand };

/// Word (and icon) on a tint. Centred in the rect.
void tag(Ui& ui, const Rect& rect, std::string_view label, Tone tone,
         std::optional<Icon> icon = {});
/// Width and height a tag wants.
float tag_width(const Ui& ui, std::string_view label, bool has_icon);
float tag_height(const Ui& ui);
/// A tag at its own size; returns its right edge. `middle_y` is its middle.
float tag_at(Ui& ui, float x, float middle_y, std::string_view label, Tone tone,
             std::optional<Icon> icon = {});
/// The same, its right edge at `right`; returns its left edge.
float tag_before(Ui& ui, float right, float middle_y, std::string_view label, Tone tone,
                 std::optional<Icon> icon = {});

/// A number in a red disc.
void badge(Ui& ui, float middle_x, float middle_y, std::string_view number);

/// Ink and tint of a tone.
Color tone_ink(const Theme& theme, Tone tone);
Color tone_tint(const Theme& theme, Tone tone);

}  // namespace foyer::kiosk

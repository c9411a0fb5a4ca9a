#pragma once

#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// Buttons. Each returns true in the frame in which it was pressed and let go.
namespace foyer::kiosk {

/// What stands in the lit door of a primary button.
enum class PrimaryKind { goes_on, finishes };

/// The one main action of a screen: brand, a lit door with an arrow (or a tick) at its right foot.
bool primary_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                    bool enabled = true, PrimaryKind kind = PrimaryKind::goes_on);
/// Any other action: white, brand text.
bool secondary_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                      std::optional<Icon> icon = {}, bool enabled = true);
/// Back, exit, "no thanks": an edge line, filled with what it lies on (the wall if not told).
bool ghost_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                  std::optional<Icon> icon = {}, bool enabled = true,
                  std::optional<Color> ground = {});
/// Brand text with a chevron (or underlined), right-aligned at `rect`'s right edge.
bool text_link(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
               bool chevron = true);
/// Underlined brand text inside a sentence, left-aligned.
bool underlined_link(Ui& ui, std::string_view id, const Rect& rect, std::string_view label);

/// The buttons of the desk and of rows and cards.
enum class SmallButton {
    filled,  ///< brand
    brand,   ///< white with a brand line
    edge,    ///< white with an edge line
    tint,    ///< tint, brand text (a row's action)
    bad,     ///< bad, white text: what is overdue
    on_bad,  ///< white, bad text: on a red bar
};
bool small_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                  SmallButton kind, std::optional<Icon> icon = {}, bool enabled = true);
/// A square with an icon alone. `id` ends in what it does; give it a label beside it if you can.
bool icon_button(Ui& ui, std::string_view id, const Rect& rect, Icon icon, SmallButton kind,
                 bool enabled = true);
/// Width a small button wants for its label and icon.
float small_button_width(const Ui& ui, std::string_view label, bool has_icon);

/// The paint alone, for the kit page.
void paint_primary(Ui& ui, const Rect& rect, std::string_view label, ControlState state,
                   PrimaryKind kind = PrimaryKind::goes_on);
void paint_secondary(Ui& ui, const Rect& rect, std::string_view label, std::optional<Icon> icon,
                     ControlState state);

}  // namespace foyer::kiosk

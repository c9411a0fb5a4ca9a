#pragma once

#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// Cards, tiles and rows.
namespace foyer::kiosk {

/// White, e1. Draw the cards of a group with card_shadow() first if they stand close together.
void card(Ui& ui, const Rect& rect);
void card(Ui& ui, const Rect& rect, Color color);
void card_shadow(Ui& ui, const Rect& rect);
/// A coloured panel without a shadow (a hint, a promise, a place).
void panel(Ui& ui, const Rect& rect, Color color);
/// Thin line between the parts of a card.
void divider(Ui& ui, float x, float y, float width);
void upright_divider(Ui& ui, float x, float y, float height);

/// A card that can be pressed; `on` = it is the chosen one (tint2). Paint its inside afterwards.
Press pressable_card(Ui& ui, std::string_view id, const Rect& rect, bool enabled = true);

/// Icon, name, one caption. Portrait: icon on top, or (height < 160) at the left with a chevron;
/// landscape: icon at the left. With large text in portrait the caption drops before the name.
struct Tile {
    Icon icon;
    std::string_view label;
    std::string_view caption;
    std::optional<Color> icon_color;  ///< brand if none
};
bool tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& tile);

/// A choice as a wide card: icon on a small tint square, M label, XS caption, chevron at the end.
/// `main`: brand, with a lit door at its end.
bool choice(Ui& ui, std::string_view id, const Rect& rect, const Tile& choice, bool main = false);

/// A list's row: tint door with a surname, name, caption; what stands at its right end is drawn by
/// the caller (a tag, a button) over it, `end_space` units wide.
struct Row {
    std::string_view letter;
    std::string_view title;
    std::string_view caption;
    bool chevron = false;
    float end_space = 0;
};
/// Pass an empty id for a row that cannot be pressed.
bool row(Ui& ui, std::string_view id, const Rect& rect, const Row& row);

/// A big icon in a white square with a label and a caption under it, centred (a way to do it).
void way(Ui& ui, const Rect& rect, Icon icon, std::string_view label, std::string_view caption);

}  // namespace foyer::kiosk

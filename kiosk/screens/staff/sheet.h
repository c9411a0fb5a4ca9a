#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

/// Parts that several pages of the staff's side are made of.
namespace foyer::kiosk {

/// A dialog's white sheet over the veiled page, rising by its age. Draw on the Ui it returns.
/// `touched_outside` becomes true when the page beside the sheet was touched (id "sheet.outside").
Ui open_sheet(Ui& page, const Rect& sheet, float age, bool& touched_outside);
/// Where a sheet of this size stands: in the middle, in reach mode at the foot.
Rect sheet_rect(const Canvas& canvas, float width, float height);
/// Title in serif with a caption under it; returns the y below.
float sheet_title(Ui& ui, const Rect& sheet, std::string_view title, std::string_view caption);

/// A chip among others that wrap.
struct FlowChip {
    std::string_view id;  ///< becomes `id` + "." + this
    std::string_view label;
    bool on = false;
};
/// Chips side by side, wrapping at the width. Returns the touched one or -1; `height` is what they
/// took.
int chip_flow(Ui& ui, std::string_view id, float x, float y, float width,
              std::span<const FlowChip> chips, float& height);

}  // namespace foyer::kiosk

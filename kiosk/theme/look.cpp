#include "kiosk/theme/theme.h"

namespace foyer::kiosk {

Look::Look(const std::filesystem::path& icon_folder, const FontFiles& font_files)
    : fonts_(font_files), icons_(icon_folder), theme_{Palette(), fonts_, icons_, shadows_} {}

}  // namespace foyer::kiosk

#pragma once

#include <filesystem>

#include "kiosk/theme/fonts.h"
#include "kiosk/theme/icons.h"
#include "kiosk/theme/metrics.h"
#include "kiosk/theme/palette.h"
#include "kiosk/theme/shadows.h"
#include "kiosk/theme/type.h"

namespace foyer::kiosk {

/// The look of a frame: colours by value, and the caches that painters draw from.
struct Theme {
    Palette palette;
    Fonts& fonts;
    Icons& icons;
    Shadows& shadows;
};

/// Owns what a Theme refers to. The shell keeps one for the life of its ImGui context, changes
/// brand and language on it between frames, and hands theme() to each frame. UI thread.
class Look {
  public:
    /// `icon_folder` is assets/icons. Throws FontsMissing.
    explicit Look(const std::filesystem::path& icon_folder,
                  const FontFiles& font_files = FontFiles::find());

    const Theme& theme() const { return theme_; }
    /// Colours of another pack, from the next frame on.
    void set_brand(Color brand) { theme_.palette = Palette(brand); }
    /// Glyph variants of another language, from the next frame on.
    void set_locale(Locale locale) { fonts_.set_locale(locale); }

  private:
    Fonts fonts_;
    Icons icons_;
    Shadows shadows_;
    Theme theme_;
};

}  // namespace foyer::kiosk

#pragma once

#include <imgui.h>

#include <array>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/theme/type.h"
#include "shared/text/locale.h"

namespace foyer::kiosk {

/// The font files Foyer writes with, as fontconfig found them; an empty path where it did not.
struct FontFiles {
    std::filesystem::path sans, bold, serif;                  ///< Noto CJK collections (.ttc)
    std::filesystem::path rare_characters, rarer_characters;  ///< HanaMinA, HanaMinB

    /// Asks fontconfig. Accepts only files that really hold the family asked for.
    static FontFiles find();

    /// What is missing, as a person would install it: "Noto Sans CJK Bold (fonts-noto-cjk)".
    /// `foyer check` prints it. The Hanazono fallback is reported too, but Foyer starts without.
    std::vector<std::string> missing() const;
    /// True if every Noto face is there; without them nothing can be drawn.
    bool enough() const { return !sans.empty() && !bold.empty() && !serif.empty(); }
};

/// No font to write with. `what()` says which packages to install.
class FontsMissing : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The three faces in the glyph variants of a language: Traditional has its own shapes of the same
/// characters, so that switching language switches them at once. Files are mapped, never read
/// whole; a face joins the atlas when it is first asked for. Sizes given to these fonts are em
/// squares. UI thread; must be gone before its ImGui context is.
class Fonts {
  public:
    /// Throws FontsMissing if a Noto face is not there.
    explicit Fonts(const FontFiles& files);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    void set_locale(Locale locale) { locale_ = locale; }
    Locale locale() const { return locale_; }

    /// The face in the locale of the moment.
    ImFont* get(Face face) { return get(face, locale_); }
    /// The face in another locale's shapes, e.g. for "繁體" on the language switch.
    ImFont* get(Face face, Locale locale);

  private:
    class Mapping;
    const Mapping& mapped(Face face);

    FontFiles files_;
    Locale locale_ = Locale::zh_hans;
    std::array<std::unique_ptr<Mapping>, 3> faces_;
    std::array<std::unique_ptr<Mapping>, 2> fallbacks_;
    std::array<std::array<ImFont*, 2>, 3> fonts_{};  ///< by face, then by variant
};

}  // namespace foyer::kiosk

#include <fontconfig/fontconfig.h>

#include <cstring>
#include <memory>
#include <optional>

#include "kiosk/theme/fonts.h"

namespace foyer::kiosk {

namespace {

struct PatternDeleter {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

struct ConfigDeleter {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using Config = std::unique_ptr<FcConfig, ConfigDeleter>;

bool has_family(FcPattern* font, const char* family) {
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; ++i)
        if (std::strcmp(reinterpret_cast<const char*>(name), family) == 0) return true;
    return false;
}

/// fontconfig always answers with something; only the family and weight asked for will do. Without
/// a weight: of a family that has one alone, whatever it calls it.
std::filesystem::path find_font(FcConfig* config, const char* family,
                                std::optional<int> weight = {}) {
    Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    if (weight) FcPatternAddInteger(wanted.get(), FC_WEIGHT, *weight);
    FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    Pattern found(FcFontMatch(config, wanted.get(), &result));
    if (!found || !has_family(found.get(), family)) return {};
    int found_weight = 0;
    FcPatternGetInteger(found.get(), FC_WEIGHT, 0, &found_weight);
    if (weight && found_weight != *weight) return {};
    FcChar8* file = nullptr;
    if (FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(file);
}

}  // namespace

FontFiles FontFiles::find() {
    const Config config(FcInitLoadConfigAndFonts());
    FontFiles files;
    if (!config) return files;
    files.sans = find_font(config.get(), "Noto Sans CJK SC", FC_WEIGHT_REGULAR);
    files.bold = find_font(config.get(), "Noto Sans CJK SC", FC_WEIGHT_BOLD);
    files.serif = find_font(config.get(), "Noto Serif CJK SC", FC_WEIGHT_BOLD);
    files.rare_characters = find_font(config.get(), "HanaMinA");
    files.rarer_characters = find_font(config.get(), "HanaMinB");
    return files;
}

std::vector<std::string> FontFiles::missing() const {
    std::vector<std::string> names;
    const auto check = [&](const std::filesystem::path& file, const char* name) {
        if (file.empty()) names.emplace_back(name);
    };
    check(sans, "Noto Sans CJK Regular (fonts-noto-cjk)");
    check(bold, "Noto Sans CJK Bold (fonts-noto-cjk)");
    check(serif, "Noto Serif CJK Bold (fonts-noto-cjk)");
    check(rare_characters, "HanaMinA (fonts-hanazono)");
    check(rarer_characters, "HanaMinB (fonts-hanazono)");
    return names;
}

}  // namespace foyer::kiosk

#include "kiosk/theme/fonts.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cfloat>
#include <cstring>

namespace foyer::kiosk {

/// A font file in memory, read page by page as glyphs are asked for.
class Fonts::Mapping {
  public:
    explicit Mapping(const std::filesystem::path& file) {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat info {};
        if (descriptor < 0 || ::fstat(descriptor, &info) != 0 || info.st_size == 0)
            fail(file, descriptor);
        size_ = std::size_t(info.st_size);
        data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (data_ == MAP_FAILED) fail(file, descriptor);
        ::close(descriptor);
    }
    ~Mapping() { ::munmap(data_, size_); }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;

    void* data() const { return data_; }
    int size() const { return int(size_); }

  private:
    [[noreturn]] static void fail(const std::filesystem::path& file, int descriptor) {
        const std::string reason = std::strerror(errno);
        if (descriptor >= 0) ::close(descriptor);
        throw FontsMissing("cannot read the font " + file.string() + ": " + reason);
    }

    void* data_ = nullptr;
    std::size_t size_ = 0;
};

namespace {

// Order of the languages in the Noto CJK collections.
constexpr int simplified_in_collection = 2, traditional_in_collection = 3;

/// A negative size makes ImGui take sizes as the em square instead of ascent − descent, so that
/// they stay whole pixels, and faces with other line metrics (Hanazono) come out equally large.
ImFontConfig source_config(bool merged) {
    ImFontConfig config;
    config.SizePixels = -1;
    config.GlyphMaxAdvanceX = -FLT_MAX;  // ImGui multiplies it by size / SizePixels
    config.OversampleH = 1;              // glyphs are placed on whole pixels
    config.OversampleV = 1;
    config.MergeMode = merged;
    return config;
}

}  // namespace

Fonts::Fonts(const FontFiles& files) : files_(files) {
    if (!files.enough()) {
        std::string names;
        for (const std::string& name : files.missing())
            names += (names.empty() ? "" : ", ") + name;
        throw FontsMissing("fonts are missing: " + names);
    }
    get(Face::sans);  // ImGui wants one font before its first frame
}

Fonts::~Fonts() {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    for (auto& variants : fonts_)
        for (ImFont* font : variants) {
            if (!font) continue;
            for (ImFontConfig* source : font->Sources)
                source->FontDataOwnedByAtlas = false;
            atlas.RemoveFont(font);
        }
}

const Fonts::Mapping& Fonts::mapped(Face face) {
    auto& mapping = faces_[std::size_t(face)];
    if (!mapping) {
        const std::filesystem::path* files[] = {&files_.sans, &files_.bold, &files_.serif};
        mapping = std::make_unique<Mapping>(*files[std::size_t(face)]);
    }
    return *mapping;
}

ImFont* Fonts::get(Face face, Locale locale) {
    const bool traditional = locale == Locale::zh_hant;
    ImFont*& font = fonts_[std::size_t(face)][traditional ? 1 : 0];
    if (font) return font;

    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    // The atlas is told it owns the bytes, or it would copy 20 MB; ~Fonts takes them back.
    const Mapping& mapping = mapped(face);
    ImFontConfig config = source_config(false);
    config.FontNo = traditional ? traditional_in_collection : simplified_in_collection;
    font = atlas.AddFontFromMemoryTTF(mapping.data(), mapping.size(), config.SizePixels, &config);
    if (!font) throw FontsMissing("not a font collection: " + files_.sans.parent_path().string());

    const std::filesystem::path* rare[] = {&files_.rare_characters, &files_.rarer_characters};
    for (std::size_t i = 0; i < fallbacks_.size(); ++i) {
        if (rare[i]->empty()) continue;
        if (!fallbacks_[i]) fallbacks_[i] = std::make_unique<Mapping>(*rare[i]);
        const ImFontConfig merged = source_config(true);
        atlas.AddFontFromMemoryTTF(fallbacks_[i]->data(), fallbacks_[i]->size(), merged.SizePixels,
                                   &merged);
    }
    return font;
}

}  // namespace foyer::kiosk

#include "kiosk/input/templates/font_outlines.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <stdexcept>

namespace foyer::kiosk {
namespace {

/// Unified ideographs with all their extensions; no radicals, no compatibility forms.
bool is_ideograph(char32_t c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x20000 && c <= 0x323af) || c == 0x3007;
}

}  // namespace

struct FontOutlines::Face {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    ~Face() {
        if (face != nullptr) FT_Done_Face(face);
        if (library != nullptr) FT_Done_FreeType(library);
    }
};

FontOutlines::FontOutlines(const std::filesystem::path& file, int pixels)
    : face_(std::make_unique<Face>()), pixels_(pixels) {
    if (FT_Init_FreeType(&face_->library) != 0 ||
        FT_New_Face(face_->library, file.c_str(), 0, &face_->face) != 0 ||
        FT_Set_Pixel_Sizes(face_->face, 0, FT_UInt(pixels)) != 0) {
        throw std::runtime_error("cannot read the outlines of the font " + file.string());
    }
}

FontOutlines::~FontOutlines() = default;

std::vector<char32_t> FontOutlines::characters() const {
    std::vector<char32_t> characters;
    FT_UInt glyph = 0;
    for (FT_ULong c = FT_Get_First_Char(face_->face, &glyph); glyph != 0;
         c = FT_Get_Next_Char(face_->face, c, &glyph)) {
        if (is_ideograph(char32_t(c))) characters.push_back(char32_t(c));
    }
    return characters;
}

Bitmap FontOutlines::draw(char32_t character) const {
    const FT_UInt glyph = FT_Get_Char_Index(face_->face, character);
    if (glyph == 0 ||
        FT_Load_Glyph(face_->face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
        return {};
    FT_Outline& outline = face_->face->glyph->outline;
    if (outline.n_points == 0) return {};
    const int side = pixels_ + 2 * (pixels_ / 8);
    FT_BBox box;
    FT_Outline_Get_CBox(&outline, &box);
    FT_Outline_Translate(&outline, side * 32 - (box.xMin + box.xMax) / 2,
                         side * 32 - (box.yMin + box.yMax) / 2);
    Bitmap bitmap{side, side, std::vector<std::uint8_t>(std::size_t(side) * std::size_t(side))};
    const int pitch = (side + 7) / 8;
    std::vector<unsigned char> bits(std::size_t(pitch) * std::size_t(side));
    FT_Bitmap target{};
    target.rows = unsigned(side);
    target.width = unsigned(side);
    target.pitch = pitch;
    target.buffer = bits.data();
    target.pixel_mode = FT_PIXEL_MODE_MONO;
    if (FT_Outline_Get_Bitmap(face_->library, &outline, &target) != 0) return {};
    for (int y = 1; y + 1 < side; ++y)
        for (int x = 1; x + 1 < side; ++x)
            bitmap.at(x, y) = bits[std::size_t(y * pitch + x / 8)] >> (7 - x % 8) & 1;
    return bitmap;
}

}  // namespace foyer::kiosk

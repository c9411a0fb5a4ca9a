#pragma once

#include <imgui.h>

#include <cstdint>

namespace foyer::kiosk {

/// Reserves room in the font atlas and fills it with white of the given coverage (0…255), so that
/// shapes, icons and text share one texture and one draw call. `coverage(x, y)` is asked once a
/// pixel. UI thread, needs an ImGui context.
template <typename Coverage>
ImFontAtlasRectId add_to_atlas(int width, int height, const Coverage& coverage) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    const ImFontAtlasRectId id = atlas.AddCustomRect(width, height, &rect);
    if (id == ImFontAtlasRectId_Invalid) return id;
    ImTextureData& texture = *atlas.TexData;
    for (int y = 0; y < height; ++y) {
        auto* pixel = static_cast<std::uint8_t*>(texture.GetPixelsAt(rect.x, rect.y + y));
        for (int x = 0; x < width; ++x, pixel += texture.BytesPerPixel) {
            if (texture.Format == ImTextureFormat_RGBA32) pixel[0] = pixel[1] = pixel[2] = 255;
            pixel[texture.BytesPerPixel - 1] = std::uint8_t(coverage(x, y));
        }
    }
    return id;
}

/// Where it stands now; the atlas may move it, so ask each time it is drawn. An id that could not
/// be reserved has no size.
inline ImFontAtlasRect atlas_rect(ImFontAtlasRectId id) {
    ImFontAtlasRect rect{};
    ImGui::GetIO().Fonts->GetCustomRect(id, &rect);
    return rect;
}

}  // namespace foyer::kiosk

#include "tests/kiosk/widgets/glass.h"

#include <doctest/doctest.h>

#include <cfloat>
#include <string>

namespace foyer::kiosk {

namespace {

/// The whole of a renderer that shows nothing.
void take_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
        if (texture->Status == ImTextureStatus_WantDestroy) texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy
                               ? ImTextureStatus_Destroyed
                               : ImTextureStatus_OK);
    }
}

}  // namespace

Glass::Context::Context() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
}

Glass::Context::~Context() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext();
}

Glass::Glass(int width, int height, Locale locale)
    : canvas(Canvas::for_window(width, height)),
      text(locale),
      look(std::filesystem::path(FOYER_SOURCE_DIR) / "assets/icons") {
    look.set_locale(locale);
    ImGui::GetIO().DisplaySize = ImVec2(float(width), float(height));
}

Glass::~Glass() = default;

std::int64_t Glass::frame(int milliseconds) {
    ImGuiIO& io = ImGui::GetIO();
    motion.now += milliseconds;
    io.DeltaTime = float(milliseconds) / 1000;
    ImGui::NewFrame();
    items.begin_frame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar();
    Ui ui{canvas, look.theme(), text, photos_, items, motion, ImGui::GetWindowDrawList()};
    if (page) page(ui);
    ImGui::End();
    ImGui::Render();
    vertices = std::size_t(ImGui::GetDrawData()->TotalVtxCount);
    take_textures();
    return motion.take_next_wake();
}

Rect Glass::place(std::string_view id) {
    frame();
    frame();
    const DrawnItem* item = items.find(id);
    REQUIRE_MESSAGE(item != nullptr, "nothing is drawn as " << std::string(id));
    return item->rect;
}

void Glass::touch(float x, float y) {
    move(x, y);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    frame();
    frame();
}

void Glass::move(float x, float y) {
    ImGui::GetIO().AddMousePosEvent(canvas.to_pixels(x), canvas.to_pixels(y));
}

void Glass::lift() {
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    frame();
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    frame();
}

void Glass::tap(float x, float y) {
    touch(x, y);
    lift();
}

}  // namespace foyer::kiosk

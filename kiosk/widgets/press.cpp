#include "kiosk/widgets/press.h"

#include <imgui_internal.h>

#include <algorithm>

#include "kiosk/theme/metrics.h"
#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {

namespace {

ImGuiID item_id(std::string_view id) {
    return ImGui::GetID(id.data(), id.data() + id.size());
}

/// A finger needs 12 mm, whatever is drawn.
Rect touchable(const Rect& rect) {
    const float least = Metrics{}.touch_min;
    const float dx = std::max(0.0f, least - rect.w) / 2, dy = std::max(0.0f, least - rect.h) / 2;
    return {rect.x - dx, rect.y - dy, rect.w + 2 * dx, rect.h + 2 * dy};
}

ImRect in_pixels(const Ui& ui, const Rect& rect) {
    const ImVec4 box = to_screen(ui, rect);
    return {box.x, box.y, box.z, box.w};
}

/// The part that can be seen, in units of the window.
Rect visible_part(const Ui& ui, const Rect& rect) {
    ImRect box = in_pixels(ui, rect);
    box.ClipWithFull(ImGui::GetCurrentWindow()->ClipRect);
    const float scale = ui.canvas.scale;
    const float left = std::max(0.0f, box.Min.x / scale), top = std::max(0.0f, box.Min.y / scale);
    return {left, top, std::min(ui.canvas.width, box.Max.x / scale) - left,
            std::min(ui.canvas.height, box.Max.y / scale) - top};
}

struct Touch {
    bool held = false, pressed = false;
};

Touch touch(Ui& ui, ImGuiID id, const Rect& rect, bool enabled) {
    const ImRect box = in_pixels(ui, touchable(rect));
    ImGuiItemFlags flags = int(ImGuiItemFlags_AllowOverlap) | int(ImGuiItemFlags_NoNav);
    if (!enabled) flags |= ImGuiItemFlags_Disabled;
    if (!ImGui::ItemAdd(box, id, nullptr, flags)) return {};
    Touch touch;
    bool hovered = false;
    touch.pressed = ImGui::ButtonBehavior(box, id, &hovered, &touch.held,
                                          ImGuiButtonFlags_PressedOnClickRelease);
    touch.held = touch.held && hovered;
    return touch;
}

}  // namespace

Press press_area(Ui& ui, std::string_view id, const Rect& rect, bool enabled) {
    if (!ui.interactive) return {};
    ui.items.add(id, visible_part(ui, rect), enabled);
    const Touch result = touch(ui, item_id(id), rect, enabled);
    return {result.held, result.pressed};
}

Drag drag_area(Ui& ui, std::string_view id, const Rect& rect) {
    if (!ui.interactive) return {};
    ui.items.add(id, visible_part(ui, rect), true);
    const ImGuiID item = item_id(id);
    touch(ui, item, rect, true);
    if (ImGui::GetActiveID() != item) return {};
    // From now on the finger is the handle's: a scroll area below must not take it.
    ImGui::SetKeyOwner(ImGuiKey_MouseLeft, item, ImGuiInputFlags_LockUntilRelease);
    const ImVec2 finger = ImGui::GetIO().MousePos;
    return {true, finger.x / ui.canvas.scale - ui.offset_x,
            finger.y / ui.canvas.scale - ui.offset_y};
}

void note_touchable(Ui& ui, std::string_view id, const Rect& rect, bool enabled) {
    ui.items.add(id, visible_part(ui, rect), enabled);
}

Finger finger_area(Ui& ui, std::string_view id, const Rect& rect) {
    if (!ui.interactive) return {};
    const ImGuiID item = item_id(id);
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool was_down = context.ActiveIdPreviousFrame == item;
    const Touch result = touch(ui, item, rect, true);
    Finger finger;
    finger.down = ImGui::GetActiveID() == item;
    finger.began = finger.down && !was_down;
    // ImGui lets go of it in the frame in which the finger does.
    finger.lifted = result.pressed ||
                    (was_down && !finger.down && ImGui::IsMouseReleased(ImGuiMouseButton_Left));
    const ImVec2 at = ImGui::GetIO().MousePos;
    finger.x = at.x / ui.canvas.scale - ui.offset_x;
    finger.y = at.y / ui.canvas.scale - ui.offset_y;
    return finger;
}

}  // namespace foyer::kiosk

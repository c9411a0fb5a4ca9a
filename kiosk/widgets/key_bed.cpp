#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

/// Between keys, and around them, a finger still means the nearest one within so many units.
constexpr float reach_beyond = 24;
/// From one frame to the next a finger slides less than this many widths of a key.
constexpr float leap = 1.5f;

/// Keys change colour at once; a pressed one casts no shadow.
Color body_color(const Palette& colors, const KeyCap& cap, bool held) {
    if (!cap.enabled) return colors.sunk;
    if (held) return colors.tint2;
    if (cap.on) return colors.brand;
    if (cap.tone == KeyTone::function) return colors.sunk;
    return cap.tone == KeyTone::function_on_floor ? colors.wall : colors.surface;
}

void paint_face(Ui& ui, const KeyCap& cap, bool held) {
    const Palette& colors = ui.theme.palette;
    fill_rounded(ui, cap.rect, metrics(ui.canvas).radius_key, body_color(colors, cap, held));
    const Color ink = !cap.enabled      ? colors.disabled_text
                      : cap.on && !held ? colors.surface
                                        : colors.text;
    const float pad = ui.canvas.portrait() ? 8.0f : 4.0f;
    Rect words{cap.rect.x + pad, cap.rect.y, cap.rect.w - 2 * pad, cap.rect.h};
    const float line = line_height(ui, TextSize::xs);
    if (!cap.caption.empty() && words.h > 2.4f * line) {
        const float foot = words.h * 0.14f;
        text_line(ui, {words.x, words.bottom() - foot - line, words.w, line}, cap.caption,
                  type::caption, ui.theme.palette.text2, Align::center);
        words.h -= line + foot * 0.6f;
    }
    if (!cap.icon) return text_line(ui, words, cap.label, cap.style, ink, Align::center);
    const float size = std::min({words.w * 0.6f, words.h * 0.5f, metrics(ui.canvas).icon_l});
    icon(ui, *cap.icon, words.middle_x(), words.middle_y(), size, ink);
}

float distance(const Rect& rect, float x, float y) {
    const float dx = std::max({rect.x - x, 0.0f, x - rect.right()});
    const float dy = std::max({rect.y - y, 0.0f, y - rect.bottom()});
    return std::hypot(dx, dy);
}

int nearest(std::span<const KeyCap> keys, float x, float y) {
    int found = -1;
    float closest = reach_beyond;
    for (int i = 0; i < int(keys.size()); ++i) {
        const KeyCap& cap = keys[std::size_t(i)];
        const float far = distance(cap.rect, x, y);
        if (!cap.enabled || far >= closest) continue;
        found = i;
        closest = far;
    }
    return found;
}

Rect around(std::span<const KeyCap> keys) {
    float left = FLT_MAX, top = FLT_MAX, right = -FLT_MAX, bottom = -FLT_MAX;
    for (const KeyCap& cap : keys) {
        left = std::min(left, cap.rect.x), top = std::min(top, cap.rect.y);
        right = std::max(right, cap.rect.right()), bottom = std::max(bottom, cap.rect.bottom());
    }
    return {left, top, right - left, bottom - top};
}

/// What a bed remembers of the finger on it, from frame to frame.
class Held {
  public:
    explicit Held(std::string_view id)
        : slot_(ImGui::GetID(id.data(), id.data() + id.size())),
          key(all().GetInt(slot_, none)),
          x(all().GetFloat(slot_ + 1)),
          y(all().GetFloat(slot_ + 2)) {}
    ~Held() {
        all().SetInt(slot_, key);
        all().SetFloat(slot_ + 1, x);
        all().SetFloat(slot_ + 2, y);
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    static constexpr int none = -1;

  private:
    static ImGuiStorage& all() { return *ImGui::GetStateStorage(); }
    const ImGuiID slot_;

  public:
    int key;
    float x, y;
};

struct Followed {
    int held = -1, pressed = -1;
};

/// Follows the finger over the keys.
Followed follow(Ui& ui, std::string_view id, std::span<const KeyCap> keys) {
    const Finger finger = finger_area(ui, id, around(keys).inset(-reach_beyond / 2));
    Held held(id);
    // The keys may have become others under the finger.
    if (held.key >= int(keys.size())) held.key = Held::none;
    Followed followed;
    const int here = nearest(keys, finger.x, finger.y);
    if (finger.began) {
        held.key = here;
    } else if (finger.down || finger.lifted) {
        const float moved = std::hypot(finger.x - held.x, finger.y - held.y);
        const bool other = here >= 0 && held.key >= 0 && here != held.key;
        if (other && moved > leap * keys[std::size_t(held.key)].rect.w) followed.pressed = held.key;
        held.key = here;
    }
    held.x = finger.x, held.y = finger.y;
    // A leap and a lifting never come in one frame: the queue shows the place first.
    if (finger.lifted) followed.pressed = held.key;
    if (!finger.down) held.key = Held::none;
    followed.held = held.key;
    return followed;
}

}  // namespace

int key_bed(Ui& ui, std::string_view id, std::span<const KeyCap> keys) {
    if (keys.empty()) return -1;
    int held = Held::none, pressed = -1;
    if (ui.interactive) {
        const Followed followed = follow(ui, id, keys);
        held = followed.held, pressed = followed.pressed;
        for (const KeyCap& cap : keys)
            note_touchable(ui, cap.id, cap.rect, cap.enabled);
    }
    for (int i = 0; i < int(keys.size()); ++i) {
        const KeyCap& cap = keys[std::size_t(i)];
        if (cap.tone == KeyTone::character && cap.enabled && i != held)
            shadow(ui, cap.rect, Elevation::e1);
    }
    for (int i = 0; i < int(keys.size()); ++i)
        paint_face(ui, keys[std::size_t(i)], i == held);
    return pressed;
}

bool key(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, KeyTone tone,
         TextStyle style) {
    const KeyCap cap{std::string(id), rect, std::string(label), {}, tone, style};
    return key_bed(ui, std::string(id) + ".bed", {&cap, 1}) == 0;
}

}  // namespace foyer::kiosk

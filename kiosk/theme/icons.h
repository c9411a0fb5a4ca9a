#pragma once

#include <imgui.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace foyer::kiosk {

/// The outline icons drawn for Foyer in assets/icons. Names with '-' there are '_' here.
enum class Icon : std::uint8_t {
    accessibility,
    alarm,
    alert_triangle,
    a_large,
    armchair,
    arrow_left,
    arrow_right,
    arrows_horizontal,
    badge_check,
    banknote,
    bell,
    building,
    calendar,
    calendar_check,
    camera,
    camera_off,
    car,
    chart,
    check,
    check_check,
    check_circle,
    chevron_down,
    chevron_left,
    chevron_right,
    chevron_up,
    clock,
    cloud,
    cloud_check,
    cloud_off,
    coffee,
    contact,
    delete_back,
    door,
    eraser,
    eye,
    eye_off,
    file,
    fingerprint,
    folder_sync,
    gift,
    globe,
    grid,
    hand,
    handshake,
    heart,
    home,
    hourglass,
    images,
    inbox,
    info,
    key,
    keyboard,
    languages,
    lightbulb,
    lock,
    log_out,
    map_pin,
    megaphone,
    merge,
    message_square,
    minus,
    monitor,
    more,
    pause,
    pencil,
    pen_tool,
    phone,
    phone_call,
    plus,
    printer,
    qr,
    refresh,
    ruler,
    scale,
    scan,
    search,
    shield_check,
    shopping_bag,
    signature,
    sparkles,
    stamp,
    star,
    store,
    tag,
    undo,
    usb,
    user,
    users,
    user_cog,
    user_plus,
    wrench,
    x,
    x_circle,
    zoom_in,
    count_
};

/// The file name without ".svg": "arrow-right".
std::string_view icon_name(Icon icon);

/// The icon a pack or a catalogue names; nothing for a name Foyer did not draw.
std::optional<Icon> icon_from_name(std::string_view name);

/// Icons as pixels: each is drawn once from its SVG at the exact size asked for, white, into the
/// font atlas (so that icons and text share one draw call), and tinted where it is used.
/// Any renderer with ImGui's textures works, also none. UI thread.
class Icons {
  public:
    /// `folder` holds the SVG files. Reads nothing yet.
    explicit Icons(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Where the icon stands in the atlas at `pixels` × `pixels`. The answer holds until the next
    /// call that adds anything to the atlas: draw at once. Throws std::runtime_error naming the
    /// file if it cannot be read.
    ImFontAtlasRect at(Icon icon, int pixels);

  private:
    std::filesystem::path folder_;
    std::unordered_map<std::uint32_t, ImFontAtlasRectId> drawn_;
};

}  // namespace foyer::kiosk

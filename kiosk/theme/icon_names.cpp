#include <algorithm>
#include <array>

#include "kiosk/theme/icons.h"

namespace foyer::kiosk {

namespace {

constexpr auto icon_count = std::size_t(Icon::count_);

/// File names in the order of the enumerators.
constexpr std::array<std::string_view, icon_count> names = {
    "accessibility",
    "alarm",
    "alert-triangle",
    "a-large",
    "armchair",
    "arrow-left",
    "arrow-right",
    "arrows-horizontal",
    "badge-check",
    "banknote",
    "bell",
    "building",
    "calendar",
    "calendar-check",
    "camera",
    "camera-off",
    "car",
    "chart",
    "check",
    "check-check",
    "check-circle",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "clock",
    "cloud",
    "cloud-check",
    "cloud-off",
    "coffee",
    "contact",
    "delete",
    "door",
    "eraser",
    "eye",
    "eye-off",
    "file",
    "fingerprint",
    "folder-sync",
    "gift",
    "globe",
    "grid",
    "hand",
    "handshake",
    "heart",
    "home",
    "hourglass",
    "images",
    "inbox",
    "info",
    "key",
    "keyboard",
    "languages",
    "lightbulb",
    "lock",
    "log-out",
    "map-pin",
    "megaphone",
    "merge",
    "message-square",
    "minus",
    "monitor",
    "more",
    "pause",
    "pencil",
    "pen-tool",
    "phone",
    "phone-call",
    "plus",
    "printer",
    "qr",
    "refresh",
    "ruler",
    "scale",
    "scan",
    "search",
    "shield-check",
    "shopping-bag",
    "signature",
    "sparkles",
    "stamp",
    "star",
    "store",
    "tag",
    "undo",
    "usb",
    "user",
    "users",
    "user-cog",
    "user-plus",
    "wrench",
    "x",
    "x-circle",
    "zoom-in",
};
static_assert(!names.back().empty());

}  // namespace

std::string_view icon_name(Icon icon) {
    return names[std::size_t(icon)];
}

std::optional<Icon> icon_from_name(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return Icon(found - names.begin());
}

}  // namespace foyer::kiosk

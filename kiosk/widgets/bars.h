#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/text.h"

/// The bars that never move, and the floors pages stand on.
namespace foyer::kiosk {

/// The page's background; with `floor_y` everything below it is floor.
void wall(Ui& ui);
void wall_and_floor(Ui& ui, float floor_y);

/// Logo, brand and place at the left; at the right the time, or the seconds until the page is left.
struct TopBar {
    std::filesystem::path logo;
    std::string_view brand, place;
    std::string_view time, date;     ///< shown when `seconds` is empty
    std::string_view seconds;        ///< "26"
    std::string_view seconds_label;  ///< "秒后返回首页"
    float share_left = 1;
    bool on_dark = false;
};
void top_bar(Ui& ui, const TopBar& bar);

/// Title and one sentence under it.
void page_title(Ui& ui, float y, std::string_view title, std::string_view sentence,
                Align align = Align::left);

/// What was pressed on the action bar.
enum class ActionPress { none, back, exit, main };

/// Back, exit and the page's one action, at their fixed place in either layout. An empty `main`
/// leaves the place free. Ids: "action.back", "action.exit", "action.main".
struct ActionBar {
    std::string_view back, exit;  ///< labels; an empty one is left out
    std::string_view main;
    bool main_enabled = true;
    bool main_is_secondary = false;  ///< a white button: skipping is not the main way
    PrimaryKind kind = PrimaryKind::goes_on;
    std::optional<Icon> icon;  ///< of a secondary main
};
ActionPress action_bar(Ui& ui, const ActionBar& bar);
/// Where the action bar stands.
Rect action_bar_rect(const Canvas& canvas);

/// The staff's rail: areas of the desk at the left edge, who is signed in at its foot.
struct RailItem {
    std::string_view id;  ///< becomes "rail." + id
    Icon icon;
    std::string_view label;
    int badge = 0;
};
struct Rail {
    std::filesystem::path logo;
    std::span<const RailItem> items;
    int active = 0;
    std::filesystem::path portrait;
    std::string_view letter;  ///< if there is no portrait
    std::string_view person;  ///< role or name under the portrait
};
/// The pressed item's index, or -1. The portrait is "rail.person": returns items.size().
int rail(Ui& ui, const Rail& rail);

/// Title, remark beside it. Draw tags and buttons at its right end yourself, middle at y = 46.
void desk_header(Ui& ui, std::string_view title, std::string_view remark);

}  // namespace foyer::kiosk

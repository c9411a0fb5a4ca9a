#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/visitor/policy_texts.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/pack/pack.h"

/// Parts of the home screen.
namespace foyer::kiosk {

/// A way from the home screen, ready to draw.
struct HomeWay {
    HomeTarget target = HomeTarget::check_in;
    std::string id;  ///< "home.check_in"
    Icon icon = Icon::door;
    std::string title, caption;
    std::filesystem::path picture;   ///< of a door
    std::filesystem::path portrait;  ///< of a tile: somebody to be met there; may be empty
};

/// All of the home screen in a language on a day.
struct HomeTexts {
    Locale locale = Locale::zh_hans;
    Date day;
    std::string greeting, subtitle;
    HomeWay main;
    std::vector<HomeWay> doors, tiles;
    std::optional<CampaignWords> campaign;  ///< the first that runs
};
HomeTexts home_texts(const Translator& text, const Calendar& calendar, const Pack& pack,
                     Date today);

/// A tile with a door at its right foot: somebody to meet, or the icon.
bool figure_tile(Ui& ui, const Rect& rect, const HomeWay& way, TextStyle title);
/// The style in which the titles of all fit: tiles side by side look alike.
TextStyle figure_style(const Ui& ui, const Rect& rect, std::span<const HomeWay> ways);
/// A tile as the look has it.
bool plain_tile(Ui& ui, const Rect& rect, const HomeWay& way);
/// The running campaign: a lit door, what it gives, and a way to the policy. Becomes a plain tile
/// where there is no room for more. Id "home.campaign".
bool campaign_bar(Ui& ui, const Rect& rect, const CampaignWords& campaign);

/// Splits a rectangle into `columns` × as many rows as it takes. With `last_wide` the last cell
/// takes what is left of its row.
std::vector<Rect> cells(const Rect& rect, std::size_t count, std::size_t columns, float gap,
                        bool last_wide);

}  // namespace foyer::kiosk

#include "kiosk/screens/visitor/home_parts.h"

#include <algorithm>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

const char* id_of(HomeTarget target) {
    switch (target) {
        case HomeTarget::check_in:
            return "home.check_in";
        case HomeTarget::policy:
            return "home.policy";
        case HomeTarget::gallery:
            return "home.gallery";
        case HomeTarget::rewards:
            return "home.rewards";
        case HomeTarget::people:
            return "home.people";
    }
    return "";
}

/// For doors, which have no icon of their own until reach mode makes tiles of them.
Icon usual_icon(HomeTarget target) {
    switch (target) {
        case HomeTarget::check_in:
            return Icon::door;
        case HomeTarget::policy:
            return Icon::handshake;
        case HomeTarget::gallery:
            return Icon::images;
        case HomeTarget::rewards:
            return Icon::gift;
        case HomeTarget::people:
            return Icon::users;
    }
    return Icon::door;
}

/// The first on duty of those whom the people page shows.
std::filesystem::path portrait_of_somebody(const Pack& pack) {
    for (const StaffMember* member : pack.staff_with(pack.people.role))
        if (member->on_duty && !member->portrait.empty()) return member->portrait;
    return {};
}

HomeWay way_of(const Pack& pack, const HomeEntry& entry, Locale locale) {
    HomeWay way;
    way.target = entry.target;
    way.id = id_of(entry.target);
    way.icon = icon_from_name(entry.icon).value_or(usual_icon(entry.target));
    way.title = entry.title.in(locale);
    way.caption = pack.caption(entry, locale);
    way.picture = entry.picture;
    if (entry.target == HomeTarget::people) way.portrait = portrait_of_somebody(pack);
    return way;
}

/// Where the door of a tile stands.
Rect figure_door(const Ui& ui, const Rect& rect) {
    const float height = std::min(rect.h * 0.68f, sized(ui, 180)), width = height / 1.2f;
    return {rect.right() - sized(ui, 28) - width, rect.bottom() - height, width, height};
}

/// The plate at the right end of the campaign's bar; returns where it begins.
float paint_see_plate(Ui& ui, const Rect& rect, bool held) {
    const Palette& colors = ui.theme.palette;
    const std::string_view see = ui.text(Text::home_campaign_see);
    const float width = text_width(ui, see, type::strong) + sized(ui, 72);
    const Rect plate{rect.right() - sized(ui, 24) - width, rect.middle_y() - sized(ui, 46), width,
                     sized(ui, 92)};
    fill_rounded(ui, plate, metrics(ui.canvas).radius_control, held ? colors.surface : colors.tint);
    text_line(ui, plate, see, type::strong, colors.brand, Align::center);
    return plate.x;
}

}  // namespace

HomeTexts home_texts(const Translator& text, const Calendar& calendar, const Pack& pack,
                     Date today) {
    HomeTexts words;
    words.locale = text.locale();
    words.day = today;
    words.greeting = pack.home.greeting.in(words.locale);
    words.subtitle = pack.home.subtitle.in(words.locale);
    for (const HomeEntry& entry : pack.home.entries) {
        const HomeWay way = way_of(pack, entry, words.locale);
        if (entry.place == HomePlace::main_door)
            words.main = way;
        else if (entry.place == HomePlace::door)
            words.doors.push_back(way);
        else
            words.tiles.push_back(way);
    }
    // A campaign is a part of the policy: without one in force there is nothing to add to.
    const PolicyNotice notice = policy_notice(pack, today);
    if (notice.in_force && !notice.campaigns.empty())
        words.campaign = campaign_words(text, calendar, *notice.campaigns.front());
    return words;
}

TextStyle figure_style(const Ui& ui, const Rect& rect, std::span<const HomeWay> ways) {
    const float room = figure_door(ui, rect).x - sized(ui, 12 + 32) - rect.x;
    TextStyle style = type::button;
    for (const HomeWay& way : ways)
        style = fit_text(ui, way.title, style, room);
    return style;
}

bool figure_tile(Ui& ui, const Rect& rect, const HomeWay& way, TextStyle title) {
    const Palette& colors = ui.theme.palette;
    const Press press = pressable_card(ui, way.id, rect);
    const Rect door = figure_door(ui, rect);
    if (way.portrait.empty()) {
        fill_door(ui, door, press.held ? colors.surface : colors.tint);
        icon(ui, way.icon, door.middle_x(), door.middle_y() + sized(ui, 6), sized(ui, 60),
             colors.brand);
    } else {
        portrait_door(ui, door, way.portrait, {});
    }
    const float x = rect.x + sized(ui, 32), room = door.x - sized(ui, 12) - x;
    const float first = line_height(ui, TextSize::m), second = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (first + second) / 2;
    text_line(ui, {x, top, room, first}, way.title, title, colors.text);
    text_line(ui, {x, top + first, room, second}, way.caption, type::caption, colors.text2);
    return press.clicked;
}

bool plain_tile(Ui& ui, const Rect& rect, const HomeWay& way) {
    return tile(ui, way.id, rect, {way.icon, way.title, way.caption, {}});
}

bool campaign_bar(Ui& ui, const Rect& rect, const CampaignWords& campaign) {
    const Palette& colors = ui.theme.palette;
    const bool narrow = rect.w < sized(ui, 600);
    if (narrow || (ui.canvas.portrait() && ui.canvas.large_text))
        return tile(ui, "home.campaign", rect,
                    {Icon::sparkles, campaign.headline, campaign.dates, colors.warn});
    const Press press = pressable_card(ui, "home.campaign", rect);
    const float height = std::min(rect.h - sized(ui, 36), sized(ui, 124)), width = height * 0.84f;
    const Rect door{rect.x + sized(ui, 32), rect.middle_y() - height / 2, width, height};
    fill_door(ui, door, colors.glow_soft);
    icon(ui, Icon::sparkles, door.middle_x(), door.middle_y() + sized(ui, 5), sized(ui, 48),
         colors.warn);

    const bool roomy = rect.w >= sized(ui, 780);
    const float end = roomy ? paint_see_plate(ui, rect, press.held) : rect.right() - sized(ui, 84);
    if (!roomy)
        icon(ui, Icon::chevron_right, rect.right() - sized(ui, 56), rect.middle_y(), sized(ui, 44),
             colors.text2);

    const float x = door.right() + sized(ui, 28), room = end - sized(ui, 16) - x;
    const float first = line_height(ui, TextSize::s), second = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (first + second) / 2;
    text_line(ui, {x, top, room, first}, campaign.headline, type::strong, colors.text);
    const bool named = text_width(ui, campaign.name, type::caption) <= room;
    text_line(ui, {x, top + first, room, second}, named ? campaign.name : campaign.dates,
              type::caption, colors.text2);
    return press.clicked;
}

std::vector<Rect> cells(const Rect& rect, std::size_t count, std::size_t columns, float gap,
                        bool last_wide) {
    std::vector<Rect> result;
    if (count == 0 || columns == 0) return result;
    const std::size_t rows = (count + columns - 1) / columns;
    const float width = (rect.w - gap * float(columns - 1)) / float(columns);
    const float height = (rect.h - gap * float(rows - 1)) / float(rows);
    for (std::size_t i = 0; i < count; ++i)
        result.push_back({rect.x + float(i % columns) * (width + gap),
                          rect.y + float(i / columns) * (height + gap), width, height});
    if (last_wide) result.back().w = rect.right() - result.back().x;
    return result;
}

}  // namespace foyer::kiosk

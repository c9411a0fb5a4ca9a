#include "kiosk/screens/visitor/policy_parts.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/screens/visitor/line_balance.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The first door is low enough to leave the title its place, the last reaches the top.
float door_height(std::size_t i, std::size_t count) {
    constexpr float lowest = 0.41f;
    if (count <= 1) return 1;
    const float share = float(i) / float(count - 1);
    return lowest + (1 - lowest) * std::pow(share, 1.17f);
}

/// Light falls on the last tier only; the one before is the brand's, the first are its tints.
void paint_tier(const Palette& colors, TierDoor& door, std::size_t i, std::size_t count) {
    if (i + 1 == count) {
        door.color = colors.glow;
        door.ink = colors.on_glow;
    } else if (i + 2 == count) {
        door.color = colors.brand;
        door.ink = colors.surface;
    } else {
        const float share = 0.2f + 0.15f * float(i);
        door.color = mixed(colors.surface, colors.brand, share);
        door.ink = colors.text;
    }
}

void paint_tiers(Ui& ui, const Rect& stage, std::span<const TierWords> tiers) {
    // A note that does not fit below its door is left out; if few do, so are all.
    const float slot = stage.w / float(std::max<std::size_t>(tiers.size(), 1)) - sized(ui, 6);
    const auto fits = [&](const TierWords& tier) {
        return text_width(ui, tier.note, type::caption) <= slot;
    };
    const auto fitting = std::size_t(std::count_if(tiers.begin(), tiers.end(), fits));
    std::vector<TierDoor> doors;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        TierDoor door;
        door.height = door_height(i, tiers.size());
        paint_tier(ui.theme.palette, door, i, tiers.size());
        door.value = tiers[i].value;
        door.label = tiers[i].label;
        if (2 * fitting > tiers.size() && fits(tiers[i])) door.caption = tiers[i].note;
        doors.push_back(door);
    }
    tier_doors(ui, stage, doors);
}

}  // namespace

float offer_height(const Ui& ui, float width, std::span<const OfferWords> offers) {
    float caption = 0;
    for (const OfferWords& offer : offers)
        caption = std::max(
            caption, text_block_height(ui, width - sized(ui, 64), offer.caption, type::caption, 2));
    return sized(ui, 70) + line_height(ui, TextSize::s) + line_height(ui, TextSize::l) + caption;
}

TextStyle offer_style(const Ui& ui, const Rect& rect, std::span<const OfferWords> offers) {
    const float width = rect.w - sized(ui, 64);
    const float taller = line_height(ui, TextSize::xl) - line_height(ui, TextSize::l);
    if (rect.h < offer_height(ui, rect.w, offers) + taller) return type::title;
    TextStyle style = type::number;
    for (const OfferWords& offer : offers)
        style = fit_text(ui, offer.value, style, width);
    return style == type::number ? style : type::title;
}

void offer_card(Ui& ui, const Rect& rect, const OfferWords& offer, TextStyle value_style) {
    const Palette& colors = ui.theme.palette;
    const bool lit = offer.highlighted;
    card(ui, rect, lit ? colors.brand : colors.surface);
    const float x = rect.x + sized(ui, 36), room = rect.right() - sized(ui, 28) - x;
    const float first = line_height(ui, TextSize::s);
    const float last = text_block_height(ui, room, offer.caption, type::caption, 2);
    const TextStyle style = fit_text(ui, offer.value, value_style, room);
    const float value = std::max(line_height(ui, style.size), line_height(ui, TextSize::l));
    const float spare = rect.h - first - value - last;
    float y = rect.y + spare * 0.5f - sized(ui, 3);
    const float size = sized(ui, 52);
    icon(ui, offer.icon, x + size / 2, y + first / 2, size, lit ? colors.surface : colors.brand);
    text_line(ui, {x + sized(ui, 74), y, room - sized(ui, 74), first}, offer.title, type::strong,
              lit ? colors.surface : colors.text);
    y += first + sized(ui, 4);
    text_line(ui, {x, y, room, value}, offer.value, style, lit ? colors.surface : colors.brand);
    y += value + sized(ui, 2);
    text_block(ui, {x, y, room, last}, offer.caption, type::caption,
               lit ? colors.tint : colors.text2, Align::left, 2);
}

bool tiers_card(Ui& ui, const Rect& rect, const PolicyTexts& words, bool with_link) {
    const Palette& colors = ui.theme.palette;
    card(ui, rect);
    const float pad = sized(ui, 24);
    // Where there is little height, words and doors stand side by side.
    const bool low = !ui.canvas.portrait() && rect.h < 300;
    const float aside = low ? rect.w * 0.37f : 0, above = sized(ui, low ? 36 : 84);
    const Rect stage{rect.x + pad + aside, rect.y + above, rect.w - 2 * pad - aside,
                     rect.h - above - sized(ui, 16)};
    paint_tiers(ui, stage, words.tiers);

    // The words keep clear of the tallest door.
    const float x = rect.x + sized(ui, 44);
    const float count = float(std::max<std::size_t>(words.tiers.size(), 1));
    const float end = low ? stage.x : count > 1 ? stage.right() - stage.w / count : stage.right();
    const float room = end - x;
    float y = rect.y + sized(ui, 34);
    const TextStyle title = low ? type::strong : type::button;
    const float title_height = line_height(ui, title.size);
    if (low) {
        y += text_block(ui, {x, y, room, 0}, words.tiers_title, title, colors.text, Align::left, 2);
    } else {
        text_line(ui, {x, y, room, title_height}, words.tiers_title, title, colors.text);
        y += title_height - sized(ui, 2);
    }
    const float note = balanced_width(ui, words.tiers_note, type::caption, room);
    y += text_block(ui, {x, y, note, 0}, words.tiers_note, type::caption, colors.text2, Align::left,
                    low ? 3 : 2);
    if (!with_link) return false;
    const std::string_view label = ui.text(Text::policy_conditions);
    const float width = text_width(ui, label, type::strong) + sized(ui, 44);
    return text_link(ui, "policy.conditions",
                     {x, y + sized(ui, 2), width, std::max(sized(ui, 72), 48.0f)}, label);
}

float campaign_height(const Ui& ui) {
    return 2 * line_height(ui, TextSize::xs) + line_height(ui, TextSize::m) + sized(ui, 26);
}

void campaign_panel(Ui& ui, const Rect& rect, const CampaignWords& campaign) {
    const Palette& colors = ui.theme.palette;
    fill_rounded(ui, rect, metrics(ui.canvas).radius_card, colors.glow_soft);
    const float width = sized(ui, 104), height = sized(ui, 124);
    const Rect door{rect.x + sized(ui, 40), rect.middle_y() - height / 2, width, height};
    lit_door(ui, door, Icon::sparkles, sized(ui, 60));
    const float x = door.right() + sized(ui, 36), room = rect.right() - sized(ui, 32) - x;
    const float small = line_height(ui, TextSize::xs), name = line_height(ui, TextSize::m);
    float y = rect.middle_y() - (2 * small + name - sized(ui, 10)) / 2;
    const bool named = text_width(ui, campaign.name, type::caption_strong) <= room;
    text_line(ui, {x, y, room, small}, named ? campaign.name : campaign.product,
              type::caption_strong, colors.warn);
    y += small - sized(ui, 4);
    text_line(ui, {x, y, room, name}, campaign.headline, type::button, colors.text);
    y += name - sized(ui, 6);
    const bool stacks = text_width(ui, campaign.stacks, type::caption) <= room;
    text_line(ui, {x, y, room, small}, stacks ? campaign.stacks : campaign.dates, type::caption,
              colors.text);
}

float channels_height(const Ui& ui, std::size_t count, std::size_t columns) {
    const float one =
        sized(ui, 92 + 14) + line_height(ui, TextSize::s) + line_height(ui, TextSize::xs);
    const std::size_t rows = (count + columns - 1) / std::max<std::size_t>(columns, 1);
    return float(rows) * one + float(rows > 0 ? rows - 1 : 0) * sized(ui, 24);
}

int channel_row(Ui& ui, const Rect& rect, const PolicyTexts& words, std::size_t columns) {
    const float width = rect.w / float(columns), space = sized(ui, 24);
    const float height = channels_height(ui, columns, columns);
    int pressed = -1;
    for (std::size_t i = 0; i < words.channels.size(); ++i) {
        const ChannelWords& channel = words.channels[i];
        const Rect place{rect.x + float(i % columns) * width,
                         rect.y + float(i / columns) * (height + space), width, height};
        const Press press = press_area(ui, "policy.channel." + channel.id, place);
        if (press.held)
            fill_rounded(ui, place, metrics(ui.canvas).radius_card, ui.theme.palette.tint2);
        way(ui, {place.x + 4, place.y, place.w - 8, place.h}, channel.icon, channel.title,
            channel.caption);
        if (press.clicked) pressed = int(i);
    }
    return pressed;
}

}  // namespace foyer::kiosk

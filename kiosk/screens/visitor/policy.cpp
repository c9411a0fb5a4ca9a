#include <algorithm>
#include <optional>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/visitor/policy_parts.h"
#include "kiosk/screens/visitor/policy_sheet.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/tags.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr float desk_title = 112;

class PolicyPage : public Screen {
  public:
    explicit PolicyPage(App& app) : app_(app) {}

    std::string_view name() const override { return "policy"; }

    void draw(Ui& ui) override {
        const Date today = app_.today();
        if (!words_ || words_->locale != ui.text.locale() || words_->day != today)
            words_ = policy_texts(ui.text, app_.calendar(), app_.pack(), today);
        if (!words_->notice.in_force)
            draw_none(ui);
        else if (ui.canvas.portrait())
            draw_portrait(ui);
        else
            draw_desk(ui);
        visitor_top_bar(app_, ui);
        draw_actions(ui);
        visitor_tool_strip(app_, ui);
    }

  private:
    /// Is there a door to the rewards in this showroom?
    bool rewards_offered() const {
        const std::vector<HomeEntry>& entries = app_.pack().home.entries;
        return std::any_of(entries.begin(), entries.end(), [](const HomeEntry& entry) {
            return entry.target == HomeTarget::rewards;
        });
    }

    void draw_actions(Ui& ui) {
        const bool in_force = words_->notice.in_force != nullptr;
        ActionBar bar;
        bar.back = ui.text(Text::back);
        bar.exit = ui.text(Text::exit);
        if (in_force)
            bar.main = ui.text(Text::policy_recommend);
        else if (rewards_offered())
            bar.main = ui.text(Text::policy_my_rewards);
        switch (action_bar(ui, bar)) {
            case ActionPress::none:
                break;
            case ActionPress::back:
                app_.navigator().back();
                break;
            case ActionPress::exit:
                app_.shell().wipe();
                break;
            case ActionPress::main:
                app_.navigator().push(in_force ? make_recommend_door(app_)
                                               : make_rewards_door(app_));
                break;
        }
    }

    // Sheets
    void show_changes() { app_.navigator().open(make_policy_changes(app_, words_->notice)); }
    void show_conditions() {
        app_.navigator().open(make_policy_conditions(app_, *words_->notice.in_force));
    }
    void show_channel(int index) {
        if (index < 0) return;
        app_.navigator().open(make_policy_channel(app_, words_->channels[std::size_t(index)]));
    }

    std::string_view changes_label(const Ui& ui) const {
        return ui.text(words_->notice.next ? Text::policy_next_version : Text::policy_what_changed);
    }

    // The head: title, state, dates
    void draw_head(Ui& ui, float y, bool with_link) {
        const Palette& colors = ui.theme.palette;
        const bool portrait = ui.canvas.portrait();
        const float x = portrait ? 72.0f : 48.0f, right = ui.canvas.width - x;
        const float first = line_height(ui, TextSize::l), second = line_height(ui, TextSize::s);
        const bool soon = words_->notice.ends_soon();
        const float tag_left =
            tag_before(ui, right, y + first / 2, words_->state, soon ? Tone::warn : Tone::ok,
                       soon ? Icon::hourglass : Icon::badge_check);
        text_line(ui, {x, y, tag_left - 24 - x, first}, ui.text(Text::policy_title), type::title,
                  colors.text);
        float end = right;
        if (with_link) {
            const std::string_view label = changes_label(ui);
            const float width = text_width(ui, label, type::strong) + (portrait ? 44.0f : 27.0f);
            const Rect place{right - width, y + first - 8, width, second + 16};
            if (text_link(ui, "policy.changes", place, label)) show_changes();
            end = place.x - 24;
        }
        text_line(ui, {x, y + first, end - x, second}, words_->dates, type::body, colors.text2);
    }

    /// The two links as buttons, where they stand among other things to touch.
    void draw_links(Ui& ui, const Rect& rect) {
        const float space = ui.canvas.portrait() ? 24.0f : 16.0f, width = (rect.w - space) / 2;
        if (small_button(ui, "policy.changes", {rect.x, rect.y, width, rect.h}, changes_label(ui),
                         SmallButton::brand))
            show_changes();
        if (small_button(ui, "policy.conditions", {rect.x + width + space, rect.y, width, rect.h},
                         ui.text(Text::policy_conditions), SmallButton::brand))
            show_conditions();
    }

    void draw_portrait(Ui& ui) {
        wall(ui);
        const bool large = ui.canvas.large_text, reach = ui.canvas.reach;
        const bool buttons = large || reach;
        draw_head(ui, portrait::title_no_steps, !buttons);
        const float words_end = portrait::title_no_steps + line_height(ui, TextSize::l) +
                                line_height(ui, TextSize::s) + 24;
        const float top = reach ? draw_upper_half(ui, words_end) : words_end;
        const float foot = ui.canvas.height - 328;
        const Rect view{0, top - 8, ui.canvas.width, foot + 16 - top};
        ScrollArea area(ui, "policy.scroll", view, scroll_);
        const float begin = area.start();
        const float end = draw_blocks(ui, begin + 8, foot - top);
        area.finish(end + 8 - begin, ui.theme.palette.wall);
    }

    /// Reach mode: what takes no touch is the picture of the upper half. Returns where the lower
    /// one begins.
    float draw_upper_half(Ui& ui, float top) {
        const float half = ui.canvas.height / 2, width = ui.canvas.width - 144;
        float foot = half;
        if (campaign_above(ui)) {
            const float campaign = campaign_height(ui);
            campaign_panel(ui, {72, half - campaign, width, campaign}, words_->campaigns.front());
            foot -= campaign + 20;
        }
        tiers_card(ui, {72, top, width, foot - top}, *words_, false);
        return half + 20;
    }
    /// A single campaign finds room below the tiers where their words are short.
    bool campaign_above(const Ui& ui) const {
        constexpr float short_note = 600;
        return ui.canvas.reach && !ui.canvas.large_text && words_->campaigns.size() == 1 &&
               text_width(ui, words_->tiers_note, type::caption) <= short_note;
    }

    /// Offers, tiers, campaigns, ways, one after the other; the tiers take what is left of `room`.
    /// Returns where they end.
    float draw_blocks(Ui& ui, float y, float room) {
        const bool large = ui.canvas.large_text, reach = ui.canvas.reach;
        const float x = 72, width = ui.canvas.width - 144, space = reach ? 20 : 24;
        const std::size_t columns = large ? 2 : 4;
        const float links = reach ? 88 : 104, campaign = campaign_height(ui);
        const float offer = offer_height(ui, large ? width : (width - 24) / 2, words_->offers);
        const std::size_t shown_above = campaign_above(ui) ? 1 : 0;
        const float offers = large ? 2 * offer + space : offer;
        const float ways = channels_height(ui, words_->channels.size(), columns);
        const float campaigns = float(words_->campaigns.size()) * (campaign + space);
        const float tiers =
            std::max(large ? 640.0f : 500.0f, room - offers - space - space - campaigns - ways);
        if (large || reach) {
            draw_links(ui, {x, y, width, links});
            y += links + space;
        }
        y = draw_offers(ui, {x, y, width, offers}, large) + space;
        if (!reach) {
            if (tiers_card(ui, {x, y, width, tiers}, *words_, !large)) show_conditions();
            y += tiers + space;
        }
        // What takes touches comes first where it has half the height only.
        if (reach) {
            show_channel(channel_row(ui, {x, y, width, ways}, *words_, columns));
            y += ways + space;
        }
        for (std::size_t i = shown_above; i < words_->campaigns.size(); ++i) {
            campaign_panel(ui, {x, y, width, campaign}, words_->campaigns[i]);
            y += campaign + space;
        }
        if (reach) return y - space;
        show_channel(channel_row(ui, {x, y, width, ways}, *words_, columns));
        return y + ways;
    }

    /// Returns where they end.
    float draw_offers(Ui& ui, const Rect& rect, bool stacked) {
        const std::vector<OfferWords>& offers = words_->offers;
        const float count = float(offers.size()), space = ui.canvas.portrait() ? 24.0f : 16.0f;
        const float width = stacked ? rect.w : (rect.w - space * (count - 1)) / count;
        const float height = stacked ? (rect.h - space * (count - 1)) / count : rect.h;
        const TextStyle style = offer_style(ui, {0, 0, width, height}, offers);
        for (std::size_t i = 0; i < offers.size(); ++i) {
            const float step = float(i);
            const Rect place{stacked ? rect.x : rect.x + step * (width + space),
                             stacked ? rect.y + step * (height + space) : rect.y, width, height};
            offer_card(ui, place, offers[i], style);
        }
        return rect.bottom();
    }

    void draw_desk(Ui& ui) {
        wall(ui);
        const float right = ui.canvas.width - 48, foot = ui.canvas.height - 188;
        draw_head(ui, desk_title, !ui.canvas.reach);
        const float top =
            desk_title + line_height(ui, TextSize::l) + line_height(ui, TextSize::s) + 16;
        if (ui.canvas.reach) return draw_desk_reach(ui, top);
        const float width = right - 48, space = 24;
        const bool large = ui.canvas.large_text;
        const float offers = width * (large ? 0.22f : 0.25f),
                    aside = width * (large ? 0.3f : 0.31f);
        draw_offers(ui, {48, top, offers, foot - top}, true);
        const Rect tiers{48 + offers + space, top, width - offers - aside - 2 * space, foot - top};
        if (tiers_card(ui, tiers, *words_, true)) show_conditions();
        draw_aside(ui, {right - aside, top, aside, foot - top});
    }

    /// Campaigns, and the ways two by two; scrolls if there are many campaigns.
    void draw_aside(Ui& ui, const Rect& rect) {
        const float campaign = campaign_height(ui) + 8, space = 16;
        const float ways = channels_height(ui, words_->channels.size(), 2);
        ScrollArea area(ui, "policy.aside", {rect.x - 12, rect.y, rect.w + 24, rect.h + 8},
                        scroll_);
        const float begin = area.start();
        float y = begin;
        for (const CampaignWords& one : words_->campaigns) {
            campaign_panel(ui, {rect.x, y, rect.w, campaign}, one);
            y += campaign + space;
        }
        y += std::max(0.0f, (begin + rect.h - y - ways) / 2);
        show_channel(channel_row(ui, {rect.x, y, rect.w, ways}, *words_, 2));
        area.finish(y + ways - begin, ui.theme.palette.wall);
    }

    /// Above the middle what is only read, below it what is touched.
    void draw_desk_reach(Ui& ui, float top) {
        const float right = ui.canvas.width - 48, width = right - 48, half = ui.canvas.height / 2;
        const float space = 24, left = width * 0.4f;
        const float foot = ui.canvas.height - 188;
        draw_offers(ui, {48, top, left, half - top}, false);
        tiers_card(ui, {48 + left + space, top, width - left - space, half - top}, *words_, false);
        const float below = half + 20, links = 60;
        draw_links(ui, {48, foot - links, left, links});
        const Rect panels{48, below, left, foot - links - 16 - below};
        if (!words_->campaigns.empty()) campaign_panel(ui, panels, words_->campaigns.front());
        const float ways = channels_height(ui, words_->channels.size(), 4);
        show_channel(channel_row(
            ui, {48 + left + space, (below + foot - ways) / 2, width - left - space, ways}, *words_,
            4));
    }

    /// Between two versions: calm, and what still works.
    void draw_none(Ui& ui) {
        const Palette& colors = ui.theme.palette;
        const bool portrait = ui.canvas.portrait();
        const Rect scene =
            portrait ? Rect{0, 340, ui.canvas.width, 560} : Rect{0, 96, ui.canvas.width, 230};
        const float floor = scene.bottom();
        wall_and_floor(ui, floor);
        empty_scene(ui, scene, Icon::gift);
        const float width = portrait ? 880.0f : 760.0f, x = (ui.canvas.width - width) / 2;
        float y = floor + (portrait ? 200.0f : 60.0f);
        y += text_block(ui, {x, y, width, 0}, ui.text(Text::policy_none_title), type::title,
                        colors.text, Align::center);
        y += portrait ? 16.0f : 8.0f;
        y += text_block(ui, {x, y, width, 0}, words_->next, type::body, colors.text, Align::center);
        if (!rewards_offered()) return;
        y += portrait ? 16.0f : 8.0f;
        text_block(ui, {x, y, width, 0}, ui.text(Text::policy_none_claims), type::body,
                   colors.text2, Align::center);
    }

    App& app_;
    std::optional<PolicyTexts> words_;
    ScrollState scroll_;
};

}  // namespace

std::unique_ptr<Screen> make_policy(App& app) {
    return std::make_unique<PolicyPage>(app);
}

}  // namespace foyer::kiosk

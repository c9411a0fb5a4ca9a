#include <algorithm>
#include <utility>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/screens/referrer/rewards_layout.h"
#include "kiosk/screens/referrer/rewards_words.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// What I have earned and how each friend stands (look "09-rewards"). Friends' names are masked.
class RewardsPage : public ReferrerPage {
  public:
    RewardsPage(App& app, RewardsView rewards)
        : ReferrerPage(app, std::make_shared<ReferrerVisit>()), rewards_(std::move(rewards)) {
        visit_->errand = ReferrerErrand::recommend;
        visit_->referrer = rewards_.referrer;
        seen_ = app_.records_version();
    }
    std::string_view name() const override { return "rewards"; }

    void draw(Ui& ui) override {
        refresh(ui);
        if (rewards_.friends.empty()) return draw_empty(ui);
        const float end = draw_head(ui, {words_.title, words_.sentence});
        const RewardsLayout at = rewards_layout(ui.canvas, end);
        draw_doors(ui, at.doors);
        draw_sums(ui, at.sums);
        draw_friends(ui, at);
        draw_why(ui, at.why);
        draw_ways(ui, at.code, at.claims);
        draw_main(ui);
    }

  private:
    /// Asks again when the records changed, and puts what is known into the language of the moment.
    void refresh(Ui& ui) {
        if (seen_ != app_.records_version()) {
            seen_ = app_.records_version();
            app_.ask(
                scope_, [id = rewards_.referrer](Desk& desk) { return desk.rewards(id); },
                [this](std::optional<RewardsView> rewards) {
                    if (rewards) rewards_ = std::move(*rewards);
                    locale_.reset();
                });
        }
        if (locale_ == ui.text.locale()) return;
        locale_ = ui.text.locale();
        words_ = rewards_words(ui.text, app_.pack(), app_.calendar(), app_.now(), rewards_);
        if (!explained_) explained_ = friend_to_explain(rewards_);
    }

    void draw_empty(Ui& ui) {
        const Rect ways = draw_scene_page(
            app_, ui, {ui.text(Text::rewards_empty_title), ui.text(Text::rewards_empty)},
            [&](const Rect& rect) { empty_scene(ui, rect, Icon::users); });
        const float height = std::min(ways.h, metrics(ui.canvas).button);
        const float half = (ways.w - sized(ui, 24)) / 2;
        const Rect first{ways.x, ways.y, half, height};
        draw_ways(ui, first, first.moved(half + sized(ui, 24), 0));
        draw_main(ui);
    }

    void draw_doors(Ui& ui, const Rect& rect) {
        card(ui, rect);
        const float above = sized(ui, 36), below = sized(ui, 18);
        const float tier = line_height(ui, TextSize::xs) + sized(ui, 16);
        const bool captions = rect.h - above - below - tier >= sized(ui, 190);
        doors_.clear();
        for (const YearDoorWords& words : words_.doors) {
            EarnedDoor door;
            door.earned = words.opened;
            door.icon = words.icon;
            door.title = words.title;
            if (captions) door.caption = words.caption;
            door.number = words.number;
            door.below = words.tier;
            if (words.tier_reached) {
                door.below_ink = ui.theme.palette.ok;
            } else if (words.number == words_.next_tier) {
                door.below_ink = ui.theme.palette.text;
            }
            doors_.push_back(door);
        }
        const float pad = sized(ui, 24);
        earned_doors(ui,
                     {rect.x + pad, rect.y + sized(ui, 36), rect.w - 2 * pad,
                      rect.h - sized(ui, 36) - sized(ui, 18)},
                     doors_);
    }

    struct Sum {
        Text label;
        const std::string* amount;
        bool main;
    };

    void draw_sums(Ui& ui, const Rect& rect) {
        const Sum sums[] = {{Text::rewards_claimable, &words_.claimable, true},
                            {Text::rewards_checking, &words_.checking, false},
                            {Text::rewards_approved, &words_.approved, false}};
        card(ui, rect);
        if (!ui.canvas.portrait()) return draw_sums_below_each_other(ui, rect, sums);
        const float pad = 40;
        float x = rect.x;
        for (const Sum& sum : sums) {
            const float width = sum.main ? rect.w * 0.37f : rect.w * 0.315f;
            if (!sum.main) upright_divider(ui, x, rect.y + 20, rect.h - 40);
            draw_sum(ui, {x + pad, rect.y, width - pad - 12, rect.h}, sum);
            x += width;
        }
    }

    void draw_sum(Ui& ui, const Rect& rect, const Sum& sum) {
        const Palette& colors = ui.theme.palette;
        const float label = line_height(ui, TextSize::xs), amount = line_height(ui, TextSize::l);
        const float y = rect.middle_y() - (label + amount) / 2;
        text_line(ui, {rect.x, y, rect.w, label}, ui.text(sum.label), type::caption, colors.text2);
        text_line(ui, {rect.x, y + label, rect.w, amount}, *sum.amount,
                  sum.main ? type::digits : type::button, sum.main ? colors.brand : colors.text2);
    }

    void draw_sums_below_each_other(Ui& ui, const Rect& rect, std::span<const Sum> sums) {
        const Palette& colors = ui.theme.palette;
        const float pad = 22, height = rect.h / float(sums.size());
        float y = rect.y;
        for (const Sum& sum : sums) {
            if (!sum.main) divider(ui, rect.x + pad, y, rect.w - 2 * pad);
            const Rect line{rect.x + pad, y, rect.w - 2 * pad, height};
            text_line(ui, {line.x, y, line.w * 0.55f, height}, ui.text(sum.label), type::body,
                      colors.text2);
            text_line(ui, {line.x + line.w * 0.55f, y, line.w * 0.45f, height}, *sum.amount,
                      sum.main ? type::digits : type::button,
                      sum.main ? colors.brand : colors.text2, Align::right);
            y += height;
        }
    }

    void draw_friends(Ui& ui, const RewardsLayout& at) {
        // Room for the shadows of the rows on both sides.
        const float out = sized(ui, 24);
        ScrollArea area(ui, "rewards.friends",
                        {at.friends.x - out, at.friends.y, at.friends.w + 2 * out, at.friends.h},
                        scroll_);
        float y = area.start();
        for (const FriendWords& words : words_.friends) {
            if (area.shows(y, at.row))
                draw_friend(ui, {at.friends.x, y, at.friends.w, at.row}, words);
            y += at.pitch;
        }
        area.finish(y - area.start() - (at.pitch - at.row), ui.theme.palette.wall);
    }

    void draw_friend(Ui& ui, const Rect& rect, const FriendWords& words) {
        const float tag_room = sized(ui, ui.canvas.large_text ? 300 : 240);
        const float dashes = sized(ui, 5 * 45);
        Row friend_row;
        friend_row.letter = words.letter;
        friend_row.title = words.name;
        friend_row.caption = words.caption;
        const bool room_for_dashes =
            rect.w - tag_room - dashes > sized(ui, ui.canvas.large_text ? 480 : 360);
        friend_row.end_space = tag_room + (room_for_dashes ? dashes + sized(ui, 40) : 0);
        if (row(ui, "rewards.friend." + words.referral, rect, friend_row)) {
            explained_ = words.referral;
        }
        const float height = tag_height(ui), right = rect.right() - sized(ui, 28);
        const Rect place{right - tag_room, rect.middle_y() - height / 2, tag_room, height};
        tag(ui, place, words.tag, words.tone, words.icon);
        if (room_for_dashes) {
            progress_dashes(ui, place.x - sized(ui, 28), rect.middle_y(), FriendReward::steps,
                            words.progress);
        }
    }

    const FriendWords* explained() const {
        for (const FriendWords& words : words_.friends) {
            if (words.referral == explained_) return &words;
        }
        return nullptr;
    }

    void draw_why(Ui& ui, const Rect& rect) {
        const FriendWords* words = explained();
        if (!words) return;
        panel(ui, rect, tone_tint(ui.theme, words->tone));
        const Color ink = tone_ink(ui.theme, words->tone);
        icon(ui, words->icon, rect.x + sized(ui, 70), rect.middle_y(), metrics(ui.canvas).icon_m,
             ink);
        const float x = rect.x + sized(ui, 130), room = rect.right() - sized(ui, 32) - x;
        const float title = line_height(ui, TextSize::s);
        const float words_height = text_block_height(ui, room, words->condition, type::caption, 2);
        const float y = rect.middle_y() - (title + words_height) / 2;
        text_line(ui, {x, y, room, title}, words->headline, type::strong, ui.theme.palette.text);
        text_block(ui, {x, y + title, room, words_height}, words->condition, type::caption,
                   ui.theme.palette.text, Align::left, 2);
    }

    void draw_ways(Ui& ui, const Rect& first, const Rect& second) {
        const bool code = rewards_.code.has_value(), claimed = !rewards_.claims.empty();
        // One of them alone has the whole width.
        const Rect both{first.x, first.y, second.right() - first.x, first.h};
        if (code && secondary_button(ui, "rewards.my-code", claimed ? first : both,
                                     ui.text(Text::rewards_my_code), Icon::qr)) {
            app_.navigator().push(make_my_code(app_, rewards_));
        }
        if (!claimed) return;
        if (secondary_button(ui, "rewards.claims", code ? second : both,
                             ui.text(Text::rewards_claims), Icon::file)) {
            app_.navigator().push(make_claims(app_, rewards_.referrer, rewards_.claims));
        }
    }

    void draw_main(Ui& ui) {
        const bool claims = !words_.claim.empty();
        const Text another = rewards_.friends.empty() ? Text::rewards_first : Text::rewards_another;
        ActionBar bar;
        bar.main = claims ? std::string_view(words_.claim) : ui.text(another);
        if (!draw_foot(ui, bar)) return;
        if (claims) return app_.navigator().push(make_claim(app_, rewards_));
        visit_->recommend = {};
        app_.navigator().push(make_friend_phone(app_, visit_));
    }

    RewardsView rewards_;
    RewardsWords words_;
    std::optional<Locale> locale_;  ///< of words_; none: they are to be made anew
    std::optional<Id> explained_;
    std::uint64_t seen_ = 0;
    std::vector<EarnedDoor> doors_;  ///< refers to words_
    ScrollState scroll_;
};

}  // namespace

std::unique_ptr<Screen> make_rewards(App& app, RewardsView rewards) {
    return std::make_unique<RewardsPage>(app, std::move(rewards));
}

}  // namespace foyer::kiosk

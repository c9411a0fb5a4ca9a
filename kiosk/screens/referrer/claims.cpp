#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/screens/referrer/rewards_words.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/codes/receipt_code.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Every claim with its receipt and how it stands; a disputed one says why.
class ClaimsPage : public ReferrerPage {
  public:
    ClaimsPage(App& app, const Id& referrer, std::vector<ClaimView> claims)
        : ReferrerPage(app, std::make_shared<ReferrerVisit>()), claims_(std::move(claims)) {
        visit_->referrer = referrer;
        seen_ = app_.records_version();
    }
    std::string_view name() const override { return "rewards.claims"; }

    void draw(Ui& ui) override {
        refresh(ui);
        const float end =
            draw_head(ui, {ui.text(Text::claims_title), ui.text(Text::claims_sentence)});
        const Canvas& canvas = ui.canvas;
        const float foot = action_bar_rect(canvas).y - sized(ui, 32);
        const float why = disputed_.empty() ? 0 : sized(ui, canvas.large_text ? 236 : 180);
        Rect list{72, end + 33, canvas.width - 144, 0};
        if (!canvas.portrait()) {
            const float right = 96 + canvas.width * 0.32f;
            list = {right, 118, canvas.width - 48 - right, 0};
        }
        if (canvas.reach) list.y = std::max(list.y, std::ceil(canvas.height / 2) + 12);
        list.h = foot - list.y - (why > 0 ? why + sized(ui, 24) : 0);
        draw_list(ui, list);
        if (why > 0) draw_dispute(ui, {list.x, foot - why, list.w, why});
        ActionBar bar;
        bar.main = ui.text(Text::claims_rewards);
        if (draw_foot(ui, bar)) app_.navigator().pop_to("rewards");
    }

  private:
    struct Line {
        std::string title, code;
    };

    void refresh(Ui& ui) {
        if (seen_ != app_.records_version()) {
            seen_ = app_.records_version();
            app_.ask(
                scope_, [id = visit_->referrer](Desk& desk) { return desk.rewards(id); },
                [this](std::optional<RewardsView> rewards) {
                    if (rewards) claims_ = std::move(rewards->claims);
                    locale_.reset();
                });
        }
        if (locale_ == ui.text.locale()) return;
        locale_ = ui.text.locale();
        lines_.clear();
        disputed_.clear();
        for (const ClaimView& claim : claims_) {
            const std::string amount = ui.text.money(claim.amount);
            lines_.push_back(
                {ui.text(Text::claims_made,
                         {{"amount", amount}, {"date", ui.text.month_and_day(claim.requested_at)}}),
                 format_receipt(claim.receipt)});
            if (claim.state == ClaimState::disputed && disputed_.empty()) {
                disputed_ = ui.text(Text::claims_disputed_why, {{"amount", amount}});
            }
        }
    }

    void draw_list(Ui& ui, const Rect& rect) {
        const float height = metrics(ui.canvas).row, pitch = height + sized(ui, 16);
        const float out = sized(ui, 24);
        ScrollArea area(ui, "claims.list", {rect.x - out, rect.y, rect.w + 2 * out, rect.h},
                        scroll_);
        float y = area.start();
        for (std::size_t i = 0; i < lines_.size(); ++i, y += pitch) {
            if (!area.shows(y, height)) continue;
            const Rect place{rect.x, y, rect.w, height};
            const ClaimTag state = claim_tag(claims_[i].state);
            const std::string& label = ui.text(state.label);
            const float room = std::min(tag_width(ui, label, true), rect.w * 0.46f);
            row(ui, {}, place, {"¥", lines_[i].title, lines_[i].code, false, room});
            const float tall = tag_height(ui);
            tag(ui, {place.right() - sized(ui, 28) - room, place.middle_y() - tall / 2, room, tall},
                label, state.tone, state.icon);
        }
        area.finish(y - area.start(), ui.theme.palette.wall);
    }

    void draw_dispute(Ui& ui, const Rect& rect) {
        panel(ui, rect, ui.theme.palette.warn_tint);
        icon(ui, Icon::scale, rect.x + sized(ui, 70), rect.middle_y(), metrics(ui.canvas).icon_m,
             ui.theme.palette.warn);
        const float x = rect.x + sized(ui, 130), room = rect.right() - sized(ui, 32) - x;
        const float height = text_block_height(ui, room, disputed_, type::caption, 4);
        text_block(ui, {x, rect.middle_y() - height / 2, room, height}, disputed_, type::caption,
                   ui.theme.palette.text, Align::left, 4);
    }

    std::vector<ClaimView> claims_;
    std::vector<Line> lines_;
    std::string disputed_;
    std::optional<Locale> locale_;
    std::uint64_t seen_ = 0;
    ScrollState scroll_;
};

}  // namespace

std::unique_ptr<Screen> make_claims(App& app, const Id& referrer, std::vector<ClaimView> claims) {
    return std::make_unique<ClaimsPage>(app, referrer, std::move(claims));
}

}  // namespace foyer::kiosk

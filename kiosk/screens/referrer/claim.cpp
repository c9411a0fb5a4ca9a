#include <algorithm>
#include <utility>

#include "kiosk/screens/referrer/rewards_words.h"
#include "kiosk/screens/referrer/witness_page.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// A member of staff enters the PIN, and the claim is recorded in their name (design §4).
class ClaimWitness : public WitnessPage {
  public:
    ClaimWitness(App& app, const RewardsView& rewards)
        : WitnessPage(app, std::make_shared<ReferrerVisit>()), rewards_(rewards) {}
    std::string_view name() const override { return "rewards.claim.staff"; }

  private:
    std::string_view title(const Translator& text) const override {
        return text(Text::witness_claim_title);
    }
    std::string_view sentence(const Translator& text) override {
        if (locale_ != text.locale()) {
            locale_ = text.locale();
            sentence_ =
                text(Text::witness_claim_sentence, {{"amount", text.money(rewards_.claimable)}});
        }
        return sentence_;
    }

    void confirmed(const std::string& staff) override {
        if (!claim_.begin()) return;
        begin_waiting();
        app_.ask(
            scope_,
            [referrer = rewards_.referrer, staff](Desk& desk) {
                return desk.request_claim(referrer, staff);
            },
            [this, staff](const ClaimOutcome& outcome) { answered(outcome, staff); },
            [this](std::exception_ptr fault) {
                end_waiting();
                claim_.failed();
                app_.show_fault(fault);
            });
    }

    void answered(const ClaimOutcome& outcome, const std::string& staff) {
        end_waiting();
        claim_.answered(outcome);
        app_.records_changed();
        app_.sync_now();
        app_.navigator().pop_to("rewards");
        if (outcome.fault == ClaimFault::none) {
            app_.navigator().push(make_receipt(app_, rewards_, outcome.claim, staff));
            return;
        }
        const Translator& text = app_.text();
        Question question;
        question.title = text(Text::claim_nothing_title);
        question.sentence = text(Text::claim_nothing);
        question.confirm_label = text(Text::confirm);
        app_.navigator().open(make_question(app_, std::move(question)));
    }

    const RewardsView rewards_;
    RewardClaim claim_;
    std::optional<Locale> locale_;
    std::string sentence_;
};

/// What is claimed, before a member of staff is called.
class ClaimPage : public ReferrerPage {
  public:
    ClaimPage(App& app, const RewardsView& rewards)
        : ReferrerPage(app, std::make_shared<ReferrerVisit>()),
          rewards_(rewards),
          friends_(friends_to_claim(rewards)) {}
    std::string_view name() const override { return "rewards.claim"; }

    void draw(Ui& ui) override {
        refresh(ui);
        const PageWords words{title_, ui.text(Text::claim_sentence)};
        const Canvas& canvas = ui.canvas;
        const float foot = action_bar_rect(canvas).y - sized(ui, 32);
        const float floor = canvas.portrait() ? foot - 60 : 548;
        const float end = draw_head(ui, words, floor);
        if (canvas.portrait()) {
            const float note = canvas.large_text ? 248.0f : 176.0f;
            const Rect list{72, end + 33, canvas.width - 144, foot - end - 33 - 24 - note};
            const float bottom = draw_list(ui, list) + 24;
            draw_note(ui, {72, bottom, list.w, note});
            draw_waiting_door(ui, {72, bottom + note + 40, list.w, floor - bottom - note - 40});
        } else {
            const float column = canvas.width * 0.32f, right = 96 + column;
            const float bottom =
                draw_list(ui, {right, 118, canvas.width - 48 - right, foot - 118}) + 24;
            draw_note(ui, {48, end + 28, column, 160});
            draw_waiting_door(ui, {right, bottom, canvas.width - 48 - right, floor - bottom});
        }
        ActionBar bar;
        bar.main = ui.text(Text::claim_call);
        if (draw_foot(ui, bar)) {
            app_.navigator().push(std::make_unique<ClaimWitness>(app_, rewards_));
        }
    }

  private:
    void refresh(const Ui& ui) {
        if (locale_ == ui.text.locale()) return;
        locale_ = ui.text.locale();
        total_ = ui.text.money(rewards_.claimable);
        title_ = ui.text(Text::claim_title, {{"amount", total_}});
        amounts_.clear();
        for (const FriendReward& item : friends_)
            amounts_.push_back(ui.text.money(item.amount));
    }

    /// Where the rows leave room: the door somebody is going to come out of.
    static void draw_waiting_door(Ui& ui, const Rect& room) {
        const float height = std::min(room.h, sized(ui, 500));
        if (height < sized(ui, 300)) return;
        empty_scene(ui, {room.x, room.bottom() - height, room.w, height}, Icon::handshake);
    }

    /// Rows of a card and their sum; what does not fit is scrolled. Returns where the card ends.
    float draw_list(Ui& ui, const Rect& most) {
        const Palette& colors = ui.theme.palette;
        const float row_height = sized(ui, 116), foot = sized(ui, 128);
        const float rows = row_height * float(friends_.size());
        const Rect sheet{most.x, most.y, most.w, std::min(most.h, rows + foot)};
        card(ui, sheet);
        const float pad = sized(ui, 40);
        {
            ScrollArea area(ui, "claim.friends", {sheet.x, sheet.y, sheet.w, sheet.h - foot},
                            scroll_);
            float y = area.start();
            for (std::size_t i = 0; i < friends_.size(); ++i, y += row_height) {
                if (!area.shows(y, row_height)) continue;
                if (i > 0) divider(ui, sheet.x + pad, y, sheet.w - 2 * pad);
                text_line(ui, {sheet.x + pad, y, sheet.w * 0.5f, row_height},
                          friends_[i].masked_name, type::strong, colors.text);
                text_line(ui, {sheet.x + sheet.w * 0.5f, y, sheet.w * 0.5f - pad, row_height},
                          amounts_[i], type::button, colors.text2, Align::right);
            }
            area.finish(rows, colors.surface);
        }
        const Rect sum{sheet.x + pad, sheet.bottom() - foot, sheet.w - 2 * pad, foot};
        floor_line(ui, sum.x, sum.y, sum.w, sized(ui, 4), colors.edge);
        text_line(ui, {sum.x, sum.y, sum.w * 0.4f, foot}, ui.text(Text::claim_total), type::strong,
                  colors.text);
        text_line(ui, {sum.x + sum.w * 0.4f, sum.y, sum.w * 0.6f, foot}, total_, type::digits,
                  colors.brand, Align::right);
        return sheet.bottom();
    }

    /// What happens next; with headquarters out of reach no less calm (look "14a-offline").
    void draw_note(Ui& ui, const Rect& rect) {
        const Palette& colors = ui.theme.palette;
        const sync::SyncHealth health = app_.sync_state().health;
        const bool reached =
            health == sync::SyncHealth::in_order || health == sync::SyncHealth::waiting;
        const Tone tone = reached ? Tone::info : Tone::warn;
        panel(ui, rect, tone_tint(ui.theme, tone));
        icon(ui, reached ? Icon::info : Icon::cloud_off, rect.x + sized(ui, 70), rect.middle_y(),
             metrics(ui.canvas).icon_m, tone_ink(ui.theme, tone));
        const float x = rect.x + sized(ui, 130), room = rect.right() - sized(ui, 32) - x;
        const std::string& first =
            ui.text(reached ? Text::claim_online : Text::claim_offline_title);
        const std::string& second = ui.text(reached ? Text::claim_once : Text::claim_offline);
        const float head = text_block_height(ui, room, first, type::strong, 2);
        const float more = text_block_height(ui, room, second, type::caption, 3);
        const float y = rect.middle_y() - (head + more) / 2;
        text_block(ui, {x, y, room, head}, first, type::strong, colors.text, Align::left, 2);
        text_block(ui, {x, y + head, room, more}, second, type::caption, colors.text, Align::left,
                   3);
    }

    const RewardsView rewards_;
    const std::vector<FriendReward> friends_;
    std::vector<std::string> amounts_;
    std::string title_, total_;
    std::optional<Locale> locale_;
    ScrollState scroll_;
};

}  // namespace

std::unique_ptr<Screen> make_claim(App& app, const RewardsView& rewards) {
    return std::make_unique<ClaimPage>(app, rewards);
}

}  // namespace foyer::kiosk

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// How the referrer helps (domain §2.5), who the friend is to them, and whether the friend knows.
class FriendTermsPage : public ReferrerPage {
  public:
    using ReferrerPage::ReferrerPage;
    std::string_view name() const override { return "recommend.terms"; }

    void draw(Ui& ui) override {
        refresh(ui);
        const float end =
            draw_head(ui, {ui.text(Text::recommend_terms_title), sentence(ui), false, 1});
        const Canvas& canvas = ui.canvas;
        const float foot = action_bar_rect(canvas).y - sized(ui, 32);
        const float half = std::ceil(canvas.height / 2);
        Rect rect{72, canvas.reach ? half + 12 : end + 40, canvas.width - 144, 0};
        if (!canvas.portrait()) {
            const float right = 96 + canvas.width * 0.32f;
            rect = {right, canvas.reach ? half + 4 : 118, canvas.width - 48 - right, 0};
        }
        const float consent = consent_height(ui);
        Rect tick{rect.x, foot - consent, rect.w, consent};
        if (!canvas.portrait()) {
            // Beside the choices: a desk is low.
            const float height = text_height_beside(ui);
            tick = {48, foot - height, canvas.width * 0.32f, height};
        }
        rect.h = (canvas.portrait() ? tick.y - 16 : foot + 8) - rect.y;
        draw_choices(ui, rect);
        draw_consent(ui, tick);
        ActionBar bar;
        bar.main = ui.text(Text::recommend_hand_in);
        bar.kind = PrimaryKind::finishes;
        bar.main_enabled = friend_().can_hand_in() && !waiting();
        if (draw_foot(ui, bar)) hand_in();
    }

  private:
    /// A low desk has no room for the question above its answers.
    static bool asks_in_sentence(const Ui& ui) { return !ui.canvas.portrait() && ui.canvas.reach; }
    std::string_view sentence(const Ui& ui) const {
        const bool level = asks_in_sentence(ui) && !levels_.empty();
        return ui.text(level ? Text::recommend_level : Text::recommend_terms_sentence);
    }

    /// Levels and relationships; where they do not fit they are scrolled.
    void draw_choices(Ui& ui, const Rect& rect) {
        const float out = sized(ui, 24);
        ScrollArea area(ui, "recommend.choices", {rect.x - out, rect.y, rect.w + 2 * out, rect.h},
                        scroll_);
        float y = area.start();
        if (!levels_.empty()) {
            y = draw_levels(ui, {rect.x, y, rect.w, 0}) + sized(ui, ui.canvas.reach ? 24 : 40);
        }
        y = draw_relationships(ui, {rect.x, y, rect.w, 0});
        area.finish(y + sized(ui, 8) - area.start(), ui.theme.palette.wall);
    }

    struct LevelWords {
        ReferralLevel level;
        std::string_view id;
        std::string title, caption;
        Icon icon;
    };

    RecommendFriend& friend_() { return visit_->recommend; }

    void refresh(const Ui& ui) {
        if (locale_ == ui.text.locale()) return;
        locale_ = ui.text.locale();
        levels_.clear();
        const Policy* policy = app_.pack().policy_on(app_.today());
        if (!RecommendFriend::asks_level(policy)) return;
        add_level(ui.text, *policy->offer(OfferKind::order), ReferralLevel::order,
                  "recommend.level.order", Icon::users);
        add_level(ui.text, *policy->offer(OfferKind::information), ReferralLevel::information,
                  "recommend.level.information", Icon::message_square);
    }

    void add_level(const Translator& text, const Offer& offer, ReferralLevel level,
                   std::string_view id, Icon fallback) {
        const Locale locale = text.locale();
        const std::string reward =
            offer.service.empty() ? text.money(offer.amount_fen) : offer.service.in(locale);
        levels_.push_back({level, id, offer.title.in(locale),
                           text(Text::recommend_level_reward, {{"reward", reward}}),
                           icon_from_name(offer.icon).value_or(fallback)});
    }

    /// Returns where they end.
    float draw_levels(Ui& ui, const Rect& rect) {
        const Palette& colors = ui.theme.palette;
        const float line = asks_in_sentence(ui) ? 0 : line_height(ui, TextSize::s);
        if (line > 0) {
            text_line(ui, {rect.x, rect.y, rect.w, line}, ui.text(Text::recommend_level),
                      type::strong, colors.text);
        }
        const float gap = sized(ui, 24), width = (rect.w - gap) / 2;
        const float name = line_height(ui, TextSize::m), small = line_height(ui, TextSize::xs);
        const float height =
            sized(ui, 40) + sized(ui, 60) + sized(ui, 16) + name + small + sized(ui, 36);
        const float low = name + small + sized(ui, 40);
        const bool flat = ui.canvas.reach || !ui.canvas.portrait();
        Rect place{rect.x, rect.y + line + sized(ui, 16), width, flat ? low : height};
        for (const LevelWords& words : levels_) {
            draw_level(ui, place, words, flat);
            place = place.moved(width + gap, 0);
        }
        return place.bottom();
    }

    void draw_level(Ui& ui, const Rect& rect, const LevelWords& words, bool flat) {
        const Palette& colors = ui.theme.palette;
        const bool on = friend_().level == words.level;
        const Press press = pressable_card(ui, words.id, rect);
        if (press.clicked) friend_().level = words.level;
        if (on) {
            stroke_rounded(ui, rect, metrics(ui.canvas).radius_card, sized(ui, 6), colors.brand);
            const float size = metrics(ui.canvas).icon_s;
            icon(ui, Icon::check, rect.right() - size, rect.y + size, size, colors.brand);
        }
        const float pad = sized(ui, 36), side = sized(ui, 60);
        const float name = line_height(ui, TextSize::m), small = line_height(ui, TextSize::xs);
        float x = rect.x + pad, y = rect.y + sized(ui, 40);
        icon(ui, words.icon, x + side / 2, flat ? rect.middle_y() : y + side / 2, side,
             colors.brand);
        if (flat) {
            x += side + sized(ui, 24);
            y = rect.middle_y() - (name + small) / 2;
        } else {
            y += side + sized(ui, 16);
        }
        const float room = rect.right() - sized(ui, flat && on ? 72 : 24) - x;
        text_line(ui, {x, y, room, name}, words.title, type::button, colors.text);
        text_line(ui, {x, y + name, room, small}, words.caption, type::caption, colors.text2);
    }

    /// Returns where they end.
    float draw_relationships(Ui& ui, const Rect& rect) {
        const auto& choices = app_.pack().registration.relationships;
        if (choices.empty()) return rect.y;
        const float line = line_height(ui, TextSize::s), height = metrics(ui.canvas).chip;
        text_line(ui, {rect.x, rect.y, rect.w, line}, ui.text(Text::recommend_relationship),
                  type::strong, ui.theme.palette.text);
        const float gap = sized(ui, 20);
        float x = rect.x, y = rect.y + line + sized(ui, 16);
        for (const Choice& choice : choices) {
            const bool on = friend_().relationship == choice.id;
            const std::string& label = choice.title.in(ui.text.locale());
            const float width = chip_width(ui, label, on);
            if (x > rect.x && x + width > rect.right()) {
                x = rect.x;
                y += height + gap;
            }
            if (chip(ui, "recommend.relationship." + choice.id, {x, y, width, height}, label, on))
                friend_().relationship = on ? std::string() : choice.id;
            x += width + gap;
        }
        return y + height;
    }

    float consent_height(const Ui& ui) const {
        const float room = ui.canvas.width - 144 - sized(ui, 100) - 2 * sized(ui, 32);
        return text_block_height(ui, room, ui.text(Text::recommend_consent), type::body, 3) +
               text_block_height(ui, room, ui.text(Text::recommend_consent_remark), type::caption,
                                 2) +
               sized(ui, 56);
    }
    float text_height_beside(const Ui& ui) const {
        const float room = ui.canvas.width * 0.32f - sized(ui, 100) - 2 * sized(ui, 28);
        return text_block_height(ui, room, ui.text(Text::recommend_consent), type::body, 3) +
               text_block_height(ui, room, ui.text(Text::recommend_consent_remark), type::caption,
                                 2) +
               sized(ui, 56);
    }

    void draw_consent(Ui& ui, const Rect& rect) {
        card(ui, rect);
        if (checkbox(ui, "recommend.consent", rect.inset(sized(ui, 28)), friend_().friend_knows,
                     ui.text(Text::recommend_consent), ui.text(Text::recommend_consent_remark))) {
            friend_().friend_knows = !friend_().friend_knows;
        }
    }

    void hand_in() {
        if (!friend_().begin(visit_->referrer)) return;
        begin_waiting();
        app_.ask(
            scope_,
            [recommended = friend_().recommended()](Desk& desk) {
                return hand_in_friend(desk, recommended);
            },
            [this](ReferralNotice notice) {
                end_waiting();
                friend_().answered(notice);
                app_.records_changed();
                app_.navigator().pop_to("recommend.phone");
                app_.navigator().replace(make_friend_result(app_, visit_));
            },
            [this](std::exception_ptr fault) {
                end_waiting();
                friend_().failed();
                app_.show_fault(fault);
            });
    }

    std::vector<LevelWords> levels_;
    ScrollState scroll_;
    std::optional<Locale> locale_;
};

}  // namespace

std::unique_ptr<Screen> make_friend_terms(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<FriendTermsPage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

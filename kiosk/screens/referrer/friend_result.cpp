#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/scenes.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

struct ResultTexts {
    Text title, sentence;
};

/// What became of a friend who was handed in. Never whose customer somebody is.
class FriendResultPage : public ReferrerPage {
  public:
    using ReferrerPage::ReferrerPage;
    std::string_view name() const override { return "recommend.result"; }

    /// It has been recorded: there is no way back into it.
    bool back() override {
        finish();
        return true;
    }

    void draw(Ui& ui) override {
        const ResultTexts texts = this->texts();
        const Rect ways = draw_scene_page(app_, ui, {ui.text(texts.title), ui.text(texts.sentence)},
                                          [&](const Rect& rect) { draw_scene(ui, rect); });
        draw_another(ui, ways);
        ActionBar bar;
        bar.main = ui.text(Text::recommend_finish);
        bar.kind = PrimaryKind::finishes;
        if (draw_foot(ui, bar)) finish();
    }

  private:
    RecommendFriend& friend_() { return visit_->recommend; }
    ReferralNotice notice() const {
        return visit_->recommend.notice().value_or(ReferralNotice::none);
    }

    ResultTexts texts() const {
        switch (notice()) {
            case ReferralNotice::self_referral:
                return {Text::recommend_self_title, Text::recommend_self};
            case ReferralNotice::already_known:
                return {Text::recommend_known_title, Text::recommend_known};
            case ReferralNotice::duplicate:
                return {Text::recommend_duplicate_title, Text::recommend_duplicate};
            case ReferralNotice::recorded:
            case ReferralNotice::none:
                break;
        }
        const bool information = visit_->recommend.level == ReferralLevel::information;
        return {Text::recommend_recorded_title, information ? Text::recommend_recorded_information
                                                            : Text::recommend_recorded_order};
    }

    void draw_scene(Ui& ui, const Rect& rect) {
        if (notice() == ReferralNotice::self_referral) return refused_scene(ui, rect);
        const bool counts = notice() == ReferralNotice::recorded;
        empty_scene(ui, rect, counts ? Icon::handshake : Icon::heart);
    }

    void draw_another(Ui& ui, const Rect& rect) {
        if (!friend_().may_recommend_another()) return;
        const bool self = notice() == ReferralNotice::self_referral;
        const float height = metrics(ui.canvas).button;
        const float width = ui.canvas.portrait() ? rect.w : std::min(rect.w, 420.0f);
        if (!secondary_button(ui, "recommend.another", {rect.x, rect.y, width, height},
                              ui.text(self ? Text::recommend_correct : Text::recommend_another),
                              self ? Icon::pencil : Icon::user_plus)) {
            return;
        }
        self ? friend_().correct_phone() : friend_().begin_another();
        app_.navigator().replace(make_friend_phone(app_, visit_));
    }

    /// To where the referrer came from: the rewards, or the page before the door.
    void finish() {
        if (identify().referrer().empty()) return app_.navigator().pop();
        app_.navigator().pop_to("recommend.door");
        app_.navigator().pop();
    }
};

}  // namespace

std::unique_ptr<Screen> make_friend_result(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<FriendResultPage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

Text reason(const FriendQuestion& question) {
    if (question.answer() == FriendAnswer::not_enrolled) return Text::refrefused_not_enrolled;
    switch (question.fault()) {
        case CodeFault::incomplete:
            return Text::refrefused_incomplete;
        case CodeFault::wrong_symbol:
            return Text::refrefused_wrong_symbol;
        case CodeFault::forged:
            return Text::refrefused_forged;
        case CodeFault::foreign:
            return Text::refrefused_foreign;
        case CodeFault::expired:
            return Text::refrefused_expired;
        case CodeFault::not_a_code:
        case CodeFault::none:
            break;
    }
    return Text::refrefused_not_a_code;
}

/// The code opens nothing: why, and the ways on (look "14b-code-refused").
class CodeRefusedPage : public ReferrerPage {
  public:
    using ReferrerPage::ReferrerPage;
    std::string_view name() const override { return "referrer.refused"; }

    void draw(Ui& ui) override {
        const Rect ways = draw_scene_page(
            app_, ui, {ui.text(Text::refrefused_title), ui.text(reason(identify().question))},
            [&](const Rect& rect) { refused_scene(ui, rect); });
        draw_ways(ui, ways);
        draw_foot(ui, {});
    }

  private:
    void draw_ways(Ui& ui, const Rect& rect) {
        const Translator& text = ui.text;
        const float gap = sized(ui, 20), height = std::min(sized(ui, 144), (rect.h - 2 * gap) / 3);
        const Rect first{rect.x, rect.y, rect.w, height};
        const Rect second = first.moved(0, height + gap), third = second.moved(0, height + gap);
        const bool codes = app_.code_keys().has_value();
        if (codes &&
            choice(
                ui, "refused.scan", first,
                {Icon::scan, text(Text::refrefused_scan), text(Text::refrefused_scan_caption), {}},
                true)) {
            leave_for(nullptr);
        }
        if (codes && choice(ui, "refused.code", second,
                            {Icon::keyboard,
                             text(Text::refrefused_code),
                             text(Text::refrefused_code_caption),
                             {}})) {
            leave_for(make_own_code(app_, visit_));
        }
        const bool rewards = rewards_wanted();
        if (choice(
                ui, "refused.phone", codes ? third : first,
                {rewards ? Icon::user : Icon::phone,
                 text(rewards ? Text::refdoor_without_code : Text::refdoor_phone),
                 text(rewards ? Text::refdoor_without_code_caption : Text::refdoor_phone_caption),
                 {}})) {
            leave_for(make_own_phone(app_, visit_));
        }
    }

    /// Back to the door, and from there to another way.
    void leave_for(std::unique_ptr<Screen> way) {
        identify().question.code.clear();
        app_.navigator().pop_to(rewards_wanted() ? "rewards.door" : "recommend.door");
        if (way) app_.navigator().push(std::move(way));
    }
};

}  // namespace

std::unique_ptr<Screen> make_code_refused(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<CodeRefusedPage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

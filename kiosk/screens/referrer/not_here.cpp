#include <array>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// A genuine code whose owner this kiosk does not know yet: calm, as where the line is down (look
/// "14a-offline").
class NotHerePage : public ReferrerPage {
  public:
    using ReferrerPage::ReferrerPage;
    std::string_view name() const override { return "referrer.not-here"; }

    void draw(Ui& ui) override {
        const Rect ways = draw_scene_page(
            app_, ui, {ui.text(Text::refnothere_title), ui.text(Text::refnothere_sentence)},
            [&](const Rect& rect) { offline_scene(ui, rect); });
        draw_what_works(ui, ways);
        ActionBar bar;
        bar.main = ui.text(Text::refnothere_done);
        bar.kind = PrimaryKind::finishes;
        if (draw_foot(ui, bar)) {
            app_.navigator().pop_to(rewards_wanted() ? "rewards.door" : "recommend.door");
            app_.navigator().pop();
        }
    }

  private:
    struct Line {
        Icon icon;
        Text what, how;
        bool ok;
    };

    void draw_what_works(Ui& ui, const Rect& rect) {
        static constexpr std::array<Line, 3> lines = {{
            {Icon::check_circle, Text::refnothere_code, Text::refnothere_code_state, true},
            {Icon::clock, Text::refnothere_rewards, Text::refnothere_rewards_state, false},
            {Icon::users, Text::refnothere_reception, Text::refnothere_reception_state, true},
        }};
        const Palette& colors = ui.theme.palette;
        const float height = std::min(sized(ui, 106), rect.h / float(lines.size()));
        const Rect sheet{rect.x, rect.y, rect.w, height * float(lines.size())};
        card(ui, sheet);
        float y = sheet.y;
        for (const Line& line : lines) {
            if (y > sheet.y) divider(ui, sheet.x, y, sheet.w);
            const Color ink = line.ok ? colors.ok : colors.warn;
            const float size = metrics(ui.canvas).icon_s;
            icon(ui, line.icon, sheet.x + sized(ui, 64), y + height / 2, size, ink);
            const float x = sheet.x + sized(ui, 120), room = sheet.right() - sized(ui, 40) - x;
            text_line(ui, {x, y, room * 0.52f, height}, ui.text(line.what), type::strong,
                      colors.text);
            text_line(ui, {x + room * 0.52f, y, room * 0.48f, height}, ui.text(line.how),
                      type::body, ink, Align::right);
            y += height;
        }
    }
};

}  // namespace

std::unique_ptr<Screen> make_not_here(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<NotHerePage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

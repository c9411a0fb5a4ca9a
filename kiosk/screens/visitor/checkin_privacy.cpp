#include "kiosk/screens/typing/sheet.h"
#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

class PrivacyNotice : public Sheet {
  public:
    explicit PrivacyNotice(App& app) : app_(app) {}
    std::string_view name() const override { return "checkin.privacy"; }

  private:
    void draw_card(Ui& ui, const Rect& rect) override {
        const float top = draw_title(ui, rect, ui.text(Text::checkin_phone_privacy));
        const float button = metrics(ui.canvas).button;
        const Rect foot{rect.x, rect.bottom() - button, rect.w, button};
        {
            ScrollArea area(ui, "checkin.privacy.text",
                            {rect.x, top, rect.w, foot.y - sized(ui, 24) - top}, scroll_);
            const float y = draw_texts(ui, {rect.x, area.start(), rect.w, 0});
            area.finish(y - area.start());
        }
        if (primary_button(ui, "checkin.privacy.close", foot,
                           ui.text(Text::checkin_privacy_understood), true,
                           PrimaryKind::finishes)) {
            close();
        }
    }

    float draw_texts(Ui& ui, const Rect& rect) const {
        const Palette& colors = ui.theme.palette;
        const Locale locale = ui.text.locale();
        const Registration& rules = app_.pack().registration;
        float y = rect.y;
        const auto paragraph = [&](std::string_view words, TextStyle style, Color ink) {
            y += text_block(ui, {rect.x, y, rect.w, 0}, words, style, ink);
        };
        paragraph(rules.privacy_notice.in(locale), type::body, colors.text);
        for (const ConsentPurpose& consent : rules.consents) {
            y += sized(ui, 32);
            paragraph(consent.title.in(locale), type::strong, colors.text);
            paragraph(consent.explanation.in(locale), type::body, colors.text2);
        }
        return y;
    }

    App& app_;
    ScrollState scroll_;
};

}  // namespace

std::unique_ptr<Overlay> make_privacy_notice(App& app) {
    return std::make_unique<PrivacyNotice>(app);
}

}  // namespace foyer::kiosk

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr float rise = 24, rise_seconds = 0.18f;

/// A card over the page: title, a list that scrolls, perhaps a button. A touch beside it closes it.
class Sheet : public Overlay {
  public:
    void draw(Ui& page) override {
        const float shown = eased(page, age(), rise_seconds);
        const Rect whole{0, 0, page.canvas.width, page.canvas.height};
        fill(page, whole, page.theme.palette.wall.faded(0.6f * shown));
        if (press_area(page, std::string(name()) + ".beside", whole).clicked) close();
        Ui ui = page;
        ui.alpha *= shown;
        ui.offset_y += rise * (1 - shown);
        const Rect card = place(ui.canvas);
        shadow(ui, card, Elevation::e3);
        fill_rounded(ui, card, metrics(ui.canvas).radius_dialog, ui.theme.palette.surface);
        // Touches on the card itself are not beside it.
        press_area(ui, std::string(name()) + ".card", card);
        draw_card(ui, card.inset(sized(ui, 48)));
    }

  protected:
    virtual void draw_card(Ui& ui, const Rect& rect) = 0;

    static float draw_title(Ui& ui, const Rect& rect, std::string_view title) {
        const float height = line_height(ui, TextSize::l);
        text_line(ui, {rect.x, rect.y, rect.w, height}, title, type::title, ui.theme.palette.text);
        return rect.y + height + sized(ui, 16);
    }

  private:
    static Rect place(const Canvas& canvas) {
        const float width = canvas.portrait() ? 880.0f : 620.0f;
        const float most = canvas.portrait() ? 1240.0f : 640.0f;
        const float room = canvas.reach ? canvas.height / 2 - 24 : canvas.height - 96;
        const float height = std::min(most, room);
        const float y = canvas.reach ? canvas.height / 2 + 8 : (canvas.height - height) / 2;
        return {(canvas.width - width) / 2, y, width, height};
    }
};

class RegionChoice : public Sheet {
  public:
    RegionChoice(std::string chosen, std::function<void(const std::string&)> choose)
        : chosen_(std::move(chosen)), choose_(std::move(choose)) {}
    std::string_view name() const override { return "checkin.regions"; }

  private:
    void draw_card(Ui& ui, const Rect& rect) override {
        const float top = draw_title(ui, rect, ui.text(Text::checkin_regions_title));
        const float height = sized(ui, 112);
        ScrollArea area(ui, "checkin.regions.list", {rect.x, top, rect.w, rect.bottom() - top},
                        scroll_);
        float y = area.start();
        for (const PhoneRegion& region : phone_regions()) {
            if (area.shows(y, height)) draw_region(ui, {rect.x, y, rect.w, height}, region);
            y += height;
        }
        area.finish(y - area.start());
    }

    void draw_region(Ui& ui, const Rect& rect, const PhoneRegion& region) {
        const Palette& colors = ui.theme.palette;
        const Press press = press_area(ui, "checkin.regions." + region.region, rect);
        const bool on = region.region == chosen_;
        if (press.held || on) panel(ui, rect, press.held ? colors.tint2 : colors.tint);
        const float pad = sized(ui, 28), tick = metrics(ui.canvas).icon_s;
        const float code = sized(ui, 170), right = rect.right() - pad - tick - sized(ui, 20);
        text_line(ui, {rect.x + pad, rect.y, right - code - rect.x - pad, rect.h},
                  region.name.in(ui.text.locale()), on ? type::strong : type::body, colors.text);
        text_line(ui, {right - code, rect.y, code, rect.h}, "+" + region.calling_code,
                  on ? type::strong : type::body, colors.text2, Align::right);
        if (on)
            icon(ui, Icon::check, rect.right() - pad - tick / 2, rect.middle_y(), tick,
                 colors.brand);
        if (!press.clicked) return;
        choose_(region.region);
        close();
    }

    const std::string chosen_;
    const std::function<void(const std::string&)> choose_;
    ScrollState scroll_;
};

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

std::unique_ptr<Overlay> make_region_choice(App&, std::string chosen,
                                            std::function<void(const std::string&)> choose) {
    return std::make_unique<RegionChoice>(std::move(chosen), std::move(choose));
}

std::unique_ptr<Overlay> make_privacy_notice(App& app) {
    return std::make_unique<PrivacyNotice>(app);
}

}  // namespace foyer::kiosk

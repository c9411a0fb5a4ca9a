#include "kiosk/screens/typing/region_choice.h"

#include <utility>
#include <vector>

#include "kiosk/flows/region_search.h"
#include "kiosk/screens/typing/search_sheet.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr std::u32string_view search_keys = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t longest_search = 12;

class RegionChoice : public SearchSheet {
  public:
    RegionChoice(std::string chosen, std::function<void(const std::string&)> choose)
        : SearchSheet({search_keys, 340, 256, 176, longest_search}),
          chosen_(std::move(chosen)),
          choose_(std::move(choose)) {}
    std::string_view name() const override { return "regions"; }

  private:
    std::string_view title(const Translator& text) override {
        return text(Text::typing_regions_title);
    }
    std::string_view hint(const Translator& text) override {
        return text(Text::typing_regions_find);
    }

    void take_found() override {
        if (!sought().empty() && !found_.empty()) take(*found_.front());
    }

    void find(Locale locale) {
        if (found_in_ == locale && found_for_ == sought()) return;
        found_in_ = locale;
        found_for_ = sought();
        found_ = search_regions(sought(), locale);
        scroll_ = {};
    }

    void draw_list(Ui& ui, const Rect& rect) override {
        find(ui.text.locale());
        if (found_.empty()) {
            text_line(ui, {rect.x, rect.y, rect.w, sized(ui, 112)},
                      ui.text(Text::typing_regions_none), type::body, ui.theme.palette.text2);
            return;
        }
        const float height = sized(ui, 112);
        ScrollArea area(ui, "regions.list", rect, scroll_);
        float y = area.start();
        for (const PhoneRegion* region : found_) {
            if (area.shows(y, height)) draw_region(ui, {rect.x, y, rect.w, height}, *region);
            y += height;
        }
        area.finish(y - area.start(), ui.theme.palette.surface);
    }

    void draw_region(Ui& ui, const Rect& rect, const PhoneRegion& region) {
        const Palette& colors = ui.theme.palette;
        const Press press = press_area(ui, "regions." + region.region, rect);
        const bool on = region.region == chosen_;
        if (press.held || on) panel(ui, rect, press.held ? colors.tint2 : colors.tint);
        const float pad = sized(ui, 28), tick = metrics(ui.canvas).icon_s;
        const float code = sized(ui, 170), right = rect.right() - pad - tick - sized(ui, 20);
        const TextStyle style = on ? type::strong : type::body;
        text_line(ui, {rect.x + pad, rect.y, right - code - rect.x - pad, rect.h},
                  region.name.in(ui.text.locale()), style, colors.text);
        text_line(ui, {right - code, rect.y, code, rect.h}, "+" + region.calling_code, style,
                  colors.text2, Align::right);
        if (on)
            icon(ui, Icon::check, rect.right() - pad - tick / 2, rect.middle_y(), tick,
                 colors.brand);
        if (press.clicked) take(region);
    }

    void take(const PhoneRegion& region) {
        choose_(region.region);
        close();
    }

    const std::string chosen_;
    const std::function<void(const std::string&)> choose_;
    std::string found_for_;
    std::vector<const PhoneRegion*> found_;
    std::optional<Locale> found_in_;
    ScrollState scroll_;
};

}  // namespace

std::unique_ptr<Overlay> make_region_choice(std::string chosen,
                                            std::function<void(const std::string&)> choose) {
    return std::make_unique<RegionChoice>(std::move(chosen), std::move(choose));
}

}  // namespace foyer::kiosk

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/visitor/checkin_scene.h"
#include "kiosk/screens/visitor/gallery_page.h"
#include "kiosk/widgets/scenes.h"

namespace foyer::kiosk {
namespace {

/// An open, empty door: what was to be seen here is no longer in the pack.
class GonePage : public Screen {
  public:
    explicit GonePage(App& app) : app_(app) {}
    std::string_view name() const override { return "gone"; }

    void draw(Ui& ui) override {
        draw_scene_page(app_, ui, {ui.text(Text::gone_title), ui.text(Text::gone_sentence)},
                        [&](const Rect& scene) { empty_scene(ui, scene, Icon::images); });
        ActionBar bar;
        bar.exit = ui.text(Text::exit);
        bar.main = ui.text(Text::back);
        const ActionPress press = action_bar(ui, bar);
        visitor_tool_strip(app_, ui);
        if (press == ActionPress::exit) app_.shell().wipe();
        if (press == ActionPress::main) app_.navigator().back();
    }

  private:
    App& app_;
};

}  // namespace

std::unique_ptr<Screen> make_gone(App& app) {
    return std::make_unique<GonePage>(app);
}

}  // namespace foyer::kiosk

#include "kiosk/screens/boot_problem.h"

#include <utility>

#include "kiosk/screens/chrome.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

Text explanation(PackProblemKind kind) {
    switch (kind) {
        case PackProblemKind::incomplete:
            return Text::boot_pack_incomplete;
        case PackProblemKind::damaged:
            return Text::boot_pack_damaged;
        case PackProblemKind::wrong_content:
            return Text::boot_pack_wrong_content;
        case PackProblemKind::bad_picture:
            return Text::boot_pack_bad_picture;
        case PackProblemKind::bad_installation:
            break;
    }
    return Text::boot_bad_installation;
}

class BootProblem : public Screen {
  public:
    BootProblem(Shell& shell, PackProblem problem) : shell_(shell), problem_(std::move(problem)) {}
    std::string_view name() const override { return "boot_problem"; }
    bool allows_idle_return() const override { return false; }

    void draw(Ui& ui) override {
        const bool portrait = ui.canvas.portrait();
        const float floor = ui.canvas.height * (portrait ? 0.38f : 0.46f);
        const float door_height = floor * (portrait ? 0.7f : 0.8f);
        wall_and_floor(ui, floor);
        refused_scene(ui, {0, floor - door_height, ui.canvas.width, door_height});
        const float margin = portrait ? 72 : 160;
        Rect words = {margin, floor + (portrait ? 150 : 60), ui.canvas.width - 2 * margin, 0};
        const Palette& palette = ui.theme.palette;
        words.y += text_block(ui, words, ui.text(Text::boot_title), type::title, palette.text,
                              Align::center);
        words.y += 24;
        words.y += text_block(ui, words, ui.text(explanation(problem_.kind())), type::body,
                              palette.text, Align::center);
        words.y += 24;
        text_block(ui, words, problem_.message(), type::caption, palette.text2, Align::center);
        visitor_tool_strip(shell_, ui);
    }

  private:
    Shell& shell_;
    PackProblem problem_;
};

}  // namespace

std::unique_ptr<Screen> make_boot_problem(Shell& shell, PackProblem problem) {
    return std::make_unique<BootProblem>(shell, std::move(problem));
}

}  // namespace foyer::kiosk

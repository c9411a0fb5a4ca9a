#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/shell/headless_surface.h"
#include "kiosk/shell/shell.h"

namespace foyer::kiosk {

/// The real shell on a surface nobody sees, with a clock that moves only when told to.
class ShellBench {
  public:
    ShellBench()
        : shell(options(), clock, files, [this](InputQueue&) {
              auto made = std::make_unique<HeadlessSurface>(1080, 1920);
              surface = made.get();
              return made;
          }) {}

    /// Lets `milliseconds` pass, then draws a frame whatever happens.
    void frame(std::int64_t milliseconds = 16) {
        clock.advance(milliseconds);
        shell.loop().request_frames();
        shell.loop().step(0);
    }
    /// Lets as much time pass as every transition needs.
    void settle() {
        frame(0);
        for (int i = 0; i < 20; ++i)
            frame(25);
    }
    void tap(float x, float y) {
        shell.input().touch(TouchPhase::down, x, y);
        shell.input().touch(TouchPhase::up, x, y);
        frame();
    }
    Navigator& navigator() { return shell.navigator(); }

    ManualClock clock{0};
    SystemFiles files;
    HeadlessSurface* surface = nullptr;
    Shell shell;

  private:
    static ShellOptions options() {
        ShellOptions options;
        options.icon_folder = FOYER_SOURCE_DIR "/assets/icons";
        options.execution = Tasks::Execution::inside_deliver;
        return options;
    }
};

/// What a test screen or overlay saw in its last frame.
struct Seen {
    int frames = 0, clicks = 0, entered = 0, destroyed = 0;
    bool interactive = false;
    float alpha = 0, offset_x = 0;
    std::vector<std::string> heard;
};

/// A page that is one big button, and notes down what happens to it.
class TestScreen : public Screen {
  public:
    TestScreen(std::string name, Seen& seen) : name_(std::move(name)), seen_(seen) {}
    ~TestScreen() override { ++seen_.destroyed; }
    std::string_view name() const override { return name_; }
    void draw(Ui& ui) override {
        ++seen_.frames;
        seen_.interactive = ui.interactive, seen_.alpha = ui.alpha, seen_.offset_x = ui.offset_x;
        ImGui::SetCursorScreenPos({0, 0});
        if (ImGui::InvisibleButton("all", ImGui::GetIO().DisplaySize)) {
            ++seen_.clicks;
            if (on_click) on_click();
        }
    }
    void entered() override { ++seen_.entered; }
    void on_code(const std::string& code) override { seen_.heard.push_back("code " + code); }
    void on_character(char32_t character) override { seen_.heard.push_back({char(character)}); }
    bool back() override { return std::exchange(keeps_back, false); }
    bool allows_idle_return() const override { return idle_return; }
    std::int64_t idle_limit() const override { return limit; }

    std::function<void()> on_click;
    bool keeps_back = false, idle_return = true;
    std::int64_t limit = 0;

  private:
    const std::string name_;
    Seen& seen_;
};

class TestOverlay : public Overlay {
  public:
    explicit TestOverlay(Seen& seen, bool modal = true, std::int64_t lifetime = 0)
        : seen_(seen), modal_(modal), lifetime_(lifetime) {}
    ~TestOverlay() override { ++seen_.destroyed; }
    std::string_view name() const override { return "overlay"; }
    void draw(Ui& ui) override {
        ++seen_.frames;
        seen_.interactive = ui.interactive, seen_.alpha = ui.alpha;
        ImGui::SetCursorScreenPos({0, 0});
        if (ui.interactive && ImGui::InvisibleButton("all", ImGui::GetIO().DisplaySize))
            ++seen_.clicks;
    }
    bool modal() const override { return modal_; }
    std::int64_t lifetime() const override { return lifetime_; }
    void on_code(const std::string& code) override { seen_.heard.push_back("code " + code); }

  private:
    Seen& seen_;
    const bool modal_;
    const std::int64_t lifetime_;
};

}  // namespace foyer::kiosk

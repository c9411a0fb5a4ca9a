#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "kiosk/shell/idle.h"
#include "kiosk/shell/input_queue.h"
#include "kiosk/shell/loop.h"
#include "kiosk/shell/navigator.h"
#include "kiosk/shell/photo_cache.h"
#include "kiosk/shell/surface.h"
#include "kiosk/shell/tasks.h"
#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"
#include "shared/text/translator.h"
#include "shared/world/clock.h"
#include "shared/world/files.h"

namespace foyer::kiosk {

/// What the visitor at hand has chosen; forgotten with the visitor.
struct VisitorSettings {
    Locale locale = Locale::zh_hans;
    bool large_text = false;
    bool reach = false;  ///< every control in the lower half
    bool operator==(const VisitorSettings&) const = default;
};

struct ShellOptions {
    VisitorSettings defaults;  ///< of every new visitor
    std::string time_zone = "Asia/Shanghai";
    std::int64_t idle_limit = IdleWatch::usual_limit;  ///< milliseconds, where a screen has no own
    std::filesystem::path icon_folder;                 ///< assets/icons
    FontFiles fonts = FontFiles::find();
    Tasks::Execution execution = Tasks::Execution::threads;
    int photo_threads = 1;
    PhotoLimits photos;
};

/// Everything below the screens: window, frames, input, background work, pictures, navigation and
/// the visitor at hand. It knows nothing of showrooms; screens get the rest of what they need by
/// their constructors. One at a time (ImGui's context). UI thread.
class Shell {
  public:
    /// Makes the window, or a surface for tests, once ImGui is there.
    using MakeSurface = std::function<std::unique_ptr<Surface>(InputQueue&)>;

    /// `clock` and `files` must outlive it. Throws NoDisplay and FontsMissing.
    Shell(const ShellOptions& options, const Clock& clock, Files& files,
          const MakeSurface& make_surface);
    /// Carries out what Lane::store was given, drops all other work.
    ~Shell();

    const Clock& clock() const { return clock_; }
    Surface& surface() { return *surface_; }
    InputQueue& input() { return input_; }
    Tasks& tasks() { return tasks_; }
    PhotoCache& photos() { return photos_; }
    Navigator& navigator() { return navigator_; }
    Loop& loop() { return loop_; }
    /// Brand colours; the language is set here, by set_settings().
    Look& look() { return look_; }
    /// For the ring in the top bar and the question at the end; the shell itself feeds it.
    const IdleWatch& idle() const { return idle_; }
    /// Where every touchable thing stood in the last frame.
    const DrawnItems& items() const { return items_; }
    /// Passes typing on to the navigator. Whoever stands before it (a scanner's decoder, by
    /// input().set_listener()) hands on here what it does not keep.
    TypingListener& typing() { return typing_; }

    const VisitorSettings& settings() const { return settings_; }
    /// From the next frame on.
    void set_settings(const VisitorSettings& settings);
    /// The texts of the language of the moment; stays valid when the language changes.
    const Translator& text() { return translator(settings_.locale); }

    /// What happens when a visitor is forgotten: must reset() the navigator to the attract loop.
    void on_wipe(std::function<void()> go_home) { go_home_ = std::move(go_home); }
    /// Makes the question "are you still there?"; the shell closes it at a touch.
    void on_idle_question(std::function<std::unique_ptr<Overlay>()> make) {
        make_idle_question_ = std::move(make);
    }
    /// Called before each frame, e.g. to ask for a deadline of one's own.
    void on_frame(std::function<void(Motion&)> listener) { on_frame_ = std::move(listener); }

    /// Forgets the visitor: settings to their defaults, all pages left, on_wipe(). Idle return
    /// and Exit do this.
    void wipe();

    /// Somebody is there who did not touch the glass: a code was held before the camera.
    void noticed_someone();

    /// Frames until the window closes.
    void run() { loop_.run(); }

  private:
    /// ImGui's context, set up for glass.
    struct Context {
        Context();
        ~Context();
    };
    struct Typing : TypingListener {
        explicit Typing(Navigator& to) : navigator(to) {}
        void typed(char32_t character, std::int64_t at) override;
        void pressed(Key key, std::int64_t at) override;
        void pasted(const std::string& text, std::int64_t at) override;
        Navigator& navigator;
    };

    std::int64_t build_frame();
    void begin_imgui_frame();
    void watch_idle();
    void follow_screen();
    const Translator& translator(Locale locale);

    const ShellOptions options_;
    const Clock& clock_;
    VisitorSettings settings_;
    std::map<Locale, Translator> translators_;
    Context context_;
    Look look_;
    InputQueue input_;
    Tasks tasks_;
    PhotoCache photos_;
    std::unique_ptr<Surface> surface_;
    Navigator navigator_;
    Typing typing_;
    IdleWatch idle_;
    std::int64_t touched_ = 0;          ///< the touch that idle_ heard of last
    std::uint64_t turns_ = 0;           ///< of the navigator, as idle_ knows them
    Overlay* idle_question_ = nullptr;  ///< owned by the navigator
    DrawnItems items_;
    Motion motion_;
    std::int64_t last_frame_ = 0;
    bool tidy_glyphs_ = false;  ///< a visitor left: glyphs may be forgotten once the page is gone
    std::function<void()> go_home_;
    std::function<std::unique_ptr<Overlay>()> make_idle_question_;
    std::function<void(Motion&)> on_frame_;
    Loop loop_;
};

}  // namespace foyer::kiosk

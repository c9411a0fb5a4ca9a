#include "kiosk/shell/shell.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "shared/text/characters.h"

namespace foyer::kiosk {

namespace {

/// Names with rare characters pile up over the months; drawing them anew takes milliseconds.
/// Between two frames.
void drop_unused_glyphs() {
    constexpr int enough_pixels = 2048 * 2048;  // all texts of a language at all sizes
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (atlas.TexData->Width * atlas.TexData->Height > enough_pixels) atlas.CompactCache();
}

}  // namespace

Shell::Context::Context() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendPlatformName = "foyer";
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    // InputQueue spreads input over frames itself.
    io.ConfigInputTrickleEventQueue = false;
    io.ConfigDebugHighlightIdConflicts = false;
}

Shell::Context::~Context() {
    ImGui::DestroyContext();
}

void Shell::Typing::typed(char32_t character, std::int64_t) {
    navigator.on_character(character);
}

void Shell::Typing::pressed(Key key, std::int64_t) {
    navigator.on_key(key);
}

void Shell::Typing::pasted(const std::string& text, std::int64_t) {
    for (const char32_t character : characters_of(text))
        navigator.on_character(character);
}

Shell::Shell(const ShellOptions& options, const Clock& clock, Files& files,
             const MakeSurface& make_surface)
    : options_(options),
      clock_(clock),
      settings_(options.defaults),
      look_(options.icon_folder, options.fonts),
      input_(clock),
      tasks_({options.execution, options.photo_threads, [this] { surface_->wake(); }}),
      photos_(tasks_, files, clock, options.photos),
      surface_(make_surface(input_)),
      navigator_(clock),
      typing_(navigator_),
      idle_(clock),
      touched_(input_.untouched_since()),
      last_frame_(clock.ticks()),
      loop_(
          *surface_, input_, tasks_, clock, [this] { return build_frame(); },
          [this] { return photos_.pending(); }) {
    input_.set_listener(&typing_);
}

Shell::~Shell() {
    // While the surface it wakes is still there.
    tasks_.shut_down();
}

const Translator& Shell::translator(Locale locale) {
    const auto found = translators_.find(locale);
    if (found != translators_.end()) return found->second;
    return translators_.emplace(locale, Translator(locale, options_.time_zone)).first->second;
}

void Shell::set_settings(const VisitorSettings& settings) {
    settings_ = settings;
    loop_.request_frames();
}

void Shell::wipe() {
    idle_.rest();
    // It may have been answered and be gone since the last frame began.
    if (navigator_.holds(idle_question_)) idle_question_->close();
    idle_question_ = nullptr;
    set_settings(options_.defaults);
    tidy_glyphs_ = true;
    if (go_home_) go_home_();
}

void Shell::noticed_someone() {
    if (navigator_.top() && navigator_.top()->allows_idle_return()) idle_.touched();
}

void Shell::follow_screen() {
    navigator_.apply_requests();
    if (turns_ == navigator_.turns()) return;
    turns_ = navigator_.turns();
    const Screen& screen = *navigator_.top();
    idle_.set_limit(screen.idle_limit() > 0 ? screen.idle_limit() : options_.idle_limit);
    if (screen.allows_idle_return())
        idle_.touched();
    else
        idle_.rest();
}

void Shell::watch_idle() {
    const bool touched = touched_ != input_.untouched_since();
    touched_ = input_.untouched_since();
    if (touched) noticed_someone();
    // reset() takes overlays along.
    if (!navigator_.holds(idle_question_)) idle_question_ = nullptr;
    const IdleWatch::Phase phase = idle_.phase();
    if (phase == IdleWatch::Phase::over) return wipe();
    if (phase == IdleWatch::Phase::asking && !idle_question_ && make_idle_question_) {
        std::unique_ptr<Overlay> question = make_idle_question_();
        idle_question_ = question.get();
        navigator_.open(std::move(question));
    } else if (phase != IdleWatch::Phase::asking && idle_question_) {
        std::exchange(idle_question_, nullptr)->close();
    }
}

void Shell::begin_imgui_frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {float(surface_->pixel_width()), float(surface_->pixel_height())};
    const std::int64_t passed = std::exchange(last_frame_, motion_.now);
    io.DeltaTime = std::max(float(motion_.now - passed), 1.0f) / 1000;
    input_.apply(io);
    // What the typing led to belongs to this frame.
    follow_screen();
    ImGui::NewFrame();
}

std::int64_t Shell::build_frame() {
    motion_.now = clock_.ticks();
    follow_screen();
    watch_idle();
    follow_screen();
    if (on_frame_) on_frame_(motion_);
    photos_.begin_frame();
    look_.set_locale(settings_.locale);
    if (tidy_glyphs_ && !navigator_.moving()) {
        tidy_glyphs_ = false;
        drop_unused_glyphs();
    }
    begin_imgui_frame();

    Canvas canvas = Canvas::for_window(surface_->pixel_width(), surface_->pixel_height());
    canvas.large_text = settings_.large_text;
    canvas.reach = settings_.reach;
    const Theme& theme = look_.theme();
    const Color wall = theme.palette.wall;
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize,
                                                  IM_COL32(wall.r, wall.g, wall.b, 255));
    items_.begin_frame();
    Ui ui{canvas, theme, text(), photos_, items_, motion_, nullptr};
    ui.finger_track = input_.track();
    navigator_.draw(ui);
    ImGui::Render();

    if (navigator_.apply_requests() || photos_.wants_frame()) motion_.keep_moving();
    // Whoever shows the seconds asks for them; the watch itself matters only when its phase ends.
    const std::int64_t change = idle_.phase() == IdleWatch::Phase::counting
                                    ? idle_.remaining() - IdleWatch::asking_time
                                    : idle_.next_change();
    if (change != INT64_MAX) motion_.wake_in(std::max<std::int64_t>(change, 0));
    return motion_.take_next_wake();
}

}  // namespace foyer::kiosk

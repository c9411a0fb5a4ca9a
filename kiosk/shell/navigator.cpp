#include "kiosk/shell/navigator.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace foyer::kiosk {

namespace {

// Look "Motion": milliseconds and units.
constexpr std::int64_t page_in = 200, page_out = 120, sheet_time = 180;
constexpr float page_shift = 48;

float share(std::int64_t since, std::int64_t now, std::int64_t duration) {
    return std::clamp(float(now - since) / float(duration), 0.0f, 1.0f);
}

Rect whole(const Canvas& canvas) {
    return {0, 0, canvas.width, canvas.height};
}

float ease_out_cubic(float t) {
    const float left = 1 - t;
    return 1 - left * left * left;
}

/// An invisible ImGui window in front of those begun before it in the frame. It takes the touches
/// inside `touchable` (units) and may be drawn on everywhere.
class Layer {
  public:
    Layer(const char* id, const Canvas& canvas, const std::optional<Rect>& touchable) {
        ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                 ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                 ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
                                 ImGuiWindowFlags_NoBringToFrontOnFocus |
                                 ImGuiWindowFlags_NoScrollWithMouse;
        if (!touchable) flags |= ImGuiWindowFlags_NoInputs;
        const Rect rect = touchable.value_or(whole(canvas));
        ImGui::SetNextWindowPos({canvas.to_pixels(rect.x), canvas.to_pixels(rect.y)});
        ImGui::SetNextWindowSize({canvas.to_pixels(rect.w), canvas.to_pixels(rect.h)});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
        ImGui::Begin(id, nullptr, flags);
        ImGui::PopStyleVar(2);
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    }
    ~Layer() {
        ImGui::GetWindowDrawList()->PopClipRect();
        ImGui::End();
    }
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;
};

void draw_page(const Ui& frame, Screen& screen, int slot, bool interactive, float alpha,
               float offset_x) {
    const std::optional<Rect> touchable =
        interactive ? std::optional(whole(frame.canvas)) : std::nullopt;
    const Layer layer(slot == 0 ? "###page0" : "###page1", frame.canvas, touchable);
    Ui ui = frame;
    ui.draw = ImGui::GetWindowDrawList();
    ui.interactive = interactive;
    ui.alpha = alpha;
    ui.offset_x = offset_x;
    const std::string_view name = screen.name();
    ImGui::PushID(name.data(), name.data() + name.size());
    screen.draw(ui);
    ImGui::PopID();
}

}  // namespace

void Navigator::push(std::unique_ptr<Screen> screen) {
    requests_.push_back({Request::Kind::push, std::move(screen)});
}
void Navigator::replace(std::unique_ptr<Screen> screen) {
    requests_.push_back({Request::Kind::replace, std::move(screen)});
}
void Navigator::pop() {
    requests_.push_back({Request::Kind::pop});
}
void Navigator::pop_to(std::string name) {
    requests_.push_back({.kind = Request::Kind::pop_to, .name = std::move(name)});
}
void Navigator::reset(std::unique_ptr<Screen> root) {
    requests_.push_back({Request::Kind::reset, std::move(root)});
}
void Navigator::open(std::unique_ptr<Overlay> overlay) {
    requests_.push_back({.kind = Request::Kind::open, .overlay = std::move(overlay)});
}

void Navigator::clear() {
    requests_.clear();
    leaving_.reset();
    sheets_.clear();
    pages_.clear();
    turning_ = false;
    turned_.reset();
}

Overlay* Navigator::top_overlay() const {
    for (auto sheet = sheets_.rbegin(); sheet != sheets_.rend(); ++sheet) {
        if (sheet->overlay->modal() && !sheet->overlay->closing()) return sheet->overlay.get();
    }
    return nullptr;
}

void Navigator::back() {
    if (Overlay* overlay = top_overlay()) {
        if (overlay->back()) overlay->close();
    } else if (top() && !top()->back()) {
        pop();
    }
}

void Navigator::on_code(const std::string& code) {
    if (Overlay* overlay = top_overlay())
        overlay->on_code(code);
    else if (top())
        top()->on_code(code);
}

void Navigator::on_key(Key key) {
    Overlay* overlay = top_overlay();
    const bool meant = overlay ? overlay->on_key(key) : top() && top()->on_key(key);
    if (!meant && key == Key::escape) back();
}

void Navigator::on_character(char32_t character) {
    if (Overlay* overlay = top_overlay())
        overlay->on_character(character);
    else if (top())
        top()->on_character(character);
}

bool Navigator::apply_requests() {
    bool changed = remove_finished();
    // What entered() asks for is carried out too; a limit on everything.
    for (int round = 0; round < 8 && !requests_.empty(); ++round) {
        for (Request& request : std::exchange(requests_, {}))
            carry_out(request);
        changed = true;
    }
    return changed;
}

void Navigator::carry_out(Request& request) {
    switch (request.kind) {
        case Request::Kind::push:
            leave_top(false);
            enter(std::move(request.screen));
            break;
        case Request::Kind::replace:
            leave_top(true);
            enter(std::move(request.screen));
            break;
        case Request::Kind::pop:
            if (pages_.size() > 1) leave_until(pages_.size() - 1);
            break;
        case Request::Kind::pop_to: {
            const auto found = std::find_if(pages_.rbegin(), pages_.rend(), [&](const Page& page) {
                return page.screen->name() == request.name;
            });
            const std::size_t depth = std::size_t(pages_.rend() - found);
            if (depth < pages_.size()) leave_until(std::max<std::size_t>(depth, 1));
            break;
        }
        case Request::Kind::reset:
            leave_top(true);
            pages_.clear();
            sheets_.clear();
            enter(std::move(request.screen));
            break;
        case Request::Kind::open:
            put_above(std::move(request.overlay));
            break;
    }
}

void Navigator::leave_top(bool destroy) {
    leaving_.reset();
    if (pages_.empty()) return;
    Page& page = pages_.back();
    leaving_ = Leaving{nullptr, page.screen.get(), page.slot};
    if (!destroy) return;
    leaving_->owned = std::move(page.screen);
    pages_.pop_back();
}

void Navigator::leave_until(std::size_t depth) {
    leave_top(true);
    pages_.resize(depth);
    // The window of the page that slides out is taken.
    pages_.back().slot = 1 - leaving_->slot;
    turn(-1);
    pages_.back().screen->entered();
}

void Navigator::enter(std::unique_ptr<Screen> screen) {
    const int slot = leaving_ ? 1 - leaving_->slot : 0;
    pages_.push_back({std::move(screen), slot});
    turn(1);
    pages_.back().screen->entered();
}

void Navigator::put_above(std::unique_ptr<Overlay> overlay) {
    int slot = 0;
    const auto taken = [&](const Sheet& sheet) { return sheet.slot == slot; };
    while (std::any_of(sheets_.begin(), sheets_.end(), taken))
        ++slot;
    sheets_.push_back({std::move(overlay), slot});
}

void Navigator::turn(float from_side) {
    turning_ = leaving_.has_value();
    turned_.reset();
    from_side_ = from_side;
    ++turns_;
}

void Navigator::draw(Ui& ui) {
    draw_pages(ui);
    draw_overlays(ui);
}

void Navigator::draw_pages(Ui& ui) {
    if (pages_.empty()) return;
    const bool covered = top_overlay() != nullptr;
    const std::int64_t now = ui.motion.now;
    if (turning_ && !turned_) turned_ = now;
    if (leaving_ && turned_) {
        const float gone = share(*turned_, now, page_out);
        if (gone < 1) draw_page(ui, *leaving_->screen, leaving_->slot, false, 1 - gone, 0);
    }
    const float in = turning_ ? ease_out_cubic(share(*turned_, now, page_in)) : 1;
    draw_page(ui, *pages_.back().screen, pages_.back().slot, ui.interactive && !covered, in,
              page_shift * (1 - in) * from_side_);
    if (turning_) ui.motion.keep_moving();
}

void Navigator::draw_overlays(Ui& ui) {
    for (Sheet& sheet : sheets_)
        draw_overlay(ui, sheet);
}

void Navigator::draw_overlay(Ui& frame, Sheet& sheet) {
    const std::int64_t now = frame.motion.now;
    Overlay& overlay = *sheet.overlay;
    if (!sheet.opened) sheet.opened = now;
    const std::int64_t age = now - *sheet.opened;
    overlay.age_ = float(age) / 1000;
    if (overlay.lifetime() > 0 && !overlay.closing()) {
        if (age >= overlay.lifetime())
            overlay.close();
        else
            frame.motion.wake_in(overlay.lifetime() - age);
    }
    if (overlay.closing() && !sheet.closed) sheet.closed = now;
    if (sheet.closed || age < sheet_time) frame.motion.keep_moving();

    std::optional<Rect> touchable;
    if (frame.interactive && overlay.modal() && &overlay == top_overlay())
        touchable = whole(frame.canvas);
    else if (frame.interactive && !overlay.modal() && !overlay.closing())
        touchable = overlay.touchable(frame.canvas);
    char id[32];
    std::snprintf(id, sizeof id, "###overlay%d", sheet.slot);
    const Layer layer(id, frame.canvas, touchable);
    Ui ui = frame;
    ui.draw = ImGui::GetWindowDrawList();
    ui.interactive = touchable.has_value();
    if (sheet.closed) ui.alpha = 1 - share(*sheet.closed, now, sheet_time);
    const std::string_view name = overlay.name();
    ImGui::PushID(name.data(), name.data() + name.size());
    overlay.draw(ui);
    ImGui::PopID();
}

bool Navigator::remove_finished() {
    const std::int64_t now = clock_.ticks();
    bool changed = false;
    if (turned_ && now - *turned_ >= page_in) {
        turning_ = false;
        turned_.reset();
        leaving_.reset();
        changed = true;
    }
    changed |= std::erase_if(sheets_, [&](const Sheet& sheet) {
                   return sheet.closed && now - *sheet.closed >= sheet_time;
               }) > 0;
    return changed;
}

bool Navigator::holds(const Overlay* overlay) const {
    return std::any_of(sheets_.begin(), sheets_.end(),
                       [&](const Sheet& sheet) { return sheet.overlay.get() == overlay; });
}

bool Navigator::moving() const {
    const std::int64_t now = clock_.ticks();
    return turning_ || std::any_of(sheets_.begin(), sheets_.end(), [&](const Sheet& sheet) {
               return sheet.overlay->closing() || !sheet.opened || now - *sheet.opened < sheet_time;
           });
}

}  // namespace foyer::kiosk

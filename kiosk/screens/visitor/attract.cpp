#include <algorithm>
#include <optional>
#include <string>

#include "kiosk/flows/slide_show.h"
#include "kiosk/screens/chrome.h"
#include "kiosk/screens/visitor/line_balance.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// So long after somebody chose a language and walked away, the kiosk speaks its own again.
constexpr std::int64_t choice_kept = 60'000;

/// Frame, gap and light of hall_door(): what its picture leaves at each side.
constexpr float arch_frame = 20, arch_inset = arch_frame * 2.35f;

/// Where things stand.
struct Places {
    Rect door;
    float floor_y = 0;
    Light light;
    Rect tagline;
    TextStyle tagline_style = type::number;
    Rect others;  ///< the tagline in the other languages
    Align align = Align::center;
    Rect caption;  ///< on the lit floor; the pager stands at its right end
    Rect card;
};

Places portrait_places(const Canvas& canvas) {
    Places at;
    at.floor_y = canvas.height - 540;
    at.door = {102, 428, 876, at.floor_y - 428};
    at.light = {149, at.floor_y, 783, 430, 0.31f, 0.74f, 1};
    at.tagline = {40, 168, canvas.width - 80, 164};
    at.others = {72, 330, canvas.width - 144, 52};
    at.caption = {190, at.floor_y + 22, 716, 112};
    at.card = {216, canvas.height - 384, 648, 188};
    if (canvas.large_text) {
        at.caption = {188, at.floor_y + 16, 740, 168};
        at.card = {144, canvas.height - 348, 792, 196};
    }
    return at;
}

Places desk_places(const Canvas& canvas) {
    Places at;
    constexpr float words_end = 580;
    at.floor_y = canvas.height - 188;
    const float room = canvas.width - 48 - words_end;
    const float width = std::clamp(room * 0.8f, 420.0f, 560.0f);
    at.door = {words_end + (room - width) / 2, 48, width, at.floor_y - 48};
    at.light = {at.door.x + 24, at.floor_y, width - 48, 188, 0.5f, 0.5f, 1};
    at.tagline = {48, 130, words_end - 48, 180};
    at.others = {48, 326, words_end - 48, 64};
    at.align = Align::left;
    at.caption = {at.door.x + 56, at.floor_y + 10, width - 112, 64};
    at.card = {48, 460, 420, 118};
    return at;
}

/// The tagline stands large on one line, else on two; in portrait, where the arch begins below, a
/// size smaller. What is below gives way.
void place_tagline(const Ui& ui, const std::string& words, Places& at) {
    const bool portrait = ui.canvas.portrait();
    if (text_width(ui, words, type::number) > at.tagline.w && portrait) {
        at.tagline_style = type::title;
        at.tagline.w = at.others.w;
    }
    const float height = text_block_height(ui, at.tagline.w, words, at.tagline_style, 2);
    const float width = balanced_width(ui, words, at.tagline_style, at.tagline.w);
    Rect place{at.tagline.x, at.tagline.y, width, height};
    if (!portrait) {
        place.y = at.tagline.bottom() - height;
    } else {
        place.x = (ui.canvas.width - width) / 2;
        place.y = at.tagline.y + std::max(0.0f, (at.tagline.h - height) / 2 + 4);
        at.others.y = std::max(at.others.y, place.y + height);
        at.others.h = line_height(ui, TextSize::s);
        const float top = std::max(at.door.y, at.others.bottom() + 24);
        at.door = {at.door.x, top, at.door.w, at.floor_y - top};
    }
    at.tagline = place;
}

class Attract : public Screen {
  public:
    explicit Attract(App& app) : app_(app), own_settings_(app.shell().settings()) {}

    std::string_view name() const override { return "attract"; }
    bool allows_idle_return() const override { return false; }

    void draw(Ui& ui) override {
        speak_own_language_again(ui);
        const LocalizedText& tagline = app_.pack().brand.tagline;
        Places at = ui.canvas.portrait() ? portrait_places(ui.canvas) : desk_places(ui.canvas);
        place_tagline(ui, tagline.in(ui.text.locale()), at);
        const Rect everything{0, 0, ui.canvas.width, ui.canvas.height};
        hall(ui, everything, at.floor_y);
        const Press press = press_area(ui, "attract.start", everything);
        const SlideMoment moment = show_slides(ui, at);
        light(ui, at.light);
        text_block(ui, at.tagline, tagline.in(ui.text.locale()), at.tagline_style,
                   ui.theme.palette.surface, at.align, 2);
        draw_other_languages(ui, at, tagline);
        draw_caption(ui, at, moment.shown);
        draw_card(ui, at.card, press.held);
        // The brand lies above the page and means the same to a visitor.
        const bool brand = visitor_top_bar(app_, ui, true);
        visitor_tool_strip(app_, ui, true);
        if (press.clicked || brand) app_.navigator().push(make_home(app_));
    }

  private:
    /// A language or a larger text chosen by somebody who did not come in is forgotten.
    void speak_own_language_again(Ui& ui) {
        const VisitorSettings settings = app_.shell().settings();
        if (!(settings == last_settings_)) {
            last_settings_ = settings;
            chosen_at_ = ui.motion.now;
        }
        if (settings == own_settings_) return;
        const std::int64_t left = chosen_at_ + choice_kept - ui.motion.now;
        if (left <= 0)
            app_.shell().set_settings(own_settings_);
        else
            ui.motion.wake_in(left);
    }

    SlideMoment show_slides(Ui& ui, const Places& at) {
        const std::vector<AttractSlide>& slides = app_.pack().attract;
        if (!begun_) begun_ = ui.motion.now;
        SlideMoment moment = slide_at(ui.motion.now - *begun_, int(slides.size()));
        if (moment.wait == 0)
            ui.motion.keep_moving();
        else if (moment.wait != INT64_MAX)
            ui.motion.wake_in(moment.wait);

        const Rect opening{at.door.x + arch_inset, at.door.y + arch_inset,
                           at.door.w - 2 * arch_inset, at.door.h - arch_inset};
        const auto file = [&](int slide) { return slides[std::size_t(slide)].picture; };
        const ImVec4 box = to_screen(ui, opening);
        const auto ready = [&](int slide) {  // and asks for it, so that it will be
            return ui.photos.photo(file(slide), int(box.z - box.x), int(box.w - box.y)).ready;
        };
        ready(moment.coming);
        if (moment.leaving < 0) {
            hall_door(ui, at.door, file(moment.shown), 1, arch_frame);
            return moment;
        }
        hall_door(ui, at.door, file(moment.leaving), 1, arch_frame);
        if (ready(moment.shown))
            photo(ui, opening, file(moment.shown), PhotoShape::door, 0, moment.share);
        return moment;
    }

    void draw_other_languages(Ui& ui, const Places& at, const LocalizedText& tagline) {
        const Color ink = ui.theme.palette.tint2;
        std::string line;
        float y = at.others.y;
        for (const Locale locale : all_locales) {
            if (locale == ui.text.locale()) continue;
            const std::string& words = tagline.in(locale);
            if (ui.canvas.portrait()) {
                line += (line.empty() ? "" : "   ·   ") + words;
                continue;
            }
            const float height = line_height(ui, TextSize::s);
            text_line(ui, {at.others.x, y, at.others.w, height}, words, type::body, ink, at.align,
                      locale);
            y += height;
        }
        if (!line.empty()) text_line(ui, at.others, line, type::body, ink, at.align);
    }

    void draw_caption(Ui& ui, const Places& at, int shown) {
        const Palette& colors = ui.theme.palette;
        const std::vector<AttractSlide>& slides = app_.pack().attract;
        const AttractSlide& slide = slides[std::size_t(shown)];
        const Locale locale = ui.text.locale();
        const float first = line_height(ui, TextSize::s), second = line_height(ui, TextSize::xs);
        // With large text the words need the pager's place, and a second line.
        const bool pages = slides.size() > 1 && !ui.canvas.large_text;
        const float pager = pages ? sized(ui, 46) * float(slides.size()) + 8 : 0;
        text_line(ui, {at.caption.x, at.caption.y, at.caption.w - pager, first},
                  slide.title.in(locale), type::strong, colors.text);
        text_block(ui, {at.caption.x, at.caption.y + first, at.caption.w, second},
                   slide.caption.in(locale), type::caption, colors.text, Align::left,
                   ui.canvas.portrait() && ui.canvas.large_text ? 2 : 1);
        if (pages)
            pager_doors(ui, at.caption.right(), at.caption.y + first * 0.92f, int(slides.size()),
                        shown, colors.deep, colors.deep.faded(0.3f));
    }

    void draw_card(Ui& ui, const Rect& place, bool held) {
        const Palette& colors = ui.theme.palette;
        const Metrics m = metrics(ui.canvas);
        const bool portrait = ui.canvas.portrait();
        const Rect rect = held ? place.moved(0, 4) : place;
        if (!held) shadow(ui, rect, Elevation::e2);
        fill_rounded(ui, rect, portrait ? m.radius_dialog : m.radius_card,
                     held ? colors.tint2 : colors.surface);
        const float middle = portrait ? 102.0f : 62.0f;
        icon(ui, Icon::hand, rect.x + middle, rect.middle_y(), m.icon_l, colors.brand);
        const float x = rect.x + (portrait ? 176.0f : 108.0f);
        const float room = rect.right() - (portrait ? 32.0f : 20.0f) - x;
        const float first = line_height(ui, TextSize::m), second = line_height(ui, TextSize::xs);
        const float top = rect.middle_y() - (first + second) / 2;
        text_line(ui, {x, top, room, first}, ui.text(Text::attract_touch), type::button,
                  colors.text);
        text_line(ui, {x, top + first, room, second}, ui.text(Text::attract_touch_caption),
                  type::caption, colors.text2);
    }

    App& app_;
    const VisitorSettings own_settings_;  ///< as every new visitor finds them
    VisitorSettings last_settings_ = own_settings_;
    std::int64_t chosen_at_ = 0;
    std::optional<std::int64_t> begun_;
};

}  // namespace

std::unique_ptr<Screen> make_attract(App& app) {
    return std::make_unique<Attract>(app);
}

}  // namespace foyer::kiosk

#include "kiosk/screens/visitor/checkin_scene.h"

#include <algorithm>

#include "kiosk/screens/chrome.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

constexpr int title_lines = 2, most_lines = 3;

struct Scene {
    Rect scene, title, sentence, ways;
};

Scene portrait_scene(const Ui& ui, const SceneWords& words) {
    const Canvas& canvas = ui.canvas;
    const float width = canvas.width - 144, end = action_bar_rect(canvas).y - 24;
    const float half = canvas.height / 2;
    const float title = text_block_height(ui, width, words.title, type::title, title_lines);
    const float sentence = text_block_height(ui, width, words.sentence, type::body, most_lines);
    Scene places;
    // In reach mode the scene is smaller: words, too, are to be read above the middle.
    const float foot = canvas.reach ? half - 84 - title - sentence : 732;
    const float height = std::min(500.0f, foot - 200);
    places.scene = {72, foot - height, width, height};
    places.title = {72, foot + (canvas.reach ? 48.0f : 128.0f), width, title};
    places.sentence = {72, places.title.bottom(), width, sentence};
    const float top = canvas.reach ? half + 24 : places.sentence.bottom() + 36;
    places.ways = {72, top, width, end - top};
    return places;
}

Scene desk_scene(const Ui& ui, const SceneWords& words) {
    const Canvas& canvas = ui.canvas;
    const float left = canvas.width * 0.42f, x = left + 48, width = canvas.width - 48 - x;
    const float sentence = text_block_height(ui, width, words.sentence, type::body, most_lines);
    const float title = text_block_height(ui, width, words.title, type::title, title_lines);
    const float end = action_bar_rect(canvas).y - 16;
    Scene places;
    const float foot = canvas.reach ? 372 : 548;
    const float height = std::min(280.0f, foot - 120);
    places.scene = {48, foot - height, left - 48, height};
    places.title = {x, canvas.reach ? 150.0f : 128.0f, width, title};
    places.sentence = {x, places.title.bottom(), width, sentence};
    const float top = canvas.reach ? canvas.height / 2 + 4 : places.sentence.bottom() + 24;
    places.ways =
        canvas.reach ? Rect{48, top, canvas.width - 96, end - top} : Rect{x, top, width, end - top};
    return places;
}

}  // namespace

Rect draw_scene_page(App& app, Ui& ui, const SceneWords& words,
                     const std::function<void(const Rect&)>& paint) {
    const bool portrait = ui.canvas.portrait();
    const Scene places = portrait ? portrait_scene(ui, words) : desk_scene(ui, words);
    wall_and_floor(ui, places.scene.bottom());
    visitor_top_bar(app, ui);
    paint(places.scene);
    const Align align = portrait ? Align::center : Align::left;
    text_block(ui, places.title, words.title, type::title, ui.theme.palette.text, align,
               title_lines);
    text_block(ui, places.sentence, words.sentence, type::body, ui.theme.palette.text, align,
               most_lines);
    return places.ways;
}

}  // namespace foyer::kiosk

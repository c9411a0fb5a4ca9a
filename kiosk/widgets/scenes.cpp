#include "kiosk/widgets/scenes.h"

#include <cmath>
#include <numbers>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// Drawn in the units of the pictures: a door 420 × 500, origin at the middle of its foot.
struct Stage {
    Ui& ui;
    float middle = 0, foot = 0, scale = 1;

    Stage(Ui& ui, const Rect& rect)
        : ui(ui), middle(rect.middle_x()), foot(rect.bottom()), scale(rect.h / 500) {}

    float x(float dx) const { return middle + dx * scale; }
    float y(float dy) const { return foot + dy * scale; }
    float size(float length) const { return length * scale; }
    Rect rect(float dx, float dy, float w, float h) const {
        return {x(dx), y(dy), size(w), size(h)};
    }
    ImVec2 at(float dx, float dy) const { return to_screen(ui, x(dx), y(dy)); }
    void stroke(float thickness, Color color) const {
        ui.draw->PathStroke(packed(ui, color), 0, ui.canvas.to_pixels(size(thickness)));
    }
    void disc(float dx, float dy, float radius, Color color) const {
        fill_circle(ui, x(dx), y(dy), size(radius), color);
    }
    void ellipse(float dx, float dy, float rx, float ry, Color color) const {
        ui.draw->AddEllipseFilled(at(dx, dy),
                                  {ui.canvas.to_pixels(size(rx)), ui.canvas.to_pixels(size(ry))},
                                  packed(ui, color), 0, 48);
    }
};

void lit_opening(const Stage& stage) {
    const Palette& colors = stage.ui.theme.palette;
    fill_door(stage.ui, stage.rect(-210, -500, 420, 500), colors.brand);
    fill_door(stage.ui, stage.rect(-192, -482, 384, 482),
              mixed(colors.glow_soft, colors.surface, 0.4f), colors.glow);
}

void lamp(const Stage& stage) {
    const Palette& colors = stage.ui.theme.palette;
    fill(stage.ui, stage.rect(-3, -482, 6, 102), colors.text);
    stage.ui.draw->PathArcTo(stage.at(0, -312), stage.ui.canvas.to_pixels(stage.size(70)), pi,
                             2 * pi, 40);
    stage.ui.draw->PathFillConvex(packed(stage.ui, colors.brand));
    stage.ellipse(0, -310, 56, 11, mixed(colors.glow_soft, colors.surface, 0.7f));
}

/// Somebody who goes on working: no portrait of anyone.
void person(const Stage& stage) {
    const Palette& colors = stage.ui.theme.palette;
    const Color skin = Color::hex(0xEFC7A3), hair = Color::hex(0x2B211D);
    stage.disc(0, -206, 19, hair);
    stage.ui.draw->PathArcTo(stage.at(0, -152), stage.ui.canvas.to_pixels(stage.size(43)), pi,
                             2 * pi, 32);
    stage.ui.draw->PathFillConvex(packed(stage.ui, hair));
    fill_rounded(stage.ui, stage.rect(-43, -160, 86, 46), stage.size(18), hair);
    fill(stage.ui, stage.rect(-16, -108, 32, 40), mixed(skin, colors.text2, 0.2f));
    stage.ellipse(0, -134, 37, 43, skin);
    stage.ui.draw->PathArcTo(stage.at(0, -158), stage.ui.canvas.to_pixels(stage.size(40)),
                             1.03f * pi, 1.97f * pi, 24);
    stage.ui.draw->PathFillConvex(packed(stage.ui, hair));
    for (const float side : {-1.0f, 1.0f}) {
        stage.disc(side * 15, -136, 3.5f, hair);
        stage.disc(side * 24, -122, 7, mixed(skin, colors.bad, 0.12f));
    }
    stage.ui.draw->PathArcTo(stage.at(0, -120), stage.ui.canvas.to_pixels(stage.size(12)),
                             0.2f * pi, 0.8f * pi, 12);
    stage.stroke(3.5f, colors.bad);
    stage.ui.draw->PathArcTo(stage.at(-20, -20), stage.ui.canvas.to_pixels(stage.size(60)), pi,
                             1.5f * pi, 20);
    stage.ui.draw->PathArcTo(stage.at(20, -20), stage.ui.canvas.to_pixels(stage.size(60)),
                             1.5f * pi, 2 * pi, 20);
    stage.ui.draw->PathFillConvex(packed(stage.ui, colors.brand));
    const ImVec2 collar[] = {stage.at(-18, -81), stage.at(18, -81), stage.at(0, -46)};
    stage.ui.draw->AddTriangleFilled(collar[0], collar[1], collar[2],
                                     packed(stage.ui, colors.surface));
}

void plug(const Stage& stage, float left) {
    const Color ink = stage.ui.theme.palette.text2;
    const ImVec2 from = to_screen(stage.ui, left, stage.y(-90));
    stage.ui.draw->PathLineTo(from);
    stage.ui.draw->PathLineTo(stage.at(-440, -90));
    stage.ui.draw->PathBezierCubicCurveTo(stage.at(-360, -90), stage.at(-420, -160),
                                          stage.at(-335, -160), 32);
    stage.stroke(10, ink);
    fill_rounded(stage.ui, stage.rect(-336, -188, 66, 56), stage.size(22), ink);
    fill(stage.ui, stage.rect(-336, -188, 34, 56), ink);
    fill_rounded(stage.ui, stage.rect(-280, -177, 42, 10), stage.size(5), ink);
    fill_rounded(stage.ui, stage.rect(-280, -153, 42, 10), stage.size(5), ink);
}

void socket(const Stage& stage, float right) {
    const Palette& colors = stage.ui.theme.palette;
    fill(stage.ui, {stage.x(408), stage.y(-163), right - stage.x(408), stage.size(10)},
         colors.text2);
    const Rect plate = stage.rect(298, -214, 112, 112);
    fill_rounded(stage.ui, plate, stage.size(28), colors.surface);
    stroke_rounded(stage.ui, plate, stage.size(28), stage.size(8), colors.text2);
    stage.disc(334, -158, 9, colors.text2);
    stage.disc(374, -158, 9, colors.text2);
}

void shut_leaves(const Stage& stage) {
    const Palette& colors = stage.ui.theme.palette;
    fill_door(stage.ui, stage.rect(-210, -500, 420, 500), mixed(colors.line, colors.edge, 0.2f));
    fill_door(stage.ui, stage.rect(-192, -482, 384, 482), colors.brand);
    fill(stage.ui, stage.rect(-3, -482, 6, 474), colors.deep);
    const float radius = stage.ui.canvas.to_pixels(stage.size(127));
    for (const float side : {-1.0f, 1.0f}) {
        const ImVec2 spring = stage.at(side * 17, -304);
        stage.ui.draw->PathLineTo(stage.at(side * 17, -28));
        if (side < 0)
            stage.ui.draw->PathArcTo(spring, radius, 1.5f * pi, pi, 24);
        else
            stage.ui.draw->PathArcTo(spring, radius, 1.5f * pi, 2 * pi, 24);
        stage.ui.draw->PathLineTo(stage.at(side * 144, -28));
        stage.ui.draw->PathStroke(packed(stage.ui, mixed(colors.brand, colors.surface, 0.3f)),
                                  ImDrawFlags_Closed, stage.ui.canvas.to_pixels(stage.size(6)));
    }
}

void keyhole(const Stage& stage) {
    const Palette& colors = stage.ui.theme.palette;
    stage.disc(50, -208, 26, colors.glow);
    stage.disc(50, -211, 9, colors.on_glow);
    stage.ui.draw->AddQuadFilled(stage.at(46, -206), stage.at(54, -206), stage.at(60, -184),
                                 stage.at(40, -184), packed(stage.ui, colors.on_glow));
}

void wrong_key(const Stage& stage) {
    const Color ink = stage.ui.theme.palette.text2;
    stroke_circle(stage.ui, stage.x(416), stage.y(-208), stage.size(56), stage.size(20), ink);
    fill_rounded(stage.ui, stage.rect(230, -218, 136, 20), stage.size(6), ink);
    const float teeth[][2] = {{230, 54}, {268, 64}, {306, 48}};
    for (const auto& [dx, length] : teeth)
        fill_rounded(stage.ui, stage.rect(dx, -218, 20, length), stage.size(9), ink);
}

}  // namespace

void offline_scene(Ui& ui, const Rect& rect) {
    const Stage stage(ui, rect);
    light(ui, {stage.x(-192), stage.y(0), stage.size(384), stage.size(190), 0.82f, 0.82f});
    lit_opening(stage);
    lamp(stage);
    person(stage);
    fill(ui, stage.rect(-192, -20, 384, 20), Color::hex(0x7D5B3A));
    plug(stage, rect.x);
    socket(stage, rect.right());
}

void refused_scene(Ui& ui, const Rect& rect) {
    const Stage stage(ui, rect);
    light(ui, {stage.x(-192), stage.y(0), stage.size(384), stage.size(100), 0.63f, 0.63f, 1.4f, 0});
    shut_leaves(stage);
    keyhole(stage);
    fill(ui, stage.rect(-192, -10, 384, 10), ui.theme.palette.glow);
    wrong_key(stage);
}

void empty_scene(Ui& ui, const Rect& rect, Icon which) {
    const Stage stage(ui, rect);
    light(ui, {stage.x(-192), stage.y(0), stage.size(384), stage.size(190), 0.5f, 0.5f});
    lit_opening(stage);
    icon(ui, which, stage.x(0), stage.y(-210), stage.size(150), ui.theme.palette.on_glow);
}

}  // namespace foyer::kiosk

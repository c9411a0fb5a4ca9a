#include "kiosk/widgets/ink.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {

namespace {

Rect box_rect(const Rect& paper, int boxes, int box, float gap) {
    const float width = (paper.w - float(boxes - 1) * gap) / float(boxes);
    return {paper.x + float(box) * (width + gap), paper.y, width, paper.h};
}

void dashed(Ui& ui, float x1, float y1, float x2, float y2, Color color) {
    // An odd number of parts: both ends are drawn.
    const int parts = 2 * int(std::hypot(x2 - x1, y2 - y1) / sized(ui, 32)) + 1;
    for (int i = 0; i < parts; i += 2) {
        const float from = float(i) / float(parts), to = float(i + 1) / float(parts);
        line(ui, x1 + (x2 - x1) * from, y1 + (y2 - y1) * from, x1 + (x2 - x1) * to,
             y1 + (y2 - y1) * to, sized(ui, 3), color);
    }
}

/// The square in which Hanzi are learnt to be written: frame, cross, diagonals.
void guides(Ui& ui, const Rect& box) {
    const Color color = ui.theme.palette.line;
    const float side = std::min(box.w, box.h) - 2 * sized(ui, 14);
    const Rect square{box.middle_x() - side / 2, box.middle_y() - side / 2, side, side};
    const float x = square.x, y = square.y, right = square.right(), bottom = square.bottom();
    dashed(ui, x, y, right, y, color);
    dashed(ui, x, bottom, right, bottom, color);
    dashed(ui, x, y, x, bottom, color);
    dashed(ui, right, y, right, bottom, color);
    dashed(ui, x, square.middle_y(), right, square.middle_y(), color);
    dashed(ui, square.middle_x(), y, square.middle_x(), bottom, color);
    dashed(ui, x, y, right, bottom, color);
    dashed(ui, right, y, x, bottom, color);
}

/// Is the line bent here by more than a pen's nib would round?
bool sharp(const ImVec2& before, const ImVec2& at, const ImVec2& after) {
    const float x1 = at.x - before.x, y1 = at.y - before.y, x2 = after.x - at.x,
                y2 = after.y - at.y;
    return x1 * x2 + y1 * y2 < 0.8f * std::hypot(x1, y1) * std::hypot(x2, y2);
}

/// A line of a nib's breadth: ImGui's own joints would point out of sharp bends, so there the line
/// is cut and the nib set down again.
void stroke(Ui& ui, const InkStroke& points, Color color) {
    const float thick = ui.canvas.to_pixels(sized(ui, 16));
    const ImU32 ink = packed(ui, color);
    const auto nib = [&](const ImVec2& at) { ui.draw->AddCircleFilled(at, thick / 2, ink); };
    std::vector<ImVec2> path;
    const auto finish = [&] {
        if (path.size() > 1) ui.draw->AddPolyline(path.data(), int(path.size()), ink, 0, thick);
    };
    for (const InkPoint& point : points) {
        const ImVec2 at = to_screen(ui, point.x, point.y);
        // Places closer than this only make the line tremble.
        if (!path.empty() && std::hypot(at.x - path.back().x, at.y - path.back().y) < thick / 4)
            continue;
        if (path.size() > 1 && sharp(path[path.size() - 2], path.back(), at)) {
            finish();
            path = {path.back()};
        }
        if (path.size() < 2) nib(path.empty() ? at : path.back());
        path.push_back(at);
    }
    finish();
    nib(path.back());
}

}  // namespace

InkTouch ink_paper(Ui& ui, std::string_view id, const Rect& rect, const InkPaper& paper) {
    const Palette& colors = ui.theme.palette;
    const float gap = sized(ui, 16);
    for (int box = 0; box < paper.boxes; ++box) {
        const Rect at = box_rect(rect, paper.boxes, box, gap);
        shadow(ui, at, Elevation::e1);
        fill_rounded(ui, at, metrics(ui.canvas).radius_card, colors.surface);
        guides(ui, at);
        if (ui.interactive)
            note_touchable(ui, std::string(id) + "." + std::to_string(box), at, true);
    }
    InkTouch touched;
    const Finger finger = finger_area(ui, id, rect);
    touched.began = finger.began, touched.lifted = finger.lifted, touched.down = finger.down;
    if (finger.down || finger.lifted) {
        const auto place = [&](float x, float y) {
            return InkPoint{std::clamp(x, rect.x, rect.right()),
                            std::clamp(y, rect.y, rect.bottom())};
        };
        if (!finger.began) {
            for (const ImVec2& pixel : ui.finger_track)
                touched.points.push_back(place(pixel.x / ui.canvas.scale - ui.offset_x,
                                               pixel.y / ui.canvas.scale - ui.offset_y));
        }
        if (touched.points.empty() && finger.began)
            touched.points.push_back(place(finger.x, finger.y));
        const float share = (finger.x - rect.x) / std::max(rect.w, 1.0f);
        touched.box = std::clamp(int(share * float(paper.boxes)), 0, paper.boxes - 1);
    }
    {
        const Clip clip(ui, rect);
        for (std::size_t i = 0; i < paper.strokes.size(); ++i) {
            const bool newest = i + 1 == paper.strokes.size() && finger.down;
            const Color ink = newest ? colors.brand : colors.text;
            stroke(ui, paper.strokes[i], paper.faint ? ink.faded(0.4f) : ink);
        }
        if (finger.down)
            fill_circle(ui, finger.x, finger.y, sized(ui, 24), colors.mid.faded(0.35f));
    }
    return touched;
}

}  // namespace foyer::kiosk

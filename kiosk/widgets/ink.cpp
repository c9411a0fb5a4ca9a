#include "kiosk/widgets/ink.h"

#include <imgui.h>

#include <algorithm>
#include <string>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

Rect box_rect(const Rect& paper, int boxes, int box, float gap) {
    const float width = (paper.w - float(boxes - 1) * gap) / float(boxes);
    return {paper.x + float(box) * (width + gap), paper.y, width, paper.h};
}

void dashed(Ui& ui, float x1, float y1, float x2, float y2, Color color) {
    constexpr int dashes = 17;  // an odd number: both ends are drawn
    for (int i = 0; i < dashes; i += 2) {
        const float from = float(i) / dashes, to = float(i + 1) / dashes;
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

void stroke(Ui& ui, const InkStroke& points, Color color) {
    const float thick = sized(ui, 16);
    std::vector<ImVec2> path;
    path.reserve(points.size());
    for (const InkPoint& point : points)
        path.push_back(to_screen(ui, point.x, point.y));
    if (path.size() > 1)
        ui.draw->AddPolyline(path.data(), int(path.size()), packed(ui, color), 0,
                             ui.canvas.to_pixels(thick));
    for (const InkPoint& end : {points.front(), points.back()})
        fill_circle(ui, end.x, end.y, thick / 2, color);
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
    if (paper.strokes.empty() && !finger.down && !paper.hint.empty()) {
        const Rect first = box_rect(rect, paper.boxes, 0, gap);
        text_block(ui,
                   {first.x + sized(ui, 48), first.bottom() - sized(ui, 76),
                    first.w - sized(ui, 96), sized(ui, 60)},
                   paper.hint, type::caption, colors.text2, Align::center, 1);
    }
    return touched;
}

}  // namespace foyer::kiosk

#pragma once

#include <vector>

#include "kiosk/input/handwriting.h"
#include "kiosk/input/templates/font_outlines.h"

namespace foyer::kiosk {

/// A line of a skeleton between two nodes (ends or crossings), or a ring with one node.
struct SkeletonEdge {
    int from = 0, to = 0;
    InkStroke points;
};

struct SkeletonGraph {
    int nodes = 0;
    std::vector<SkeletonEdge> edges;
};

/// The lines of a thinned bitmap and where they meet.
SkeletonGraph graph_of(const Bitmap& thinned);

float length_of(const InkStroke& line);

/// Removes what thinning made up: short spurs, and short bridges where two lines cross.
void tidy(SkeletonGraph& graph, float width);

/// Lines that run straight on through nodes, each a polyline.
std::vector<InkStroke> chains_of(const SkeletonGraph& graph, float width);

}  // namespace foyer::kiosk

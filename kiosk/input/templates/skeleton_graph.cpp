#include "kiosk/input/templates/skeleton_graph.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace foyer::kiosk {
namespace {

constexpr int around[8][2] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};

struct Pixel {
    int x = 0, y = 0;
};

/// Walks a thinned bitmap from node to node.
class Tracer {
  public:
    explicit Tracer(const Bitmap& bitmap)
        : bitmap_(bitmap), node_(bitmap.ink.size(), none), seen_(bitmap.ink.size()) {}

    SkeletonGraph trace() {
        mark_nodes();
        each_pixel([&](Pixel pixel) {
            if (node_[index(pixel)] != none) leave_node(pixel);
        });
        each_pixel([&](Pixel pixel) {
            if (node_[index(pixel)] == none && !seen_[index(pixel)]) trace_ring(pixel);
        });
        return std::move(graph_);
    }

  private:
    static constexpr int none = -1;

    std::size_t index(Pixel p) const { return std::size_t(p.y * bitmap_.width + p.x); }

    template <class Do>
    void each_pixel(Do what) const {
        for (int y = 1; y + 1 < bitmap_.height; ++y)
            for (int x = 1; x + 1 < bitmap_.width; ++x)
                if (bitmap_.at(x, y) != 0) what(Pixel{x, y});
    }

    template <class Do>
    void each_neighbour(Pixel p, Do what) const {
        for (const auto& [dx, dy] : around)
            if (bitmap_.at(p.x + dx, p.y + dy) != 0) what(Pixel{p.x + dx, p.y + dy});
    }

    int neighbours(Pixel p) const {
        int count = 0;
        each_neighbour(p, [&](Pixel) { ++count; });
        return count;
    }

    /// Ends are nodes, and crossings, whose pixels touch one another and make one node.
    void mark_nodes() {
        each_pixel([&](Pixel pixel) {
            if (node_[index(pixel)] != none || neighbours(pixel) == 2) return;
            const int id = graph_.nodes++;
            std::vector<Pixel> open = {pixel};
            node_[index(pixel)] = id;
            const bool crossing = neighbours(pixel) > 2;
            while (crossing && !open.empty()) {
                const Pixel at = open.back();
                open.pop_back();
                each_neighbour(at, [&](Pixel next) {
                    if (node_[index(next)] != none || neighbours(next) <= 2) return;
                    node_[index(next)] = id;
                    open.push_back(next);
                });
            }
        });
    }

    static InkPoint point(Pixel p) { return {float(p.x), float(p.y)}; }

    void leave_node(Pixel start) {
        const int from = node_[index(start)];
        each_neighbour(start, [&](Pixel next) {
            const int other = node_[index(next)];
            if (other != none) {
                if (other > from)
                    graph_.edges.push_back({from, other, {point(start), point(next)}});
            } else if (!seen_[index(next)]) {
                walk(start, next);
            }
        });
    }

    void walk(Pixel start, Pixel next) {
        SkeletonEdge edge{node_[index(start)], none, {point(start)}};
        Pixel before = start;
        for (;;) {
            edge.points.push_back(point(next));
            if (node_[index(next)] != none) break;
            seen_[index(next)] = true;
            Pixel on = next;
            each_neighbour(next, [&](Pixel p) {
                const bool back = p.x == before.x && p.y == before.y;
                const bool own_node = node_[index(p)] != none && node_[index(p)] == edge.from &&
                                      edge.points.size() == 2;
                if (!back && !own_node && !(node_[index(p)] == none && seen_[index(p)])) on = p;
            });
            if (on.x == next.x && on.y == next.y) return;  // a lone dot beside its node
            before = next;
            next = on;
        }
        edge.to = node_[index(next)];
        graph_.edges.push_back(std::move(edge));
    }

    /// A closed line without a crossing, such as 口: begins at its top left.
    void trace_ring(Pixel start) {
        InkStroke points;
        Pixel at = start;
        for (bool more = true; more;) {
            seen_[index(at)] = true;
            points.push_back(point(at));
            more = false;
            Pixel next = at;
            each_neighbour(at, [&](Pixel p) {
                if (!more && !seen_[index(p)]) {
                    next = p;
                    more = true;
                }
            });
            at = next;
        }
        points.push_back(point(start));
        const int id = graph_.nodes++;
        graph_.edges.push_back({id, id, std::move(points)});
    }

    const Bitmap& bitmap_;
    std::vector<int> node_;
    std::vector<bool> seen_;
    SkeletonGraph graph_;
};

std::vector<int> ends_at_nodes(const SkeletonGraph& graph) {
    std::vector<int> count(std::size_t(graph.nodes), 0);
    for (const SkeletonEdge& edge : graph.edges) {
        ++count[std::size_t(edge.from)];
        ++count[std::size_t(edge.to)];
    }
    return count;
}

/// One of the two ends of an edge.
struct EdgeEnd {
    std::size_t edge = 0;
    bool last = false;
};

/// The way out of the node along this edge, as a unit vector.
InkPoint way_out(const InkStroke& points, bool last, float width) {
    const std::size_t count = points.size();
    const std::size_t far = std::min(count - 1, std::size_t(2 * width) + 2);
    const std::size_t near = std::min(far - 1, std::size_t(width / 2));
    const InkPoint a = points[last ? count - 1 - near : near];
    const InkPoint b = points[last ? count - 1 - far : far];
    const float length = std::max(1e-3f, std::hypot(b.x - a.x, b.y - a.y));
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

/// Which ends at one node go on into one another: the straightest pair first.
void pair_ends(const SkeletonGraph& graph, const std::vector<EdgeEnd>& ends, float width,
               std::map<std::pair<std::size_t, bool>, EdgeEnd>& onward) {
    constexpr float straight = -0.65f, bend = 0.3f;
    struct Pair {
        float cosine;
        EdgeEnd a, b;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (std::size_t j = i + 1; j < ends.size(); ++j) {
            const InkPoint a = way_out(graph.edges[ends[i].edge].points, ends[i].last, width);
            const InkPoint b = way_out(graph.edges[ends[j].edge].points, ends[j].last, width);
            pairs.push_back({a.x * b.x + a.y * b.y, ends[i], ends[j]});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.cosine < b.cosine; });
    for (const Pair& pair : pairs) {
        if (pair.cosine > (ends.size() == 2 ? bend : straight)) break;
        const std::pair a{pair.a.edge, pair.a.last}, b{pair.b.edge, pair.b.last};
        if (a == b || onward.contains(a) || onward.contains(b)) continue;
        onward[a] = pair.b;
        onward[b] = pair.a;
    }
}

}  // namespace

SkeletonGraph graph_of(const Bitmap& thinned) {
    return Tracer(thinned).trace();
}

float length_of(const InkStroke& line) {
    float length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

void tidy(SkeletonGraph& graph, float width) {
    const std::vector<int> ends = ends_at_nodes(graph);
    std::erase_if(graph.edges, [&](const SkeletonEdge& edge) {
        const int a = ends[std::size_t(edge.from)], b = ends[std::size_t(edge.to)];
        return ((a == 1 && b > 2) || (b == 1 && a > 2)) && length_of(edge.points) < 0.9f * width;
    });
    std::vector<int> merged(std::size_t(graph.nodes));
    for (int i = 0; i < graph.nodes; ++i)
        merged[std::size_t(i)] = i;
    const auto root = [&](int node) {
        while (merged[std::size_t(node)] != node)
            node = merged[std::size_t(node)];
        return node;
    };
    std::erase_if(graph.edges, [&](const SkeletonEdge& edge) {
        const bool bridge = ends[std::size_t(edge.from)] > 2 && ends[std::size_t(edge.to)] > 2 &&
                            length_of(edge.points) < 1.3f * width;
        if (bridge) merged[std::size_t(root(edge.from))] = root(edge.to);
        return bridge;
    });
    for (SkeletonEdge& edge : graph.edges) {
        edge.from = root(edge.from);
        edge.to = root(edge.to);
    }
}

std::vector<InkStroke> chains_of(const SkeletonGraph& graph, float width) {
    std::vector<std::vector<EdgeEnd>> at(std::size_t(graph.nodes));
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        at[std::size_t(graph.edges[i].from)].push_back({i, false});
        at[std::size_t(graph.edges[i].to)].push_back({i, true});
    }
    std::map<std::pair<std::size_t, bool>, EdgeEnd> onward;
    for (const std::vector<EdgeEnd>& ends : at)
        pair_ends(graph, ends, width, onward);

    std::vector<InkStroke> chains;
    std::vector<bool> used(graph.edges.size());
    const auto follow = [&](std::size_t edge, bool backwards) {
        InkStroke chain;
        while (!used[edge]) {
            used[edge] = true;
            InkStroke points = graph.edges[edge].points;
            if (backwards) std::reverse(points.begin(), points.end());
            chain.insert(chain.end(), points.begin(), points.end());
            const auto next = onward.find({edge, !backwards});
            if (next == onward.end()) break;
            edge = next->second.edge;
            backwards = next->second.last;
        }
        if (!chain.empty()) chains.push_back(std::move(chain));
    };
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        if (!onward.contains({i, false})) follow(i, false);
        if (!onward.contains({i, true})) follow(i, true);
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        follow(i, false);
    return chains;
}

}  // namespace foyer::kiosk

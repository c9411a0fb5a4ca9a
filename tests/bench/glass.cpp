// From the finger to the candidates on the glass, in the real program without a display: how long
// until the frame that shows them is built, and what the frames of the typing pages cost. The time
// a graphics card needs to draw them comes on top.
#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/bench/benches.h"
#include "tests/ui/program_fixture.h"

namespace foyer::bench {
namespace {

using namespace kiosk;
using Steady = std::chrono::steady_clock;
using Offered = std::vector<std::string>;

const std::string page = "checkin.name";
constexpr int frames_measured = 512;
constexpr auto patience = std::chrono::seconds(2);

constexpr const char* pinyin[] = {"zhangwei", "wangxiuying", "lina",   "liujianguo", "chenjing",
                                  "yangyang", "zhaomin",     "ouyang", "xuzhiqiang", "sunli"};

// Hundredths of the box.
const std::vector<std::vector<TourDriver::Stroke>> characters = {
    {{{10, 35}, {90, 35}},
     {{50, 5}, {48, 40}, {30, 75}, {10, 95}},
     {{50, 40}, {65, 70}, {92, 95}}},  // 大
    {{{18, 25}, {18, 62}},
     {{18, 25}, {82, 25}, {82, 62}},
     {{18, 58}, {82, 58}},
     {{50, 3}, {50, 97}}},                                                                    // 中
    {{{12, 15}, {88, 15}}, {{20, 48}, {80, 48}}, {{50, 15}, {50, 88}}, {{8, 88}, {92, 88}}},  // 王
    {{{15, 15}, {85, 15}},
     {{50, 15}, {50, 90}},
     {{8, 50}, {92, 50}},
     {{20, 28}, {20, 66}},
     {{20, 28}, {80, 28}, {80, 66}},
     {{20, 66}, {80, 66}}},  // much of 車
};

class Typist {
  public:
    Typist(int width, int height) {
        fixture_.start(width, height);
        fixture_.reach_name("13988887777");
    }

    /// Milliseconds from every key that changes what is offered to the frame that shows it.
    std::vector<double> keys() {
        tab("pinyin");
        std::vector<double> times;
        for (const std::string letters : pinyin) {
            std::vector<Offered> expected;
            for (const char letter : letters) {
                driver().touch(key(letter));
                expected.push_back(offered());
            }
            driver().touch(page + ".field.clear");
            for (std::size_t i = 0; i < letters.size(); ++i) {
                const Offered before = offered();
                const Rect rect = rect_of(key(letters[i]));
                finger(TouchPhase::down, rect.middle_x(), rect.middle_y());
                driver().wait(40);
                finger(TouchPhase::up, rect.middle_x(), rect.middle_y());
                if (before == expected[i]) continue;
                times.push_back(until(expected[i]));
                driver().settle();
            }
            driver().touch(page + ".field.clear");
        }
        return times;
    }

    /// Milliseconds from the end of every stroke that changes what is offered.
    std::vector<double> strokes() {
        tab("handwriting");
        std::vector<double> times;
        for (const auto& character : characters) {
            std::vector<Offered> expected;
            for (const TourDriver::Stroke& stroke : character) {
                draw(stroke);
                driver().settle();
                expected.push_back(offered());
            }
            driver().touch(page + ".paper.rewrite");
            for (std::size_t i = 0; i < character.size(); ++i) {
                draw(character[i]);
                if (offered() != expected[i]) times.push_back(until(expected[i]));
                driver().settle();
            }
            driver().touch(page + ".paper.rewrite");
        }
        return times;
    }

    double frame_with_keys() {
        tab("pinyin");
        for (const char letter : std::string("zhangwei"))
            driver().touch(key(letter));
        return build_time();
    }
    double frame_with_grid() {
        driver().touch(page + ".candidate.more");
        const double time = build_time();
        driver().touch(page + ".candidate.more");
        driver().touch(page + ".field.clear");
        return time;
    }
    double frame_with_ink() {
        tab("handwriting");
        for (const TourDriver::Stroke& stroke : characters.back())
            draw(stroke);
        driver().settle();
        return build_time();
    }

  private:
    TourDriver& driver() { return *fixture_.driver; }
    Shell& shell() { return fixture_.program->shell(); }
    static std::string key(char letter) { return page + ".keys." + letter; }

    void tab(const std::string& method) { driver().touch(page + ".tab." + method); }

    Rect rect_of(const std::string& id) {
        const DrawnItem* item = shell().items().find(id);
        if (!item) throw TourStopped("there is no " + id);
        return item->rect;
    }

    void finger(TouchPhase phase, float x, float y) {
        const Canvas canvas =
            Canvas::for_window(shell().surface().pixel_width(), shell().surface().pixel_height());
        shell().input().touch(phase, canvas.to_pixels(x), canvas.to_pixels(y));
    }

    /// As a finger draws it: 12 points between corners, 8 ms apart.
    void draw(const TourDriver::Stroke& stroke) {
        constexpr int points = 12;
        const Rect box = rect_of(page + ".ink.0");
        const float side = 0.8f * std::min(box.w, box.h);
        const auto at = [&](TouchPhase phase, float x, float y) {
            finger(phase, box.middle_x() + (x / 100 - 0.5f) * side,
                   box.middle_y() + (y / 100 - 0.5f) * side);
        };
        at(TouchPhase::down, stroke[0].first, stroke[0].second);
        for (std::size_t corner = 1; corner < stroke.size(); ++corner) {
            const auto [from_x, from_y] = stroke[corner - 1];
            const auto [to_x, to_y] = stroke[corner];
            for (int point = 1; point <= points; ++point) {
                const float share = float(point) / points;
                driver().wait(8);
                at(TouchPhase::move, from_x + (to_x - from_x) * share,
                   from_y + (to_y - from_y) * share);
            }
        }
        at(TouchPhase::up, stroke.back().first, stroke.back().second);
    }

    /// The candidates that can be seen, in their order.
    Offered offered() {
        Offered words;
        const std::string prefix = page + ".candidate.";
        for (const DrawnItem& item : shell().items().last_frame()) {
            if (item.id.starts_with(prefix)) words.push_back(item.id.substr(prefix.size()));
        }
        return words;
    }

    double until(const Offered& expected) {
        const auto start = Steady::now();
        while (offered() != expected) {
            if (Steady::now() - start > patience) throw TourStopped("the candidates do not come");
            shell().loop().step(16);
        }
        return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
    }

    /// Milliseconds, of a hundred frames the 99th.
    double build_time() {
        for (int frame = 0; frame < frames_measured; ++frame) {
            shell().loop().request_frames();
            shell().loop().step(0);
        }
        return double(shell().loop().statistics().build_time(0.99)) / 1000;
    }

    test::ProgramFixture fixture_;
};

double share(std::vector<double> times, double of) {
    if (times.empty()) throw std::runtime_error("nothing was measured");
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, std::size_t(of * double(times.size())))];
}

}  // namespace

std::vector<Row> typing_on_glass() {
    std::vector<Row> rows;
    for (const auto& [width, height] : {std::pair(1080, 1920), std::pair(1280, 800)}) {
        const std::string size = ", " + std::to_string(width) + "x" + std::to_string(height);
        Typist typist(width, height);
        const auto add = [&](const std::string& name, double value, const std::string& goal) {
            rows.push_back({name + size, value, "ms", "", {}, goal});
        };
        const std::vector<double> keys = typist.keys(), strokes = typist.strokes();
        add("a key of Pinyin to its candidates, p50", share(keys, 0.5), "<=16.7");
        add("a key of Pinyin to its candidates, p99", share(keys, 0.99), "<=16.7");
        add("a stroke by hand to its candidates, p50", share(strokes, 0.5), "<=50");
        add("a stroke by hand to its candidates, p99", share(strokes, 0.99), "<=50");
        add("build a frame of the name page with candidates, p99", typist.frame_with_keys(), "<=2");
        add("build a frame of all candidates, p99", typist.frame_with_grid(), "<=2");
        add("build a frame of the paper with ink, p99", typist.frame_with_ink(), "<=2");
    }
    return rows;
}

}  // namespace foyer::bench

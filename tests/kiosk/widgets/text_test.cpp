#include <doctest/doctest.h>

#include <vector>

#include "kiosk/widgets/line_breaks.h"
#include "kiosk/widgets/text.h"
#include "tests/kiosk/widgets/glass.h"

namespace foyer::kiosk {

namespace {

std::vector<std::string> wrapped(Glass& glass, std::string_view text, float width) {
    std::vector<std::string> lines;
    glass.page = [&](Ui& ui) {
        lines.clear();
        for (std::string_view rest = text; !rest.empty();) {
            const LineBreak cut = break_line(ui, rest, type::body, width);
            lines.emplace_back(rest.substr(0, cut.end));
            rest.remove_prefix(cut.next);
        }
    };
    glass.frame();
    return lines;
}

}  // namespace

TEST_CASE("Hanzi are as wide as the em of their size") {
    Glass glass;
    glass.page = [](Ui& ui) {
        CHECK(text_width(ui, "您好请进", type::body) == doctest::Approx(4 * 36));
        CHECK(text_width(ui, "您好请进", type::title) == doctest::Approx(4 * 76));
    };
    glass.frame();
}

TEST_CASE("Chinese wraps anywhere but before closing and after opening punctuation") {
    Glass glass;
    const auto lines = wrapped(glass, "一二三四五，六七八", 5 * 36);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "一二三四");
    CHECK(lines[1] == "五，六七八");
    const auto opened = wrapped(glass, "一二三四（五）", 5 * 36);
    CHECK(opened[0] == "一二三四");
    CHECK(may_break_between(U'一', U'二'));
    CHECK_FALSE(may_break_between(U'一', U'。'));
    CHECK_FALSE(may_break_between(U'“', U'一'));
}

TEST_CASE("English wraps at spaces, which belong to no line; newlines are kept") {
    Glass glass;
    const auto lines = wrapped(glass, "Check in, meet\nyour consultant", 250);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "Check in, meet");
    CHECK(lines[1] == "your");
    CHECK(lines[2] == "consultant");
}

TEST_CASE("A word wider than its line is cut, and one character always fits") {
    Glass glass;
    for (const std::string& line : wrapped(glass, "Unterhaltungselektronik", 120)) {
        CHECK(!line.empty());
        CHECK(line.size() < 12);
    }
    CHECK(wrapped(glass, "王小明", 10).size() == 3);
}

TEST_CASE("Text too wide for its place takes the next smaller size") {
    Glass glass;
    glass.page = [](Ui& ui) {
        CHECK(fit_text(ui, "我到店了", type::title, 400) == type::title);
        CHECK(fit_text(ui, "我到店了", type::title, 200) == TextStyle{TextSize::m, Face::serif});
        CHECK(fit_text(ui, "我到店了", type::title, 10).size == TextSize::xs);
    };
    glass.frame();
}

TEST_CASE("Large text is larger") {
    Glass glass;
    glass.canvas.large_text = true;
    glass.page = [](Ui& ui) { CHECK(line_height(ui, TextSize::s) == 64); };
    glass.frame();
}

TEST_CASE("A desk's text is not a kiosk's") {
    Glass glass(1280, 800);
    glass.page = [](Ui& ui) { CHECK(line_height(ui, TextSize::s) == 28); };
    glass.frame();
}

TEST_CASE("A language has its own shapes of the same characters, at once and side by side") {
    Glass glass;
    glass.frame();
    ImFont* simplified = glass.look.theme().fonts.get(Face::sans);
    glass.look.set_locale(Locale::zh_hant);
    CHECK(glass.look.theme().fonts.get(Face::sans) != simplified);
    CHECK(glass.look.theme().fonts.get(Face::sans, Locale::zh_hans) == simplified);
}

TEST_CASE("A rare character of a name comes from the fallback at the same size") {
    Glass glass;
    glass.page = [](Ui& ui) {
        CHECK(text_width(ui, "𫞩", type::body) == doctest::Approx(36).epsilon(0.03));
        ImFontBaked* glyphs = ui.theme.fonts.get(Face::sans)->GetFontBaked(36);
        CHECK(glyphs->FindGlyphNoFallback(0x2B7A9) != nullptr);
    };
    glass.frame();
}

}  // namespace foyer::kiosk

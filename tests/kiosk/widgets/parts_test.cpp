#include <doctest/doctest.h>

#include <chrono>

#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/kit.h"
#include "kiosk/widgets/overlays.h"
#include "tests/kiosk/widgets/glass.h"

namespace foyer::kiosk {

TEST_CASE("Every icon has its drawing, and is known by the drawing's name") {
    Glass glass;
    glass.page = [](Ui& ui) {
        for (int i = 0; i < int(Icon::count_); ++i) {
            const Icon icon = Icon(i);
            INFO(icon_name(icon));
            CHECK(icon_from_name(icon_name(icon)) == icon);
            CHECK(ui.theme.icons.at(icon, 24).w == 24);
        }
    };
    glass.frame();
    CHECK_FALSE(icon_from_name("no-such-icon"));
}

TEST_CASE("An icon that is missing is named") {
    Glass glass;
    Icons icons("/nowhere");
    glass.page = [&](Ui&) {
        CHECK_THROWS_WITH_AS(icons.at(Icon::gift, 24), doctest::Contains("/nowhere/gift.svg"),
                             std::runtime_error);
    };
    glass.frame();
}

TEST_CASE("A number pad says which key was pressed") {
    Glass glass;
    std::string typed;
    bool erased = false;
    glass.page = [&](Ui& ui) {
        const KeyPress press = number_pad(ui, "pad", {72, 848, 936, 716}, "清空");
        typed += press.text;
        erased = erased || press.kind == KeyKind::erase;
    };
    glass.frame();
    for (const char* id : {"pad.1", "pad.3", "pad.8", "pad.0"}) {
        const Rect key = glass.place(id);
        glass.tap(key.middle_x(), key.middle_y());
    }
    CHECK(typed == "1380");
    const Rect erase = glass.place("pad.erase");
    glass.tap(erase.middle_x(), erase.middle_y());
    CHECK(erased);
}

TEST_CASE("Shift writes one capital letter, then it is spent") {
    Glass glass;
    std::string typed;
    KeyboardState state;
    glass.page = [&](Ui& ui) {
        typed +=
            letter_keyboard(ui, "kb", {20, 1000, 1040, 568}, state, {"空格", "完成", "123", "abc"})
                .text;
    };
    glass.frame();
    for (const char* id : {"kb.shift", "kb.l", "kb.i", "kb.space"}) {
        const Rect key = glass.place(id);
        glass.tap(key.middle_x(), key.middle_y());
    }
    CHECK(typed == "Li ");
}

TEST_CASE("The tool strip answers in every layout, and its places keep with large text") {
    for (const auto& [width, height] : {std::pair{1080, 1920}, {1280, 800}, {1920, 1080}}) {
        Glass glass(width, height);
        std::optional<Locale> asked;
        glass.page = [&](Ui& ui) {
            const ToolStripPress press =
                tool_strip(ui, {Locale::zh_hans, false, false, "大字", "低位"});
            if (press.locale) asked = press.locale;
        };
        glass.frame();
        glass.frame();
        const Rect english = glass.place("tools.en");
        glass.canvas.large_text = true;
        glass.tap(english.middle_x(), english.middle_y());
        CHECK(asked == Locale::en);
        CHECK(glass.place("tools.en").w == english.w);
    }
}

TEST_CASE("A dialog is answered by its buttons, and the page below it is not") {
    Glass glass;
    DialogAnswer answer = DialogAnswer::none;
    glass.page = [&](Ui& ui) {
        const auto given =
            dialog(ui, "idle", {"您还在吗？", "到时清空您填的内容", "我还在", "不用了"}, 1);
        if (given != DialogAnswer::none) answer = given;
    };
    glass.frame();
    glass.frame();
    const Rect yes = glass.place("idle.yes");
    glass.tap(yes.middle_x(), yes.middle_y());
    CHECK(answer == DialogAnswer::yes);
    const Rect no = glass.place("idle.no");
    glass.tap(no.middle_x(), no.middle_y());
    CHECK(answer == DialogAnswer::no);
}

TEST_CASE("A toast goes by itself and asks to be woken for it") {
    Glass glass;
    float age = 1;
    glass.page = [&](Ui& ui) { toast(ui, "已发到您手机", "", age); };
    CHECK(glass.frame() == 2000);
    age = toast_seconds;
    CHECK(glass.frame() == Motion::never);
}

TEST_CASE("The page of all parts is built well within a millisecond's budget") {
    Glass glass;
    glass.page = [](Ui& ui) { draw_kit(ui, {}); };
    glass.frame();
    glass.frame();
    const std::size_t settled = glass.vertices;
    const auto start = std::chrono::steady_clock::now();
    constexpr int frames = 50;
    for (int i = 0; i < frames; ++i)
        glass.frame();
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - start;
    CHECK(glass.vertices == settled);
    CHECK(spent.count() / frames < 10);  // an unoptimised build on a busy machine; see tests/bench
    CHECK(glass.vertices < 12'000);
}

}  // namespace foyer::kiosk

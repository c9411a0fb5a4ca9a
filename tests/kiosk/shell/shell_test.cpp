#include "kiosk/shell/shell.h"

#include <doctest/doctest.h>

#include "tests/kiosk/shell/shell_bench.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

struct Bench : ShellBench {
    Seen attract, page, question;
    int wiped = 0;

    Bench() {
        shell.on_wipe([this] {
            ++wiped;
            go_home();
        });
        shell.on_idle_question([this] { return std::make_unique<TestOverlay>(question); });
        go_home();
        settle();
    }
    void go_home() {
        auto home = std::make_unique<TestScreen>("attract", attract);
        home->idle_return = false;
        navigator().reset(std::move(home));
    }
    void visit(std::int64_t limit = 0) {
        auto screen = std::make_unique<TestScreen>("page", page);
        screen->limit = limit;
        navigator().push(std::move(screen));
        settle();
    }
    std::string top() { return std::string(shell.navigator().top()->name()); }
};

}  // namespace

TEST_CASE("a visitor who walks away is asked, then forgotten with all settings") {
    Bench bench;
    bench.visit();
    bench.shell.set_settings({Locale::en, true, true});
    bench.tap(500, 900);
    bench.frame(19'900);
    CHECK(bench.question.frames == 0);
    bench.frame(200);
    bench.settle();
    CHECK(bench.question.frames > 0);
    CHECK(bench.wiped == 0);
    bench.frame(10'000);
    bench.settle();
    CHECK(bench.wiped == 1);
    CHECK(bench.top() == "attract");
    CHECK(bench.page.destroyed == 1);
    CHECK(bench.question.destroyed == 1);
    CHECK(bench.shell.settings() == VisitorSettings{});
    CHECK(bench.shell.text().locale() == Locale::zh_hans);
}

TEST_CASE("a touch at the question brings the visitor back") {
    Bench bench;
    bench.visit();
    bench.frame(25'000);
    bench.settle();
    REQUIRE(bench.question.frames > 0);
    bench.tap(500, 900);
    bench.settle();
    CHECK(bench.question.destroyed == 1);
    CHECK(bench.top() == "page");
    bench.frame(19'000);
    CHECK(bench.top() == "page");
    CHECK(bench.shell.idle().phase() == IdleWatch::Phase::counting);
}

TEST_CASE("the attract loop waits for nobody and lets the program sleep") {
    Bench bench;
    const auto drawn = bench.shell.loop().statistics().frames_drawn();
    while (bench.shell.loop().step(0)) {
    }
    const auto settled = bench.shell.loop().statistics().frames_drawn();
    for (int i = 0; i < 600; ++i) {
        bench.clock.advance(100);
        bench.shell.loop().step(0);
    }
    CHECK(bench.shell.loop().statistics().frames_drawn() == settled);
    CHECK(settled - drawn <= 3);
    CHECK(bench.wiped == 0);
}

namespace {

/// Frames drawn in ten seconds without a touch.
std::uint64_t frames_in_ten_seconds(Bench& bench) {
    while (bench.shell.loop().step(0)) {
    }
    const auto before = bench.shell.loop().statistics().frames_drawn();
    for (int i = 0; i < 100; ++i) {
        bench.clock.advance(100);
        bench.shell.loop().step(0);
    }
    return bench.shell.loop().statistics().frames_drawn() - before;
}

/// Shows the seconds that are left.
struct Counting : TestScreen {
    using TestScreen::TestScreen;
    void draw(Ui& ui) override {
        TestScreen::draw(ui);
        ui.motion.wake_in(1000);
    }
};

}  // namespace

TEST_CASE("a page that shows the countdown is drawn once a second") {
    Bench bench;
    bench.navigator().push(std::make_unique<Counting>("page", bench.page));
    bench.settle();
    CHECK(frames_in_ten_seconds(bench) == 10);
}

TEST_CASE("a page that shows no countdown sleeps until it is time to ask") {
    Bench bench;
    bench.visit();
    CHECK(frames_in_ten_seconds(bench) == 0);
}

TEST_CASE("a page with a limit of its own keeps it") {
    Bench bench;
    bench.visit(5 * one_minute);
    bench.frame(4 * one_minute);
    CHECK(bench.top() == "page");
    CHECK(bench.wiped == 0);
    bench.frame(one_minute);
    CHECK(bench.wiped == 1);
}

TEST_CASE("pages that a background result opens, and resets under the question, are harmless") {
    Bench bench;
    bench.visit();
    bench.frame(25'000);
    bench.settle();
    REQUIRE(bench.question.frames > 0);
    bench.shell.tasks().run(
        Lane::other, [] {}, [&] { bench.go_home(); });
    bench.settle();
    CHECK(bench.top() == "attract");
    bench.frame(60'000);
    CHECK(bench.wiped == 0);
}

TEST_CASE("the language changes from one frame to the next") {
    Bench bench;
    const Translator& before = bench.shell.text();
    bench.shell.set_settings({Locale::zh_hant});
    bench.frame();
    CHECK(bench.shell.text().locale() == Locale::zh_hant);
    CHECK(before.locale() == Locale::zh_hans);
    bench.shell.set_settings({});
    CHECK(&bench.shell.text() == &before);
}

TEST_CASE("typed and pasted characters reach the page in front") {
    Bench bench;
    bench.visit();
    bench.shell.input().type(U'7');
    bench.shell.input().paste("ab");
    bench.frame();
    CHECK(bench.page.heard == std::vector<std::string>{"7", "a", "b"});
}

TEST_CASE("glyphs that only the last visitor needed are forgotten") {
    struct Names : TestScreen {
        using TestScreen::TestScreen;
        void draw(Ui& ui) override {
            std::string names;
            for (int i = 0; i < 150; ++i) {
                const int character = 0x4E00 + i;
                names += {char(0xE0 | character >> 12), char(0x80 | (character >> 6 & 0x3F)),
                          char(0x80 | (character & 0x3F))};
            }
            ui.draw->AddText(ui.theme.fonts.get(Face::sans), 300, {0, 0}, 0xFF000000,
                             names.c_str());
        }
    };
    const auto pixels = [] {
        const ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
        return texture.Width * texture.Height;
    };
    Bench bench;
    Seen seen;
    bench.navigator().push(std::make_unique<Names>("names", seen));
    bench.settle();
    const int before = pixels();
    REQUIRE(before > 2048 * 2048);
    bench.shell.wipe();
    bench.settle();
    CHECK(pixels() < before);
}

TEST_CASE(
    "a code held before the camera counts as somebody being there, but not on the attract loop") {
    Bench bench;
    bench.shell.noticed_someone();
    CHECK(bench.shell.idle().phase() == IdleWatch::Phase::resting);
    bench.visit();
    bench.frame(15'000);
    bench.shell.noticed_someone();
    CHECK(bench.shell.idle().seconds_left() == 30);
}

TEST_CASE("whoever leaves just as the question is answered and gone is forgotten all the same") {
    Bench bench;
    bench.visit();
    bench.tap(500, 900);
    bench.frame(25'000);
    Overlay* question = bench.navigator().top_overlay();
    REQUIRE(question);
    // It fades, and in the frame in which it goes Exit is pressed.
    question->close();
    for (int i = 0; i < 40 && bench.question.destroyed == 0; ++i)
        bench.frame(10);
    REQUIRE(bench.question.destroyed == 1);
    bench.shell.wipe();
    bench.settle();
    CHECK(bench.top() == "attract");
}

#include "kiosk/shell/navigator.h"

#include <doctest/doctest.h>

#include "tests/kiosk/shell/shell_bench.h"

using namespace foyer::kiosk;

namespace {

struct Bench : ShellBench {
    std::unique_ptr<TestScreen> screen(const std::string& name, Seen& seen) {
        return std::make_unique<TestScreen>(name, seen);
    }
    void start(Seen& seen) {
        navigator().reset(screen("home", seen));
        settle();
    }
    std::string top() { return std::string(navigator().top()->name()); }
};

}  // namespace

TEST_CASE("the first page stands there at once") {
    Seen home;
    Bench bench;
    bench.navigator().reset(bench.screen("home", home));
    bench.frame();
    CHECK(home.entered == 1);
    CHECK(home.alpha == 1);
    CHECK(home.interactive);
    CHECK_FALSE(bench.navigator().moving());
}

TEST_CASE("a new page comes in from the right in 200 ms while the old one fades in 120 ms") {
    Seen home, cases;
    Bench bench;
    bench.start(home);
    bench.navigator().push(bench.screen("cases", cases));
    bench.frame(0);
    CHECK(cases.alpha == 0);
    CHECK(cases.offset_x == 48);
    CHECK(cases.interactive);
    CHECK_FALSE(home.interactive);
    CHECK(home.alpha == 1);
    bench.frame(100);
    CHECK(cases.alpha == doctest::Approx(0.875));  // cubic: past the middle half-way through
    CHECK(cases.offset_x == doctest::Approx(6));
    CHECK(home.alpha == doctest::Approx(1 - 100 / 120.0));
    const int drawn = home.frames;
    bench.frame(20);
    CHECK(home.frames == drawn);
    CHECK(bench.navigator().moving());
    bench.frame(80);
    CHECK(cases.alpha == 1);
    CHECK(cases.offset_x == 0);
    CHECK_FALSE(bench.navigator().moving());
    CHECK(home.destroyed == 0);
}

TEST_CASE("going back slides the other way and destroys the page only when it is out of sight") {
    Seen home, cases;
    Bench bench;
    bench.start(home);
    bench.navigator().push(bench.screen("cases", cases));
    bench.settle();
    bench.navigator().back();
    bench.frame(0);
    CHECK(bench.top() == "home");
    CHECK(home.entered == 2);
    CHECK(home.offset_x == -48);
    CHECK(cases.destroyed == 0);
    bench.settle();
    CHECK(cases.destroyed == 1);
    CHECK(home.offset_x == 0);
}

TEST_CASE("touches during a transition go to the new page alone") {
    Seen home, cases;
    Bench bench;
    bench.start(home);
    bench.navigator().push(bench.screen("cases", cases));
    bench.frame(0);
    bench.frame(20);
    bench.tap(500, 900);
    CHECK(cases.clicks == 1);
    CHECK(home.clicks == 0);
}

TEST_CASE("a page may ask to be left while it draws") {
    Seen home, next;
    Bench bench;
    auto page = bench.screen("home", home);
    page->on_click = [&] { bench.navigator().replace(bench.screen("next", next)); };
    bench.navigator().reset(std::move(page));
    bench.settle();
    bench.tap(500, 900);
    CHECK(home.clicks == 1);
    CHECK(bench.top() == "next");
    bench.settle();
    CHECK(home.destroyed == 1);
    CHECK(bench.navigator().depth() == 1);
}

TEST_CASE("back goes a step within the page first, and the last page stays") {
    Seen home, form;
    Bench bench;
    bench.start(home);
    auto page = bench.screen("form", form);
    page->keeps_back = true;
    bench.navigator().push(std::move(page));
    bench.settle();
    bench.navigator().back();
    bench.settle();
    CHECK(bench.top() == "form");
    bench.shell.input().press(Key::escape);
    bench.settle();
    CHECK(bench.top() == "home");
    bench.navigator().back();
    bench.settle();
    CHECK(bench.top() == "home");
}

TEST_CASE("one can go back to a page by its name, or to the first") {
    Seen seen;
    Bench bench;
    bench.start(seen);
    for (const char* name : {"phone", "name", "purpose"})
        bench.navigator().push(bench.screen(name, seen));
    bench.settle();
    CHECK(bench.navigator().depth() == 4);
    bench.navigator().pop_to("phone");
    bench.settle();
    CHECK(bench.top() == "phone");
    CHECK(bench.navigator().depth() == 2);
    bench.navigator().pop_to("phone");
    bench.settle();
    CHECK(bench.top() == "phone");
    bench.navigator().pop_to("nowhere");
    bench.settle();
    CHECK(bench.top() == "home");
}

TEST_CASE("a hurried visitor who turns pages faster than they slide loses none") {
    Seen home, a, b;
    Bench bench;
    bench.start(home);
    bench.navigator().push(bench.screen("a", a));
    bench.frame(0);
    bench.frame(30);
    bench.navigator().replace(bench.screen("b", b));
    bench.frame(10);
    bench.navigator().pop();
    bench.frame(10);
    bench.settle();
    CHECK(bench.top() == "home");
    CHECK(a.destroyed == 1);
    CHECK(b.destroyed == 1);
    CHECK(home.alpha == 1);
}

TEST_CASE("reset forgets every page and everything above them") {
    Seen home, cases, dialog, attract;
    Bench bench;
    bench.start(home);
    bench.navigator().push(bench.screen("cases", cases));
    bench.navigator().open(std::make_unique<TestOverlay>(dialog));
    bench.settle();
    bench.navigator().reset(bench.screen("attract", attract));
    bench.settle();
    CHECK(bench.navigator().depth() == 1);
    CHECK(home.destroyed == 1);
    CHECK(cases.destroyed == 1);
    CHECK(dialog.destroyed == 1);
}

TEST_CASE("a dialog takes touches and codes from the page, and gives them back when closed") {
    Seen home, dialog;
    Bench bench;
    bench.start(home);
    bench.navigator().open(std::make_unique<TestOverlay>(dialog));
    bench.settle();
    bench.tap(500, 900);
    bench.navigator().on_code("XR1");
    CHECK(dialog.clicks == 1);
    CHECK(dialog.heard.size() == 1);
    CHECK(home.clicks == 0);
    CHECK_FALSE(home.interactive);

    bench.navigator().back();
    bench.frame(0);
    bench.frame(90);
    CHECK(dialog.alpha == doctest::Approx(0.5));
    bench.tap(500, 900);
    CHECK(home.clicks == 1);
    bench.settle();
    CHECK(dialog.destroyed == 1);
    CHECK(dialog.clicks == 1);
}

TEST_CASE("a toast goes by itself and never stands in the way") {
    Seen home, toast;
    Bench bench;
    bench.start(home);
    bench.navigator().open(std::make_unique<TestOverlay>(toast, false, 3000));
    bench.settle();
    bench.tap(500, 900);
    CHECK(home.clicks == 1);
    bench.frame(2000);
    CHECK(toast.alpha == 1);
    bench.frame(1000);
    bench.settle();
    CHECK(toast.destroyed == 1);
}

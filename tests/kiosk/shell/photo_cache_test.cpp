#include "kiosk/shell/photo_cache.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/kiosk/shell/imgui_bench.h"
#include "tests/kiosk/shell/test_pictures.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

struct Wish {
    std::filesystem::path file;
    int width, height;
};

/// Frames that ask for pictures, with decoding in deliver() so that every step can be seen.
struct CacheBench {
    explicit CacheBench(PhotoLimits limits = {}) : cache(tasks, files, clock, limits) {}

    std::vector<PhotoView> frame(const std::vector<Wish>& wishes) {
        clock.advance(16);
        tasks.deliver();
        cache.begin_frame();
        bench.begin();
        std::vector<PhotoView> views;
        for (const Wish& wish : wishes) {
            views.push_back(cache.photo(wish.file, wish.width, wish.height));
            if (views.back().ready)
                ImGui::GetForegroundDrawList()->AddImage(views.back().texture, {0, 0}, {9, 9});
        }
        bench.end();
        most_bytes = std::max(most_bytes, cache.texture_bytes());
        return views;
    }
    std::vector<PhotoView> settle(const std::vector<Wish>& wishes) {
        std::vector<PhotoView> views = frame(wishes);
        for (int i = 0; i < 50 && cache.pending() > 0; ++i)
            views = frame(wishes);
        CHECK(cache.pending() == 0);
        return frame(wishes);
    }

    TemporaryFolder folder;
    ManualClock clock{0};
    SystemFiles files;
    ImGuiBench bench;
    Tasks tasks{{.execution = Tasks::Execution::inside_deliver}};
    PhotoCache cache;
    std::size_t most_bytes = 0;
};

}  // namespace

TEST_CASE("a picture is a placeholder first, then ready, and ages from then on") {
    CacheBench bench;
    const auto file = bench.folder.file("a.png", two_halves(400, 300, "png"));
    CHECK_FALSE(bench.frame({{file, 200, 150}})[0].ready);
    CHECK(bench.cache.pending() == 1);
    const PhotoView view = bench.settle({{file, 200, 150}})[0];
    REQUIRE(view.ready);
    CHECK_FALSE(view.broken);
    CHECK(view.width / view.height == doctest::Approx(4 / 3.0).epsilon(0.02));
    bench.clock.advance(1000);
    CHECK(bench.frame({{file, 200, 150}})[0].age >= 1);
}

TEST_CASE("a slightly different box does not decode again, a much larger one does") {
    CacheBench bench;
    const auto file = bench.folder.file("a.png", two_halves(1600, 1200, "png"));
    bench.settle({{file, 250, 250}});
    const std::size_t bytes = bench.cache.texture_bytes();
    for (const int side : {240, 256, 262, 200, 150}) {
        const PhotoView view = bench.settle({{file, side, side}})[0];
        CHECK(view.ready);
        CHECK(bench.cache.texture_bytes() == bytes);
    }
    const float age = bench.frame({{file, 600, 600}})[0].age;
    const PhotoView view = bench.settle({{file, 600, 600}})[0];
    CHECK(view.height >= 600);
    // It took over from the smaller one without fading in again.
    CHECK(view.age > age);
}

TEST_CASE("while a sharper copy is decoded, the one at hand is shown") {
    CacheBench bench;
    const auto file = bench.folder.file("a.png", two_halves(1600, 1200, "png"));
    bench.settle({{file, 200, 200}});
    CHECK(bench.frame({{file, 900, 900}})[0].ready);
    CHECK(bench.cache.pending() == 1);
}

TEST_CASE("textures never exceed their bytes, and the least recently shown goes first") {
    constexpr std::size_t limit = 1'000'000;
    CacheBench bench({.bytes = limit});
    std::vector<std::filesystem::path> pictures;
    for (int i = 0; i < 30; ++i)
        pictures.push_back(
            bench.folder.file(std::to_string(i) + ".png", two_halves(256, 256, "png")));
    for (const auto& file : pictures)
        CHECK(bench.settle({{file, 256, 256}, {pictures[0], 256, 256}})[0].ready);
    CHECK(bench.most_bytes <= limit);
    CHECK(bench.most_bytes > limit / 2);
    // Shown all the time, the first was never thrown out; the second was.
    CHECK(bench.frame({{pictures[0], 256, 256}})[0].ready);
    CHECK(bench.frame({{pictures[29], 256, 256}})[0].ready);
    CHECK_FALSE(bench.frame({{pictures[1], 256, 256}})[0].ready);
}

TEST_CASE(
    "what is on show is not thrown out for more than fits, and settling does not wait for it") {
    CacheBench bench({.bytes = 600'000});
    std::vector<Wish> wishes;
    for (int i = 0; i < 4; ++i)
        wishes.push_back(
            {bench.folder.file(std::to_string(i) + ".png", two_halves(256, 256, "png")), 256, 256});
    int ready = 0;
    for (const PhotoView& view : bench.settle(wishes))
        ready += view.ready;
    CHECK(ready == 2);
    CHECK(bench.most_bytes <= 600'000);
    // As soon as two are gone from the page, the others come.
    const auto views = bench.settle({wishes[2], wishes[3]});
    CHECK(views[0].ready);
    CHECK(views[1].ready);
}

TEST_CASE("many pictures that arrive together are uploaded a few a frame") {
    CacheBench bench({.upload_bytes = 300'000, .decodes_at_once = 8});
    std::vector<Wish> wishes;
    for (int i = 0; i < 6; ++i)
        wishes.push_back(
            {bench.folder.file(std::to_string(i) + ".png", two_halves(256, 256, "png")), 256, 256});
    bench.frame(wishes);
    std::size_t before = 0;
    for (int i = 0; i < 8; ++i) {
        bench.frame(wishes);
        CHECK(bench.cache.texture_bytes() - before <= 300'000);
        before = bench.cache.texture_bytes();
    }
    CHECK(before == 6u * 256 * 256 * 4);
}

TEST_CASE("pictures scrolled past are not decoded") {
    CacheBench bench({.decodes_at_once = 1});
    std::vector<Wish> wishes;
    for (int i = 0; i < 20; ++i)
        wishes.push_back(
            {bench.folder.file(std::to_string(i) + ".png", two_halves(64, 64, "png")), 64, 64});
    bench.frame(wishes);
    bench.settle({wishes[19]});
    CHECK(bench.frame({wishes[19]})[0].ready);
    CHECK(bench.cache.texture_bytes() <= 2u * 64 * 64 * 4);
}

TEST_CASE("missing, damaged, cut short and huge pictures are broken, told once and never retried") {
    CacheBench bench;
    std::vector<std::string> told;
    bench.cache.on_broken([&](const std::filesystem::path& file, const std::string& reason) {
        told.push_back(file.filename().string() + ": " + reason);
    });
    const std::string whole = two_halves(800, 600, "jpeg");
    const std::vector<Wish> wishes = {
        {bench.folder.file("huge.png", huge_png(30'000)), 100, 100},
        {bench.folder.file("short.jpg", whole.substr(0, whole.size() / 2)), 100, 100},
        {bench.folder.file("words.png", "not a picture"), 100, 100},
        {"/nowhere/at/all.png", 100, 100},
    };
    for (const PhotoView& view : bench.settle(wishes)) {
        CHECK(view.broken);
        CHECK_FALSE(view.ready);
    }
    bench.settle(wishes);
    CHECK(told.size() == 4);
    CHECK(bench.cache.texture_bytes() == 0);
}

TEST_CASE("a new pack forgets all pictures, also broken ones and those under way") {
    CacheBench bench;
    const auto file = bench.folder.file("a.png", "not yet a picture");
    const auto other = bench.folder.file("b.png", two_halves(64, 64, "png"));
    CHECK(bench.settle({{file, 64, 64}, {other, 64, 64}})[0].broken);
    bench.frame({{other, 1000, 1000}});
    bench.cache.clear();
    bench.folder.file("a.png", two_halves(64, 64, "png"));
    const auto views = bench.settle({{file, 64, 64}, {other, 64, 64}});
    CHECK(views[0].ready);
    CHECK(views[1].ready);
    for (int i = 0; i < 4; ++i)
        bench.frame({});
    CHECK(bench.cache.texture_bytes() == 2u * 64 * 64 * 4);
}

TEST_CASE("pixels are kept once only, by the renderer") {
    CacheBench bench;
    const auto file = bench.folder.file("a.png", two_halves(64, 64, "png"));
    const PhotoView view = bench.settle({{file, 64, 64}})[0];
    REQUIRE(view.ready);
    CHECK(view.texture._TexData->Pixels == nullptr);
}

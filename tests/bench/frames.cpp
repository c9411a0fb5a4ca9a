// CPU time to build one frame of each screen, with 10,000 visits and 500 cases in the store.
#include <functional>

#include "kiosk/screens/ways.h"
#include "tests/bench/benches.h"
#include "tests/bench/large_showroom.h"

namespace foyer::bench {
namespace {

constexpr int frames_measured = 512;

using Make = std::function<std::unique_ptr<kiosk::Screen>(kiosk::App&)>;

std::vector<std::pair<std::string, Make>> screens(const Pack& pack) {
    using namespace kiosk;
    const GalleryGroup& group = pack.gallery.groups.front();
    const std::string entry = group.entries.front().id, group_id = group.id;
    const std::string person = pack.staff_with(pack.people.role).front()->id;
    return {
        {"attract", [](App& app) { return make_attract(app); }},
        {"home", [](App& app) { return make_home(app); }},
        {"check-in", [](App& app) { return make_check_in(app); }},
        {"policy", [](App& app) { return make_policy(app); }},
        {"people", [](App& app) { return make_people(app); }},
        {"person", [person](App& app) { return make_person(app, person); }},
        {"gallery", [](App& app) { return make_gallery(app); }},
        {"estate", [group_id](App& app) { return make_gallery_group(app, group_id); }},
        {"case", [entry](App& app) { return make_gallery_entry(app, entry); }},
        {"viewer", [entry](App& app) { return make_photo_viewer(app, entry, 0); }},
        {"my rewards", [](App& app) { return make_rewards_door(app); }},
        {"staff entrance", [](App& app) { return make_staff_entrance(app); }},
        {"arrivals", [](App& app) { return make_arrivals(app); }},
        {"sync", [](App& app) { return make_sync_page(app); }},
    };
}

double build_time(kiosk::Shell& shell, std::unique_ptr<kiosk::Screen> screen) {
    shell.navigator().reset(std::move(screen));
    shell.loop().request_frames();
    shell.loop().settle(30'000);
    for (int frame = 0; frame < frames_measured; ++frame) {
        shell.loop().request_frames();
        shell.loop().step(0);
    }
    return double(shell.loop().statistics().build_time(0.99)) / 1000;
}

}  // namespace

std::vector<Row> frame_building() {
    std::vector<Row> rows;
    for (const auto& [width, height] : {std::pair(1080, 1920), std::pair(1280, 800)}) {
        LargeShowroom showroom(10'000, 500, width, height);
        kiosk::Program& program = showroom.program();
        program.sign_in("tan-min");
        for (const auto& [name, make] : screens(program.pack())) {
            rows.push_back({"build a frame of " + name + ", " + std::to_string(width) + "x" +
                                std::to_string(height) + ", p99",
                            build_time(program.shell(), make(program)),
                            "ms",
                            "",
                            {},
                            "<=2"});
        }
    }
    return rows;
}

std::vector<Row> settled_screen() {
    LargeShowroom showroom(100, 20, 1080, 1920);
    kiosk::Shell& shell = showroom.program().shell();
    std::vector<Row> rows;
    const auto count = [&](const std::string& name, const std::string& goal) {
        shell.loop().request_frames();
        shell.loop().settle(30'000);
        const std::uint64_t before = shell.loop().statistics().frames_drawn();
        const std::int64_t until = shell.clock().ticks() + 10'000;
        while (shell.clock().ticks() < until)
            shell.loop().step(until - shell.clock().ticks());
        rows.push_back({"frames drawn in 10 s, " + name,
                        double(shell.loop().statistics().frames_drawn() - before),
                        "frames",
                        "",
                        {},
                        goal});
    };
    showroom.program().sign_in("tan-min");
    shell.navigator().reset(kiosk::make_sync_page(showroom.program()));
    count("settled page", "<=0");
    shell.navigator().reset(kiosk::make_home(showroom.program()));
    count("home, its ring ticking once a second", "");
    shell.navigator().reset(kiosk::make_attract(showroom.program()));
    count("attract loop, a crossfade each 8 s", "");
    return rows;
}

}  // namespace foyer::bench

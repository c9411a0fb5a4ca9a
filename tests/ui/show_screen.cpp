// Draws one screen of the real program in a window and writes a picture of it, for whoever builds
// or reviews screens:
//
//   show-screen --screen home --pack tile --locale zh-Hans --size 1080x1920 --out home.png
//               [--large] [--reach] [--demo] [--camera SOURCE] [--touch STEP,STEP…]
//               [--trouble enrol,reserve,conflicts,photos,disk,folder]
//
// Steps: an id; type:TEXT; keys:PAD=CHARACTERS; wait:MILLISECONDS; hold:ID;
// write:ID=14.14-86.14|50.14-50.88 (strokes of corners, in hundredths of a square).
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <sstream>

#include "kiosk/demo/demo_world.h"
#include "kiosk/program/program.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/ways.h"
#include "kiosk/shell/window.h"
#include "kiosk/tour/driver.h"
#include "tests/shared/journal/records.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

struct Wanted {
    std::string screen = "home", pack = "tile", locale = "zh-Hans", size = "1080x1920", out, camera,
                argument;
    std::vector<std::string> touches, troubles;
    bool large = false, reach = false, demo = false, list = false;
};

/// The program with a state of sync that would take days to come by.
class TroubledProgram : public Program {
  public:
    using Program::Program;
    sync::SyncState sync_state() const override {
        sync::SyncState state = Program::sync_state();
        for (const std::string& trouble : troubles) {
            if (trouble == "enrol") state.needs_enrolment = true;
            if (trouble == "reserve") state.reserve_used = true;
            if (trouble == "conflicts") state.conflicts = 2;
            if (trouble == "photos") state.photos_not_written = state.photos_waiting = 3;
            if (trouble == "disk") state.health = sync::SyncHealth::disk_full;
            if (trouble == "folder") state.health = sync::SyncHealth::folder_missing;
        }
        return state;
    }
    std::vector<std::string> troubles;
};

std::unique_ptr<Screen> make(App& app, const Wanted& wanted) {
    const std::string& argument = wanted.argument;
    const std::map<std::string, std::function<std::unique_ptr<Screen>()>> screens = {
        {"attract", [&] { return make_attract(app); }},
        {"home", [&] { return make_home(app); }},
        {"checkin", [&] { return make_check_in(app); }},
        {"policy", [&] { return make_policy(app); }},
        {"people", [&] { return make_people(app); }},
        {"person", [&] { return make_person(app, argument); }},
        {"gallery", [&] { return make_gallery(app); }},
        {"group", [&] { return make_gallery_group(app, argument); }},
        {"entry", [&] { return make_gallery_entry(app, argument); }},
        {"viewer", [&] { return make_photo_viewer(app, argument, 0); }},
        {"rewards", [&] { return make_rewards_door(app); }},
        {"recommend", [&] { return make_recommend_door(app); }},
        {"staff", [&] { return make_staff_entrance(app); }},
        {"arrivals", [&] { return make_arrivals(app); }},
        {"record", [&] { return make_visit_record(app, argument); }},
        {"sync", [&] { return make_sync_page(app); }},
    };
    if (wanted.screen == "arrivals" || wanted.screen == "record" || wanted.screen == "sync") {
        app.sign_in(app.pack().staff_with(StaffRole::receptionist).front()->id);
    }
    const auto found = screens.find(wanted.screen);
    if (found == screens.end()) throw std::runtime_error("there is no screen " + wanted.screen);
    return found->second();
}

/// A record without a name is that of the party that has waited longest.
Wanted with_argument(Program& program, TourDriver& driver, Wanted wanted) {
    if (wanted.screen != "record" || !wanted.argument.empty()) return wanted;
    const TaskScope scope;
    program.ask(
        scope, [](Desk& desk) { return desk.arrivals().waiting.at(0).visit; },
        [&](const Id& visit) { wanted.argument = visit; });
    driver.wait_until("a party", [&] { return !wanted.argument.empty(); });
    return wanted;
}

/// "14.14-86.14|50.14-50.88"
std::vector<TourDriver::Stroke> strokes_of(const std::string& text) {
    std::vector<TourDriver::Stroke> strokes;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line, '|');) {
        std::istringstream corners(line);
        strokes.emplace_back();
        for (std::string corner; std::getline(corners, corner, '-');) {
            const auto dot = corner.find('.');
            strokes.back().emplace_back(std::stof(corner.substr(0, dot)),
                                        std::stof(corner.substr(dot + 1)));
        }
    }
    return strokes;
}

/// "pad=digits" as its two halves.
std::pair<std::string, std::string> halves(const std::string& text) {
    const auto at = text.find('=');
    return {text.substr(0, at), text.substr(at + 1)};
}

void touch(TourDriver& driver, const std::string& step) {
    if (step.starts_with("type:")) {
        driver.type(step.substr(5));
    } else if (step.starts_with("keys:")) {
        const auto [pad, characters] = halves(step.substr(5));
        driver.touch_keys(pad, characters);
    } else if (step.starts_with("write:")) {
        const auto [paper, strokes] = halves(step.substr(6));
        driver.write(paper, strokes_of(strokes));
    } else if (step.starts_with("wait:")) {
        driver.wait(std::stoi(step.substr(5)));
    } else if (step.starts_with("hold:")) {
        driver.hold(step.substr(5), 1000);
    } else {
        driver.touch(step);
    }
}

void show(const Wanted& wanted) {
    const std::filesystem::path assets = FOYER_ASSETS, packs = assets / "packs";
    test::TemporaryFolder folder;
    std::optional<DemoWorld> world;
    if (wanted.demo) world.emplace(packs / wanted.pack, assets);
    ProgramOptions options;
    options.home = world ? world->home() : folder.path();
    if (world) options.sync_folder = world->sync_folder();
    options.pack = packs / wanted.pack;
    options.assets = assets;
    options.camera = wanted.camera;
    options.defaults = {*locale_from_tag(wanted.locale), wanted.large, wanted.reach};
    PixelSize size;
    std::sscanf(wanted.size.c_str(), "%dx%d", &size.width, &size.height);
    const ShiftedClock clock(DemoWorld::opening());
    SystemRandom random;
    SystemFiles files;
    TroubledProgram program(options, clock, random, files, [&](InputQueue& input) {
        return std::make_unique<Window>(WindowOptions{.size = size}, input);
    });
    program.troubles = wanted.troubles;
    TourDriver driver(program.shell());
    driver.settle();
    program.navigator().push(make(program, with_argument(program, driver, wanted)));
    program.shell().loop().request_frames();
    driver.settle();
    for (const std::string& step : wanted.touches)
        touch(driver, step);
    driver.settle();
    if (!wanted.out.empty()) program.shell().surface().save_picture(wanted.out);
    if (wanted.list) {
        for (const DrawnItem& item : program.shell().items().last_frame()) {
            std::cout << item.id << " " << item.rect.x << "," << item.rect.y << " " << item.rect.w
                      << "x" << item.rect.h << (item.enabled ? "" : " disabled") << "\n";
        }
    }
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("Draws one screen of Foyer and writes a picture of it");
    Wanted wanted;
    app.add_option("--screen", wanted.screen);
    app.add_option("--argument", wanted.argument, "Person, group or entry the screen is about");
    app.add_option("--pack", wanted.pack);
    app.add_option("--locale", wanted.locale);
    app.add_option("--size", wanted.size);
    app.add_option("--out", wanted.out);
    app.add_option("--camera", wanted.camera);
    app.add_option("--touch", wanted.touches)->delimiter(',');
    app.add_option("--trouble", wanted.troubles)->delimiter(',');
    app.add_flag("--large", wanted.large);
    app.add_flag("--reach", wanted.reach);
    app.add_flag("--demo", wanted.demo, "With the demonstration's history");
    app.add_flag("--list", wanted.list, "Print what can be touched");
    CLI11_PARSE(app, count, words);
    try {
        show(wanted);
    } catch (const std::exception& fault) {
        std::cerr << "show-screen: " << fault.what() << "\n";
        return 1;
    }
}

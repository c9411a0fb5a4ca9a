#include "kiosk/tour/tour.h"

#include <fstream>
#include <iostream>
#include <string>

#include "kiosk/demo/demo_world.h"
#include "kiosk/program/program.h"
#include "kiosk/tour/walk.h"

namespace foyer::kiosk {
namespace {

/// Of this process, MiB; 0 where the system does not tell.
int resident_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stoi(line.substr(6)) / 1024;
    }
    return 0;
}

/// Long enough that no countdown ends while the machine is busy with something else.
constexpr std::int64_t unhurried = one_minute;

void walk_through(const TourOptions& options) {
    std::cout << "making a showroom with a past" << std::endl;
    const DemoWorld world(options.pack, options.assets);
    ProgramOptions program_options;
    program_options.home = world.home();
    program_options.sync_folder = world.sync_folder();
    program_options.pack = options.pack;
    program_options.assets = options.assets;
    program_options.defaults.locale = options.locale;
    program_options.camera = (world.folder() / "camera.avi").string();
    program_options.idle_limit = unhurried;
    const ShiftedClock clock(DemoWorld::opening());
    SystemRandom random;
    SystemFiles files;
    Program program(program_options, clock, random, files, [&](InputQueue& input) {
        return std::make_unique<Window>(WindowOptions{.size = options.size}, input);
    });
    Walk(program, world, options.folder, program_options.camera).whole();
    std::cout << "resident memory " << resident_memory() << " MiB" << std::endl;
}

}  // namespace

int run_tour(const TourOptions& options) {
    std::filesystem::create_directories(options.folder);
    try {
        walk_through(options);
    } catch (const TourStopped& stop) {
        std::cout << "stopped: " << stop.what() << std::endl;
        return 1;
    }
    std::cout << "pictures are in " << options.folder.string() << std::endl;
    return 0;
}

}  // namespace foyer::kiosk

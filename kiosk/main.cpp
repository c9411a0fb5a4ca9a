#include <malloc.h>

#include <iostream>

#include "kiosk/demo/demo_world.h"
#include "kiosk/program/check.h"
#include "kiosk/program/command_line.h"
#include "kiosk/program/kit_page.h"
#include "kiosk/program/log.h"
#include "kiosk/program/program.h"
#include "kiosk/program/type_command.h"
#include "kiosk/scan/picture_scan.h"
#include "kiosk/tour/tour.h"

namespace foyer::kiosk {
namespace {

/// Photos are decoded into large short-lived buffers. Left to itself the allocator learns to keep
/// those, and a kiosk that runs for weeks holds the memory of its largest pictures for good.
void give_back_large_buffers() {
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    mallopt(M_TRIM_THRESHOLD, 256 << 10);
}

Shell::MakeSurface window_of(const CommandLine& words) {
    WindowOptions options;
    options.size = words.size;
    options.hide_pointer = !words.size;
    return [options](InputQueue& input) { return std::make_unique<Window>(options, input); };
}

ProgramOptions program_options(const CommandLine& words) {
    ProgramOptions options;
    options.home = words.home;
    options.sync_folder = words.sync_folder;
    options.pack = words.pack;
    options.assets = words.assets;
    options.camera = words.camera;
    options.defaults.locale = words.locale;
    return options;
}

void run_kiosk(const CommandLine& words) {
    std::filesystem::create_directories(words.home);
    log_to(words.home / "foyer.log");
    SystemClock clock;
    SystemRandom random;
    SystemFiles files;
    Program program(program_options(words), clock, random, files, window_of(words));
    program.shell().run();
}

void run_demo(const CommandLine& words) {
    log_info("making a showroom with a past; this takes a few seconds");
    const DemoWorld world(words.pack, words.assets);
    ProgramOptions options = program_options(words);
    options.home = world.home();
    options.sync_folder = world.sync_folder();
    options.sync_interval = 3000;
    log_info("headquarters is at " + world.headquarters_root().string() +
             ", until the window closes");
    const ShiftedClock clock(DemoWorld::opening());
    SystemRandom random;
    SystemFiles files;
    Program program(options, clock, random, files, window_of(words));
    program.shell().run();
}

void show_kit(const CommandLine& words) {
    const SystemClock clock;
    SystemFiles files;
    ShellOptions options;
    options.defaults.locale = words.locale;
    options.icon_folder = words.assets / "icons";
    const PackResult pack = load_pack(words.pack, words.assets / "schemas");
    if (const auto* problem = std::get_if<PackProblem>(&pack)) {
        throw std::runtime_error("the pack is refused: " + problem->message());
    }
    Shell shell(options, clock, files, window_of(words));
    const Brand& brand = std::get<Pack>(pack).brand;
    shell.look().set_brand({brand.color.red, brand.color.green, brand.color.blue});
    shell.navigator().reset(make_kit_page(std::get<Pack>(pack)));
    shell.run();
}

TourOptions tour_options(const CommandLine& words) {
    TourOptions options;
    options.folder = words.tour_folder;
    options.pack = words.pack;
    options.assets = words.assets;
    options.locale = words.locale;
    if (words.size) options.size = *words.size;
    return options;
}

int carry_out(const CommandLine& words) {
    switch (words.task) {
        case CommandLine::Task::scan:
            return scan_pictures(words.pictures, std::cout);
        case CommandLine::Task::type:
            return type_candidates(words.typed, words.assets, std::cout);
        case CommandLine::Task::demo:
            run_demo(words);
            return 0;
        case CommandLine::Task::kit:
            show_kit(words);
            return 0;
        case CommandLine::Task::kiosk:
            run_kiosk(words);
            return 0;
        case CommandLine::Task::check:
            return check_kiosk(words, std::cout);
        case CommandLine::Task::tour:
            return run_tour(tour_options(words));
    }
    return 2;
}

}  // namespace
}  // namespace foyer::kiosk

int main(int count, char** words) {
    using namespace foyer::kiosk;
    int exit_code = 0;
    const auto command = read_command_line(count, words, exit_code);
    if (!command) return exit_code;
    give_back_large_buffers();
    try {
        return carry_out(*command);
    } catch (const std::exception& fault) {
        std::cerr << "foyer: " << fault.what() << "\n";
        return 1;
    }
}

#include "kiosk/program/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

fs::path default_home() {
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state) {
        return fs::path(state) / "foyer";
    }
    const char* user = std::getenv("HOME");
    return fs::path(user ? user : ".") / ".local/state/foyer";
}

/// Words as they come from the command line, before they are checked together.
struct Words {
    std::string home = default_home().string(), sync, pack = "tile", assets = FOYER_ASSETS;
    std::string tour, camera, size, locale = "zh-Hans";
    bool demo = false, kit = false;
    std::vector<std::string> pictures;
    std::string pinyin, zhuyin, stroke_order, before, strokes;
    bool hant = false, name = false;
};

std::string check_size(const std::string& text) {
    int width = 0, height = 0;
    char rest = 0;
    const int read = std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest);
    const bool good = read == 2 && width >= 320 && height >= 320 && width <= 8192 && height <= 8192;
    return good ? std::string() : "a size is written like 1080x1920";
}

void declare(CLI::App& app, Words& words) {
    app.set_version_flag("--version", "foyer " FOYER_VERSION);
    app.set_config("--config", "", "Read these options from a file as well");
    app.add_option("--home", words.home, "Folder for records, enrolment and packs")
        ->capture_default_str();
    app.add_option("--sync", words.sync, "Folder that is exchanged with headquarters");
    app.add_option(
           "--pack", words.pack,
           "Showroom pack until headquarters sends one: a name under assets/packs, or a folder")
        ->capture_default_str();
    app.add_option("--assets", words.assets, "Folder of icons, schemas and demo packs")
        ->capture_default_str();
    app.add_option("--camera", words.camera,
                   "Device, clip, picture or GStreamer pipeline; the first camera if not given");
    app.add_option("--size", words.size, "Window instead of the full screen, e.g. 1080x1920")
        ->check(CLI::Validator(check_size, "WIDTHxHEIGHT"));
    app.add_option("--locale", words.locale, "Language of a new visitor")
        ->check(CLI::IsMember({"zh-Hans", "zh-Hant", "en"}))
        ->capture_default_str();
    app.add_flag("--demo", words.demo,
                 "A showroom with a past, in a temporary folder, with a headquarters of its own");
    app.add_option("--tour", words.tour,
                   "Walk through the whole product by itself, leaving pictures in this folder");
    app.add_flag("--kit", words.kit, "Show all parts of the look on one page");
}

/// The words of `foyer type`: one way of typing, and how the answers are ordered.
void declare_type(CLI::App& type, Words& words) {
    CLI::Option_group* ways = type.add_option_group("Typed");
    ways->add_option("--pinyin", words.pinyin, "Letters, ' between syllables: zhangwei, zw");
    ways->add_option("--zhuyin", words.zhuyin, "Bopomofo, with or without tones");
    ways->add_option("--stroke-order", words.stroke_order, "Strokes: h s p n z");
    ways->add_option("--strokes", words.strokes,
                     "A file of drawings, a character a line: strokes parted by |, points x,y by "
                     "spaces")
        ->check(CLI::ExistingFile);
    ways->require_option(1);
    type.add_flag("--hant", words.hant, "Traditional characters");
    type.add_flag("--name", words.name, "In a field for a person's name");
    type.add_option("--before", words.before, "What the field holds already");
}

TypeRequest type_request(const Words& words) {
    TypeRequest request;
    request.keys.scheme = !words.zhuyin.empty()         ? ComposeScheme::zhuyin
                          : !words.stroke_order.empty() ? ComposeScheme::stroke_order
                                                        : ComposeScheme::pinyin;
    // One of them only is given.
    request.keys.keys = words.pinyin + words.zhuyin + words.stroke_order;
    request.keys.script = words.hant ? Script::traditional : Script::simplified;
    request.keys.name = words.name;
    request.keys.before = words.before;
    request.strokes = words.strokes;
    return request;
}

fs::path pack_folder(const Words& words) {
    const fs::path named = fs::path(words.assets) / "packs" / words.pack;
    const bool is_name = words.pack.find('/') == std::string::npos && fs::is_directory(named);
    return is_name ? named : fs::path(words.pack);
}

CommandLine::Task task_of(const Words& words, const CLI::App& app) {
    using Task = CommandLine::Task;
    return app.got_subcommand("check")  ? Task::check
           : app.got_subcommand("scan") ? Task::scan
           : app.got_subcommand("type") ? Task::type
           : words.kit                  ? Task::kit
           : !words.tour.empty()        ? Task::tour
           : words.demo                 ? Task::demo
                                        : Task::kiosk;
}

CommandLine command_line(const Words& words, const CLI::App& app) {
    CommandLine result;
    result.task = task_of(words, app);
    result.home = words.home;
    result.sync_folder = words.sync;
    result.assets = words.assets;
    result.pack = pack_folder(words);
    result.tour_folder = words.tour;
    result.camera = words.camera;
    result.locale = locale_from_tag(words.locale).value_or(Locale::zh_hans);
    result.pictures.assign(words.pictures.begin(), words.pictures.end());
    result.typed = type_request(words);
    PixelSize size;
    if (std::sscanf(words.size.c_str(), "%dx%d", &size.width, &size.height) == 2) {
        result.size = size;
    }
    return result;
}

}  // namespace

std::optional<CommandLine> read_command_line(int count, char** words_given, int& exit_code) {
    CLI::App app("Foyer: the kiosk at a showroom's door and its reception desk");
    Words words;
    declare(app, words);
    CLI::App* check = app.add_subcommand(
        "check", "Say in plain words whether everything a kiosk needs is in order");
    CLI::App* scan = app.add_subcommand("scan", "Print what the scanner reads in pictures");
    CLI::App* type = app.add_subcommand(
        "type", "Print the characters that the kiosk offers for keys, one a line");
    declare_type(*type, words);
    // "foyer check --locale en" means the same as "foyer --locale en check".
    check->fallthrough();
    scan->fallthrough();
    type->fallthrough();
    scan->add_option("IMAGE", words.pictures, "Pictures, one line of answer each")->required();
    try {
        app.parse(count, words_given);
    } catch (const CLI::ParseError& error) {
        exit_code = app.exit(error) == 0 ? 0 : 2;
        return std::nullopt;
    }
    return command_line(words, app);
}

}  // namespace foyer::kiosk

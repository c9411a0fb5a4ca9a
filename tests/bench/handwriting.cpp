// Recognising handwriting, against Zinnia with its Debian models in the same run.
//
// Written are stroke medians of the npm package hanzi-writer-data, clean and by an unsteady hand
// (tests/kiosk/input/written_ink.h; seeded), of the 3,500 commonest simplified characters and of
// 1,500 more that names are written with in traditional script, as far as Zinnia's model knows
// them. The medians come from a font of Arphic's; one of the two fonts Foyer's templates are made
// from has that ancestor, too, so the comparison is held with templates made without that font.
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/input/handwriting.h"
#include "shared/text/characters.h"
#include "tests/bench/benches.h"
#include "tests/bench/zinnia_peer.h"
#include "tests/kiosk/input/written_ink.h"
#include "tests/shared/journal/records.h"

namespace foyer::bench {
namespace {

namespace fs = std::filesystem;
using namespace kiosk;
using kiosk::test::Writing;

const fs::path medians_folder = FOYER_BINARY_DIR "/node_modules/hanzi-writer-data";

struct Target {
    std::string character;
    std::vector<InkStroke> medians;
};

/// The package's y grows upwards from 124 below the base line.
std::vector<InkStroke> medians_of(const std::string& character) {
    std::ifstream file(medians_folder / (character + ".json"));
    std::vector<InkStroke> strokes;
    if (!file) return strokes;
    const nlohmann::json data = nlohmann::json::parse(file);
    for (const auto& median : data.at("medians")) {
        strokes.emplace_back();
        for (const auto& point : median)
            strokes.back().push_back({point.at(0).get<float>(), 900 - point.at(1).get<float>()});
    }
    return strokes;
}

/// Those of the list that the peer knows, if there is one.
std::vector<Target> targets_of(const std::string& list, const ZinniaPeer* peer) {
    std::ifstream file(fs::path(FOYER_SOURCE_DIR "/tests/bench") / list);
    const std::set<std::string> known = peer ? peer->characters() : std::set<std::string>();
    std::vector<Target> targets;
    for (std::string line; std::getline(file, line);) {
        for (const char32_t c : characters_of(line)) {
            Target target{utf8_of(c), {}};
            if (peer && !known.contains(target.character)) continue;
            target.medians = medians_of(target.character);
            if (!target.medians.empty()) targets.push_back(std::move(target));
        }
    }
    return targets;
}

double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

/// In percent; time in milliseconds of one core.
struct Score {
    double first = 0, top_ten = 0, milliseconds = 0;
};

template <class Recognise>
Score score(const std::vector<Target>& targets, Writing writing, Recognise recognise) {
    SeededRandom random(20261122);
    Score score;
    for (const Target& target : targets) {
        const std::vector<InkStroke> strokes =
            kiosk::test::written(target.medians, writing, random);
        const double start = cpu_milliseconds();
        const std::vector<std::string> candidates = recognise(strokes);
        score.milliseconds += cpu_milliseconds() - start;
        const auto found = std::find(candidates.begin(), candidates.end(), target.character);
        score.first += found == candidates.begin() && found != candidates.end();
        score.top_ten += found != candidates.end();
    }
    const double count = double(targets.size());
    return {100 * score.first / count, 100 * score.top_ten / count, score.milliseconds / count};
}

struct Condition {
    Writing writing;
    const char* name;
    double least_first = 0, least_top_ten = 0;  ///< goals besides Zinnia's figure
};
constexpr Condition conditions[] = {
    {Writing::clean, "clean"},
    {Writing::jittered, "jittered"},
    {Writing::swapped, "two strokes swapped"},
    {Writing::joined, "a third joined", 75, 93},
    {Writing::reversed, "order reversed"},
    {Writing::slanted, "slanted 20 degrees"},
    {Writing::half_size, "half size"},
    {Writing::drawn_backwards, "strokes drawn backwards"},
};

std::string one_decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

Row share(const std::string& name, double ours, const std::string& peer, double goal) {
    return {name, ours, "%", peer, {}, ">=" + one_decimal(goal)};
}

std::vector<Row> compare(const std::string& script_name, const std::vector<Target>& targets,
                         const Condition& condition, const Handwriting& ours, Script script) {
    const Score here = score(targets, condition.writing, [&](const auto& strokes) {
        return ours.recognise({.strokes = strokes, .script = script});
    });
    const auto peer = ZinniaPeer::open(script);
    const Score there = score(targets, condition.writing,
                              [&](const auto& strokes) { return peer->recognise(strokes); });
    const std::string name = script_name + ", " + condition.name + ": ";
    std::vector<Row> rows = {
        share(name + "first", here.first, "Zinnia: " + one_decimal(there.first) + " %",
              std::max(there.first, condition.least_first)),
        share(name + "in the top ten", here.top_ten, "Zinnia: " + one_decimal(there.top_ten) + " %",
              std::max(there.top_ten, condition.least_top_ten))};
    if (condition.writing == Writing::jittered) {
        rows.push_back({script_name + ": a recognition",
                        here.milliseconds,
                        "ms",
                        "Zinnia: " + one_decimal(there.milliseconds) + " ms",
                        {},
                        "<=2"});
    }
    return rows;
}

void add_script(const std::string& list, Script script, const Handwriting& held_out,
                std::vector<Row>& rows) {
    const std::vector<Target> targets = targets_of(list, ZinniaPeer::open(script).get());
    const std::string name = (script == Script::simplified ? "simplified, " : "traditional, ") +
                             std::to_string(targets.size());
    std::vector<std::future<std::vector<Row>>> measured;
    for (const Condition& condition : conditions) {
        measured.push_back(std::async(std::launch::async, [&, name] {
            return compare(name, targets, condition, held_out, script);
        }));
    }
    for (auto& some : measured)
        for (Row& row : some.get())
            rows.push_back(std::move(row));
}

/// What the kiosk has, with both fonts, on all characters, also those no Zinnia model knows.
void add_shipped(const std::string& list, Script script, const Handwriting& shipped,
                 std::vector<Row>& rows) {
    const std::vector<Target> targets = targets_of(list, nullptr);
    for (const Writing writing : {Writing::jittered, Writing::joined}) {
        const Score all = score(targets, writing, [&](const auto& strokes) {
            return shipped.recognise({.strokes = strokes, .script = script});
        });
        const std::string name =
            std::string("as shipped, ") +
            (script == Script::simplified ? "simplified, " : "traditional, ") +
            std::to_string(targets.size()) +
            (writing == Writing::jittered ? ", jittered: " : ", a third joined: ");
        rows.push_back(share(name + "first", all.first, "", 75));
        rows.push_back(share(name + "in the top ten", all.top_ten, "", 93));
    }
}

double resident_mebibytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    file >> all >> resident;
    return double(resident) * 4096 / (1 << 20);
}

fs::path held_out_templates(const fs::path& folder) {
    const fs::path file = folder / "held-out.templates";
    const std::string command =
        FOYER_HELD_OUT_TEMPLATES_BEFORE " '" + file.string() + "' " FOYER_HELD_OUT_TEMPLATES_AFTER;
    std::cerr << "  making templates without the font the test strokes descend from" << std::endl;
    if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
    return file;
}

/// Says what is missing and how to get it.
bool all_there() {
    bool there = true;
    if (!ZinniaPeer::open(Script::simplified) || !ZinniaPeer::open(Script::traditional)) {
        std::cerr
            << "  needs Zinnia: apt-get install libzinnia-dev tegaki-zinnia-simplified-chinese"
               " tegaki-zinnia-japanese, then configure and build again\n";
        there = false;
    }
    if (medians_of("永").empty()) {
        std::cerr << "  needs test strokes: npm install --prefix " FOYER_BINARY_DIR
                     " hanzi-writer-data@2.0.1 (Arphic Public License)\n";
        there = false;
    }
    if (!there) std::cerr << "  handwriting is not measured" << std::endl;
    return there;
}

}  // namespace

std::vector<Row> handwriting() {
    if (!all_there()) return {};
    const foyer::test::TemporaryFolder folder;
    std::vector<Row> rows;
    const double before = resident_mebibytes(), start = cpu_milliseconds();
    const Handwriting shipped(FOYER_HANDWRITING_TEMPLATES);
    const double loaded = cpu_milliseconds() - start, memory = resident_mebibytes() - before;
    const Handwriting held_out(held_out_templates(folder.path()));
    const char* simplified = "handwriting_simplified.txt";
    const char* traditional = "handwriting_traditional_names.txt";
    add_script(simplified, Script::simplified, held_out, rows);
    add_script(traditional, Script::traditional, held_out, rows);
    add_shipped(simplified, Script::simplified, shipped, rows);
    add_shipped(traditional, Script::traditional, shipped, rows);
    InkQuery question{.strokes = medians_of("永")};
    const double asked = cpu_milliseconds();
    for (int i = 0; i < 1000; ++i)
        shipped.recognise(question);
    rows.push_back(
        {"as shipped: a recognition", (cpu_milliseconds() - asked) / 1000, "ms", "", {}, "<=2"});
    rows.push_back({"as shipped: opening the templates", loaded, "ms", "", {}, "<=100"});
    rows.push_back({"as shipped: memory", memory, "MiB", "", {}, "<=20"});
    rows.push_back({"as shipped: file",
                    double(fs::file_size(FOYER_HANDWRITING_TEMPLATES)) / (1 << 20),
                    "MiB",
                    "",
                    {},
                    "<=20"});
    return rows;
}

}  // namespace foyer::bench

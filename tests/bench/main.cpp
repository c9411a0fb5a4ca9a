// The figures of the README: foyer-bench [--only NAME] [--json FILE]. Ratios against a baseline
// measured in the same run, so that a busy machine does not lie.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "tests/bench/benches.h"

using namespace foyer::bench;

int main(int count, char** words) {
    CLI::App app("Measures Foyer against named baselines");
    std::string only, json_file, child;
    int pipe = -1;
    app.add_option("--only", only,
                   "One of: settled, first-frame, frames, registration, scanning, typing, glass, "
                   "sync, handwriting, memory");
    app.add_option("--json", json_file, "Write the rows to this file as well");
    app.add_option("--child", child)->group("");
    app.add_option("--pipe", pipe)->group("");
    CLI11_PARSE(app, count, words);
    if (child == "foyer") return show_first_frame_of_foyer(pipe);
    if (child == "bare") return show_first_frame_of_bare_window(pipe);

    const std::pair<const char*, std::function<std::vector<Row>()>> benches[] = {
        {"settled", settled_screen},    {"first-frame", first_frame}, {"frames", frame_building},
        {"registration", registration}, {"scanning", scanning},       {"typing", typing},
        {"glass", typing_on_glass},     {"sync", sync_intake},        {"handwriting", handwriting},
        {"memory", memory_after_tour},
    };
    std::vector<Row> rows;
    for (const auto& [name, bench] : benches) {
        if (!only.empty() && only != name) continue;
        std::cerr << "measuring " << name << std::endl;
        try {
            for (Row& row : bench())
                rows.push_back(std::move(row));
        } catch (const std::exception& fault) {
            std::cerr << "  could not be measured: " << fault.what() << std::endl;
            return 1;
        }
    }
    std::cout << table(rows);
    if (!json_file.empty()) std::ofstream(json_file) << json(rows);
    return rows.empty() ? 2 : 0;
}

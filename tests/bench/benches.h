#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/bench/rows.h"

namespace foyer::bench {

/// What is measured, one file each. Each compares with its baseline inside the same run.
std::vector<Row> settled_screen();
std::vector<Row> first_frame();
std::vector<Row> frame_building();
std::vector<Row> registration();
std::vector<Row> scanning();
std::vector<Row> typing();
std::vector<Row> typing_on_glass();
std::vector<Row> sync_intake();
std::vector<Row> handwriting();
std::vector<Row> memory_after_tour();

/// The other side of first_frame(): run in a process of its own, tells the pipe when a frame is on
/// the glass.
int show_first_frame_of_foyer(int pipe);
int show_first_frame_of_bare_window(int pipe);

}  // namespace foyer::bench

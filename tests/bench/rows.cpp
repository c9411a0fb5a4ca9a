#include "tests/bench/rows.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace foyer::bench {
namespace {

std::string figure(double value) {
    char text[32];
    std::snprintf(text, sizeof text, value == double(long(value)) ? "%.0f" : "%.3g", value);
    return text;
}

}  // namespace

std::optional<bool> meets_goal(const Row& row) {
    if (row.goal.size() < 3) return std::nullopt;
    const double bound = std::stod(row.goal.substr(2));
    const double judged = row.ratio.value_or(row.value);
    return row.goal.starts_with("<=") ? judged <= bound : judged >= bound;
}

std::string table(const std::vector<Row>& rows) {
    std::string text =
        "| figure | value | against | ratio | goal | met |\n|---|---:|---|---:|---|---|\n";
    for (const Row& row : rows) {
        const std::optional<bool> met = meets_goal(row);
        text += "| " + row.name + " | " + figure(row.value) + " " + row.unit + " | " +
                row.baseline + " | " + (row.ratio ? figure(*row.ratio) : "") + " | " + row.goal +
                " | " +
                (!met   ? ""
                 : *met ? "yes"
                        : "NO") +
                " |\n";
    }
    return text;
}

std::string json(const std::vector<Row>& rows) {
    auto array = nlohmann::json::array();
    for (const Row& row : rows) {
        array.push_back({{"name", row.name},
                         {"value", row.value},
                         {"unit", row.unit},
                         {"baseline", row.baseline},
                         {"ratio", row.ratio ? nlohmann::json(*row.ratio) : nlohmann::json()},
                         {"goal", row.goal}});
    }
    return array.dump(2) + "\n";
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + long(values.size() / 2), values.end());
    return values[values.size() / 2];
}

}  // namespace foyer::bench

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace foyer::bench {

/// One figure: what was measured, against what, and what it ought to be.
struct Row {
    std::string name;
    double value = 0;
    std::string unit;
    std::string baseline;         ///< what `ratio` compares with; empty if there is none
    std::optional<double> ratio;  ///< value against the baseline of the same run
    std::string
        goal;  ///< "<=1.3": judged against `ratio` where there is one, else `value`; may be empty
};

/// Does the figure meet its goal? Nothing if it has none.
std::optional<bool> meets_goal(const Row& row);

/// As a Markdown table.
std::string table(const std::vector<Row>& rows);

/// As a JSON array of rows.
std::string json(const std::vector<Row>& rows);

/// The middle one of the values.
double median(std::vector<double> values);

}  // namespace foyer::bench

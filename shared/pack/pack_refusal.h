#pragma once

#include <exception>
#include <string>
#include <utility>

#include "shared/pack/pack_loader.h"

namespace foyer {

/// Carries the first problem out of the depth of a half-read pack. Thrown and caught inside this
/// room only: load_pack() turns it into a return value.
struct PackRefusal : std::exception {
    explicit PackRefusal(PackProblem found) : problem(std::move(found)) {}
    PackRefusal(PackFault fault, std::string file, std::string pointer, std::string detail)
        : problem{fault, std::move(file), std::move(pointer), std::move(detail)} {}
    const char* what() const noexcept override { return problem.detail.c_str(); }

    PackProblem problem;
};

}  // namespace foyer

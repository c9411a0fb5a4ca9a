#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sync/format/envelope.h"
#include "tests/sync/golden.h"

namespace foyer::test {

/// A genuine file and what its reader expects of it.
struct Specimen {
    std::string label;  ///< "golden events.json", "part 3"
    std::string bytes;
    sync::FileName name;
    std::string reader;
};

/// The kept golden files, and as many generated ones of every kind as make `count`.
std::vector<Specimen> specimens(const GoldenWorld& world, std::size_t count, std::uint64_t seed);

/// Whether a reader takes these bytes for that file. `repaired`: under a name whose hash fits them.
/// A hello or an enrolment brings the key it is signed with, as it does at its reader's.
bool accepted(const GoldenWorld& world, const Specimen& specimen, const std::string& bytes,
              bool repaired);

}  // namespace foyer::test

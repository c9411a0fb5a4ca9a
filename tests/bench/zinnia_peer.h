#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "kiosk/input/handwriting.h"

namespace foyer::bench {

/// The recogniser other input methods on Debian use, with one of its models. One thread.
class ZinniaPeer {
  public:
    /// Nothing if the library was not there when the bench was built, or the model is not now.
    static std::unique_ptr<ZinniaPeer> open(kiosk::Script script);
    virtual ~ZinniaPeer() = default;

    /// The ten candidates for strokes in a box of 1024.
    virtual std::vector<std::string> recognise(
        const std::vector<kiosk::InkStroke>& strokes) const = 0;
    /// All characters of its model.
    virtual std::set<std::string> characters() const = 0;
};

}  // namespace foyer::bench

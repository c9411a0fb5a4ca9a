#pragma once

#include <string>

namespace foyer::house {

/// Whether a name of a library, or a list of names, has one that shows or films: what `shared`,
/// `sync`, the flows and headquarters must do without.
inline bool shows_things(const std::string& names) {
    for (const char* name : {"imgui", "glfw", "OpenGL", "libGL", "gstreamer", "ZXing", "pixbuf"}) {
        if (names.find(name) != std::string::npos) return true;
    }
    return false;
}

}  // namespace foyer::house

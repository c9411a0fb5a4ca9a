// libFuzzer's entry; the environment's FOYER_FUZZ_TARGET says which target.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/targets.h"

namespace {

const foyer::fuzz::Target& chosen() {
    static const foyer::fuzz::Target* const target = [] {
        const char* name = std::getenv("FOYER_FUZZ_TARGET");
        const auto* found = foyer::fuzz::target(name ? name : "");
        if (!found) {
            std::fprintf(stderr, "FOYER_FUZZ_TARGET names no target; there are:");
            for (const auto& each : foyer::fuzz::targets())
                std::fprintf(stderr, " %s", each.name.data());
            std::fprintf(stderr, "\n");
            std::exit(2);
        }
        return found;
    }();
    return *target;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen().run({reinterpret_cast<const char*>(data), size});
    return 0;
}

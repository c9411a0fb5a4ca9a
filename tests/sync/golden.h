#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sync/enrolment.h"
#include "sync/format/envelope.h"
#include "sync/photos/photo_words.h"

namespace foyer::test {

/// Keys, ids and events the golden files of format 1 were made with. Never changed.
struct GoldenWorld {
    GoldenWorld();

    sync::SigningKey root, answers, packs, kiosk;
    sync::SealingKey headquarters_sealing, kiosk_sealing;
    Id folder = "0197a000000070008000000000000001";
    Id kiosk_instance = "0197a0000000700080000000000000a1";
    Id headquarters_instance = "0197a0000000700080000000000000f1";
    WallTime clock = 1'781'317'440'000;
    sync::EnrolmentSecret secret{};
    std::vector<Event> events;

    sync::Header header_up(sync::FileKind kind, std::uint64_t seq,
                           const std::string& previous) const;
    sync::Header header_down(sync::FileKind kind, const std::string& to) const;
};

/// What headquarters says about photos in them.
sync::PhotoWords golden_photo_words();

/// An events file as a later release may write it: only whoever reads that schema takes it in.
std::string compose_later_events(const GoldenWorld& world);

/// The files of the world above by what they are called in tests/sync/golden.
std::map<std::string, std::string> compose_golden(const GoldenWorld& world);

}  // namespace foyer::test

#pragma once

#include <string>
#include <vector>

#include "kiosk/theme/icons.h"
#include "kiosk/widgets/tags.h"
#include "shared/text/translator.h"
#include "sync/service.h"

namespace foyer::kiosk {

/// A kind of record and how many of it there are.
struct SyncCount {
    std::int64_t number = 0;
    std::string shown, label, why;
    Tone tone = Tone::neutral;
    Icon icon = Icon::check;
};
/// Something about this kiosk, and whether it is as it should be.
struct SyncFact {
    std::string label, caption, verdict;
    Tone tone = Tone::neutral;
};

/// Something to tell: how things stand, and what to do.
struct SyncNotice {
    std::string title, explained;
    Tone tone = Tone::neutral;
    Icon icon = Icon::check;
};

/// The state of the exchange in plain words.
struct SyncWords {
    std::string here, folder, headquarters;  ///< under the three doors
    bool folder_lit = false, headquarters_lit = false;
    Tone folder_tone = Tone::neutral;
    std::string written, fetched, on_the_way;  ///< along the arrows
    std::vector<SyncCount> counts;
    std::vector<SyncNotice> notices;    ///< the gravest first; never empty
    std::vector<std::string> problems;  ///< a line each
    std::vector<SyncFact> facts;
};

/// `installed_pack` is the version in use.
SyncWords sync_words(const Translator& text, const sync::SyncState& state,
                     const std::string& installed_pack, WallTime now);

}  // namespace foyer::kiosk

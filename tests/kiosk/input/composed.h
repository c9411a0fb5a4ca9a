#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/input/rime_composer.h"

namespace foyer::kiosk::test {

inline RimeFolders rime_folders() {
    return {.schemas = std::string(FOYER_SOURCE_DIR) + "/assets/rime"};
}

inline ComposeQuery in_name_field(const std::string& keys, const std::string& before = "") {
    ComposeQuery query;
    query.name = true;
    query.keys = keys;
    query.before = before;
    return query;
}

inline ComposeQuery in_words(const std::string& keys) {
    ComposeQuery query;
    query.keys = keys;
    return query;
}

/// Where the text stands among the candidates, from 1; 0 if it is none of them.
inline int place_of(const std::string& text, const Composed& composed) {
    const auto& all = composed.candidates;
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&](const Candidate& one) { return one.text == text; });
    return at == all.end() ? 0 : int(at - all.begin()) + 1;
}

/// Is the text on the first page?
inline bool is_near(const std::string& text, const Composed& composed) {
    const int place = place_of(text, composed);
    return place >= 1 && place <= 8;
}

/// The bytes of keys that choosing the text uses up; 0 if it is no candidate.
inline std::size_t keys_of(const std::string& text, const Composed& composed) {
    const int place = place_of(text, composed);
    return place == 0 ? 0 : composed.candidates[std::size_t(place) - 1].keys;
}

/// All candidates with what they use up, for comparing.
inline std::string written(const Composed& composed) {
    std::string text = composed.shown + ":";
    for (const Candidate& one : composed.candidates)
        text += " " + one.text + std::to_string(one.keys);
    return text;
}

}  // namespace foyer::kiosk::test

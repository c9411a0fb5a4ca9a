#pragma once

#include <span>
#include <string_view>

#include "kiosk/input/composer.h"
#include "kiosk/theme/theme.h"
#include "kiosk/widgets/scroll.h"

namespace foyer::kiosk {

/// What the candidates' bar remembers; start over by assigning {}.
struct CandidatesState {
    ScrollState bar, grid;
    bool open = false;  ///< the grid of all of them
};

/// What was touched: the candidate's index, or -1.
///
/// The first few in a bar that a finger pushes along, the first one lit; a key at its right end
/// opens all of them in a grid. Ids: id + ".0" … and, the same thing, id + ".张"; id + ".more".
int candidates_bar(Ui& ui, std::string_view id, const Rect& rect,
                   std::span<const Candidate> candidates, CandidatesState& state,
                   std::string_view placeholder = {});
/// All of them, over the keys, while CandidatesState::open. Ids: id + ".all.0" …, id + ".张".
int candidates_grid(Ui& ui, std::string_view id, const Rect& rect,
                    std::span<const Candidate> candidates, CandidatesState& state);

}  // namespace foyer::kiosk

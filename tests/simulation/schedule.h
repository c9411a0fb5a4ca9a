#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/simulation/coverage.h"

namespace foyer::simulation {

/// What happens in one step.
enum class Action {
    register_visit,
    refer,
    complete,
    assign,
    receive,
    depart,
    claim,
    future_event,  ///< a kiosk of a newer release records something this one does not know
    photograph,    ///< staff keep a photo of a visit, or remove one
    approve,
    publish_pack,
    rotate,      ///< headquarters changes one of its keys, with the root key
    revoke,      ///< headquarters hears that a kiosk was stolen
    round,       ///< the party exchanges files with its folder
    carry_up,    ///< the carrier takes a kiosk's files to headquarters
    carry_down,  ///< and back
    wait,        ///< time passes
    set_clock,   ///< somebody sets the party's clock
    save,        ///< somebody keeps a copy of the party's store
    bring_back,  ///< and puts it in place of the store, or of headquarters' and a kiosk's
    clone,       ///< the kiosk's disk is overwritten with an image of the other kiosk's
    enrol,       ///< headquarters enrols a kiosk anew that says it needs it, or was stolen
    upgrade,     ///< the party gets the newest release
    downgrade,   ///< and the one before it
    repair,      ///< the disk is repaired, or space made
    restart,     ///< the program is killed and started again
};
std::string_view word_of(Action action);

/// One step. Everything it draws comes from its own seed, so that leaving others out changes it as
/// little as can be.
struct Step {
    Action action = Action::wait;
    int party = 0;  ///< 0: headquarters, 1 …: kiosks
    Fault fault = Fault::none;
    std::uint64_t seed = 0;
    bool operator==(const Step&) const = default;
};

/// How the world is when a schedule begins.
enum class Beginning {
    unpacked,  ///< kiosks have an enrolment file and nothing else
    met,       ///< they have introduced themselves
    busy,      ///< and there is a history with rewards to claim
};

struct Schedule {
    Beginning beginning = Beginning::met;
    std::uint64_t seed = 0;
    std::vector<Step> steps;
};

constexpr int kiosk_count = 2;

/// The kiosk that a step with Action::revoke is about.
int kiosk_revoked_by(const Step& step);

/// At which step of the protocol alone the fault of a step strikes; nothing: anywhere. Half of the
/// rounds aim, so that rare ones are met, too.
std::optional<Stage> aim_of(const Step& step);

/// The schedule of a seed: always the same. `copies`: stores are cloned and brought back in it.
Schedule make_schedule(std::uint64_t seed, bool copies);

/// A line a step, for people and for reading back.
std::string text_of(const Schedule& schedule);
/// Nothing if the text is not one that text_of() could have written.
std::optional<Schedule> schedule_in(const std::string& text);

}  // namespace foyer::simulation

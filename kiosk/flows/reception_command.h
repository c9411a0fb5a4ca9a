#pragma once

#include <optional>
#include <string>
#include <variant>

#include "shared/desk/desk.h"

namespace foyer::kiosk {

/// What staff do at the reception desk, waiting to be carried out.
struct AssignParty {
    Id visit;
    std::string consultant;
};
struct ReceiveParty {
    Id visit;
};
struct DepartParty {
    Id visit;
    VisitOutcome outcome = VisitOutcome::not_bought;
    std::string product;  ///< of the pack; empty: not said
};
struct CompleteRecord {
    Id visit;
    RecordDetails details;
};
struct RemovePhoto {
    Id visit, photo;
};
struct RegisterParty {
    Arrival arrival;   ///< its actor is set by carry_out()
    std::string note;  ///< kept with the visit; may be empty
};
using ReceptionCommand = std::variant<AssignParty, ReceiveParty, DepartParty, CompleteRecord,
                                      RemovePhoto, RegisterParty>;

enum class CommandResult {
    done,
    nobody_signed_in,  ///< nothing was written
    not_possible,      ///< nothing was written: somebody else was quicker, or the desk refused it
};

struct CommandOutcome {
    CommandResult result = CommandResult::done;
    ArrivalOutcome arrival;  ///< of RegisterParty
};

/// Carries a command out in the name of whoever is signed in; without such a person, or with one
/// whom the pack does not know, nothing happens. On the store's thread. Throws StoreError.
CommandOutcome carry_out(Desk& desk, const ReceptionCommand& command,
                         const std::optional<std::string>& staff);

}  // namespace foyer::kiosk

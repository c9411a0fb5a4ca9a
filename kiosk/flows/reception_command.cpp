#include "kiosk/flows/reception_command.h"

namespace foyer::kiosk {
namespace {

struct Executor {
    Desk& desk;
    const std::string& staff;

    static CommandOutcome answer(bool done) {
        return {done ? CommandResult::done : CommandResult::not_possible, {}};
    }

    CommandOutcome operator()(const AssignParty& command) const {
        return answer(desk.assign(command.visit, command.consultant, staff));
    }
    CommandOutcome operator()(const ReceiveParty& command) const {
        return answer(desk.receive(command.visit, staff));
    }
    CommandOutcome operator()(const DepartParty& command) const {
        return answer(desk.depart(command.visit, command.outcome, command.product, staff));
    }
    CommandOutcome operator()(const CompleteRecord& command) const {
        return answer(desk.complete_record(command.visit, command.details, staff));
    }
    CommandOutcome operator()(const RemovePhoto& command) const {
        return answer(desk.remove_photo(command.visit, command.photo, staff));
    }
    CommandOutcome operator()(const RegisterParty& command) const {
        Arrival arrival = command.arrival;
        arrival.actor = staff;
        CommandOutcome outcome;
        outcome.arrival = desk.register_visit(arrival);
        if (outcome.arrival.fault != ArrivalFault::none) {
            outcome.result = CommandResult::not_possible;
        } else if (!command.note.empty()) {
            RecordDetails details;
            details.note = command.note;
            desk.complete_record(outcome.arrival.ticket.visit, details, staff);
        }
        return outcome;
    }
};

}  // namespace

CommandOutcome carry_out(Desk& desk, const ReceptionCommand& command,
                         const std::optional<std::string>& staff) {
    if (!staff || !desk.pack().find_staff(*staff)) {
        return {CommandResult::nobody_signed_in, {}};
    }
    return std::visit(Executor{desk, *staff}, command);
}

}  // namespace foyer::kiosk

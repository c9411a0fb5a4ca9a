#include <algorithm>
#include <map>

#include "shared/desk/desk.h"

namespace foyer {
namespace {

constexpr const char* board_columns =
    "SELECT v.id, v.ticket, v.customer, coalesce(c.name, ''), coalesce(c.gender, ''), "
    "v.party_size, v.purpose, v.kind, v.source, v.registered_at, v.assigned_at, v.received_at, "
    "v.departed_at, v.consultant, v.reason, v.outcome, coalesce(c.phone, ''), "
    "coalesce((SELECT p.name FROM referral r JOIN subject s ON s.name = 'customer:' || r.referrer "
    "          JOIN customer p ON p.subject = s.number WHERE r.referred = v.customer AND r.state "
    "<> 'rejected' LIMIT 1), ''), v.note "
    "FROM visit v LEFT JOIN customer c ON c.subject = v.customer_subject ";

/// Whether a record holds every field the pack asks of a finished one (domain §3.1).
bool complete(const BoardRow& row, const std::string& phone, const Registration& rules) {
    const std::pair<RegistrationField, bool> filled[] = {
        {RegistrationField::phone, !phone.empty()},
        {RegistrationField::name, !row.name.empty()},
        {RegistrationField::purpose, !row.purpose.empty()},
        {RegistrationField::party_size, row.party_size > 0},
        {RegistrationField::consultant, !row.consultant.empty()},
    };
    return std::all_of(std::begin(filled), std::end(filled), [&](const auto& field) {
        return field.second || !rules.requires_for_record(field.first);
    });
}

BoardRow row_in(Statement& query, const Registration& rules) {
    BoardRow row;
    row.visit = query.getColumn(0).getString();
    row.ticket = query.getColumn(1).getString();
    row.customer = query.getColumn(2).getString();
    row.name = query.getColumn(3).getString();
    row.gender = from_word(query.getColumn(4).getString(), Gender::unsaid);
    row.party_size = query.getColumn(5).getInt();
    row.purpose = query.getColumn(6).getString();
    row.kind = from_word(query.getColumn(7).getString(), VisitKind::first);
    row.source = from_word(query.getColumn(8).getString(), VisitSource::walk_in);
    row.registered_at = query.getColumn(9).getInt64();
    row.assigned_at = query.getColumn(10).getInt64();
    row.received_at = query.getColumn(11).getInt64();
    row.departed_at = query.getColumn(12).getInt64();
    row.consultant = query.getColumn(13).getString();
    row.reason = from_word(query.getColumn(14).getString(), AssignmentReason::rotation);
    row.outcome = from_word(query.getColumn(15).getString(), VisitOutcome::none);
    row.referrer_name = query.getColumn(17).getString();
    row.note = query.getColumn(18).getString();
    row.complete = complete(row, query.getColumn(16).getString(), rules);
    return row;
}

/// Domain §3.3: of first-visit parties that did not buy. Parties still here have not bought yet.
void count_capture(CaptureRate& capture, const BoardRow& row) {
    if (row.kind != VisitKind::first || row.outcome == VisitOutcome::bought) return;
    ++capture.first_not_bought;
    if (!row.customer.empty()) ++capture.with_details;
}

}  // namespace

ArrivalsBoard Desk::arrivals() {
    Statement query(
        database(),
        std::string(board_columns).append("WHERE v.day = ? ORDER BY v.registered_at, v.id"));
    query.bind_all(calendar_.day(now()));
    ArrivalsBoard board;
    while (query.executeStep()) {
        BoardRow row = row_in(query, pack_->registration);
        count_capture(board.capture, row);
        if (!row.complete) board.incomplete.push_back(row.ticket);
        auto& list = row.departed_at != 0   ? board.departed
                     : row.received_at != 0 ? board.in_reception
                                            : board.waiting;
        list.push_back(std::move(row));
    }
    std::sort(board.departed.begin(), board.departed.end(),
              [](const BoardRow& a, const BoardRow& b) { return a.departed_at > b.departed_at; });
    board.rotation = rotation();
    return board;
}

std::optional<BoardRow> Desk::visit(const Id& visit) {
    Statement query(database(), std::string(board_columns).append("WHERE v.id = ?"));
    query.bind_all(visit);
    if (!query.executeStep()) return std::nullopt;
    return row_in(query, pack_->registration);
}

std::vector<RotationRow> Desk::rotation() {
    struct Today {
        WallTime last_turn = 0, busy_since = 0;
        std::string ticket;
    };
    std::map<std::string, Today> today;
    Statement query(database(),
                    "SELECT consultant, assigned_at, reason, ticket, received_at, departed_at "
                    "FROM visit WHERE day = ? AND consultant <> '' ORDER BY assigned_at");
    query.bind_all(calendar_.day(now()));
    while (query.executeStep()) {
        Today& person = today[query.getColumn(0).getString()];
        if (query.getColumn(2).getString() == word(AssignmentReason::rotation)) {
            person.last_turn = query.getColumn(1).getInt64();
        }
        if (query.getColumn(5).getInt64() != 0) continue;
        person.ticket = query.getColumn(3).getString();
        person.busy_since = query.getColumn(4).getInt64();
    }
    std::vector<RotationRow> rows;
    for (const std::string& id : pack_->rotation.order) {
        const StaffMember* member = pack_->find_staff(id);
        if (!member) continue;
        const Today& person = today[id];
        rows.push_back({id, member->on_duty, person.ticket, person.busy_since, 0});
    }
    std::vector<RotationRow*> queue;
    for (RotationRow& row : rows) {
        if (row.on_duty && row.with_ticket.empty()) queue.push_back(&row);
    }
    // Whoever had a turn longest ago is next; who had none today comes first, in the pack's order.
    std::stable_sort(queue.begin(), queue.end(), [&](const RotationRow* a, const RotationRow* b) {
        return today[a->staff].last_turn < today[b->staff].last_turn;
    });
    for (std::size_t place = 0; place < queue.size(); ++place)
        queue[place]->turn = int(place) + 1;
    return rows;
}

}  // namespace foyer

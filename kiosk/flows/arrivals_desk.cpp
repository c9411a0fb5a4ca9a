#include "kiosk/flows/arrivals_desk.h"

#include <algorithm>
#include <cstdio>

namespace foyer::kiosk {

bool BoardReading::due(std::uint64_t records_version, std::int64_t day) {
    if (version_ == records_version && day_ == day) return false;
    version_ = records_version;
    day_ = day;
    return true;
}

WallTime waited(const BoardRow& row, WallTime now) {
    const WallTime end = row.received_at != 0   ? row.received_at
                         : row.departed_at != 0 ? row.departed_at
                                                : now;
    return std::max<WallTime>(0, end - row.registered_at);
}

WallTime in_reception_for(const BoardRow& row, WallTime now) {
    if (row.received_at == 0) return 0;
    const WallTime end = row.departed_at != 0 ? row.departed_at : now;
    return std::max<WallTime>(0, end - row.received_at);
}

WaitTone wait_tone(const BoardRow& row, WallTime now, int limit_minutes) {
    const WallTime limit = limit_minutes * one_minute;
    const WallTime wait = waited(row, now);
    if (wait > limit) return WaitTone::over;
    return wait * 5 > limit * 3 ? WaitTone::soon : WaitTone::calm;
}

int parties_over_limit(const ArrivalsBoard& board, WallTime now, int limit_minutes) {
    return int(std::count_if(board.waiting.begin(), board.waiting.end(), [&](const BoardRow& row) {
        return wait_tone(row, now, limit_minutes) == WaitTone::over;
    }));
}

RowAction row_action(const BoardRow& row) {
    if (row.departed_at != 0) return RowAction::none;
    if (row.in_reception()) return RowAction::depart;
    return row.consultant.empty() ? RowAction::assign : RowAction::receive;
}

ConsultantState consultant_state(const RotationRow& row) {
    if (!row.with_ticket.empty()) {
        return row.busy_since != 0 ? ConsultantState::receiving : ConsultantState::expecting;
    }
    if (!row.on_duty) return ConsultantState::off_duty;
    return row.turn == 1 ? ConsultantState::next : ConsultantState::queued;
}

std::string stopwatch(WallTime elapsed) {
    const auto seconds = static_cast<long long>(elapsed / one_second);
    char text[32];
    if (seconds < 3600) {
        std::snprintf(text, sizeof text, "%02lld:%02lld", seconds / 60, seconds % 60);
    } else {
        std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60,
                      seconds % 60);
    }
    return text;
}

std::int64_t next_tick(const ArrivalsBoard& board, WallTime now) {
    const WallTime step = board.waiting.empty() ? one_minute : one_second;
    return step - now % step;
}

}  // namespace foyer::kiosk

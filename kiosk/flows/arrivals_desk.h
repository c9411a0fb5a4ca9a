#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/model/reception.h"
#include "shared/pack/pack.h"

namespace foyer::kiosk {

/// How urgent a wait is, by the pack's limit (domain §3.2).
enum class WaitTone {
    calm,
    soon,  ///< more than three fifths of the limit are over
    over,  ///< longer than the limit: the row turns red
};

/// What can be done about a party with one touch on its row.
enum class RowAction {
    assign,   ///< nobody has it yet
    receive,  ///< its consultant has come
    depart,
    none,  ///< it has left
};

/// What a consultant is doing, for the column of the rotation.
enum class ConsultantState {
    next,       ///< takes the next walk-in
    queued,     ///< has a later turn
    expecting,  ///< was given a party that still waits
    receiving,
    off_duty,
};

/// When the board was read, so that it is read again only when something changed.
class BoardReading {
  public:
    /// True if the records, or the day, are not those of the last reading asked for; then a reading
    /// counts as asked for.
    bool due(std::uint64_t records_version, std::int64_t day);

  private:
    std::optional<std::uint64_t> version_;
    std::int64_t day_ = 0;
};

/// How long a party has waited, or did wait until it was received or left. Never negative, also
/// when somebody set the clock back.
WallTime waited(const BoardRow& row, WallTime now);
/// How long a party has been in reception, or was.
WallTime in_reception_for(const BoardRow& row, WallTime now);

WaitTone wait_tone(const BoardRow& row, WallTime now, int limit_minutes);
/// Parties waiting longer than the limit.
int parties_over_limit(const ArrivalsBoard& board, WallTime now, int limit_minutes);

RowAction row_action(const BoardRow& row);
ConsultantState consultant_state(const RotationRow& row);

/// "18:42" minutes and seconds, "1:02:03" from an hour on. Digits only: the same in every language.
std::string stopwatch(WallTime elapsed);

/// Milliseconds until what the board shows changes by itself: a second while somebody waits, else a
/// minute.
std::int64_t next_tick(const ArrivalsBoard& board, WallTime now);

}  // namespace foyer::kiosk

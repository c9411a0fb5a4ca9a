#pragma once

#include "kiosk/flows/arrivals_desk.h"
#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"
#include "kiosk/widgets/scroll.h"

/// What stands beside the parties on the arrivals board.
namespace foyer::kiosk {

/// Who is next, who has a turn later, who is busy, who is off duty: the order they are shown in.
void sort_for_board(std::vector<RotationRow>& rotation);

/// The capture rate with its goal, live (domain §3.3). True when the tag with the first incomplete
/// ticket was touched (id "arrivals.complete"); without `may_complete` there is no such tag.
bool capture_card(Ui& ui, const Rect& rect, const ArrivalsBoard& board, bool may_complete);

/// Consultants below each other, in a card.
void rotation_column(Ui& ui, const Rect& rect, const Pack& pack, const ArrivalsBoard& board,
                     WallTime now, ScrollState& scroll);
/// The same side by side, as doors.
void rotation_strip(Ui& ui, const Rect& rect, const Pack& pack, const ArrivalsBoard& board,
                    WallTime now, ScrollState& scroll);

/// How many wait, are in reception, have left, wait too long. Returns the touched count (0 … 3),
/// or -1. Ids: "arrivals.count.waiting", ".in_reception", ".departed", ".over".
int counts_card(Ui& ui, const Rect& rect, const ArrivalsBoard& board, int over, int limit_minutes,
                bool touchable);

/// The way to register a party that did not use the kiosk: a bar, or where it is not four times as
/// wide as high, a card. Ids: "arrivals.register", "arrivals.find".
enum class RegisterPress { none, registers, find };
RegisterPress register_panel(Ui& ui, const Rect& rect);

/// The state of a consultant in a few words, for lists of them.
std::string consultant_words(const Translator& text, const RotationRow& row, WallTime now);

}  // namespace foyer::kiosk

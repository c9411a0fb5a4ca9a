#pragma once

namespace foyer::kiosk {

/// Whether a line may end between two characters (Unicode code points): between Hanzi and after
/// spaces and hyphens, never before closing punctuation nor after opening punctuation.
bool may_break_between(unsigned before, unsigned after);

}  // namespace foyer::kiosk

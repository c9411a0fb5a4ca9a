#pragma once

#include <iosfwd>

#include "kiosk/program/command_line.h"

namespace foyer::kiosk {

/// `foyer check`: says line by line, in the language asked for, whether display, fonts, pack,
/// records, headquarters, clock, Chinese input and camera are in order, and what to do where one is
/// not. Opens a window for a moment and the camera for a few seconds; changes nothing. Returns 0 if
/// the kiosk can open its doors, else 1.
int check_kiosk(const CommandLine& words, std::ostream& out);

}  // namespace foyer::kiosk

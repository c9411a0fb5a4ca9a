#pragma once

#include <memory>

#include "kiosk/shell/screen.h"
#include "kiosk/shell/shell.h"
#include "shared/pack/pack_loader.h"

namespace foyer::kiosk {

/// What is shown when there is no pack that could be used: what happened in the visitor's words,
/// file and reason for whoever looks after the kiosk. The program stays alive and takes a good pack
/// as soon as headquarters sends one.
std::unique_ptr<Screen> make_boot_problem(Shell& shell, PackProblem problem);

}  // namespace foyer::kiosk

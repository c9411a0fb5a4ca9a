#pragma once

#include <exception>

#include "shared/text/translator.h"

namespace foyer::kiosk {

/// A fault of the world in the words of whoever stands there: what happened, and what to do next.
struct FaultTexts {
    Text title, explained;
};

/// The texts of a fault; those of "something unexpected" for one nobody thought of.
FaultTexts fault_texts(std::exception_ptr fault);

/// What the fault says of itself, in English, for the log.
std::string fault_message(std::exception_ptr fault);

}  // namespace foyer::kiosk

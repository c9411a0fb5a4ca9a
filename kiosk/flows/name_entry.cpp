#include "kiosk/flows/name_entry.h"

#include <utility>

namespace foyer::kiosk {

void NameEntry::set(std::string text) {
    text_ = std::move(text);
    told_ = NameFault::none;
}

bool NameEntry::submit() {
    NameReading reading = clean_name(text_);
    told_ = reading.fault;
    if (!reading.ok()) return false;
    text_ = std::move(reading.name);
    return true;
}

}  // namespace foyer::kiosk

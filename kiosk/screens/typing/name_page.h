#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/flows/name_entry.h"
#include "kiosk/screens/typing/journey_page.h"

namespace foyer::kiosk {

/// A name and a form of address, one's own or a friend's. Items: `name` + ".mr", ".ms", ".unsaid"
/// and those of the editor.
struct NameQuestion {
    std::span<const Text> steps;
    int step = 0;
    std::string name;  ///< of the page
    Text title, placeholder;
    std::shared_ptr<NameEntry> entry;
    std::function<bool()> may_go_on;
    /// Somebody wants to go on with what is in the entry; tells faults there.
    std::function<void()> submit;
};
std::unique_ptr<Screen> make_name_page(App& app, NameQuestion question);

}  // namespace foyer::kiosk

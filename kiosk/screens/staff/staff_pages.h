#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/flows/reception_command.h"
#include "kiosk/screens/app.h"
#include "kiosk/shell/screen.h"

/// Pages and dialogs of reception that nobody outside this room opens.
namespace foyer::kiosk {

/// Completes or corrects the record of a visit.
std::unique_ptr<Screen> make_visit_record(App& app, const Id& visit);
/// Registers a party that did not use the kiosk; of somebody who is known, what is known of them.
std::unique_ptr<Screen> make_register_party(App& app, const std::optional<Customer>& known = {});
/// Finds somebody who has been here before, by name or phone. `chosen` gets who it is.
std::unique_ptr<Overlay> make_find_customer(App& app,
                                            std::function<void(const FoundCustomer&)> chosen);

/// Photographs what a party brought.
std::unique_ptr<Screen> make_take_photo(App& app, const Id& visit);
/// Shows photos of a visit that are here, beginning with the `first`.
std::unique_ptr<Screen> make_look_photo(App& app, std::vector<Photo> photos, int first);

/// Who takes this party: one touch. `chosen` gets the consultant's id.
std::unique_ptr<Overlay> make_assign_dialog(App& app, const BoardRow& row,
                                            const std::vector<RotationRow>& rotation,
                                            std::function<void(const std::string&)> chosen);
/// The party leaves: bought or not, and what. `complete_first` leads to the record of a party that
/// left no details yet.
std::unique_ptr<Overlay> make_depart_dialog(App& app, const BoardRow& row,
                                            std::function<void(const DepartParty&)> confirmed,
                                            std::function<void()> complete_first);

}  // namespace foyer::kiosk

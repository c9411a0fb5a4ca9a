#pragma once

#include <memory>

#include "kiosk/screens/app.h"
#include "kiosk/screens/visitor/policy_texts.h"

/// What the policy page tells on a sheet above itself. Each closes at a touch beside it or at its
/// button ("policy.sheet.done").
namespace foyer::kiosk {

/// What changed against the version before, and what the announced next version changes.
std::unique_ptr<Overlay> make_policy_changes(App& app, const PolicyNotice& notice);
/// What must be met before a reward is granted, and when it is paid.
std::unique_ptr<Overlay> make_policy_conditions(App& app, const Policy& policy);
/// How a channel is used; its number or address, large and as a QR code.
std::unique_ptr<Overlay> make_policy_channel(App& app, const ChannelWords& channel);

}  // namespace foyer::kiosk

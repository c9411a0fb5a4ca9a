#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/screens/typing/friend_check.h"

namespace foyer::kiosk {

/// The number of somebody who may have bought here: it is only compared, the page never says whose
/// it is, and it takes a few tries at most.
struct FriendPhone {
    FriendWay way;
    std::string name;  ///< of the page, and of its items
    Text title, sentence, action;
    /// What the main button says and does when all tries are used up. Nothing: it is disabled.
    std::optional<Text> give_up;
    std::function<void()> gave_up;
};
std::unique_ptr<Screen> make_friend_phone_page(App& app, FriendPhone phone);

/// Sixteen symbols of a code in groups of four. Items: "name.keys.7", "name.use".
struct FriendCode {
    FriendWay way;
    std::string name;
    Text title;
};
std::unique_ptr<Screen> make_friend_code_page(App& app, FriendCode code);

}  // namespace foyer::kiosk

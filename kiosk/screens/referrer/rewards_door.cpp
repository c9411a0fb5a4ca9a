#include "kiosk/screens/referrer/referrer_door.h"
#include "kiosk/screens/ways.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

class RewardsDoor : public ReferrerDoor {
  public:
    explicit RewardsDoor(App& app) : ReferrerDoor(app, ReferrerErrand::rewards) {}
    std::string_view name() const override { return "rewards.door"; }

  protected:
    const Texts& texts() const override {
        static constexpr Texts own = {Text::refdoor_rewards_title,
                                      Text::refdoor_rewards_sentence,
                                      Text::refdoor_without_code,
                                      Text::refdoor_without_code_caption,
                                      Icon::user,
                                      -1};
        return own;
    }
};

}  // namespace

std::unique_ptr<Screen> make_rewards_door(App& app) {
    return std::make_unique<RewardsDoor>(app);
}

}  // namespace foyer::kiosk

#include "kiosk/screens/referrer/referrer_door.h"
#include "kiosk/screens/ways.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

class RecommendDoor : public ReferrerDoor {
  public:
    explicit RecommendDoor(App& app) : ReferrerDoor(app, ReferrerErrand::recommend) {}
    std::string_view name() const override { return "recommend.door"; }

  protected:
    const Texts& texts() const override {
        static constexpr Texts own = {Text::refdoor_recommend_title,
                                      Text::refdoor_recommend_sentence,
                                      Text::refdoor_phone,
                                      Text::refdoor_phone_caption,
                                      Icon::phone,
                                      0};
        return own;
    }
};

}  // namespace

std::unique_ptr<Screen> make_recommend_door(App& app) {
    return std::make_unique<RecommendDoor>(app);
}

}  // namespace foyer::kiosk

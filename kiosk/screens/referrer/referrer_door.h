#pragma once

#include <optional>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/screens/typing/friend_check.h"

namespace foyer::kiosk {

/// The lit door with the camera in it, and the ways for those without a code before it. The camera
/// is on while this page is in front, and at no other time.
class ReferrerDoor : public ReferrerPage {
  public:
    void entered() override;
    void on_code(const std::string& code) override;
    void draw(Ui& ui) override;

  protected:
    ReferrerDoor(App& app, ReferrerErrand errand);

    /// What differs between the two errands.
    struct Texts {
        Text title, sentence, phone, phone_caption;
        Icon phone_icon;
        int step;
    };
    virtual const Texts& texts() const = 0;

  private:
    void show(std::unique_ptr<Screen> next);
    void draw_door(Ui& ui, const Rect& rect);
    void draw_ways(Ui& ui, const Rect& code, const Rect& phone);
    void draw_note(Ui& ui, const Rect& rect);
    bool camera_works();
    std::string_view hint(const Ui& ui);

    std::optional<OpenScanner> camera_;
    FriendCheck check_;
};

}  // namespace foyer::kiosk

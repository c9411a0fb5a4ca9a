#pragma once

#include "kiosk/screens/referrer/referrer_page.h"

namespace foyer::kiosk {

/// Asks the desk about a code or a number and shows what it came to.
class IdentifyPage : public ReferrerPage {
  protected:
    using ReferrerPage::ReferrerPage;
    FriendQuestion& question() { return identify().question; }
    std::int64_t today() { return app_.calendar().day(app_.now()); }

    /// A code came in whole, from camera, scanner or keys.
    void take(FriendStep step);
    /// For recommending: the referrer's own number.
    void look_up_phone();

  private:
    void look_up_code();
    void show_answer();
    void failed(std::exception_ptr fault);
    /// The page that shows an answer comes above this one.
    virtual void show(std::unique_ptr<Screen> next) { app_.navigator().push(std::move(next)); }
};

/// The lit door with the camera in it, and the ways for those without a code before it. The camera
/// is on while this page is in front, and at no other time.
class ReferrerDoor : public IdentifyPage {
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
    void show(std::unique_ptr<Screen> next) override;
    void draw_door(Ui& ui, const Rect& rect);
    void draw_ways(Ui& ui, const Rect& code, const Rect& phone);
    void draw_note(Ui& ui, const Rect& rect);
    bool camera_works();
    std::string_view hint(const Ui& ui);

    std::optional<OpenScanner> camera_;
};

}  // namespace foyer::kiosk

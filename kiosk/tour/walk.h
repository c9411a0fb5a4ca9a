#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/demo/demo_world.h"
#include "kiosk/program/program.h"
#include "kiosk/tour/driver.h"

namespace foyer::kiosk {

/// One walk through the product: numbers its steps, takes their pictures, and knows where things
/// are.
class Walk {
  public:
    /// References outlive this object.
    Walk(Program& program, const DemoWorld& world, std::filesystem::path pictures,
         std::filesystem::path clip);

    void whole();

  private:
    /// Does something, then takes a picture of what came of it.
    void step(const std::string& name, const std::function<void()>& action);
    /// Puts a phone with this code before the camera.
    void hold_before_camera(const std::string& code);
    /// What the desk says, asked on its own thread as screens do.
    template <class Answer>
    Answer ask(std::function<Answer(Desk&)> question);
    void type_phone(const std::string& pad, const std::string& digits);
    void consent_and_go_on();
    void from_attract_to_phone();
    void choose_candidate(const std::string& text);
    void leave();

    void look_around();
    void new_visitor();
    void returning_visitor();
    void referred_visitor();
    void reception();
    void browse();
    void rewards_and_claim();
    void headquarters_approves();
    void kiosk_sees_approval();
    void other_languages_and_modes();
    void identify_referrer();

    Program& program_;
    const DemoWorld& world_;
    const std::filesystem::path pictures_, clip_;
    TourDriver driver_;
    int number_ = 0;
};

}  // namespace foyer::kiosk

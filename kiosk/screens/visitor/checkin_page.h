#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/flows/check_in.h"
#include "kiosk/screens/app.h"
#include "kiosk/widgets/bars.h"

/// What the pages of the check-in share. Only they include this.
namespace foyer::kiosk {

/// The doors at the head: phone, name, visit, done.
enum class CheckInStep { phone, name, visit, done };

/// Title and sentence of a page; the sentence gives way to what is wrong.
struct CheckInWords {
    CheckInStep step = CheckInStep::phone;
    std::string_view title;
    std::string_view sentence;
    bool fault = false;
};

/// Where a page's own things stand, in either layout. In reach mode `aside` and `touch` lie in the
/// lower half.
struct CheckInPlaces {
    Rect read;   ///< what was typed
    Rect aside;  ///< a few choices beside it
    Rect touch;  ///< keys and cards
};
/// Width of the column in which words and what was typed stand.
float check_in_column(const Canvas& canvas);
/// `words_end` is what CheckInPage::draw_head() returned. In portrait all share one column.
CheckInPlaces check_in_places(const Canvas& canvas, float words_end, float read_height,
                              float aside_height);

/// Units of the portrait pictures on the canvas at hand (the desk's are 0.6 of them).
inline float sized(const Ui& ui, float units) {
    return ui.canvas.portrait() ? units : units * 0.6f;
}

/// Things to read that take no touch, also where they could.
inline Ui untouchable(const Ui& ui) {
    Ui quiet = ui;
    quiet.interactive = false;
    return quiet;
}

/// A page of the check-in: head, foot, and the way on. They share one CheckIn, which goes with the
/// last of them.
class CheckInPage : public Screen {
  public:
    CheckInPage(App& app, std::shared_ptr<CheckIn> check_in)
        : app_(app), check_in_(std::move(check_in)) {}

    /// Nobody leaves while the desk is asked: a visit would be registered and its ticket not seen.
    bool back() override { return waiting(); }

  protected:
    /// Wall (and floor, from `floor` down), top bar, steps, words. Returns where the words end.
    float draw_head(Ui& ui, const CheckInWords& words, std::optional<float> floor = {}) const;
    /// Where they will end, for pages whose floor depends on it.
    static float words_end(const Ui& ui, const CheckInWords& words);
    /// Action bar and tool strip; carries out Back and Exit. True if the main button was pressed.
    /// While the desk is asked for longer than a second, that button says so.
    bool draw_foot(Ui& ui, ActionBar bar) const;

    /// To the next page, or registers.
    void go_on(CheckInNext next);

    /// The desk is being asked: touches must wait.
    bool waiting() const { return waiting_since_.has_value(); }
    void begin_waiting() { waiting_since_ = app_.shell().clock().ticks(); }
    void end_waiting() { waiting_since_.reset(); }

    const Registration& rules() const { return app_.pack().registration; }

    App& app_;
    const std::shared_ptr<CheckIn> check_in_;

  private:
    void draw_steps(Ui& ui, CheckInStep step) const;
    void register_visit();
    void registered(CheckedIn outcome);
    bool waits_long(Ui& ui) const;

    std::optional<std::int64_t> waiting_since_;

  protected:
    TaskScope scope_;
};

std::unique_ptr<Screen> make_check_in_name(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_visit(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_referrer(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_code(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_friend_phone(App& app, std::shared_ptr<CheckIn> check_in);
/// The friend is recognised, or the code is genuine and its owner not known here.
std::unique_ptr<Screen> make_check_in_friend(App& app, std::shared_ptr<CheckIn> check_in);
/// Why it is no recommendation, and the ways on.
std::unique_ptr<Screen> make_check_in_refused(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_consultant(App& app, std::shared_ptr<CheckIn> check_in);
std::unique_ptr<Screen> make_check_in_ticket(App& app, CheckedIn checked_in);

/// Chooses the country or region of a number; closes itself.
std::unique_ptr<Overlay> make_region_choice(App& app, std::string chosen,
                                            std::function<void(const std::string&)> choose);
/// The pack's privacy notice and what each consent means.
std::unique_ptr<Overlay> make_privacy_notice(App& app);

/// Fault of a number as a sentence; null while there is nothing to say.
const std::string* phone_remark(const Translator& text, const PhoneEntry& phone);

/// A stretch of floor for a keyboard; on a kiosk it reaches both edges. Returns where keys stand.
Rect keyboard_floor(Ui& ui, const Rect& rect);

/// The keypad for a number. `entry` takes what is pressed. With little height the keys stand in two
/// rows.
void phone_pad(Ui& ui, std::string_view id, const Rect& rect, PhoneEntry& entry);
/// The number as far as it is typed. True if its prefix was pressed, which is only there to be
/// pressed outside reach mode.
bool phone_field(Ui& ui, std::string_view id, const Rect& rect, const PhoneEntry& entry);
/// The prefix as a chip, for reach mode. True if it was pressed.
bool region_chip(Ui& ui, std::string_view id, float x, float y, const PhoneEntry& entry);

}  // namespace foyer::kiosk

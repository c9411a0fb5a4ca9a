#pragma once

#include <memory>
#include <string>

#include "kiosk/screens/app.h"
#include "kiosk/shell/screen.h"

/// Every screen one can get to from another room. Each is made by the file of its name; nobody
/// includes a screen's class.
namespace foyer::kiosk {

// Visitors (kiosk/screens/visitor)
std::unique_ptr<Screen> make_attract(App& app);
std::unique_ptr<Screen> make_home(App& app);
/// First step of registering; `wished_person` (staff id) comes from the designers' page, may be
/// empty.
std::unique_ptr<Screen> make_check_in(App& app, const std::string& wished_person = {});
std::unique_ptr<Screen> make_policy(App& app);
std::unique_ptr<Screen> make_people(App& app);
/// One designer (or consultant) with signature works.
std::unique_ptr<Screen> make_person(App& app, const std::string& staff);
std::unique_ptr<Screen> make_gallery(App& app);
/// One estate (or series) with its floor plans and cases.
std::unique_ptr<Screen> make_gallery_group(App& app, const std::string& group);
std::unique_ptr<Screen> make_gallery_entry(App& app, const std::string& entry);
/// Full-screen pictures of an entry, beginning with the `first`.
std::unique_ptr<Screen> make_photo_viewer(App& app, const std::string& entry, int first);

// Referrers (kiosk/screens/referrer)
/// Scan or type my code, or my phone; then the last four digits; then the rewards.
std::unique_ptr<Screen> make_rewards_door(App& app);
/// The referrer's way to hand in a friend: identify as above, then the friend's phone and name.
std::unique_ptr<Screen> make_recommend_door(App& app);

// Staff (kiosk/screens/staff)
/// Who are you, and your PIN; leads to the arrivals board.
std::unique_ptr<Screen> make_staff_entrance(App& app);
std::unique_ptr<Screen> make_arrivals(App& app);
std::unique_ptr<Screen> make_sync_page(App& app);

// For any screen (kiosk/screens)
/// The question "are you still there?" (look "Idle").
std::unique_ptr<Overlay> make_idle_question(App& app);
/// A sentence in a dark bar for three seconds.
std::unique_ptr<Overlay> make_toast(App& app, const std::string& sentence);
/// A dialog with a title, a sentence and one or two ways on. `confirm` runs when the main one is
/// touched.
struct Question {
    std::string title, sentence, confirm_label, cancel_label;  ///< empty cancel: one way only
    std::function<void()> confirm;
    bool grave = false;  ///< cannot be undone: the main button is red
};
std::unique_ptr<Overlay> make_question(App& app, Question question);

}  // namespace foyer::kiosk

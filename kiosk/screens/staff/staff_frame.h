#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/flows/reception_command.h"
#include "kiosk/screens/app.h"
#include "kiosk/widgets/tags.h"

/// What stands around every page of the staff's side, and what they have in common.
namespace foyer::kiosk {

/// The areas of the staff's side, in the rail's order.
enum class StaffArea { arrivals, sync };

/// Where somebody wants to go from a page.
enum class StaffWay { stay, arrivals, sync, lock };

/// Without a touch for so long, staff are signed out (domain §1: visitors stand at the same glass).
constexpr std::int64_t staff_idle_limit = 5 * one_minute;

/// Rail, title and the tags and buttons of the header. In portrait the rail is a bar of doors at
/// the foot; in reach mode every button stands in the lower half. A member of its page; UI thread.
class StaffFrame {
  public:
    StaffFrame(App& app, StaffArea area) : app_(app), area_(area) {}

    /// Draws everything around the page. Returns where a touch on it leads, which may be the area
    /// one is in: the way back from a page within it.
    StaffWay draw(Ui& ui, std::string_view title, std::string_view remark);

    /// The part of the canvas that is the page's own.
    static Rect room(const Canvas& canvas);

  private:
    StaffWay draw_rail(Ui& ui);
    StaffWay draw_foot_bar(Ui& ui);
    StaffWay draw_tools(Ui& ui);
    void draw_header(Ui& ui, std::string_view title, std::string_view remark);
    void refresh(Ui& ui);
    void ask_to_lock(Ui& ui);
    const StaffMember* person() const;

    App& app_;
    const StaffArea area_;
    // The tag's words, made anew each second at most.
    std::string tag_;
    Tone tone_ = Tone::neutral;
    Icon tag_icon_ = Icon::cloud;
    int trouble_ = 0;
    std::int64_t second_ = -1;
    Locale locale_ = Locale::zh_hans;
};

/// Goes there: leaves the page for the arrivals board, or the board for the page of sync; `lock`
/// signs out and shows visitors the attract loop.
void go(App& app, StaffWay way);

/// Asks before what was typed is given up, then goes there.
void ask_to_leave(App& app, StaffWay way);

/// Leaves at once if nobody is signed in: no page of staff is shown to anybody else. True if it
/// left.
bool left_because_signed_out(App& app, const Ui& ui);

/// Carries out a command in the name of whoever is signed in, tells the app, and then `done`. A
/// fault of the world goes to `failed`, or to the app if there is none.
void act(App& app, const TaskScope& scope, ReceptionCommand command,
         std::function<void(const CommandOutcome&)> done, Tasks::Failure failed = {});

/// The language's own name, for the button that switches to the next one.
Text language_name(Locale locale);
void next_language(Shell& shell);

/// "刚刚", "2 分钟前", then the time of day, then the date. For something that happened at `when`.
std::string how_long_ago(const Translator& text, WallTime when, WallTime now);

/// The name of a member of staff as colleagues say it on a narrow board: whole in Chinese, the
/// given name in English.
std::string short_name(const StaffMember& member, Locale locale);
/// What stands in a door without a portrait.
std::string staff_letter(const StaffMember& member, Locale locale);

/// "陈先生", or that they left no details.
std::string party_name(const Translator& text, const std::string& name, Gender gender);

}  // namespace foyer::kiosk

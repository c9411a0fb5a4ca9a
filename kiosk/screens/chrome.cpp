#include "kiosk/screens/chrome.h"

#include <imgui.h>

#include <algorithm>
#include <string>

#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/press.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Seconds of pressing the brand that open the staff entrance: nobody does so by mistake.
constexpr float staff_press_seconds = 0.8f;
constexpr std::int64_t until_next_minute = one_minute;

bool staff_way_in(App& app, Ui& ui) {
    const Rect brand = ui.canvas.portrait() ? Rect{72, 48, 420, 88} : Rect{48, 42, 220, 52};
    const Press press = press_area(ui, "top.brand", brand);
    if (!press.held) return press.clicked;
    ui.motion.keep_moving();
    if (ImGui::GetIO().MouseDownDuration[0] >= staff_press_seconds)
        app.navigator().push(make_staff_entrance(app));
    return false;
}

}  // namespace

bool visitor_top_bar(App& app, Ui& ui, bool on_dark) {
    const Brand& brand = app.pack().brand;
    const Translator& text = ui.text;
    const Locale locale = text.locale();
    TopBar bar;
    bar.logo = on_dark ? brand.logo_dark : brand.logo;
    bar.brand = brand.name.in(locale);
    bar.place = brand.showroom.in(locale);
    bar.on_dark = on_dark;
    const WallTime now = app.now();
    const std::string time = text.time_of_day(now), date = text.day_and_weekday(now);
    bar.time = time;
    bar.date = date;
    const IdleWatch& idle = app.shell().idle();
    const std::string seconds = std::to_string(idle.seconds_left());
    if (idle.phase() != IdleWatch::Phase::resting) {
        bar.seconds = seconds;
        bar.seconds_label = text(Text::idle_seconds_left);
        bar.share_left = float(idle.remaining()) / float(std::max<std::int64_t>(idle.limit(), 1));
    } else {
        ui.motion.wake_in(until_next_minute - now % until_next_minute);
    }
    top_bar(ui, bar);
    return staff_way_in(app, ui);
}

void visitor_tool_strip(Shell& shell, Ui& ui, bool on_dark) {
    VisitorSettings settings = shell.settings();
    ToolStrip strip;
    strip.locale = settings.locale;
    strip.large_text = settings.large_text;
    strip.reach = settings.reach;
    strip.large_label = ui.text(Text::larger_text);
    strip.reach_label = ui.text(Text::lower_reach);
    strip.on_dark = on_dark;
    const ToolStripPress press = tool_strip(ui, strip);
    if (press.locale) settings.locale = *press.locale;
    if (press.large_text) settings.large_text = !settings.large_text;
    if (press.reach) settings.reach = !settings.reach;
    if (!(settings == shell.settings())) shell.set_settings(settings);
}

}  // namespace foyer::kiosk

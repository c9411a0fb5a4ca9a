#pragma once

#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// What lies above a page.
namespace foyer::kiosk {

/// A dark bar for three seconds. `action` may be empty; returns true when it was pressed (id
/// "toast.action"). `age` in seconds since it appeared drives its rise and fade.
bool toast(Ui& ui, std::string_view message, std::string_view action, float age,
           Icon icon = Icon::check_circle);
constexpr float toast_seconds = 3;
/// Its bar alone, at a given place (kit page).
bool toast_bar(Ui& ui, const Rect& rect, std::string_view message, std::string_view action,
               Icon icon);

/// What a dialog was answered with.
enum class DialogAnswer { none, yes, no };

/// A question in the middle of the page, over the wall at 60 %. Call with an interactive Ui while
/// the page below is drawn with `interactive = false`. Ids: id + ".yes", id + ".no".
struct Dialog {
    std::string_view title;
    std::string_view message;
    std::string_view yes, no;  ///< an empty `no` leaves one button
    bool danger = false;       ///< `yes` is red: it takes something away
    /// A countdown ring at the left: seconds and share left.
    std::string_view seconds;
    float share_left = 0;
};
DialogAnswer dialog(Ui& ui, std::string_view id, const Dialog& dialog, float age);
/// Paint and press without the veil, at a given place (kit page).
DialogAnswer dialog_card(Ui& ui, std::string_view id, const Rect& rect, const Dialog& dialog);

/// The share (0…1) of a motion that eases out over `seconds`; keeps the loop awake until it is
/// over.
float eased(Ui& ui, float age, float seconds);

}  // namespace foyer::kiosk

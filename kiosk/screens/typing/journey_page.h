#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/screens/app.h"
#include "kiosk/widgets/bars.h"

/// What every page on which visitors type has in common, whatever journey it belongs to.
namespace foyer::kiosk {

/// Title and sentence of a page; the sentence gives way to what is wrong.
struct PageWords {
    std::string_view title, sentence;
    bool fault = false;
    int step = -1;  ///< of the journey's doors at the head; -1: none are shown
};

/// Where a page's own things stand, in either layout. In reach mode `aside` and `touch` lie in the
/// lower half.
struct TypingPlaces {
    Rect read;   ///< what was typed
    Rect aside;  ///< a few choices beside it
    Rect touch;  ///< keys and cards
};
/// Width of the column in which words and what was typed stand.
float typing_column(const Canvas& canvas);
/// `words_end` is what JourneyPage::draw_head() returned. In portrait all share one column.
TypingPlaces typing_places(const Canvas& canvas, float words_end, float read_height,
                           float aside_height);

/// A stretch of floor for a keyboard; on a kiosk it reaches both edges. Returns where keys stand.
Rect keyboard_floor(Ui& ui, const Rect& rect);

/// Things to read that take no touch, also where they could.
inline Ui untouchable(const Ui& ui) {
    Ui quiet = ui;
    quiet.interactive = false;
    return quiet;
}

/// A page with head and foot, which may be waiting for the desk. Where a journey has steps, they
/// stand at the head as doors.
class JourneyPage : public Screen {
  public:
    JourneyPage(App& app, std::span<const Text> steps) : app_(app), steps_(steps) {}

  protected:
    /// Wall (and floor, from `floor` down), top bar, steps, words. Returns where the words end.
    float draw_head(Ui& ui, const PageWords& words, std::optional<float> floor = {}) const;
    /// Where they will end, for pages whose floor depends on it.
    static float words_end(const Ui& ui, const PageWords& words);
    /// Action bar and tool strip; carries out Back and Exit. True if the main button was pressed.
    /// While the desk is asked for longer than a second, that button says so.
    bool draw_foot(Ui& ui, ActionBar bar) const;

    /// The desk is being asked: touches must wait.
    bool waiting() const { return waiting_since_.has_value(); }
    void begin_waiting() { waiting_since_ = app_.shell().clock().ticks(); }
    void end_waiting() { waiting_since_.reset(); }

    const Registration& rules() const { return app_.pack().registration; }

    App& app_;

  private:
    void draw_steps(Ui& ui, int current) const;
    bool waits_long(Ui& ui) const;

    const std::span<const Text> steps_;
    std::optional<std::int64_t> waiting_since_;

  protected:
    TaskScope scope_;
};

}  // namespace foyer::kiosk

#include <algorithm>
#include <utility>

#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The second factor: the last four digits of the phone (design §4). Until they are right nothing
/// is shown of whose code it is.
class LastFourPage : public ReferrerPage {
  public:
    using ReferrerPage::ReferrerPage;
    std::string_view name() const override { return "referrer.last-four"; }

    void draw(Ui& ui) override {
        refresh_remark(ui);
        const PageWords words{ui.text(Text::lastfour_title),
                              remark_.empty() ? ui.text(Text::lastfour_sentence) : remark_,
                              remark_is_fault_, -1};
        const float end = draw_head(ui, words);
        const TypingPlaces at = typing_places(ui.canvas, end, sized(ui, 162), 0);
        draw_doors(ui, doors_rect(ui, end, at));
        const auto pressed =
            number_pad(ui, "referrer.last-four.pad", at.touch, ui.text(Text::clear));
        if (pressed.kind == KeyKind::text) press(pressed.text.front());
        if (pressed.kind == KeyKind::erase) identify().erase_digit();
        if (pressed.kind == KeyKind::clear) identify().clear_digits();
        draw_foot(ui, {});
    }

    void on_character(char32_t character) override {
        if (character >= U'0' && character <= U'9') press(char(character));
    }
    bool on_key(Key key) override {
        if (key != Key::backspace && key != Key::erase) return false;
        identify().erase_digit();
        return true;
    }

  private:
    /// Between the words and the keys.
    static Rect doors_rect(const Ui& ui, float words_end, const TypingPlaces& at) {
        const float height = sized(ui, 164);
        const float width = 4 * sized(ui, 132) + 3 * sized(ui, 36);
        if (!ui.canvas.portrait()) return {at.read.x, words_end + 28, width, height};
        const float keys = at.touch.bottom() - std::min(at.touch.h, 716.0f);
        const float middle = (words_end + keys) / 2;
        return {at.read.middle_x() - width / 2, middle - height / 2, width, height};
    }

    /// A door for each digit, on a floor line; the next one to open is lit.
    void draw_doors(Ui& ui, const Rect& rect) {
        const Palette& colors = ui.theme.palette;
        const std::size_t typed = identify().digits().size();
        const float gap = sized(ui, 36), width = (rect.w - 3 * gap) / 4, out = sized(ui, 28);
        for (std::size_t i = 0; i < IdentifyReferrer::digits_asked; ++i) {
            const Rect door{rect.x + float(i) * (width + gap), rect.y, width, rect.h};
            if (i < typed) {
                fill_door(ui, door, colors.brand);
                fill_circle(ui, door.middle_x(), door.middle_y() + sized(ui, 14), sized(ui, 14),
                            colors.surface);
            } else if (i == typed && !identify().shows_wrong()) {
                light(ui, {door.x, door.bottom(), door.w, sized(ui, 64), 0.3f, 0.3f});
                fill_door(ui, door, colors.glow);
            } else {
                outlined_door(ui, door, metrics(ui.canvas).edge_line,
                              identify().shows_wrong() ? colors.bad : colors.edge, colors.surface);
            }
        }
        floor_line(ui, rect.x - out, rect.bottom() - sized(ui, 2), rect.w + 2 * out, sized(ui, 4),
                   colors.edge);
    }

    /// What is wrong or must be waited for, made anew each second at most.
    void refresh_remark(Ui& ui) {
        const std::int64_t wait = identify().wait(ui.motion.now);
        const std::int64_t seconds = (wait + one_second - 1) / one_second;
        if (wait > 0) ui.motion.wake_in(wait % one_second == 0 ? one_second : wait % one_second);
        const Moment moment{seconds, identify().shows_wrong(), identify().checking(),
                            ui.text.locale()};
        if (moment == shown_) return;
        shown_ = moment;
        remark_is_fault_ = !moment.checking && (wait > 0 || moment.wrong);
        remark_ = remark(ui, wait, seconds);
    }

    std::string remark(Ui& ui, std::int64_t wait, std::int64_t seconds) {
        const Translator& text = ui.text;
        const std::int64_t left = identify().tries_left();
        if (identify().checking()) return text(Text::lastfour_checking);
        if (identify().locked(ui.motion.now)) {
            return text(Text::lastfour_locked, {{"n", (wait + one_minute - 1) / one_minute}});
        }
        if (wait > 0 && identify().shows_wrong()) {
            return text(Text::lastfour_wrong_wait, {{"n", seconds}, {"tries", left}});
        }
        if (wait > 0) return text(Text::lastfour_wait, {{"n", seconds}});
        if (identify().shows_wrong()) return text(Text::lastfour_wrong, {{"n", left}});
        return {};
    }

    void press(char digit) {
        if (!identify().press_digit(digit, ticks())) return;
        app_.ask(
            scope_,
            [referrer = visit_->referrer, digits = identify().digits()](Desk& desk) {
                return try_last_four(desk, referrer, digits);
            },
            [this](LastFourOutcome outcome) { answered(std::move(outcome)); },
            [this](std::exception_ptr fault) {
                identify().last_four_unchecked();
                app_.show_fault(fault);
            });
    }

    void answered(LastFourOutcome outcome) {
        identify().last_four_answered(outcome, ticks());
        if (outcome.rewards) show_rewards(app_, std::move(*outcome.rewards));
    }

    struct Moment {
        std::int64_t seconds = -1;
        bool wrong = false, checking = false;
        Locale locale = Locale::zh_hans;
        bool operator==(const Moment&) const = default;
    };
    Moment shown_;
    std::string remark_;
    bool remark_is_fault_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_last_four(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<LastFourPage>(app, std::move(visit));
}

void show_rewards(App& app, RewardsView rewards) {
    app.navigator().pop_to("rewards.door");
    app.navigator().replace(make_rewards(app, std::move(rewards)));
}

}  // namespace foyer::kiosk

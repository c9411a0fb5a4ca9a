#include <string>
#include <utility>

#include "kiosk/screens/typing/friend_pages.h"
#include "kiosk/screens/typing/journey_page.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

constexpr std::size_t group_length = 4;
constexpr float cell_height = 118, row_gap = 20;

class FriendCodePage : public JourneyPage {
  public:
    FriendCodePage(App& app, FriendCode code)
        : JourneyPage(app, code.way.steps),
          code_(std::move(code)),
          check_(app, code_.way.question, code_.way.visitor_e164, [this] { answered(); }) {}

    std::string_view name() const override { return code_.name; }
    void on_code(const std::string& raw) override { check_.code_scanned(raw); }
    void on_character(char32_t character) override { type(character); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) entry().erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }
    /// Nobody leaves while the desk is asked.
    bool back() override { return check_.asking(); }

    void draw(Ui& ui) override {
        const float words_end = draw_head(ui, words(ui.text));
        const float cells = 2 * sized(ui, cell_height) + sized(ui, row_gap);
        const bool offers = entry().likely().has_value();
        const float button = offers ? metrics(ui.canvas).chip : 0;
        const TypingPlaces at = typing_places(ui.canvas, words_end, cells, button);
        draw_cells(ui, at.read);
        if (offers) draw_offer(ui, {at.aside.x, at.aside.y, at.aside.w, button});
        draw_keys(ui, at.touch);
        ActionBar bar;
        bar.main = ui.text(Text::typing_code_check);
        bar.main_enabled = entry().full() && !entry().slip() && !check_.asking();
        if (draw_foot(ui, bar)) submit();
    }

  private:
    CodeEntry& entry() { return check_.question().code; }

    PageWords words(const Translator& text) {
        PageWords words{text(code_.title), text(Text::typing_code_sentence), true, code_.way.step};
        if (entry().strange()) {
            words.sentence = text(Text::typing_code_strange);
        } else if (entry().slip()) {
            words.sentence = text(Text::typing_code_slip);
        } else if (entry().misread()) {
            words.sentence = text(Text::typing_code_misread);
        } else {
            words.fault = false;
        }
        return words;
    }

    /// What the symbol at fault must have been, to be compared and taken by one touch.
    void draw_offer(Ui& ui, const Rect& rect) {
        const std::string label =
            ui.text(Text::typing_code_use, {{"symbol", std::string(1, *entry().likely())}});
        const float width = small_button_width(ui, label, true) + sized(ui, 40);
        if (small_button(ui, code_.name + ".use", {rect.x, rect.y, std::min(width, rect.w), rect.h},
                         label, SmallButton::filled, Icon::check)) {
            entry().take_likely();
            submit();
        }
    }

    void draw_keys(Ui& ui, const Rect& rect) {
        const bool low = !ui.canvas.portrait() && ui.canvas.reach;
        const Rect keys = low ? Rect{48, rect.y + (entry().likely() ? 62.0f : 0),
                                     ui.canvas.width - 96, rect.h - (entry().likely() ? 62.0f : 0)}
                              : keyboard_floor(ui, rect);
        const KeyPress pressed =
            code_keyboard(ui, code_.name + ".keys", keys, ui.text(Text::clear));
        if (pressed.kind == KeyKind::text) type(char32_t(pressed.text.front()));
        if (pressed.kind == KeyKind::erase) entry().erase();
        if (pressed.kind == KeyKind::clear) entry().clear();
    }

    /// Two groups in a row, two rows.
    void draw_cells(Ui& ui, const Rect& rect) {
        const float group_gap = sized(ui, 40), gap = sized(ui, 10), height = sized(ui, cell_height);
        const float width = (rect.w - group_gap - 6 * gap) / 8;
        for (std::size_t i = 0; i < typed_code_length; ++i) {
            const std::size_t column = i % (2 * group_length), line = i / (2 * group_length);
            const float x = rect.x + float(column) * (width + gap) +
                            (column >= group_length ? group_gap - gap : 0);
            draw_cell(ui, {x, rect.y + float(line) * (height + sized(ui, row_gap)), width, height},
                      i);
        }
    }

    void draw_cell(Ui& ui, const Rect& rect, std::size_t index) {
        const Palette& colors = ui.theme.palette;
        const bool here = index == entry().caret(), wrong = entry().slip() == index;
        const float radius = metrics(ui.canvas).radius_key;
        fill_rounded(ui, rect, radius, wrong ? colors.glow : colors.surface);
        stroke_rounded(ui, rect, radius, sized(ui, here ? 5 : 3),
                       wrong  ? colors.bad
                       : here ? colors.brand
                              : colors.edge);
        if (index >= entry().symbols().size()) return;
        const std::string_view symbol = std::string_view(entry().symbols()).substr(index, 1);
        text_line(ui, rect, symbol, type::digits, wrong ? colors.on_glow : colors.text,
                  Align::center);
    }

    void type(char32_t character) {
        if (check_.asking()) return;
        const bool was_full = entry().full() && !entry().slip();
        entry().type(character);
        // The last symbol hands it in; so does the one that puts a slip right.
        if (!was_full && !entry().strange()) submit();
    }

    void submit() {
        if (entry().full()) check_.code_typed();
    }

    void answered() {
        if (app_.navigator().top() == this) code_.way.answered();
    }

    const FriendCode code_;
    FriendCheck check_;
};

}  // namespace

std::unique_ptr<Screen> make_friend_code_page(App& app, FriendCode code) {
    return std::make_unique<FriendCodePage>(app, std::move(code));
}

}  // namespace foyer::kiosk

#include <string>
#include <utility>

#include "kiosk/screens/visitor/checkin_friend.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/codes/crockford.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr std::size_t group_length = 4;
constexpr float cell_height = 118, row_gap = 20;

/// The friend's code by hand, as it stands in a text message: four groups of four.
class CodePage : public FriendPage {
  public:
    using FriendPage::FriendPage;
    std::string_view name() const override { return "checkin.code"; }
    void on_code(const std::string& raw) override { code_scanned(raw); }
    void on_character(char32_t character) override { type(character); }
    bool on_key(Key key) override {
        if (key == Key::enter && code().full()) code_typed();
        if (key == Key::backspace || key == Key::erase) code().erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

    void draw(Ui& ui) override {
        const float words_end = draw_head(ui, words(ui.text));
        const float cells = 2 * sized(ui, cell_height) + sized(ui, row_gap);
        const CheckInPlaces places = check_in_places(ui.canvas, words_end, cells, 0);
        draw_cells(ui, places.read);
        draw_keys(ui, places);

        ActionBar bar;
        bar.main = ui.text(waiting() ? Text::checkin_referrer_checking : Text::checkin_code_check);
        bar.main_enabled = code().full() && !code().slip();
        if (draw_foot(ui, bar)) code_typed();
    }

  private:
    CodeEntry& code() { return question().code; }

    CheckInWords words(const Translator& text) {
        CheckInWords words{CheckInStep::visit, text(Text::checkin_code_title),
                           text(Text::checkin_code_sentence)};
        words.fault = code().slip() || code().misread() || code().strange();
        if (code().strange()) words.sentence = text(Text::checkin_code_strange);
        if (code().misread()) words.sentence = text(Text::checkin_code_misread);
        if (code().slip()) words.sentence = text(Text::checkin_code_slip);
        return words;
    }

    void type(char32_t character) {
        if (waiting()) return;
        const bool was_full = code().full() && !code().slip();
        code().type(character);
        // The last symbol hands it in; whoever corrects does so again by the same touch.
        if (!was_full && code().full() && !code().strange()) code_typed();
    }

    void draw_keys(Ui& ui, const CheckInPlaces& places) {
        const std::string& clear_label = ui.text(Text::clear);
        if (!ui.canvas.portrait() && ui.canvas.reach) {
            const Rect& rect = places.touch;
            draw_flat_keys(ui, {48, rect.y, ui.canvas.width - 96, rect.h}, clear_label);
            return;
        }
        const auto pressed =
            code_keyboard(ui, "checkin.code.keys", keyboard_floor(ui, places.touch), clear_label);
        if (pressed.kind == KeyKind::text) type(char32_t(pressed.text.front()));
        if (pressed.kind == KeyKind::erase) code().erase();
        if (pressed.kind == KeyKind::clear) code().clear();
    }

    /// Three rows of twelve, under the same ids, for the lower half of a desk.
    void draw_flat_keys(Ui& ui, const Rect& rect, std::string_view clear_label) {
        constexpr int across = 12, symbols = 32;
        const float gap = 8, width = (rect.w - (across - 1) * gap) / across;
        const float height = (rect.h - 2 * gap) / 3;
        const auto place = [&](int index, float span) {
            return Rect{rect.x + float(index % across) * (width + gap),
                        rect.y + float(index / across) * (height + gap),
                        width * span + gap * (span - 1), height};
        };
        for (int i = 0; i < symbols; ++i) {
            const std::string label(1, crockford_symbol(unsigned(i)));
            if (key(ui, "checkin.code.keys." + label, place(i, 1), label, KeyTone::character,
                    type::button)) {
                type(char32_t(label.front()));
            }
        }
        if (key(ui, "checkin.code.keys.clear", place(symbols, 2), clear_label, KeyTone::function,
                type::strong)) {
            code().clear();
        }
        if (icon_key(ui, "checkin.code.keys.erase", place(symbols + 2, 2), Icon::delete_back))
            code().erase();
    }

    /// Two groups in a row, two rows.
    void draw_cells(Ui& ui, const Rect& rect) {
        const float group_gap = sized(ui, 40), gap = sized(ui, 10);
        const float width = (rect.w - group_gap - 6 * gap) / 8, height = sized(ui, cell_height);
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
        const bool here = index == code().caret();
        const bool wrong = code().slip() == index;
        const float radius = metrics(ui.canvas).radius_key;
        const Color body = wrong ? colors.glow : colors.surface;
        fill_rounded(ui, rect, radius, body);
        stroke_rounded(ui, rect, radius, sized(ui, here ? 5 : 3),
                       wrong  ? colors.bad
                       : here ? colors.brand
                              : colors.edge);
        if (index >= code().symbols().size()) return;
        const std::string symbol = code().symbols().substr(index, 1);
        text_line(ui, rect, symbol, type::digits, wrong ? colors.on_glow : colors.text,
                  Align::center);
    }
};

}  // namespace

std::unique_ptr<Screen> make_check_in_code(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<CodePage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

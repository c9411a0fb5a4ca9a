#include <algorithm>
#include <string>

#include "kiosk/screens/referrer/referrer_door.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr std::size_t group = 4;
constexpr float cell_height = 118, cell_gap = 20;

/// The referrer's code, typed by hand: sixteen symbols in groups of four.
class OwnCodePage : public IdentifyPage {
  public:
    using IdentifyPage::IdentifyPage;
    std::string_view name() const override { return "referrer.code"; }

    void draw(Ui& ui) override {
        const ReferrerWords words = this->words(ui.text);
        const float end = draw_head(ui, words);
        const float cells = 2 * sized(ui, cell_height + cell_gap);
        const CheckInPlaces at = check_in_places(ui.canvas, end, cells, 0);
        draw_cells(ui, at.read);
        draw_keys(ui, at.touch);
        ActionBar bar;
        bar.main = ui.text(Text::refcode_check);
        bar.main_enabled = entry().full() && !waiting();
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override { type(character); }
    /// A scanner read it while this page is in front.
    void on_code(const std::string& code) override {
        if (!waiting()) take(question().code_scanned(code, app_.code_keys(), today()));
    }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        if (key == Key::backspace || key == Key::erase) entry().erase();
        return key == Key::enter || key == Key::backspace || key == Key::erase;
    }

  private:
    CodeEntry& entry() { return question().code; }

    ReferrerWords words(const Translator& text) {
        ReferrerWords words{text(Text::refcode_title), text(Text::refcode_sentence), true,
                            rewards_wanted() ? -1 : 0};
        if (entry().strange()) {
            words.sentence = text(Text::refcode_strange);
        } else if (entry().slip()) {
            words.sentence = text(Text::refcode_slip);
        } else if (entry().misread()) {
            words.sentence = text(Text::refcode_misread);
        } else {
            words.fault = false;
        }
        return words;
    }

    /// Two groups in a row.
    void draw_cells(Ui& ui, const Rect& rect) {
        const float group_gap = sized(ui, 40), gap = sized(ui, 10), height = sized(ui, cell_height);
        const float width = (rect.w - group_gap - 6 * gap) / float(2 * group);
        for (std::size_t i = 0; i < typed_code_length; ++i) {
            const std::size_t column = i % (2 * group), row = i / (2 * group);
            const float x =
                rect.x + float(column) * (width + gap) + (column >= group ? group_gap - gap : 0);
            draw_cell(ui, {x, rect.y + float(row) * (height + sized(ui, cell_gap)), width, height},
                      i);
        }
    }

    void draw_cell(Ui& ui, const Rect& cell, std::size_t index) {
        const Palette& colors = ui.theme.palette;
        const bool here = entry().caret() == index, wrong = entry().slip() == index;
        const float radius = metrics(ui.canvas).radius_key;
        fill_rounded(ui, cell, radius, wrong ? colors.glow : colors.surface);
        stroke_rounded(ui, cell, radius, sized(ui, here ? 5 : 3),
                       wrong  ? colors.bad
                       : here ? colors.brand
                              : colors.edge);
        const std::string& text = entry().symbols();
        if (index >= text.size()) return;
        text_line(ui, cell, std::string_view(text).substr(index, 1), type::digits,
                  wrong ? colors.on_glow : colors.text, Align::center);
    }

    void draw_keys(Ui& ui, Rect rect) {
        if (!ui.canvas.portrait() && ui.canvas.reach) {
            rect = {48, rect.y, ui.canvas.width - 96, rect.h};
        }
        const float height = std::min(rect.h, ui.canvas.portrait() ? 716.0f : 480.0f);
        const auto pressed =
            code_keyboard(ui, "referrer.code.keys",
                          {rect.x, rect.bottom() - height, rect.w, height}, ui.text(Text::clear));
        if (pressed.kind == KeyKind::text) type(char32_t(pressed.text.front()));
        if (pressed.kind == KeyKind::erase) entry().erase();
        if (pressed.kind == KeyKind::clear) entry().clear();
    }

    void type(char32_t character) {
        if (waiting()) return;
        const bool was_full = entry().full() && !entry().slip();
        entry().type(character);
        // The last symbol hands it in; so does the one that puts a slip right.
        if (!was_full && !entry().strange()) submit();
    }

    void submit() {
        if (waiting() || !entry().full()) return;
        take(question().code_typed(app_.code_keys(), today()));
    }
};

}  // namespace

std::unique_ptr<Screen> make_own_code(App& app, std::shared_ptr<ReferrerVisit> visit) {
    return std::make_unique<OwnCodePage>(app, std::move(visit));
}

}  // namespace foyer::kiosk

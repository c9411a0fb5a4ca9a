#include <string>
#include <utility>

#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/typing/sheet.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/people/phone.h"
#include "shared/text/characters.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr std::u32string_view search_keys = U"1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t longest_search = 20, most_found = 50;

/// Somebody says "I have been here before" and has no phone at hand.
class FindCustomerSheet : public Sheet {
  public:
    FindCustomerSheet(App& app, std::function<void(const FoundCustomer&)> chosen)
        : app_(app), chosen_(std::move(chosen)) {}
    std::string_view name() const override { return "find"; }

    void on_character(char32_t character) override {
        if (character < U' ' || characters_of(sought_).size() >= longest_search) return;
        sought_ += utf8_of(character);
    }
    bool on_key(Key key) override {
        if (key == Key::enter && answered_ == sought_ && found_.size() == 1) take(found_.front());
        if (key == Key::backspace) drop_last_character(sought_);
        return key == Key::enter || key == Key::backspace;
    }

  private:
    void draw_card(Ui& ui, const Rect& rect) override {
        ask();
        const float top = draw_title(ui, rect, ui.text(Text::find_title));
        const float keys = ui.canvas.portrait() ? (ui.canvas.reach ? 300.0f : 400.0f) : 236.0f;
        const float height = sized(ui, 104), gap = sized(ui, 20);
        const Rect at_keys{rect.x, rect.bottom() - keys, rect.w, keys};
        const Rect at_field{rect.x, at_keys.y - gap - height, rect.w, height};
        draw_list(ui, {rect.x, top, rect.w, at_field.y - gap - top});
        Field field;
        field.text = sought_;
        field.placeholder = ui.text(Text::find_hint);
        field.icon = Icon::search;
        field.style = type::button;
        Ui quiet = ui;
        quiet.interactive = false;
        kiosk::field(quiet, "find.sought", at_field, field);
        const KeyPress pressed =
            symbol_keyboard(ui, "find.keys", at_keys, search_keys, ui.canvas.portrait() ? 10 : 15,
                            ui.text(Text::clear));
        if (pressed.kind == KeyKind::text) on_character(characters_of(pressed.text).front());
        if (pressed.kind == KeyKind::erase) on_key(Key::backspace);
        if (pressed.kind == KeyKind::clear) sought_.clear();
    }

    void ask() {
        if (asked_ == sought_) return;
        asked_ = sought_;
        app_.ask(
            scope_,
            [typed = sought_](Desk& desk) { return desk.search_customers(typed, most_found); },
            [this, typed = sought_](std::vector<FoundCustomer> found) {
                // The answer to what is typed now is on its way.
                if (typed != sought_) return;
                answered_ = typed;
                found_ = std::move(found);
                scroll_ = {};
            });
    }

    void draw_list(Ui& ui, const Rect& rect) {
        if (found_.empty()) {
            const bool nobody = !sought_.empty() && answered_ == sought_;
            text_block(ui, {rect.x, rect.y + sized(ui, 24), rect.w, 0},
                       ui.text(nobody ? Text::find_nobody : Text::find_explained), type::body,
                       ui.theme.palette.text2, Align::left, 3);
            return;
        }
        const float height = sized(ui, 132);
        ScrollArea area(ui, "find.list", rect, scroll_);
        float y = area.start();
        for (std::size_t i = 0; i < found_.size(); ++i, y += height) {
            if (area.shows(y, height)) draw_row(ui, {rect.x, y, rect.w, height}, found_[i]);
        }
        area.finish(y - area.start(), ui.theme.palette.surface);
    }

    void draw_row(Ui& ui, const Rect& rect, const FoundCustomer& one) {
        const Palette& colors = ui.theme.palette;
        const Press press = press_area(ui, "find.row." + one.customer.id, rect);
        if (press.held) panel(ui, rect, colors.tint2);
        const float pad = sized(ui, 16), arrow = metrics(ui.canvas).icon_s;
        const float first = line_height(ui, TextSize::m), second = line_height(ui, TextSize::xs);
        const float top = rect.middle_y() - (first + second) / 2, x = rect.x + pad;
        const float right = rect.right() - pad - arrow * 1.5f, phone = rect.w * 0.4f;
        text_line(ui, {x, top, right - phone - x, first}, one.customer.name, type::button,
                  colors.text);
        text_line(ui, {right - phone, rect.y, phone, rect.h}, masked_phone(one.customer.phone),
                  type::body, colors.text2, Align::right);
        const bool here = !one.visit_today.empty();
        const std::string when =
            here ? ui.text(Text::find_here_today, {{"ticket", one.ticket}})
                 : ui.text(Text::find_last_visit,
                           {{"when", how_long_ago(ui.text, one.customer.last_visit, app_.now())}});
        text_line(ui, {x, top + first, right - phone - x, second}, when, type::caption,
                  here ? colors.brand : colors.text2);
        icon(ui, Icon::chevron_right, rect.right() - pad - arrow / 2, rect.middle_y(), arrow,
             colors.text2);
        if (press.clicked) take(one);
    }

    /// By value: closing and what comes next may end this sheet.
    void take(FoundCustomer one) {
        const auto chosen = chosen_;
        close();
        chosen(one);
    }

    App& app_;
    const std::function<void(const FoundCustomer&)> chosen_;
    std::string sought_, asked_, answered_;
    std::vector<FoundCustomer> found_;
    ScrollState scroll_;
    TaskScope scope_;
};

}  // namespace

std::unique_ptr<Overlay> make_find_customer(App& app,
                                            std::function<void(const FoundCustomer&)> chosen) {
    return std::make_unique<FindCustomerSheet>(app, std::move(chosen));
}

}  // namespace foyer::kiosk

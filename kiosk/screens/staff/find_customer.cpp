#include <string>
#include <utility>

#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/typing/search_sheet.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/people/phone.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr std::u32string_view search_keys = U"1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t longest_search = 20, most_found = 50;

/// Somebody says "I have been here before" and has no phone at hand.
class FindCustomerSheet : public SearchSheet {
  public:
    FindCustomerSheet(App& app, std::function<void(const FoundCustomer&)> chosen)
        : SearchSheet({search_keys, 400, 300, 236, longest_search}),
          app_(app),
          chosen_(std::move(chosen)) {}
    std::string_view name() const override { return "find"; }

  private:
    std::string_view title(const Translator& text) override { return text(Text::find_title); }
    std::string_view hint(const Translator& text) override { return text(Text::find_hint); }

    void take_found() override {
        if (answered_ == sought() && found_.size() == 1) take(found_.front());
    }

    void ask() {
        if (asked_ == sought()) return;
        asked_ = sought();
        app_.ask(
            scope_,
            [typed = sought()](Desk& desk) { return desk.search_customers(typed, most_found); },
            [this, typed = sought()](std::vector<FoundCustomer> found) {
                // The answer to what is typed now is on its way.
                if (typed != sought()) return;
                answered_ = typed;
                found_ = std::move(found);
                scroll_ = {};
            });
    }

    void draw_list(Ui& ui, const Rect& rect) override {
        ask();
        if (found_.empty()) {
            const bool nobody = !sought().empty() && answered_ == sought();
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
    std::string asked_, answered_;
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

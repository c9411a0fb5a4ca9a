#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/screens/staff/sheet.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Bought or not, and perhaps what (for campaigns, domain §2.6).
class DepartDialog : public Overlay {
  public:
    DepartDialog(App& app, const BoardRow& row, std::function<void(const DepartParty&)> confirmed,
                 std::function<void()> complete_first)
        : app_(app),
          row_(row),
          confirmed_(std::move(confirmed)),
          complete_first_(std::move(complete_first)) {}

    std::string_view name() const override { return "depart"; }
    void draw(Ui& page) override;

  private:
    float detail_height(const Canvas& canvas) const;
    void draw_answers(Ui& ui, const Rect& rect);
    void draw_answer(Ui& ui, const Rect& rect, std::string_view id, Icon which,
                     std::string_view label, VisitOutcome outcome);
    void draw_products(Ui& ui, const Rect& rect);
    void draw_missing_details(Ui& ui, const Rect& rect);
    void draw_foot(Ui& ui, const Rect& rect);

    App& app_;
    const BoardRow row_;
    const std::function<void(const DepartParty&)> confirmed_;
    const std::function<void()> complete_first_;
    VisitOutcome outcome_ = VisitOutcome::none;
    std::string product_;
    ScrollState scroll_;
};

void DepartDialog::draw(Ui& page) {
    const bool portrait = page.canvas.portrait();
    const float pad = portrait ? 48.0f : 32.0f, gap = portrait ? 28.0f : 18.0f;
    const float answers = portrait ? 220.0f : 110.0f;
    const float detail = detail_height(page.canvas);
    const float button = metrics(page.canvas).button;
    const float head = pad * 0.8f + line_height(page, TextSize::l) + line_height(page, TextSize::s);
    const Rect sheet = sheet_rect(page.canvas, portrait ? 984.0f : 720.0f,
                                  head + gap + answers + detail + gap + button + pad * 0.8f);
    bool outside = false;
    Ui ui = open_sheet(page, sheet, age(), outside);
    const std::string caption = party_name(ui.text, row_.name, row_.gender) + " ・ " +
                                ui.text(Text::people, {{"n", std::int64_t(row_.party_size)}});
    float y =
        sheet_title(ui, sheet, ui.text(Text::depart_title, {{"ticket", row_.ticket}}), caption) +
        gap;
    const float x = sheet.x + pad, width = sheet.w - 2 * pad;
    draw_answers(ui, {x, y, width, answers});
    y += answers + gap;
    const Rect foot{x, sheet.bottom() - pad * 0.8f - button, width, button};
    const Rect middle{x, y, width, foot.y - gap - y};
    if (outcome_ == VisitOutcome::bought) {
        draw_products(ui, middle);
    } else if (row_.customer.empty()) {
        draw_missing_details(ui, middle);
    }
    draw_foot(ui, foot);
    if (outside) close();
}

/// Of what stands under the two answers, the gap above it included.
float DepartDialog::detail_height(const Canvas& canvas) const {
    const bool portrait = canvas.portrait();
    if (outcome_ == VisitOutcome::bought) return portrait ? 428.0f : 244.0f;
    if (row_.customer.empty()) return portrait ? 248.0f : 102.0f;
    return 0;
}

void DepartDialog::draw_answers(Ui& ui, const Rect& rect) {
    const float gap = ui.canvas.portrait() ? 24.0f : 16.0f, width = (rect.w - gap) / 2;
    draw_answer(ui, {rect.x, rect.y, width, rect.h}, "depart.bought", Icon::shopping_bag,
                ui.text(Text::depart_bought), VisitOutcome::bought);
    draw_answer(ui, {rect.x + width + gap, rect.y, width, rect.h}, "depart.not_bought", Icon::door,
                ui.text(Text::depart_not_bought), VisitOutcome::not_bought);
}

void DepartDialog::draw_answer(Ui& ui, const Rect& rect, std::string_view id, Icon which,
                               std::string_view label, VisitOutcome outcome) {
    const Palette& colors = ui.theme.palette;
    const bool on = outcome_ == outcome;
    const Press press = press_area(ui, id, rect);
    if (press.clicked) outcome_ = outcome;
    panel(ui, rect, on ? colors.brand : press.held ? colors.tint2 : colors.tint);
    const Color ink = on ? colors.surface : colors.brand;
    const float size = metrics(ui.canvas).icon_l, line = line_height(ui, TextSize::m);
    const float top = rect.middle_y() - (size + line) / 2;
    icon(ui, on ? Icon::check : which, rect.middle_x(), top + size / 2, size * 0.9f, ink);
    text_line(ui, {rect.x + 12, top + size, rect.w - 24, line}, label, type::button, ink,
              Align::center);
}

void DepartDialog::draw_products(Ui& ui, const Rect& rect) {
    const Locale locale = ui.text.locale();
    const float line = line_height(ui, TextSize::xs) + 6;
    text_line(ui, {rect.x, rect.y, rect.w, line}, ui.text(Text::depart_which), type::caption,
              ui.theme.palette.text2);
    std::vector<FlowChip> chips;
    for (const Product& product : app_.pack().products)
        chips.push_back({product.id, product.name.in(locale), product.id == product_});
    ScrollArea area(ui, "depart.products", {rect.x, rect.y + line, rect.w, rect.h - line}, scroll_);
    float height = 0;
    const int touched =
        chip_flow(ui, "depart.product", rect.x, area.start(), rect.w, chips, height);
    area.finish(height);
    if (touched < 0) return;
    const std::string& id = app_.pack().products[std::size_t(touched)].id;
    product_ = product_ == id ? std::string() : id;
}

void DepartDialog::draw_missing_details(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float height = std::min(rect.h, portrait ? 220.0f : 84.0f);
    const float pad = portrait ? 28.0f : 18.0f, size = portrait ? 60.0f : 30.0f;
    const Rect box{rect.x, rect.y, rect.w, height};
    panel(ui, box, colors.warn_tint);
    const std::string& label = ui.text(Text::arrivals_complete);
    const float button_width = std::max(small_button_width(ui, label, true), pad * 6);
    const float button_height = portrait ? 88.0f : 52.0f;
    const Rect button{box.right() - pad - button_width, box.middle_y() - button_height / 2,
                      button_width, button_height};
    icon(ui, Icon::alert_triangle, box.x + pad + size / 2, box.middle_y(), size, colors.warn);
    const float x = box.x + 2 * pad + size, room = button.x - pad - x;
    const std::string& words = ui.text(Text::depart_no_details);
    const float used = text_block_height(ui, room, words, type::strong, 3);
    text_block(ui, {x, box.middle_y() - used / 2, room, used}, words, type::strong, colors.warn,
               Align::left, 3);
    if (small_button(ui, "depart.complete", button, label, SmallButton::edge, Icon::pencil) &&
        !closing()) {
        close();
        complete_first_();
    }
}

void DepartDialog::draw_foot(Ui& ui, const Rect& rect) {
    const bool portrait = ui.canvas.portrait();
    const float cancel = portrait ? 260.0f : 150.0f, gap = portrait ? 20.0f : 12.0f;
    if (ghost_button(ui, "depart.cancel", {rect.x, rect.y, cancel, rect.h},
                     ui.text(Text::cancel))) {
        close();
    }
    const Rect main{rect.x + cancel + gap, rect.y, rect.w - cancel - gap, rect.h};
    const bool answered = outcome_ != VisitOutcome::none;
    if (primary_button(ui, "depart.confirm", main, ui.text(Text::depart_confirm), answered,
                       PrimaryKind::finishes) &&
        !closing()) {
        close();
        const bool bought = outcome_ == VisitOutcome::bought;
        confirmed_({row_.visit, outcome_, bought ? product_ : std::string()});
    }
}

}  // namespace

std::unique_ptr<Overlay> make_depart_dialog(App& app, const BoardRow& row,
                                            std::function<void(const DepartParty&)> confirmed,
                                            std::function<void()> complete_first) {
    return std::make_unique<DepartDialog>(app, row, std::move(confirmed),
                                          std::move(complete_first));
}

}  // namespace foyer::kiosk

#include <algorithm>
#include <utility>

#include "kiosk/screens/visitor/checkin_page.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Third step: why they come and how many they are. For a returning visitor it is the last one, and
/// everything on it may stay as it is.
class VisitPage : public CheckInPage {
  public:
    using CheckInPage::CheckInPage;
    std::string_view name() const override { return "checkin.visit"; }

    void draw(Ui& ui) override {
        const bool returning = check_in_->returning();
        const Translator& text = ui.text;
        PageWords words{text(Text::checkin_visit_title), {}, false, check_in_step::visit};
        if (returning) {
            words.title = text(Text::checkin_visit_welcome_back);
            words.sentence = text(Text::checkin_visit_title);
        }
        const float words_end = draw_head(ui, words);
        const bool last = check_in_->submit_visit(app_.pack()) == CheckInNext::registration;
        draw_questions(ui, words_end, last);

        ActionBar bar;
        bar.main = text(last ? Text::checkin_visit_finish : Text::next);
        bar.main_enabled = check_in_->can_submit_visit(rules());
        bar.kind = last ? PrimaryKind::finishes : PrimaryKind::goes_on;
        if (draw_foot(ui, bar)) submit();
    }

    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        return key == Key::enter;
    }

  private:
    void submit() {
        if (!waiting()) go_on(check_in_->submit_visit(app_.pack()));
    }

    void draw_questions(Ui& ui, float words_end, bool last) {
        const float row = sized(ui, ui.canvas.reach ? 124 : 156), gap = sized(ui, 24);
        const float rows = last ? 2 * row + gap : row;
        const TypingPlaces places = typing_places(ui.canvas, words_end, 0, 0);
        Rect beside = places.aside;
        if (ui.canvas.portrait()) {
            const Rect& all = places.touch;
            const float end = draw_purposes(ui, {all.x, all.y, all.w, all.h - rows - gap});
            beside = {all.x, end + gap, all.w, rows};
        } else {
            draw_purposes(ui, places.touch);
        }
        draw_party(ui, {beside.x, beside.y, beside.w, row});
        if (last) draw_consultant(ui, {beside.x, beside.y + row + gap, beside.w, row});
    }

    static int columns(const Ui& ui, float width) {
        if (ui.canvas.portrait()) return ui.canvas.large_text && !ui.canvas.reach ? 1 : 2;
        if (ui.canvas.reach) return 3;
        return width > 780 && !ui.canvas.large_text ? 3 : 2;
    }

    /// Returns where the last row ends.
    float draw_purposes(Ui& ui, const Rect& rect) {
        const auto& purposes = rules().purposes;
        const int across = columns(ui, rect.w);
        const int down = (int(purposes.size()) + across - 1) / across;
        const float gap = sized(ui, 24);
        const float width = (rect.w - float(across - 1) * gap) / float(across);
        const float most = ui.canvas.portrait() ? 284.0f : 236.0f;
        const float height =
            std::min(most, (rect.h - float(down - 1) * gap) / float(std::max(down, 1)));
        for (int i = 0; i < int(purposes.size()); ++i) {
            draw_purpose(ui,
                         {rect.x + float(i % across) * (width + gap),
                          rect.y + float(i / across) * (height + gap), width, height},
                         purposes[std::size_t(i)]);
        }
        return rect.y + float(down) * (height + gap) - gap;
    }

    void draw_purpose(Ui& ui, const Rect& rect, const VisitPurpose& purpose) {
        const bool on = check_in_->purpose == purpose.id;
        if (pressable_card(ui, "checkin.visit.purpose." + purpose.id, rect).clicked)
            check_in_->purpose = purpose.id;
        const float small = line_height(ui, TextSize::xs), name = line_height(ui, TextSize::m);
        const bool wide = rect.w > 2.4f * rect.h;
        const bool captioned = rect.h >= (wide ? 0 : sized(ui, 92)) + name + small + sized(ui, 24);
        const float words = name + (captioned ? small : 0);
        const float pad = sized(ui, 32), size = metrics(ui.canvas).icon_m;
        const std::string& label = purpose.title.in(ui.text.locale());
        Rect line{rect.x + pad, 0, rect.w - 2 * pad, name};
        if (wide) {
            draw_icon(ui, purpose, line.x + size / 2, rect.middle_y());
            line.x += size + sized(ui, 28);
            line.w = rect.right() - sized(ui, 96) - line.x;
            line.y = rect.middle_y() - words / 2;
        } else {
            const float top = rect.middle_y() - (size + sized(ui, 16) + words) / 2;
            draw_icon(ui, purpose, line.x + size / 2, top + size / 2);
            line.y = top + size + sized(ui, 16);
        }
        text_line(ui, line, label, type::button, ui.theme.palette.text);
        if (captioned) {
            text_line(ui, {line.x, line.bottom(), line.w, small},
                      purpose.caption.in(ui.text.locale()), type::caption, ui.theme.palette.text2);
        }
        if (on) draw_chosen(ui, rect, wide);
    }

    static void draw_icon(Ui& ui, const VisitPurpose& purpose, float x, float y) {
        icon(ui, icon_from_name(purpose.icon).value_or(Icon::door), x, y, metrics(ui.canvas).icon_m,
             ui.theme.palette.brand);
    }

    static void draw_chosen(Ui& ui, const Rect& rect, bool wide) {
        const Palette& colors = ui.theme.palette;
        stroke_rounded(ui, rect, metrics(ui.canvas).radius_card, sized(ui, 6), colors.brand);
        const float radius = sized(ui, 28), inset = sized(ui, 26) + radius;
        const float y = wide ? rect.middle_y() : rect.y + inset;
        fill_circle(ui, rect.right() - inset, y, radius, colors.brand);
        icon(ui, Icon::check, rect.right() - inset, y, radius * 1.3f, colors.surface);
    }

    /// A question as a card: icon and words at the left; its control is drawn at the right.
    static Rect question_card(Ui& ui, const Rect& rect, Icon which, std::string_view words) {
        card(ui, rect);
        const Palette& colors = ui.theme.palette;
        const float pad = sized(ui, 36), size = metrics(ui.canvas).icon_m;
        icon(ui, which, rect.x + pad + size / 2, rect.middle_y(), size, colors.brand);
        const float x = rect.x + pad + size + sized(ui, 28);
        const float middle = rect.x + rect.w * 0.54f;
        const float height = text_block_height(ui, middle - x, words, type::strong, 2);
        text_block(ui, {x, rect.middle_y() - height / 2, middle - x, height}, words, type::strong,
                   colors.text, Align::left, 2);
        return {middle, rect.y, rect.right() - sized(ui, 24) - middle, rect.h};
    }

    void draw_party(Ui& ui, const Rect& rect) {
        const Rect end = question_card(ui, rect, Icon::users, ui.text(Text::checkin_visit_party));
        const int size = check_in_->party_size;
        const float height = std::max(sized(ui, 108), 48.0f);
        const int change = stepper(
            ui, "checkin.visit.party", {end.x, end.middle_y() - height / 2, end.w, height},
            std::to_string(size), size > rules().smallest_party, size < rules().largest_party);
        if (change != 0) check_in_->change_party(change, rules());
    }

    /// Nothing here says who received them last time: that is for the ticket.
    void draw_consultant(Ui& ui, const Rect& rect) {
        const StaffMember* wished = app_.pack().find_staff(check_in_->wished_consultant);
        const Rect end = question_card(ui, rect, Icon::user,
                                       wished ? wished->name.in(ui.text.locale())
                                              : ui.text(Text::checkin_visit_any_consultant));
        const float height = metrics(ui.canvas).chip;
        const std::string& label = ui.text(Text::checkin_visit_change);
        const float width = std::min(chip_width(ui, label, false), end.w);
        if (chip(ui, "checkin.visit.consultant",
                 {end.right() - width, end.middle_y() - height / 2, width, height}, label, false)) {
            go_on(CheckInNext::consultant);
        }
    }
};

}  // namespace

std::unique_ptr<Screen> make_check_in_visit(App& app, std::shared_ptr<CheckIn> check_in) {
    return std::make_unique<VisitPage>(app, std::move(check_in));
}

}  // namespace foyer::kiosk

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/staff/board_side.h"
#include "kiosk/screens/staff/sheet.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Consultants with what they are doing; one touch gives them the party.
class AssignDialog : public Overlay {
  public:
    AssignDialog(App& app, const BoardRow& row, const std::vector<RotationRow>& rotation,
                 std::function<void(const std::string&)> chosen)
        : app_(app), row_(row), rotation_(rotation), chosen_(std::move(chosen)) {
        sort_for_board(rotation_);
    }

    std::string_view name() const override { return "assign"; }
    void draw(Ui& page) override;

  private:
    void draw_people(Ui& ui, const Rect& list);
    void draw_person(Ui& ui, const Rect& rect, const StaffMember& member, const RotationRow& row);
    std::string caption(const Translator& text) const;

    App& app_;
    const BoardRow row_;
    std::vector<RotationRow> rotation_;
    const std::function<void(const std::string&)> chosen_;
    ScrollState scroll_;
};

void AssignDialog::draw(Ui& page) {
    const bool portrait = page.canvas.portrait();
    const float pad = portrait ? 48.0f : 32.0f, button = metrics(page.canvas).button;
    const int columns = portrait ? 1 : 2;
    const int rows = (int(rotation_.size()) + columns - 1) / columns;
    const float head = line_height(page, TextSize::l) + line_height(page, TextSize::s) + pad;
    const float pitch = portrait ? 156.0f : 92.0f;
    const float foot = button + 1.6f * pad;
    const Rect sheet = sheet_rect(page.canvas, portrait ? 984.0f : 800.0f,
                                  head + float(rows) * pitch + pad + foot);
    bool outside = false;
    Ui ui = open_sheet(page, sheet, age(), outside);
    const std::string title = ui.text(Text::assign_title, {{"ticket", row_.ticket}});
    const float y = sheet_title(ui, sheet, title, caption(ui.text)) + pad * 0.5f;
    const float cancel_y = sheet.bottom() - pad * 0.8f - button;
    draw_people(ui, {sheet.x + pad * 0.5f, y, sheet.w - pad, cancel_y - pad * 0.5f - y});
    const float width = portrait ? 300.0f : 180.0f;
    const Rect cancel{sheet.right() - pad - width, cancel_y, width, button};
    const bool cancelled = ghost_button(ui, "assign.cancel", cancel, ui.text(Text::cancel));
    if (cancelled || outside) close();
}

std::string AssignDialog::caption(const Translator& text) const {
    std::string words = party_name(text, row_.name, row_.gender) + " ・ " +
                        text(Text::people, {{"n", std::int64_t(row_.party_size)}});
    if (row_.waiting()) {
        words +=
            " ・ " + text(Text::assign_waited, {{"time", stopwatch(waited(row_, app_.now()))}});
    }
    return words;
}

void AssignDialog::draw_people(Ui& ui, const Rect& list) {
    const bool portrait = ui.canvas.portrait();
    const int columns = portrait ? 1 : 2;
    const float gap = portrait ? 16.0f : 12.0f, pitch = portrait ? 156.0f : 92.0f;
    const float width = (list.w - float(columns + 1) * gap) / float(columns);
    ScrollArea area(ui, "assign.people", list, scroll_);
    int place = 0;
    for (const RotationRow& row : rotation_) {
        const StaffMember* member = app_.pack().find_staff(row.staff);
        if (!member) continue;
        const Rect rect{list.x + gap + float(place % columns) * (width + gap),
                        area.start() + float(place / columns) * pitch, width, pitch - gap};
        ++place;
        if (area.shows(rect.y, rect.h)) draw_person(ui, rect, *member, row);
    }
    area.finish(float((place + columns - 1) / columns) * pitch);
}

void AssignDialog::draw_person(Ui& ui, const Rect& rect, const StaffMember& member,
                               const RotationRow& row) {
    const Palette& colors = ui.theme.palette;
    const Locale locale = ui.text.locale();
    const bool portrait = ui.canvas.portrait();
    const bool has_it = member.id == row_.consultant;
    const ConsultantState state = consultant_state(row);
    const bool enabled = !has_it && state != ConsultantState::off_duty;
    const Press press = press_area(ui, "assign." + member.id, rect, enabled);
    if (press.clicked && !closing()) {
        close();
        chosen_(member.id);
    }
    const Color body = press.held ? colors.tint2 : enabled ? colors.wall : colors.sunk;
    panel(ui, rect, body);
    const float width = portrait ? 92.0f : 52.0f, inset = portrait ? 24.0f : 14.0f;
    const float height = std::min(width * 1.2f, rect.h - 8);
    const Rect door{rect.x + inset, rect.bottom() - height, width, height};
    portrait_door(ui, door, member.portrait, staff_letter(member, locale));
    const Tone tone = state == ConsultantState::next       ? Tone::ok
                      : state == ConsultantState::queued   ? Tone::neutral
                      : state == ConsultantState::off_duty ? Tone::neutral
                                                           : Tone::info;
    const Text it_is =
        member.pronoun == Pronoun::she ? Text::assign_has_it_she : Text::assign_has_it;
    const std::string words = has_it ? ui.text(it_is) : consultant_words(ui.text, row, app_.now());
    const float left =
        tag_before(ui, rect.right() - inset, rect.middle_y(), words, has_it ? Tone::brand : tone);
    const float x = door.right() + inset, room = left - 10 - x;
    const float first = line_height(ui, TextSize::s), second = line_height(ui, TextSize::xs);
    const float top = rect.middle_y() - (first + second) / 2;
    text_line(ui, {x, top, room, first}, short_name(member, locale), type::strong,
              enabled ? colors.text : colors.disabled_text);
    text_line(ui, {x, top + first, room, second}, member.desk_title.in(locale), type::caption,
              enabled ? colors.text2 : colors.disabled_text);
}

}  // namespace

std::unique_ptr<Overlay> make_assign_dialog(App& app, const BoardRow& row,
                                            const std::vector<RotationRow>& rotation,
                                            std::function<void(const std::string&)> chosen) {
    return std::make_unique<AssignDialog>(app, row, rotation, std::move(chosen));
}

}  // namespace foyer::kiosk

#include "kiosk/screens/staff/record_form_view.h"

#include <algorithm>
#include <optional>

#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/typing/text_sheet.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

Text field_name(RegistrationField field) {
    switch (field) {
        case RegistrationField::phone:
            return Text::record_phone;
        case RegistrationField::name:
            return Text::record_name;
        case RegistrationField::party_size:
            return Text::record_party;
        case RegistrationField::purpose:
            return Text::record_purpose;
        case RegistrationField::source:
            return Text::record_source;
        case RegistrationField::referrer:
            return Text::record_referrer;
        case RegistrationField::consultant:
            break;
    }
    return Text::record_consultant;
}

}  // namespace

RecordFormView::Layout RecordFormView::layout(const Ui& ui, const Rect& room) const {
    const float button = metrics(ui.canvas).button;
    const bool reach = ui.canvas.reach;
    Layout at;
    if (ui.canvas.portrait()) {
        const float keys = reach ? 330.0f : 420.0f;
        at.buttons = {room.x, room.bottom() - button, room.w, button};
        at.keys = {room.x, at.buttons.y - 24 - keys, room.w, keys};
        const float notes = 300, half = ui.canvas.height / 2 + 8;
        at.notes = {room.x, room.y, room.w, reach ? half - 24 - room.y : notes};
        const float top = reach ? half : at.notes.bottom() + 20;
        at.fields = {room.x, top, room.w, at.keys.y - 16 - top};
        return at;
    }
    const float gap = 24, half = (room.w - gap) / 2, right = room.x + half + gap;
    const float middle = ui.canvas.height / 2 + 4;
    at.buttons = {right, room.bottom() - button, half, button};
    const float tallest = at.buttons.y - 16 - (reach ? middle : room.y);
    const float keys = std::min(tallest, 360.0f);
    at.keys = {right, at.buttons.y - 16 - keys, half, keys};
    at.fields = {room.x, reach ? middle : room.y, half, 0};
    at.fields.h = room.bottom() - at.fields.y;
    at.notes = reach ? Rect{room.x, room.y, room.w, middle - 20 - room.y}
                     : Rect{right, room.y, half, at.keys.y - 16 - room.y};
    return at;
}

RecordFormView::Press RecordFormView::draw(Ui& ui, const Rect& room, std::string_view save_label) {
    Layout at = layout(ui, room);
    const float used = draw_notes(ui, at.notes);
    if (ui.canvas.portrait() && !ui.canvas.reach) {
        // The fields come up as far as the words above them leave room.
        const float top = at.notes.y + used + 24;
        at.fields = {at.fields.x, top, at.fields.w, at.fields.bottom() - top};
    }
    draw_fields(ui, at.fields);
    draw_keys(ui, at.keys);
    return draw_buttons(ui, at.buttons, save_label);
}

float RecordFormView::draw_notes(Ui& ui, const Rect& rect) {
    const float used = draw_status(ui, rect);
    const float gap = ui.canvas.portrait() ? 20.0f : 14.0f;
    const float hint = draw_hint(ui, {rect.x, rect.y + used + gap, rect.w, rect.h - used - gap});
    return used + (hint > 0 ? gap + hint : 0);
}

float RecordFormView::draw_status(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const std::vector<RegistrationField> missing = missing_fields(form_, app_.pack().registration);
    std::string words, remark;
    Color ink = colors.ok, tint = colors.ok_tint;
    Icon shown = Icon::check_circle;
    if (!fault_.empty()) {
        words = fault_;
        ink = colors.bad;
        tint = colors.bad_tint;
        shown = Icon::alert_triangle;
    } else if (missing.empty()) {
        words = ui.text(Text::record_complete);
    } else {
        std::string fields;
        const char* comma = ui.text.locale() == Locale::en ? ", " : "、";
        for (const RegistrationField field : missing)
            fields += (fields.empty() ? "" : comma) + ui.text(field_name(field));
        words = ui.text(Text::record_missing, {{"fields", fields}});
        remark = ui.text(Text::record_missing_later);
        ink = colors.warn;
        tint = colors.warn_tint;
        shown = Icon::pencil;
    }
    const float pad = portrait ? 28.0f : 18.0f, size = portrait ? 56.0f : 30.0f;
    const float x = rect.x + 1.6f * pad + size, room = rect.right() - pad - x;
    const float first = text_block_height(ui, room, words, type::strong, 2);
    const float second = remark.empty() ? 0 : line_height(ui, TextSize::xs);
    const Rect box{rect.x, rect.y, rect.w, first + second + 1.2f * pad};
    panel(ui, box, tint);
    icon(ui, shown, box.x + pad + size / 2, box.middle_y(), size, ink);
    const float top = box.middle_y() - (first + second) / 2;
    text_block(ui, {x, top, room, first}, words, type::strong, ink, Align::left, 2);
    text_line(ui, {x, top + first, room, second}, remark, type::caption, colors.text2);
    return box.h;
}

float RecordFormView::draw_hint(Ui& ui, const Rect& rect) {
    const VisitPurpose* purpose = app_.pack().registration.find_purpose(form_.purpose);
    if (!purpose || purpose->reception_hint.empty()) return 0;
    const Palette& colors = ui.theme.palette;
    const std::string& hint = purpose->reception_hint.in(ui.text.locale());
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 24.0f : 16.0f, size = portrait ? 44.0f : 24.0f;
    const float room = rect.w - 2 * pad, head = line_height(ui, TextSize::xs) + 6;
    const float line = line_height(ui, TextSize::s);
    const int lines = int((rect.h - head - 1.5f * pad) / line);
    if (lines < 1) return 0;
    const float used = text_block_height(ui, room, hint, type::body, lines);
    const Rect box{rect.x, rect.y, rect.w, head + used + 1.5f * pad};
    panel(ui, box, colors.glow_soft);
    icon(ui, Icon::lightbulb, box.x + pad + size / 2, box.y + pad * 0.75f + head / 2, size,
         colors.warn);
    text_line(ui, {box.x + pad + size * 1.3f, box.y + pad * 0.75f, room - size * 1.3f, head},
              ui.text(Text::record_hint), type::caption_strong, colors.warn);
    text_block(ui, {box.x + pad, box.y + pad * 0.75f + head, room, used}, hint, type::body,
               colors.text, Align::left, lines);
    return box.h;
}

void RecordFormView::draw_keys(Ui& ui, const Rect& rect) {
    const KeyPress pressed = number_pad(ui, "record.pad", rect, ui.text(Text::clear));
    if (!pressed || form_.saving) return;
    // Names and notes are written in the editor: these keys are the phone's.
    focus(FormField::phone);
    if (pressed.kind == KeyKind::text) type_into(form_, char32_t(pressed.text.front()));
    if (pressed.kind == KeyKind::erase) erase_from(form_);
    if (pressed.kind == KeyKind::clear) clear_field(form_);
    edited();
}

void RecordFormView::write(FormField field) {
    focus(field);
    const bool name = field == FormField::name;
    TextRequest request;
    request.title = name ? Text::record_name : Text::record_note;
    request.kind = name ? TextKind::name : TextKind::words;
    request.longest = name ? std::size_t(longest_name) : longest_note;
    request.text = name ? form_.name : form_.note;
    // The editor may outlive this page by the blink in which it fades.
    std::weak_ptr<bool> here = here_;
    request.done = [this, here, name](const std::string& text) {
        if (here.expired()) return;
        (name ? form_.name : form_.note) = text;
        edited();
    };
    app_.navigator().open(make_text_sheet(app_, std::move(request)));
}

void RecordFormView::write_vehicle(VehicleField field) {
    VehicleRequest request;
    request.field = field;
    std::weak_ptr<bool> here = here_;
    request.done = [this, here](const std::string& mark) {
        if (here.expired()) return;
        add_to_note(form_, mark);
        edited();
    };
    app_.navigator().open(make_vehicle_sheet(app_, std::move(request)));
}

RecordFormView::Press RecordFormView::draw_buttons(Ui& ui, const Rect& rect,
                                                   std::string_view save_label) {
    const bool portrait = ui.canvas.portrait();
    const float back = portrait ? 240.0f : 140.0f, gap = portrait ? 20.0f : 12.0f;
    Press press = Press::none;
    if (ghost_button(ui, "record.back", {rect.x, rect.y, back, rect.h}, ui.text(Text::back),
                     Icon::chevron_left, !form_.saving)) {
        press = Press::leave;
    }
    const std::string_view label = form_.saving ? ui.text(Text::record_saving) : save_label;
    if (primary_button(ui, "record.save",
                       {rect.x + back + gap, rect.y, rect.w - back - gap, rect.h}, label,
                       !form_.saving, PrimaryKind::finishes)) {
        press = Press::save;
    }
    return press;
}

bool RecordFormView::on_key(Key key) {
    if (key == Key::backspace || key == Key::erase) {
        erase_from(form_);
        edited();
        return true;
    }
    if (key != Key::enter && key != Key::tab) return false;
    focus(field_after(form_.focus));
    return true;
}

void RecordFormView::on_character(char32_t character) {
    if (form_.saving) return;
    type_into(form_, character);
    edited();
}

bool RecordFormView::ready_to_save() {
    const FormFault fault = hand_in(form_);
    focus_moved_ = fault != FormFault::none;
    const bool nameless = fault == FormFault::name_needs_phone;
    fault_ = nameless ? app_.text()(Text::record_name_needs_phone) : std::string();
    return fault == FormFault::none;
}

void RecordFormView::focus(FormField field) {
    form_.focus = field;
    focus_moved_ = true;
}

void RecordFormView::edited() {
    fault_.clear();
    look_up_phone();
}

void RecordFormView::look_up_phone() {
    const std::optional<std::string> e164 = phone_to_look_up(form_);
    if (!e164) return;
    scope_.renew();
    app_.ask(
        scope_, [e164 = *e164](Desk& desk) { return desk.find_customer(e164); },
        [this, e164 = *e164](const std::optional<Customer>& known) {
            phone_looked_up(form_, e164, known);
        });
}

}  // namespace foyer::kiosk

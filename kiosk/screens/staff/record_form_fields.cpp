#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/staff/record_form_view.h"
#include "kiosk/screens/staff/sheet.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/typing/phone_page.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

float field_height(const Ui& ui) {
    return ui.canvas.portrait() ? 112.0f : 60.0f;
}

float gap_below(const Ui& ui) {
    return ui.canvas.portrait() ? 28.0f : 16.0f;
}

/// The end of a text that is too long for its field: what is being typed stays in sight.
std::string_view visible_end(const Ui& ui, std::string_view text, TextStyle style, float width) {
    while (!text.empty() && text_width(ui, text, style) > width) {
        std::size_t next = 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80)
            ++next;
        text.remove_prefix(next);
    }
    return text;
}

}  // namespace

void RecordFormView::draw_fields(Ui& ui, const Rect& rect) {
    const Rect view{rect.x - 12, rect.y, rect.w + 24, rect.h};
    ScrollArea area(ui, "record.fields", view, scroll_);
    Rect at{rect.x, area.start(), rect.w, field_height(ui)};
    const float begin = at.y;
    const auto part = [&](FormField field, float height) {
        if (form_.focus == field) {
            focus_from_ = at.y - begin;
            focus_to_ = focus_from_ + height;
        }
        at.y += height + gap_below(ui);
    };
    part(FormField::phone, draw_phone(ui, at));
    part(FormField::name, draw_name(ui, at));
    at.y += draw_party_line(ui, at) + gap_below(ui);
    at.y += draw_purposes(ui, at) + gap_below(ui);
    at.y += draw_sources(ui, at) + gap_below(ui);
    if (!form_.visit) at.y += draw_consultants(ui, at) + gap_below(ui);
    part(FormField::note, draw_note(ui, at));
    area.finish(at.y - begin);
    if (focus_moved_) scroll_to(scroll_, rect.h, focus_from_, focus_to_ - focus_from_);
    focus_moved_ = false;
}

float RecordFormView::draw_label(Ui& ui, const Rect& at, Text label,
                                 std::optional<RegistrationField> field) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float height = line_height(ui, TextSize::xs) + (portrait ? 6 : 4);
    text_line(ui, {at.x, at.y, at.w, height}, ui.text(label), type::caption_strong, colors.text2);
    const Registration& rules = app_.pack().registration;
    if (!field || !rules.requires_for_record(*field)) return height;
    const auto missing = missing_fields(form_, rules);
    const bool is_missing = std::find(missing.begin(), missing.end(), *field) != missing.end();
    const float x =
        at.x + text_width(ui, ui.text(label), type::caption_strong) + (portrait ? 16.0f : 10.0f);
    text_line(ui, {x, at.y, at.right() - x, height}, ui.text(Text::record_required), type::caption,
              is_missing ? colors.warn : colors.text2);
    return height;
}

float RecordFormView::draw_phone(Ui& ui, const Rect& at) {
    const float label = draw_label(ui, at, Text::record_phone, RegistrationField::phone);
    Field shown;
    shown.text = form_.phone.shown();
    shown.focused = form_.focus == FormField::phone;
    shown.slots = form_.phone.empty() ? 0 : form_.phone.slots();
    const PhoneFault fault = form_.phone.told();
    shown.bad = fault != PhoneFault::none && fault != PhoneFault::empty;
    shown.icon = Icon::phone;
    const Rect rect{at.x, at.y + label, at.w, at.h};
    if (field(ui, "record.phone", rect, shown).field) focus(FormField::phone);
    return label + at.h + draw_phone_remark(ui, {at.x, rect.bottom(), at.w, at.h});
}

float RecordFormView::draw_phone_remark(Ui& ui, const Rect& at) {
    const Palette& colors = ui.theme.palette;
    const float line = line_height(ui, TextSize::xs) + (ui.canvas.portrait() ? 10 : 6);
    const Rect rect{at.x, at.y, at.w, line};
    const auto say = [&](const std::string& words, Color ink) {
        text_line(ui, rect, words, type::caption_strong, ink);
        return line;
    };
    const bool missing = form_.phone.told() == PhoneFault::empty;
    if (const std::string* remark = phone_remark(ui.text, form_.phone); remark && !missing)
        return say(*remark, form_.phone.look_again() ? colors.warn : colors.bad);
    if (form_.phone.empty()) {
        if (!form_.name.empty()) return say(ui.text(Text::record_name_needs_phone), colors.warn);
        return form_.visit ? 0 : say(ui.text(Text::record_no_details_needed), colors.text2);
    }
    if (!form_.phone.complete() || form_.looked_up != form_.phone.reading().e164) return 0;
    if (!form_.known) return say(ui.text(Text::record_new_number), colors.info);
    return say(ui.text(Text::record_known,
                       {{"name", form_.known->name}, {"n", std::int64_t(form_.known->visits)}}),
               colors.ok);
}

void RecordFormView::text_field(Ui& ui, std::string_view id, const Rect& rect, FormField which) {
    const bool name = which == FormField::name;
    Field shown;
    shown.style = name ? type::button : type::body;
    const float inside = rect.w - (ui.canvas.portrait() ? 110.0f : 70.0f);
    shown.text = visible_end(ui, name ? form_.name : form_.note, shown.style, inside);
    if (!name) shown.placeholder = ui.text(Text::record_note_more);
    shown.focused = form_.focus == which;
    if (field(ui, id, rect, shown).field) write(which);
}

float RecordFormView::draw_name(Ui& ui, const Rect& at) {
    const float label = draw_label(ui, at, Text::record_name, RegistrationField::name);
    const float chip_height = metrics(ui.canvas).chip;
    const bool portrait = ui.canvas.portrait();
    const float gap = portrait ? 16.0f : 10.0f, chip_wide = portrait ? 190.0f : 108.0f;
    const float chips = 2 * chip_wide + gap;
    text_field(ui, "record.name", {at.x, at.y + label, at.w - chips - gap, at.h}, FormField::name);
    const FlowChip forms[] = {
        {"male", ui.text(Text::gender_man), form_.gender == Gender::male},
        {"female", ui.text(Text::gender_woman), form_.gender == Gender::female},
    };
    for (int i = 0; i < 2; ++i) {
        const Rect rect{at.right() - chips + float(i) * (chip_wide + gap),
                        at.y + label + (at.h - chip_height) / 2, chip_wide, chip_height};
        if (!chip(ui, "record.gender." + std::string(forms[i].id), rect, forms[i].label,
                  forms[i].on)) {
            continue;
        }
        const Gender pressed = i == 0 ? Gender::male : Gender::female;
        form_.gender = form_.gender == pressed ? Gender::unsaid : pressed;
    }
    return label + at.h;
}

float RecordFormView::draw_party_line(Ui& ui, const Rect& at) {
    const float wide = ui.canvas.portrait() ? 460.0f : 260.0f, gap = gap_below(ui);
    const float height = draw_party_size(ui, {at.x, at.y, std::min(at.w, wide), at.h});
    if (part_) part_(ui, {at.x + wide + gap, at.y, at.w - wide - gap, height});
    return height;
}

float RecordFormView::draw_party_size(Ui& ui, const Rect& at) {
    const Registration& rules = app_.pack().registration;
    const float label = draw_label(ui, at, Text::record_party, {});
    const float height = metrics(ui.canvas).chip;
    const float width = at.w;
    form_.party_size += stepper(
        ui, "record.party", {at.x, at.y + label, width, height}, std::to_string(form_.party_size),
        form_.party_size > rules.smallest_party, form_.party_size < rules.largest_party);
    return label + height;
}

float RecordFormView::draw_purposes(Ui& ui, const Rect& at) {
    const Registration& rules = app_.pack().registration;
    const float label = draw_label(ui, at, Text::record_purpose, RegistrationField::purpose);
    std::vector<FlowChip> chips;
    for (const VisitPurpose& purpose : rules.purposes) {
        chips.push_back(
            {purpose.id, purpose.title.in(ui.text.locale()), purpose.id == form_.purpose});
    }
    float height = 0;
    const int touched = chip_flow(ui, "record.purpose", at.x, at.y + label, at.w, chips, height);
    if (touched >= 0) form_.purpose = rules.purposes[std::size_t(touched)].id;
    return label + height;
}

float RecordFormView::draw_sources(Ui& ui, const Rect& at) {
    const Registration& rules = app_.pack().registration;
    const float label = draw_label(ui, at, Text::record_source, {});
    std::vector<FlowChip> chips;
    for (const Choice& source : rules.sources) {
        chips.push_back(
            {source.id, source.title.in(ui.text.locale()), source.id == word(form_.source)});
    }
    float height = 0;
    const int touched = chip_flow(ui, "record.source", at.x, at.y + label, at.w, chips, height);
    if (touched >= 0) {
        form_.source = from_word(rules.sources[std::size_t(touched)].id, form_.source);
    }
    return label + height;
}

float RecordFormView::draw_consultants(Ui& ui, const Rect& at) {
    const Pack& pack = app_.pack();
    const Locale locale = ui.text.locale();
    const float label = draw_label(ui, at, Text::record_wished, {});
    std::vector<std::string> ids = {""}, names = {ui.text(Text::record_in_turn)};
    for (const std::string& id : pack.rotation.order) {
        const StaffMember* member = pack.find_staff(id);
        if (!member || !member->on_duty) continue;
        ids.push_back(id);
        names.push_back(short_name(*member, locale));
    }
    std::vector<FlowChip> chips;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::string_view id = i == 0 ? "in_turn" : std::string_view(ids[i]);
        chips.push_back({id, names[i], ids[i] == form_.wished_consultant});
    }
    float height = 0;
    const int touched = chip_flow(ui, "record.wished", at.x, at.y + label, at.w, chips, height);
    if (touched >= 0) form_.wished_consultant = ids[std::size_t(touched)];
    return label + height;
}

float RecordFormView::draw_note(Ui& ui, const Rect& at) {
    const float label = draw_label(ui, at, Text::record_note, {});
    text_field(ui, "record.note", {at.x, at.y + label, at.w, at.h}, FormField::note);
    const std::vector<VehicleMark>& marks = app_.pack().registration.vehicle_marks;
    if (marks.empty()) return label + at.h;
    const float gap = ui.canvas.portrait() ? 16.0f : 10.0f, height = metrics(ui.canvas).chip;
    float x = at.x;
    for (const VehicleMark mark : marks) {
        const bool plate = mark == VehicleMark::plate;
        const std::string& name = ui.text(plate ? Text::typing_add_plate : Text::typing_add_vin);
        const float width = small_button_width(ui, name, true);
        if (small_button(ui, plate ? "record.plate" : "record.vin",
                         {x, at.y + label + at.h + gap, width, height}, name, SmallButton::brand,
                         plate ? Icon::car : Icon::scan)) {
            write_vehicle(plate ? VehicleField::plate : VehicleField::vin);
        }
        x += width + gap;
    }
    return label + at.h + gap + height;
}

}  // namespace foyer::kiosk

#include "kiosk/flows/record_form.h"

#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

std::string* text_of(RecordForm& form) {
    if (form.focus == FormField::name) return &form.name;
    return form.focus == FormField::note ? &form.note : nullptr;
}

std::size_t longest(FormField field) {
    return field == FormField::name ? std::size_t(longest_name) : longest_note;
}

std::string cleaned(std::string_view name) {
    return clean_name(name).name;
}

}  // namespace

RecordForm blank_form() {
    return {};
}

RecordForm form_for(const Customer& known) {
    RecordForm form;
    form.phone.replace(known.phone);
    phone_looked_up(form, known.phone, known);
    return form;
}

RecordForm form_of(const BoardRow& visit, const std::optional<Customer>& customer) {
    RecordForm form;
    form.visit = visit;
    form.customer = customer;
    form.name = visit.name;
    form.gender = visit.gender;
    form.party_size = visit.party_size;
    form.purpose = visit.purpose;
    form.source = visit.source;
    form.note = visit.note;
    if (customer) {
        form.phone.replace(customer->phone);
        form.known = customer;
        form.looked_up = customer->phone;
    }
    if (!form.phone.empty()) form.focus = form.name.empty() ? FormField::name : FormField::note;
    return form;
}

void type_into(RecordForm& form, char32_t character) {
    std::string* text = text_of(form);
    if (!text) {
        form.phone.type(character);
    } else if (character >= U' ' && characters_of(*text).size() < longest(form.focus)) {
        *text += utf8_of(character);
    }
}

void erase_from(RecordForm& form) {
    if (std::string* text = text_of(form)) {
        drop_last_character(*text);
    } else {
        form.phone.erase();
    }
}

void clear_field(RecordForm& form) {
    if (std::string* text = text_of(form)) {
        text->clear();
    } else {
        form.phone.clear();
    }
}

void add_to_note(RecordForm& form, const std::string& mark) {
    if (mark.empty() || form.note.find(mark) != std::string::npos) return;
    const std::string longer = form.note + (form.note.empty() ? "" : " ") + mark;
    if (characters_of(longer).size() <= longest_note) form.note = longer;
}

FormField field_after(FormField field) {
    switch (field) {
        case FormField::phone:
            return FormField::name;
        case FormField::name:
            return FormField::note;
        case FormField::note:
            break;
    }
    return FormField::phone;
}

std::optional<std::string> phone_to_look_up(const RecordForm& form) {
    const std::string& e164 = form.phone.reading().e164;
    if (!form.phone.complete() || e164 == form.looked_up) return std::nullopt;
    return e164;
}

void phone_looked_up(RecordForm& form, const std::string& e164,
                     const std::optional<Customer>& known) {
    form.looked_up = e164;
    form.known = known;
    if (!known) return;
    if (form.name.empty()) form.name = known->name;
    if (form.gender == Gender::unsaid) form.gender = known->gender;
    // Domain §3.1: a repeat buyer gets the source "repeat purchase".
    if (!form.visit && known->retained()) form.source = VisitSource::repeat_purchase;
}

FormFault hand_in(RecordForm& form) {
    if (!form.phone.empty() && !form.phone.hand_in()) {
        form.focus = FormField::phone;
        return FormFault::phone;
    }
    const bool has_customer = form.visit && !form.visit->customer.empty();
    if (form.phone.empty() && !has_customer && !cleaned(form.name).empty()) {
        form.focus = FormField::phone;
        return FormFault::name_needs_phone;
    }
    return FormFault::none;
}

std::vector<RegistrationField> missing_fields(const RecordForm& form, const Registration& rules) {
    const bool assigned = !form.visit || !form.visit->consultant.empty();
    const std::pair<RegistrationField, bool> filled[] = {
        {RegistrationField::phone, form.phone.reading().ok()},
        {RegistrationField::name, !cleaned(form.name).empty()},
        {RegistrationField::party_size, form.party_size > 0},
        {RegistrationField::purpose, !form.purpose.empty()},
        {RegistrationField::consultant, assigned},
    };
    std::vector<RegistrationField> missing;
    for (const auto& [field, is_filled] : filled) {
        if (!is_filled && rules.requires_for_record(field)) missing.push_back(field);
    }
    return missing;
}

RecordDetails changes(const RecordForm& form) {
    RecordDetails details;
    const PhoneReading& phone = form.phone.reading();
    const std::string phone_before = form.customer ? form.customer->phone : "";
    if (phone.ok() && phone.e164 != phone_before) details.phone = phone.e164;
    // Compared with whose record it becomes: a name that came with a known number is no change.
    const bool becomes_known = details.phone && form.known && form.looked_up == *details.phone;
    const std::optional<Customer>& owner = becomes_known ? form.known : form.customer;
    const std::string name = cleaned(form.name);
    if (!name.empty() && name != (owner ? owner->name : "")) details.name = name;
    if (form.gender != (owner ? owner->gender : Gender::unsaid)) details.gender = form.gender;
    if (!form.visit || form.party_size != form.visit->party_size) {
        details.party_size = form.party_size;
    }
    if (!form.visit || form.purpose != form.visit->purpose) details.purpose = form.purpose;
    if (!form.visit || form.source != form.visit->source) details.source = form.source;
    if (!form.note.empty()) details.note = form.note;
    return details;
}

bool changed(const RecordDetails& details) {
    return details.phone || details.name || details.purpose || details.note || details.gender ||
           details.party_size || details.source;
}

Arrival arrival_of(const RecordForm& form) {
    Arrival arrival;
    arrival.phone = form.phone.reading().e164;
    arrival.name = cleaned(form.name);
    arrival.gender = form.gender;
    arrival.party_size = form.party_size;
    arrival.purpose = form.purpose;
    arrival.source = form.source;
    arrival.wished_consultant = form.wished_consultant;
    return arrival;
}

}  // namespace foyer::kiosk

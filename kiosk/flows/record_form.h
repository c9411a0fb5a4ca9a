#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flows/phone_entry.h"
#include "shared/desk/desk.h"
#include "shared/people/names.h"

namespace foyer::kiosk {

/// Fields that are typed; the others are chosen.
enum class FormField { phone, name, note };

/// A party's record as it is being filled in, for a party that is here (visit) or one that comes to
/// the counter. What was typed stays until it is saved, whatever goes wrong. UI thread.
struct RecordForm {
    PhoneEntry phone;
    std::string name, note;
    Gender gender = Gender::unsaid;
    int party_size = 1;
    std::string purpose;  ///< id in the pack; empty: not said
    VisitSource source = VisitSource::walk_in;
    std::string wished_consultant;  ///< only of a new party; empty: whoever's turn it is
    FormField focus = FormField::phone;
    bool saving = false;

    std::optional<BoardRow> visit;     ///< the record to complete; none: a new party
    std::optional<Customer> customer;  ///< of that visit, as it was loaded
    std::optional<Customer> known;     ///< whose phone was typed
    std::string looked_up;             ///< E.164 that `known` answers
};

/// Longest note, in characters.
constexpr std::size_t longest_note = 200;

RecordForm blank_form();
/// Of a new party that somebody who is known has come with.
RecordForm form_for(const Customer& known);
/// The record of a visit, ready to be completed.
RecordForm form_of(const BoardRow& visit, const std::optional<Customer>& customer);

/// One character for the field in focus, from glass or keyboard. Name and note are bounded.
void type_into(RecordForm& form, char32_t character);
/// Takes the last character of the field in focus away.
void erase_from(RecordForm& form);
void clear_field(RecordForm& form);
/// Puts a plate or a VIN behind what the note says, once.
void add_to_note(RecordForm& form, const std::string& mark);
/// The field after the one in focus: phone, name, note, phone …
FormField field_after(FormField field);

/// The E.164 to look up now: a whole number was typed whose owner has not been asked for yet.
std::optional<std::string> phone_to_look_up(const RecordForm& form);
/// The answer. A known customer's name and form of address fill what is still empty: a known number
/// is never a second customer (domain §3.1).
void phone_looked_up(RecordForm& form, const std::string& e164,
                     const std::optional<Customer>& known);

/// What keeps the form from being saved.
enum class FormFault {
    none,
    phone,             ///< what PhoneEntry::told() and look_again() say
    name_needs_phone,  ///< a customer is known by their phone (domain §3.1)
};
/// Somebody wants to save: from now on everything that is wrong is told. An unlikely number passes
/// when it is handed in twice. The focus goes to the field at fault.
FormFault hand_in(RecordForm& form);

/// Fields the pack wants for a finished record that are still empty. Saving without them is
/// allowed: the record stays marked.
std::vector<RegistrationField> missing_fields(const RecordForm& form, const Registration& rules);

/// What differs from the record as it was loaded. hand_in() must have found no fault.
RecordDetails changes(const RecordForm& form);
bool changed(const RecordDetails& details);

/// A new party. hand_in() must have found no fault. A party that leaves no details is registered,
/// too (domain §3.3 counts it).
Arrival arrival_of(const RecordForm& form);

}  // namespace foyer::kiosk

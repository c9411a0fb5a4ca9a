#pragma once

#include <string>
#include <vector>

#include "shared/text/locale.h"

namespace foyer {

/// A field of a visit's record that a pack may require (domain §3.1).
enum class RegistrationField { phone, name, party_size, purpose, source, referrer, consultant };

/// What is written on a car, noted with a visit where a trade wants it.
enum class VehicleMark { plate, vin };

/// One of the answers offered for a question.
struct Choice {
    std::string id;
    LocalizedText title;
};

/// Why a party comes (domain §4), and how such a visitor is received.
struct VisitPurpose {
    std::string id;
    std::string icon;
    LocalizedText title, caption;
    LocalizedText reception_hint;  ///< for staff: "不催，先让他自己看"
};

/// Something a visitor may agree to, never ticked beforehand.
struct ConsentPurpose {
    std::string id;
    LocalizedText title;        ///< "我同意门店为本次接待联系我"
    LocalizedText explanation;  ///< what is kept, how long, how to take it back
    bool required = false;      ///< without it no visit can be registered with a phone number
};

/// What is asked at the door and what completes a record.
struct Registration {
    std::vector<RegistrationField> required_at_door;
    std::vector<RegistrationField> required_for_record;
    int smallest_party = 1, largest_party = 12;
    std::vector<VisitPurpose> purposes;
    std::vector<ConsentPurpose> consents;
    std::vector<Choice> sources;        ///< ids are the words of VisitSource
    std::vector<Choice> relationships;  ///< between referrer and referred (domain §2.4)
    std::vector<Choice> age_bands;
    std::vector<VehicleMark> vehicle_marks;  ///< reception has keys for these; may be empty
    LocalizedText privacy_notice;

    bool requires_at_door(RegistrationField field) const;
    bool requires_for_record(RegistrationField field) const;
    const VisitPurpose* find_purpose(const std::string& id) const;
};

}  // namespace foyer

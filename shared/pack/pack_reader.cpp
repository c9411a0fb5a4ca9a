#include "shared/pack/pack_reader.h"

#include <charconv>

namespace foyer {
namespace {

template <class Kind>
using Word = std::pair<std::string_view, Kind>;

constexpr std::array home_targets = {
    Word<HomeTarget>{"check_in", HomeTarget::check_in},
    Word<HomeTarget>{"policy", HomeTarget::policy},
    Word<HomeTarget>{"gallery", HomeTarget::gallery},
    Word<HomeTarget>{"rewards", HomeTarget::rewards},
    Word<HomeTarget>{"people", HomeTarget::people},
};
constexpr std::array home_places = {
    Word<HomePlace>{"main_door", HomePlace::main_door},
    Word<HomePlace>{"door", HomePlace::door},
    Word<HomePlace>{"tile", HomePlace::tile},
};
constexpr std::array staff_roles = {
    Word<StaffRole>{"receptionist", StaffRole::receptionist},
    Word<StaffRole>{"consultant", StaffRole::consultant},
    Word<StaffRole>{"designer", StaffRole::designer},
    Word<StaffRole>{"manager", StaffRole::manager},
};
constexpr std::array pronouns = {
    Word<Pronoun>{"she", Pronoun::she},
    Word<Pronoun>{"he", Pronoun::he},
};
constexpr std::array registration_fields = {
    Word<RegistrationField>{"phone", RegistrationField::phone},
    Word<RegistrationField>{"name", RegistrationField::name},
    Word<RegistrationField>{"party_size", RegistrationField::party_size},
    Word<RegistrationField>{"purpose", RegistrationField::purpose},
    Word<RegistrationField>{"source", RegistrationField::source},
    Word<RegistrationField>{"referrer", RegistrationField::referrer},
    Word<RegistrationField>{"consultant", RegistrationField::consultant},
};
constexpr std::array vehicle_marks = {
    Word<VehicleMark>{"plate", VehicleMark::plate},
    Word<VehicleMark>{"vin", VehicleMark::vin},
};

/// "#1D5B50"; the schema has proven its shape.
PackColor color_of(const std::string& text) {
    unsigned value = 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value)};
}

Brand read_brand(const PackNode& node) {
    Brand brand;
    brand.name = node.text("name");
    brand.showroom = node.text("showroom");
    brand.tagline = node.text("tagline");
    brand.color = color_of(node.string("color"));
    brand.logo = node.picture("logo");
    brand.logo_dark = node.picture("logo_dark");
    return brand;
}

HomeEntry read_home_entry(const PackNode& node) {
    HomeEntry entry;
    entry.target = node.one_of("target", home_targets);
    entry.place = node.one_of("place", home_places);
    entry.icon = node.string("icon");
    entry.title = node.text("title");
    entry.caption = node.text("caption");
    entry.picture = node.picture("picture");
    return entry;
}

StaffMember read_member(const PackNode& node) {
    StaffMember member;
    member.id = node.string("id");
    member.name = node.text("name");
    member.latin_name = node.string("latin_name");
    member.pronoun = node.one_of("pronoun", pronouns);
    member.roles = node.some_of("roles", staff_roles);
    member.title = node.text("title");
    member.desk_title = node.text("desk_title");
    member.years = node.small_number("years");
    member.on_duty = node.flag("on_duty");
    member.portrait = node.picture("portrait");
    member.pin_hash = node.string("pin_hash");
    member.motto = node.text("motto");
    member.training = node.text("training");
    member.hobbies = node.text("hobbies");
    member.strengths = node.texts("strengths");
    member.signature_works = node.strings("signature_works");
    member.experience = node.list("experience", [](const PackNode& known) {
        return GroupExperience{known.string("group"), known.small_number("count")};
    });
    return member;
}

std::vector<Choice> read_choices(const PackNode& root, const char* name) {
    return root.list(name, [](const PackNode& node) {
        return Choice{node.string("id"), node.text("title")};
    });
}

}  // namespace

void read_pack_json(const PackNode& root, Pack& pack) {
    pack.id = root.string("id");
    pack.name = root.string("name");
    pack.version = root.string("version");
    pack.kind = root.string("kind");
    pack.time_zone = root.string("time_zone");
    pack.brand = read_brand(root.at("brand"));
    const PackNode home = root.at("home");
    pack.home.greeting = home.text("greeting");
    pack.home.subtitle = home.text("subtitle");
    pack.home.entries = home.list("entries", read_home_entry);
    pack.attract = root.list("attract", [](const PackNode& node) {
        return AttractSlide{node.picture("picture"), node.text("title"), node.text("caption"),
                            node.string("entry")};
    });
    pack.seating = root.list("seating", [](const PackNode& node) {
        return SeatingPlace{node.string("id"), node.string("icon"), node.text("invitation"),
                            node.text("directions")};
    });
    const PackNode people = root.at("people");
    pack.people = {people.one_of("role", staff_roles), people.text("title"),
                   people.counted("everyone"), people.counted("on_duty"),
                   people.text("ask_for_one")};
}

void read_staff_json(const PackNode& root, Pack& pack) {
    pack.staff = root.list("staff", read_member);
    const PackNode rotation = root.at("rotation");
    pack.rotation.order = rotation.strings("order");
    pack.rotation.waiting_limit_minutes = rotation.small_number("waiting_limit_minutes");
    pack.rotation.minutes_per_party = rotation.small_number("minutes_per_party");
}

void read_registration_json(const PackNode& root, Pack& pack) {
    Registration& registration = pack.registration;
    registration.required_at_door = root.some_of("required_at_door", registration_fields);
    registration.required_for_record = root.some_of("required_for_record", registration_fields);
    registration.smallest_party = root.at("party_size").small_number("from");
    registration.largest_party = root.at("party_size").small_number("to");
    registration.purposes = root.list("purposes", [](const PackNode& node) {
        return VisitPurpose{node.string("id"), node.string("icon"), node.text("title"),
                            node.text("caption"), node.text("reception_hint")};
    });
    registration.consents = root.list("consents", [](const PackNode& node) {
        return ConsentPurpose{node.string("id"), node.text("title"), node.text("explanation"),
                              node.flag("required")};
    });
    registration.sources = read_choices(root, "sources");
    registration.relationships = read_choices(root, "relationships");
    registration.age_bands = read_choices(root, "age_bands");
    registration.vehicle_marks = root.some_of("vehicle_marks", vehicle_marks);
    registration.privacy_notice = root.text("privacy_notice");
}

}  // namespace foyer

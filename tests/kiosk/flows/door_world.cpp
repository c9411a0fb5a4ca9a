#include "tests/kiosk/flows/door_world.h"

#include <unistd.h>

namespace foyer::kiosk {
namespace {

StaffMember consultant(const std::string& id, const std::string& name, bool on_duty) {
    StaffMember member;
    member.id = id;
    member.name = {name, name, id};
    member.roles = {StaffRole::consultant};
    member.on_duty = on_duty;
    return member;
}

VisitPurpose purpose(const std::string& id) {
    VisitPurpose purpose;
    purpose.id = id;
    purpose.title = {id, id, id};
    return purpose;
}

ConsentPurpose consent(const std::string& id, bool required) {
    ConsentPurpose consent;
    consent.id = id;
    consent.title = {id, id, id};
    consent.required = required;
    return consent;
}

std::shared_ptr<Pack> make_pack() {
    auto pack = std::make_shared<Pack>();
    pack->time_zone = "Asia/Shanghai";
    pack->staff = {consultant("zhou", "周文婧", true), consultant("shen", "沈悦", true),
                   consultant("jiang", "江一鸣", false)};
    StaffMember designer = consultant("fang", "方知夏", true);
    designer.roles = {StaffRole::designer};
    pack->staff.push_back(designer);
    pack->rotation.order = {"zhou", "shen", "jiang"};
    Registration& rules = pack->registration;
    rules.required_at_door = {RegistrationField::phone, RegistrationField::name,
                              RegistrationField::purpose};
    rules.largest_party = 6;
    rules.purposes = {purpose("browsing"), purpose("decided")};
    rules.consents = {consent("reception", true), consent("news", false)};
    return pack;
}

}  // namespace

DoorWorld::DoorWorld()
    : clock(Date{2026, 6, 13}.day_number() * one_day + 2 * one_hour),
      pack(make_pack()),
      folder_(std::filesystem::temp_directory_path() / ("foyer-door-" + std::to_string(getpid()))),
      secrets_(make_code_secrets(random_)) {
    keys = code_keys(secrets_);
    std::filesystem::create_directories(folder_);
    store_ = std::make_unique<Store>(folder_ / "store.db");
    journal_ = std::make_unique<Journal>(*store_, clock, random_, "door");
    desk = std::make_unique<Desk>(*journal_, pack);
}

DoorWorld::~DoorWorld() {
    desk.reset();
    journal_.reset();
    store_.reset();
    std::filesystem::remove_all(folder_);
}

CheckInNext DoorWorld::hand_in_phone(CheckIn& check_in, const std::string& digits, bool consent) {
    check_in.phone.clear();
    type_into(check_in.phone, digits);
    if (consent && !check_in.agreed("reception")) check_in.toggle_consent("reception");
    if (!check_in.submit_phone()) return CheckInNext::stay;
    return check_in.standing_known(standing_of(*desk, check_in.phone.reading().e164), rules());
}

CheckedIn DoorWorld::register_now(CheckIn& check_in) {
    if (!check_in.begin_registration()) return {};
    CheckedIn outcome = foyer::kiosk::check_in(*desk, check_in.arrival(rules()));
    check_in.registered(outcome);
    return outcome;
}

CheckedIn DoorWorld::visited(const std::string& digits, const std::string& name, Gender gender) {
    Arrival arrival;
    arrival.phone = read_phone(digits, "CN").e164;
    arrival.name = name;
    arrival.gender = gender;
    arrival.purpose = "browsing";
    arrival.consents = {{"reception", true}};
    return check_in(*desk, arrival);
}

Id DoorWorld::owner_with_code(const std::string& digits, const std::string& name,
                              std::uint64_t id) {
    const CheckedIn visit = visited(digits, name, Gender::female);
    desk->depart(visit.ticket.visit, VisitOutcome::bought, "tile", "zhou");
    IssuedCode code;
    code.id = id;
    code.customer = customer_id(read_phone(digits, "CN").e164);
    code.typed = typed_of(id);
    code.qr = qr_of(id);
    code.expires_on = today() + 30;
    desk->issue_code(code);
    return code.customer;
}

std::string DoorWorld::qr_of(std::uint64_t id) const {
    return qr_payload({id, today() + 30}, secrets_);
}

std::string DoorWorld::typed_of(std::uint64_t id) const {
    return typed_code(id, secrets_.mac_key);
}

std::int64_t DoorWorld::today() const {
    return Date{2026, 6, 13}.day_number();
}

}  // namespace foyer::kiosk

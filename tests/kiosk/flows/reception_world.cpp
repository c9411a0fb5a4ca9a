#include "tests/kiosk/flows/reception_world.h"

#include <unistd.h>

namespace foyer::kiosk {
namespace {

StaffMember member(const std::string& id, const std::string& name, StaffRole role, bool on_duty) {
    StaffMember member;
    member.id = id;
    member.name = {name, name, id};
    member.roles = {role};
    member.on_duty = on_duty;
    return member;
}

std::shared_ptr<const Pack> make_pack() {
    auto pack = std::make_shared<Pack>();
    pack->time_zone = "Asia/Shanghai";
    pack->staff = {member("zhou", "周文婧", StaffRole::consultant, true),
                   member("du", "杜国平", StaffRole::manager, true),
                   member("fang", "方知夏", StaffRole::designer, true),
                   member("jiang", "江一鸣", StaffRole::consultant, false),
                   member("shen", "沈悦", StaffRole::consultant, true),
                   member("tan", "谭敏", StaffRole::receptionist, true)};
    pack->rotation.order = {"zhou", "shen", "jiang"};
    pack->rotation.waiting_limit_minutes = 15;
    pack->registration.required_for_record = {RegistrationField::phone, RegistrationField::name,
                                              RegistrationField::purpose};
    VisitPurpose browsing;
    browsing.id = "browsing";
    browsing.title = {"随便看看", "隨便看看", "Browsing"};
    pack->registration.purposes = {browsing};
    return pack;
}

}  // namespace

ReceptionWorld::ReceptionWorld()
    : clock(Date{2026, 6, 13}.day_number() * one_day + 2 * one_hour),
      pack(make_pack()),
      folder_(std::filesystem::temp_directory_path() /
              ("foyer-reception-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
    store_ = std::make_unique<Store>(folder_ / "store.db");
    journal_ = std::make_unique<Journal>(*store_, clock, random_, "counter");
    desk = std::make_unique<Desk>(*journal_, pack);
}

ReceptionWorld::~ReceptionWorld() {
    desk.reset();
    journal_.reset();
    store_.reset();
    std::filesystem::remove_all(folder_);
}

Id ReceptionWorld::arrive(const std::string& phone, const std::string& name) {
    Arrival arrival;
    arrival.phone = phone;
    arrival.name = name;
    arrival.party_size = 2;
    arrival.purpose = "browsing";
    arrival.actor = "tan";
    return desk->register_visit(arrival).ticket.visit;
}

}  // namespace foyer::kiosk

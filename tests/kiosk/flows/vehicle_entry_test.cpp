#include "kiosk/flows/vehicle_entry.h"

#include <doctest/doctest.h>

using namespace foyer;
using namespace foyer::kiosk;

namespace {

VehicleEntry typed(VehicleField field, std::string_view text) {
    VehicleEntry entry(field);
    entry.type_all(text);
    return entry;
}

bool offers(const VehicleEntry& entry, char32_t symbol) {
    const KeyRow row = entry.keys();
    return row.symbols.find(symbol) != std::u32string::npos &&
           row.disabled.find(symbol) == std::u32string::npos;
}

}  // namespace

TEST_CASE("A plate is typed province first, then its letter, and shown with its dot") {
    VehicleEntry entry(VehicleField::plate);
    CHECK(offers(entry, U'粤'));
    entry.type(U'粤');
    CHECK_FALSE(offers(entry, U'1'));
    CHECK(offers(entry, U'B'));
    entry.type_all("b12345");
    CHECK(entry.shown() == "粤B·12345");
    CHECK_FALSE(entry.green());
    CHECK(entry.hand_in());
    CHECK(entry.recorded() == "粤B12345");
}

TEST_CASE("What is missing of a plate is told only when it is handed in") {
    VehicleEntry entry = typed(VehicleField::plate, "粤B123");
    CHECK(entry.told() == VehicleFault::none);
    CHECK_FALSE(entry.hand_in());
    CHECK(entry.told() == VehicleFault::incomplete);
    entry.type(U'4');
    CHECK(entry.told() == VehicleFault::none);
    CHECK(typed(VehicleField::plate, "粤B12I45").told() == VehicleFault::impossible);
}

TEST_CASE("An unusual green plate passes at the second look") {
    VehicleEntry entry = typed(VehicleField::plate, "粤BX12345");
    CHECK(entry.green());
    CHECK_FALSE(entry.hand_in());
    CHECK(entry.told() == VehicleFault::unusual);
    CHECK(entry.hand_in());
    CHECK(entry.recorded() == "粤BX12345");
}

TEST_CASE("A VIN whose check digit does not fit is warned of and may be used as it is") {
    VehicleEntry entry = typed(VehicleField::vin, "1m8gdm9axkp042788");
    CHECK(entry.hand_in());
    CHECK(entry.recorded() == "1M8GDM9AXKP042788");
    VehicleEntry wrong = typed(VehicleField::vin, "1M8GDM9A1KP042788");
    CHECK_FALSE(wrong.hand_in());
    CHECK(wrong.warned());
    CHECK(wrong.told() == VehicleFault::unusual);
    CHECK(wrong.hand_in());
    wrong.erase();
    CHECK_FALSE(wrong.warned());
    CHECK(wrong.missing() == 1);
    CHECK_FALSE(offers(wrong, U'I'));
    CHECK_FALSE(offers(wrong, U'O'));
    CHECK_FALSE(offers(wrong, U'Q'));
}

TEST_CASE("A scanner replaces what was typed; nothing at all is left out") {
    VehicleEntry entry = typed(VehicleField::vin, "1M8");
    entry.replace("1M8GDM9AXKP042788\r");
    CHECK(entry.hand_in());
    entry.clear();
    CHECK(entry.hand_in());
    CHECK(entry.recorded().empty());
    entry.replace(std::string(500, 'A'));
    CHECK(entry.told() == VehicleFault::impossible);
}

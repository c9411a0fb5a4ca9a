#include <doctest/doctest.h>

#include "shared/people/vehicle.h"

using namespace foyer;

TEST_CASE("plates are read as people write them") {
    const PlateReading plate = read_plate("粤b·12345");
    CHECK(plate.ok());
    CHECK(plate.likely);
    CHECK(plate.kind == PlateKind::ordinary);
    CHECK(plate.plate == "粤B12345");
    CHECK(read_plate("京Ａ－１２３４５").plate == "京A12345");
    CHECK(read_plate("沪 A 1B2C3").plate == "沪A1B2C3");
    CHECK(shown_plate("粤b12345") == "粤B·12345");
    CHECK(shown_plate("粤B") == "粤B");
    CHECK(shown_plate("AB1234") == "AB1234");
}

TEST_CASE("green plates have eight symbols, and an engine letter where it belongs") {
    const PlateReading small = read_plate("粤BD12345");
    CHECK(small.kind == PlateKind::new_energy);
    CHECK(small.likely);
    CHECK(read_plate("粤B12345D").likely);
    const PlateReading odd = read_plate("粤BX12345");
    CHECK(odd.ok());
    CHECK_FALSE(odd.likely);
}

TEST_CASE("plates that cross the border and marks of Hong Kong and Macao are tolerated") {
    CHECK(read_plate("粤Z1234港").kind == PlateKind::special);
    CHECK(read_plate("粤Z1234澳").ok());
    for (const char* mark : {"AB1234", "MA-12-34", "MS1", "HK 1"}) {
        const PlateReading reading = read_plate(mark);
        CHECK_MESSAGE(reading.ok(), mark);
        CHECK(reading.kind == PlateKind::overseas);
        CHECK(reading.likely);
    }
    CHECK_FALSE(read_plate("ABCDE").likely);
}

TEST_CASE("what no plate can be is told by what is wrong") {
    CHECK(read_plate("").fault == PlateFault::empty);
    CHECK(read_plate("粤B123").fault == PlateFault::incomplete);
    CHECK(read_plate("粤B1234567").fault == PlateFault::too_long);
    CHECK(read_plate("粤112345").fault == PlateFault::impossible);
    CHECK(read_plate("粤B12I45").fault == PlateFault::impossible);
    CHECK(read_plate("粤B港1234").fault == PlateFault::impossible);
    CHECK(read_plate("林B12345").fault == PlateFault::impossible);
    CHECK(read_plate("\xFF").fault == PlateFault::impossible);
}

TEST_CASE("the keys offer what may come next") {
    CHECK(plate_keys("").starts_with(U"京津沪"));
    CHECK(plate_keys("粤").find(U'1') == std::u32string::npos);
    CHECK(plate_keys("粤").find(U'I') == std::u32string::npos);
    CHECK(plate_keys("粤B").find(U'1') != std::u32string::npos);
    CHECK(plate_keys("粤B").find(U'O') == std::u32string::npos);
    CHECK(plate_keys("粤Z1234").find(U'港') != std::u32string::npos);
    CHECK(plate_keys("粤Z1234港").empty());
    CHECK(plate_keys("粤BD12345").empty());
    for (const char32_t province : plate_provinces)
        CHECK(plate_keys("").find(province) != std::u32string::npos);
    CHECK(plate_provinces.size() == 31);
}

TEST_CASE("a VIN's check digit is the ninth; one that does not fit is a warning") {
    for (const char* vin : {"1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715"}) {
        const VinReading reading = read_vin(vin);
        CHECK(reading.ok());
        CHECK_MESSAGE(reading.check_digit_fits, vin);
    }
    const VinReading wrong = read_vin("1M8GDM9A1KP042788");
    CHECK(wrong.ok());
    CHECK_FALSE(wrong.check_digit_fits);
    CHECK(wrong.vin == "1M8GDM9A1KP042788");
}

TEST_CASE("every single wrong symbol of a VIN changes its check digit, but for those alike") {
    const std::string vin = "1M8GDM9AXKP042788";
    for (std::size_t at = 0; at < vin.size(); ++at) {
        std::string wrong = vin;
        wrong[at] = vin[at] == '7' ? '9' : '7';
        if (vin[at] == 'G' || vin[at] == 'P') wrong[at] = 'R';  // both count as 7, as does 7 itself
        CHECK_FALSE(read_vin(wrong).check_digit_fits);
    }
}

TEST_CASE("a VIN has 17 symbols; I, O and Q are read as what they look like") {
    CHECK(read_vin("").fault == VinFault::empty);
    CHECK(read_vin("1M8GDM9AXKP04278").fault == VinFault::incomplete);
    CHECK(read_vin("1M8GDM9AXKP0427888").fault == VinFault::too_long);
    CHECK(read_vin("1M8GDM9AXKP04278京").fault == VinFault::impossible);
    CHECK(read_vin("im8gdm9axkpo42788").vin == "1M8GDM9AXKP042788");
    CHECK(read_vin("1M8 GDM9AXKP042788").ok());
}

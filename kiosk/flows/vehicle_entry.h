#pragma once

#include <string>
#include <string_view>

#include "shared/people/vehicle.h"

namespace foyer::kiosk {

enum class VehicleField { plate, vin };

/// What should be said of it by now.
enum class VehicleFault {
    none,
    incomplete,  ///< told when somebody wants to go on
    impossible,  ///< told at once
    unusual      ///< a plate nobody expects, a VIN whose check digit does not fit: a second look
};

/// The keys to show: a symbol of `disabled` stands in its place and takes no touch.
struct KeyRow {
    std::u32string symbols, disabled;
    int columns = 9;
};

/// A plate or a VIN while it is typed. What is unusual passes when it is handed in twice. Plain
/// state, UI thread.
class VehicleEntry {
  public:
    explicit VehicleEntry(VehicleField field) : field_(field) {}

    VehicleField field() const { return field_; }
    void type(char32_t character);
    void type_all(std::string_view utf8);
    /// In place of what is there, e.g. from a scanner.
    void replace(std::string_view utf8);
    void erase();
    void clear();

    /// "粤B·12345"
    std::string shown() const;
    bool empty() const { return typed_.empty(); }
    /// Symbols of a VIN still to come.
    int missing() const;
    /// A plate of a new-energy car.
    bool green() const;
    KeyRow keys() const;

    VehicleFault told() const;
    /// It was told to be unusual, and may be used as it is.
    bool warned() const { return warned_; }
    /// Somebody is done with it; an empty one is left out. True if it may be recorded.
    bool hand_in();
    /// As it is recorded; "" if it was left out.
    std::string recorded() const;

  private:
    void edited();

    const VehicleField field_;
    std::string typed_;
    bool handed_in_ = false, warned_ = false;
};

}  // namespace foyer::kiosk

#pragma once

#include <algorithm>

#include "kiosk/theme/canvas.h"

namespace foyer::kiosk {

/// Where everything stands at the staff entrance (look "16-staff-pin"). In reach mode everything
/// that is touched lies in the lower half.
struct EntranceLayout {
    Rect hall;
    float floor_y = 0;
    Rect hall_door;
    Rect brand;       ///< logo and words on the hall
    Rect hall_words;  ///< "staff entrance", below it
    Rect title;       ///< "who are you?"
    Rect tools;       ///< language and home, right-aligned in it
    /// Where people stand: doors of this size, so many a row, cell by cell.
    Rect people;
    float door_width = 0, door_height = 0, cell_width = 0, cell_height = 0;
    int columns = 1, places = 1;
    bool captions = true;
    Rect everybody;  ///< the page of all people
    Rect sentence;
    float pin_x = 0, pin_y = 0;
    Rect note;
    Rect pad;

    /// The door of the nth person.
    Rect door(int place) const {
        const float x = people.x + float(place % columns) * cell_width;
        const float y = people.y + float(place / columns) * cell_height;
        return {x, y, door_width, door_height};
    }
    /// How many fit side by side on the page of all people.
    int everybody_columns() const {
        return std::max(1, int((everybody.w + cell_width - door_width) / cell_width));
    }
};

EntranceLayout entrance_layout(const Canvas& canvas);

}  // namespace foyer::kiosk

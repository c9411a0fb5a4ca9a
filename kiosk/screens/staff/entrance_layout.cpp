#include "kiosk/screens/staff/entrance_layout.h"

namespace foyer::kiosk {
namespace {

EntranceLayout desk_layout(const Canvas& canvas) {
    EntranceLayout at;
    const float x = 528, right = canvas.width - 48, width = right - x;
    at.hall = {0, 0, 480, canvas.height};
    at.floor_y = 620;
    at.hall_door = {54, 176, 372, 444};
    at.brand = {40, 40, 400, 52};
    at.hall_words = {40, 112, 400, 56};
    at.title = {x, 36, width, 56};
    at.tools = {x, 36, width, 56};
    at.door_width = 124;
    at.door_height = 148;
    at.cell_width = 141;
    at.cell_height = 224;
    at.people = {x, 108, width, 210};
    at.columns = at.places = std::max(3, int((width + 17) / at.cell_width));
    at.everybody = {x, 108, width, canvas.height - 132};
    at.pad = {right - 372, 350, 372, 412};
    const float room = at.pad.x - 32 - x;
    at.sentence = {x, 366, room, 36};
    at.pin_x = x;
    at.pin_y = 424;
    at.note = {x, 494, room, 270};
    return at;
}

EntranceLayout desk_reach_layout(const Canvas& canvas) {
    EntranceLayout at = desk_layout(canvas);
    const float x = at.title.x, right = canvas.width - 48;
    at.title = {x, 60, right - x, 56};
    at.tools = {x, canvas.height - 72, right - x, 56};
    at.pad = {right - 372, 408, 372, 296};
    at.door_width = 84;
    at.door_height = 100;
    at.cell_width = 104;
    at.cell_height = 148;
    at.captions = false;
    at.people = {x, 408, at.pad.x - 24 - x, 296};
    at.columns = std::max(2, int((at.people.w + 20) / at.cell_width));
    at.places = 2 * at.columns;
    at.everybody = {x, 408, right - x, 296};
    at.sentence = {x, 136, right - x, 36};
    at.pin_y = 190;
    at.note = {x, 250, right - x, 140};
    return at;
}

EntranceLayout kiosk_layout(const Canvas& canvas) {
    EntranceLayout at;
    const float x = 72, width = canvas.width - 144, end = canvas.height;
    at.hall = {0, 0, canvas.width, 590};
    at.floor_y = 500;
    at.hall_door = {376, 84, 328, 416};
    at.brand = {72, 54, 344, 76};
    at.hall_words = {72, 150, 292, 84};
    at.title = {x, 622, width, 96};
    at.tools = {x, 626, width, 88};
    at.door_width = 164;
    at.door_height = 196;
    at.cell_width = 193;
    at.cell_height = 316;
    at.people = {x, 744, width, 300};
    at.columns = at.places = 5;
    at.everybody = {x, 744, width, end - 744 - 36};
    at.sentence = {x, 1072, width, 62};
    at.pin_x = x;
    at.pin_y = 1152;
    at.note = {x + 500, 1136, width - 500, 92};
    at.pad = {x, 1250, width, end - 1250 - 60};
    return at;
}

EntranceLayout kiosk_reach_layout(const Canvas& canvas) {
    EntranceLayout at = kiosk_layout(canvas);
    const float x = 72, width = canvas.width - 144, half = canvas.height / 2;
    at.title = {x, 640, width, 96};
    at.sentence = {x, 748, width, 62};
    at.pin_y = 836;
    at.note = {x + 500, 820, width - 500, 92};
    at.door_width = 130;
    at.door_height = 156;
    at.cell_height = 270;
    at.people = {x, half + 16, width, 260};
    at.tools = {x, canvas.height - 124, width, 88};
    at.everybody = {x, half + 16, width, at.tools.y - half - 40};
    at.pad = {x, half + 290, width, at.tools.y - half - 314};
    return at;
}

}  // namespace

EntranceLayout entrance_layout(const Canvas& canvas) {
    if (canvas.portrait()) return canvas.reach ? kiosk_reach_layout(canvas) : kiosk_layout(canvas);
    return canvas.reach ? desk_reach_layout(canvas) : desk_layout(canvas);
}

}  // namespace foyer::kiosk

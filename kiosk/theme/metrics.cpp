#include "kiosk/theme/metrics.h"

namespace foyer::kiosk {

Metrics metrics(const Canvas& canvas) {
    Metrics m;
    if (canvas.portrait()) return m;
    m.margin = 24;
    m.gutter = 16;
    m.radius_tag = 8;
    m.radius_key = 14;
    m.radius_control = 17;
    m.radius_card = 20;
    m.radius_dialog = 24;
    m.door_frame = 8;
    m.button = 60;
    m.row = 76;
    m.chip = 56;
    m.edge_line = 2;
    m.icon_s = 24;
    m.icon_m = 32;
    m.icon_l = 44;
    return m;
}

}  // namespace foyer::kiosk

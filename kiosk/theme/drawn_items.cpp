#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

void DrawnItems::begin_frame() {
    finished_.swap(drawing_);
    drawing_.clear();
}

void DrawnItems::add(std::string_view id, const Rect& visible, bool enabled) {
    if (visible.w <= 0 || visible.h <= 0) return;
    drawing_.push_back({std::string(id), visible, enabled});
}

const DrawnItem* DrawnItems::find(std::string_view id) const {
    for (auto item = finished_.rbegin(); item != finished_.rend(); ++item)
        if (item->id == id) return &*item;
    return nullptr;
}

}  // namespace foyer::kiosk

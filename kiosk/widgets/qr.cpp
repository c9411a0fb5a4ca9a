#include "kiosk/widgets/qr.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {
constexpr int quiet_zone = 4;  // modules, ISO/IEC 18004
}

void qr_panel(Ui& ui, const Rect& rect, const QrModules& modules, std::string_view typed_code) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    fill_rounded(ui, rect, metrics(ui.canvas).radius_card, colors.surface);
    const float words =
        typed_code.empty() ? 0 : line_height(ui, TextSize::m) + (portrait ? 24.0f : 14.0f);
    if (words > 0)
        text_line(ui,
                  {rect.x + 16, rect.bottom() - words - (portrait ? 8.0f : 4.0f), rect.w - 32,
                   line_height(ui, TextSize::m)},
                  typed_code, type::button, colors.text, Align::center);
    if (modules.side <= 0) return;

    const float room = ui.canvas.to_pixels(std::min(rect.w, rect.h - words));
    const float pixels = std::floor(room / float(modules.side + 2 * quiet_zone));
    if (pixels < 1) return;
    const ImVec4 box = to_screen(ui, {rect.x, rect.y, rect.w, rect.h - words});
    const float side = pixels * float(modules.side);
    const float left = std::round((box.x + box.z - side) / 2);
    const float top = std::round((box.y + box.w - side) / 2);
    const ImU32 ink = packed(ui, colors.text);
    for (int y = 0; y < modules.side; ++y)
        for (int x = 0; x < modules.side;) {
            const auto dark = [&](int column) {
                return column < modules.side &&
                       modules.dark[std::size_t(y * modules.side + column)];
            };
            const int from = x;
            while (dark(x))
                ++x;
            if (x > from)
                ui.draw->AddRectFilled({left + float(from) * pixels, top + float(y) * pixels},
                                       {left + float(x) * pixels, top + float(y + 1) * pixels},
                                       ink);
            else
                ++x;
        }
}

}  // namespace foyer::kiosk

#include "kiosk/theme/type.h"

#include <array>

namespace foyer::kiosk {

namespace {

using Scale = std::array<TypeMetrics, 5>;  // by TextSize
constexpr Scale kiosk_scale = {{{144, 164}, {76, 96}, {46, 62}, {36, 52}, {30, 42}}};
constexpr Scale large_scale = {{{158, 180}, {84, 106}, {58, 76}, {46, 64}, {38, 52}}};
constexpr Scale desk_scale = {{{60, 68}, {34, 44}, {23, 32}, {19, 28}, {16, 22}}};
// The kiosk's large text grows titles by a tenth and text by a quarter; so does the desk's.
constexpr Scale desk_large_scale = {{{66, 75}, {38, 48}, {29, 38}, {24, 34}, {20, 28}}};

}  // namespace

TypeMetrics type_metrics(const Canvas& canvas, TextSize size) {
    const Scale& scale = canvas.portrait() ? (canvas.large_text ? large_scale : kiosk_scale)
                                           : (canvas.large_text ? desk_large_scale : desk_scale);
    return scale[std::size_t(size)];
}

}  // namespace foyer::kiosk

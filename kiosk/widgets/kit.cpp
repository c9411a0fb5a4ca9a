#include "kiosk/widgets/kit.h"

#include <array>

#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/tags.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

constexpr float left = 48, right = 1032;

void heading(Ui& ui, float middle_y, std::string_view words) {
    text_line(ui, {left, middle_y - 21, right - left, 42}, words, type::caption_strong,
              ui.theme.palette.text2);
}

struct Swatch {
    const char* name;
    Color color;
};

void swatches(Ui& ui, float y, const std::array<Swatch, 8>& row) {
    const Palette& colors = ui.theme.palette;
    const float pitch = (right - left + 9) / 8;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Rect place{left + float(i) * pitch, y, pitch - 9, 56};
        fill_rounded(ui, place, 16, row[i].color);
        stroke_rounded(ui, place, 16, 2, colors.text.faded(0.12f));
        text_line(ui, {place.x - 4, y + 60, place.w + 8, 42}, row[i].name, type::caption,
                  colors.text, Align::center);
    }
}

void colour_part(Ui& ui) {
    const Palette& c = ui.theme.palette;
    heading(ui, 47, "色 COLOUR ・ 品牌色来自展厅包，灯光色永远不变");
    swatches(ui, 72,
             {{{"wall", c.wall},
               {"floor", c.floor},
               {"surface", c.surface},
               {"sunk", c.sunk},
               {"line", c.line},
               {"edge", c.edge},
               {"text2", c.text2},
               {"text", c.text}}});
    swatches(ui, 196,
             {{{"brand", c.brand},
               {"deep", c.deep},
               {"mid", c.mid},
               {"tint2", c.tint2},
               {"tint", c.tint},
               {"glow", c.glow},
               {"soft", c.glow_soft},
               {"onGlow", c.on_glow}}});
    const float width = 237, pitch = 249;
    tag(ui, {left, 326, width, 60}, "已核实", Tone::ok, Icon::check_circle);
    tag(ui, {left + pitch, 326, width, 60}, "还差一步", Tone::warn, Icon::hourglass);
    tag(ui, {left + 2 * pitch, 326, width, 60}, "超时", Tone::bad, Icon::alarm);
    tag(ui, {left + 3 * pitch, 326, width, 60}, "已到店", Tone::info, Icon::store);
}

void door_part(Ui& ui, const KitPictures& pictures) {
    const Palette& c = ui.theme.palette;
    constexpr float foot = 714;
    heading(ui, 427, "门 THE DOOR ・ 上圆角 = 宽/2，框 12，光 = 两个梯形");
    light(ui, {58, foot, 200, 68, 0.14f, 0.4f});
    floor_line(ui, left, foot - 2, right - left, 3, c.edge);
    const Rect main{58, foot - 230, 200, 230};
    fill_door(ui, main, c.brand);
    photo(ui, {main.x + 12, main.y + 12, 176, 160}, pictures.room, PhotoShape::door);
    const Rect white{318, foot - 200, 168, 200};
    door_shadow(ui, white, Elevation::e1);
    fill_door(ui, white, c.surface);
    photo(ui, {white.x + 12, white.y + 12, 144, 188}, pictures.portrait, PhotoShape::door, 0, 1, 0);
    lit_door(ui, {548, foot - 120, 96, 120}, Icon::arrow_right, 52);
    letter_door(ui, {698, foot - 100, 77, 100}, "林", type::button, c.tint, c.brand);
    const Rect later{828, foot - 89, 69, 89};
    outlined_door(ui, later, 3, c.line, c.sunk);
    text_line(ui, later.moved(0, 6), "3", type::caption_strong, c.text2, Align::center);
    const Rect done{948, foot - 89, 69, 89};
    fill_door(ui, done, c.brand);
    icon(ui, Icon::check, done.middle_x(), done.middle_y() + 5, 44, c.surface);
    constexpr std::array<std::pair<float, const char*>, 6> labels = {{{54, "主入口 brand"},
                                                                      {310, "照片 white"},
                                                                      {520, "去 glow"},
                                                                      {682, "人 tint"},
                                                                      {826, "未到"},
                                                                      {950, "已过"}}};
    for (const auto& [x, label] : labels)
        text_line(ui, {x, 724, 240, 42}, label, type::caption, c.text2);
}

void button_part(Ui& ui) {
    heading(ui, 816, "按钮 BUTTONS ・ 常态 / 按下 / 不可用");
    const Rect first{left, 844, 316, 124}, second{382, 844, 316, 124}, third{716, 844, 316, 124};
    primary_button(ui, "kit.primary", first, "下一步");
    paint_primary(ui, second, "下一步", ControlState::pressed);
    paint_primary(ui, third, "下一步", ControlState::disabled);
    secondary_button(ui, "kit.secondary", first.moved(0, 144), "打印", Icon::printer);
    paint_secondary(ui, second.moved(0, 144), "打印", Icon::printer, ControlState::pressed);
    ghost_button(ui, "kit.back", {716, 988, 150, 124}, "返回", Icon::chevron_left);
    ghost_button(ui, "kit.exit", {882, 988, 150, 124}, "退出", Icon::x);
}

void small_part(Ui& ui) {
    const Palette& c = ui.theme.palette;
    chip(ui, "kit.chip", {left, 1140, 176, 88}, "小户型", false);
    chip(ui, "kit.chip_on", {248, 1140, 192, 88}, "女士", true);
    key(ui, "kit.key", {464, 1136, 150, 96}, "7", KeyTone::character, type::button);
    const Rect pressed{638, 1136, 150, 96};
    fill_rounded(ui, pressed, metrics(ui.canvas).radius_key, c.tint2);
    text_line(ui, pressed, "7", type::button, c.text, Align::center);
    countdown_ring(ui, 856, 1184, 84, 0.27f, "8");
    badge(ui, 950, 1184, "3");

    const Rect place{left, 1256, right - left, 128};
    row(ui, "kit.row", place, {"王", "列表行：王＊＊", "3月28日 推荐", true, 200});
    tag_before(ui, place.right() - 108, place.middle_y(), "可领取", Tone::ok, Icon::badge_check);
    toast_bar(ui, {left, 1404, right - left, 100}, "轻提示：已发到您手机，三秒后消失", "撤回",
              Icon::check_circle);
}

}  // namespace

void draw_kit(Ui& ui, const KitPictures& pictures) {
    wall(ui);
    colour_part(ui);
    door_part(ui, pictures);
    button_part(ui);
    small_part(ui);
    const Dialog question{"您还在吗？", "到时清空您填的内容", "我还在", "不用了", false, "8",
                          0.27f};
    dialog_card(ui, "kit.dialog", {left, 1536, 640, 344}, question);
    photo_card(ui, "kit.photo", {712, 1536, 320, 344}, pictures.photo, "春江里 茶室",
               "说明写在照片外");
}

}  // namespace foyer::kiosk

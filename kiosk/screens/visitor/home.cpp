#include <algorithm>
#include <optional>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/visitor/home_parts.h"
#include "kiosk/screens/visitor/line_balance.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/overlays.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

constexpr float gap = 24;
/// The page has come to rest when the light fades in (look "Motion").
constexpr float light_after = 0.2f, light_fades_in = 0.25f;

class Home : public Screen {
  public:
    explicit Home(App& app) : app_(app) {}

    std::string_view name() const override { return "home"; }
    void entered() override { entered_at_.reset(); }

    void draw(Ui& ui) override {
        if (!entered_at_) entered_at_ = ui.motion.now;
        const Date today = app_.today();
        if (!texts_ || texts_->locale != ui.text.locale() || texts_->day != today)
            texts_ = home_texts(ui.text, app_.calendar(), app_.pack(), today);
        if (ui.canvas.portrait())
            ui.canvas.reach ? draw_portrait_reach(ui) : draw_portrait(ui);
        else
            ui.canvas.reach ? draw_desk_reach(ui) : draw_desk(ui);
        visitor_top_bar(app_, ui, ui.canvas.reach);
        visitor_tool_strip(app_, ui);
    }

  private:
    float light_strength(Ui& ui) {
        const float age = float(ui.motion.now - *entered_at_) / 1000 - light_after;
        return eased(ui, age, light_fades_in);
    }

    void open(HomeTarget target) {
        Navigator& to = app_.navigator();
        switch (target) {
            case HomeTarget::check_in:
                return to.push(make_check_in(app_));
            case HomeTarget::policy:
                return to.push(make_policy(app_));
            case HomeTarget::gallery:
                return to.push(make_gallery(app_));
            case HomeTarget::rewards:
                return to.push(make_rewards_door(app_));
            case HomeTarget::people:
                return to.push(make_people(app_));
        }
    }

    void show_main(Ui& ui, const Rect& rect) {
        const HomeWay& way = texts_->main;
        if (main_door(ui, way.id, rect, {way.picture, way.title, way.caption})) open(way.target);
    }
    void show_door(Ui& ui, const Rect& rect, const HomeWay& way) {
        if (white_door(ui, way.id, rect, {way.picture, way.title, way.caption})) open(way.target);
    }
    void show_tile(Ui& ui, const Rect& rect, const HomeWay& way, bool figure = false) {
        const bool pressed = figure
                                 ? figure_tile(ui, rect, way, figure_style(ui, rect, texts_->tiles))
                                 : plain_tile(ui, rect, way);
        if (pressed) open(way.target);
    }
    void show_campaign(Ui& ui, const Rect& rect) {
        if (campaign_bar(ui, rect, *texts_->campaign)) open(HomeTarget::policy);
    }

    /// Doors one above the other, or side by side.
    void show_doors(Ui& ui, const Rect& rect, bool stacked) {
        const std::vector<HomeWay>& doors = texts_->doors;
        const float space = stacked ? 40.0f : gap;
        const std::vector<Rect> places =
            cells(rect, doors.size(), stacked ? 1 : doors.size(), space, false);
        for (std::size_t i = 0; i < doors.size(); ++i)
            show_door(ui, places[i], doors[i]);
    }

    /// What stands on the floor: tiles side by side, the campaign below or after them.
    void draw_portrait(Ui& ui) {
        const HomeTexts& words = *texts_;
        const bool large = ui.canvas.large_text;
        const float foot = ui.canvas.height - (large ? 150.0f : 174.0f);
        const std::size_t rows = large ? words.tiles.size() : words.tiles.empty() ? 0 : 1;
        const float tile_height = large ? 126 : 204, bar = large ? 126 : 140;
        const float space = large ? 20 : 28, air = large ? 32 : 54;
        float top = foot + space - float(rows) * (tile_height + space);
        if (words.campaign) top -= bar + space;
        const float floor = std::min(top - air, foot - 120);

        wall_and_floor(ui, floor);
        const Rect main{72, 416, 552, floor - 416};
        light(ui, {main.x, floor, main.w, 430, 0.08f, 1.0f, light_strength(ui)});
        page_title(ui, portrait::title_no_steps + (large ? 24.0f : 22.0f), words.greeting,
                   words.subtitle);
        show_doors(ui, {672, 416, 336, floor - 416}, true);
        show_main(ui, main);

        const float width = ui.canvas.width - 144;
        for (std::size_t i = 0; i < words.tiles.size(); ++i) {
            if (large) {
                show_tile(ui, {72, top, width, tile_height}, words.tiles[i]);
                top += tile_height + space;
                continue;
            }
            const Rect row{72, top, width, tile_height};
            const Rect place = cells(row, words.tiles.size(), words.tiles.size(), gap, false)[i];
            show_tile(ui, place, words.tiles[i], words.tiles.size() <= 2);
        }
        if (words.campaign) show_campaign(ui, {72, foot - bar, width, bar});
    }

    /// Everything to touch lies in the lower half; doors have become tiles.
    void draw_portrait_reach(Ui& ui) {
        const HomeTexts& words = *texts_;
        const Palette& colors = ui.theme.palette;
        const bool large = ui.canvas.large_text;
        const float floor = ui.canvas.height / 2, width = ui.canvas.width - 144;
        wall_and_floor(ui, floor);
        hall(ui, {0, 0, ui.canvas.width, floor}, floor);
        hall_door(ui, {72, 176, width, floor - 176}, words.main.picture, 1, 16);
        light(ui, {98, floor, width - 52, 350, 0.17f, 0.4f, light_strength(ui)});

        float y = floor + 20;
        const float title = line_height(ui, TextSize::l);
        text_line(ui, {72, y, width, title}, words.greeting, type::title, colors.text);
        show_reach_plate(ui, y + title / 2,
                         width - text_width(ui, words.greeting, type::title) - gap);
        y += title + (large ? 8.0f : 16.0f);
        const float bar = large ? 188 : 212;
        show_main(ui, {72, y, width, bar});
        y += bar + (large ? 20.0f : 28.0f);
        const float foot = ui.canvas.height - (large ? 150.0f : 174.0f);
        show_as_tiles(ui, {72, y, width, foot - y});
    }

    /// Says which mode this is; gives way to a long greeting.
    void show_reach_plate(Ui& ui, float middle_y, float room) {
        const Palette& colors = ui.theme.palette;
        const std::string_view words = ui.text(Text::home_reach_mode);
        const float width = text_width(ui, words, type::caption_strong) + 92;
        if (width > room) return;
        const Rect plate{ui.canvas.width - 72 - width, middle_y - 32, width, 64};
        fill_rounded(ui, plate, metrics(ui.canvas).radius_tag, colors.surface);
        icon(ui, Icon::accessibility, plate.x + 44, middle_y, 36, colors.text);
        text_line(ui, {plate.x + 72, plate.y, width - 92 + 2, plate.h}, words, type::caption_strong,
                  colors.text);
    }

    /// Doors, tiles and the campaign in rows of three, or of two with large text.
    void show_as_tiles(Ui& ui, const Rect& rect) {
        std::vector<const HomeWay*> ways;
        for (const HomeWay& door : texts_->doors)
            ways.push_back(&door);
        for (const HomeWay& tile : texts_->tiles)
            ways.push_back(&tile);
        const std::size_t count = ways.size() + (texts_->campaign ? 1 : 0);
        const bool pairs = ui.canvas.large_text || count == 4;
        const std::vector<Rect> places = cells(rect, count, pairs ? 2 : 3, gap, true);
        for (std::size_t i = 0; i < ways.size(); ++i)
            show_tile(ui, places[i], *ways[i]);
        if (texts_->campaign) show_campaign(ui, places.back());
    }

    void draw_desk(Ui& ui) {
        const HomeTexts& words = *texts_;
        const float floor = ui.canvas.height - 252, right = ui.canvas.width - 48;
        // An English greeting has longer words.
        const TextStyle greeting = whole_words(ui, words.greeting, type::number, 300);
        const float left = greeting == type::number ? 360 : 396;
        wall_and_floor(ui, floor);
        const float share = words.doors.size() > 1 ? 0.45f : 0.6f;
        const Rect main{left, 40, (right - left) * share, floor - 40};
        light(ui, {main.x, floor, main.w, 190, 0.13f, 1.0f, light_strength(ui)});
        draw_greeting(ui, {48, 110, left - 60, floor - 110}, false);
        show_main(ui, main);
        const float x = main.right() + 32;
        show_doors(ui, {x, 176, right - x, floor - 176}, false);
        show_floor_row(ui, {48, floor + 30, right - 48, 108});
    }

    /// Greeting and its sentence, one block in the middle of a column.
    void draw_greeting(Ui& ui, const Rect& column, bool on_dark) {
        const Palette& colors = ui.theme.palette;
        const TextStyle style = whole_words(ui, texts_->greeting, type::number, column.w);
        const std::string greeting = by_clauses(ui, texts_->greeting, style, column.w);
        const std::string subtitle = by_clauses(ui, texts_->subtitle, type::body, column.w);
        const float title = text_block_height(ui, column.w, greeting, style);
        const float sentence = text_block_height(ui, column.w, subtitle, type::body);
        const float top = column.middle_y() - (title + 20 + sentence) / 2;
        text_block(ui, {column.x, top, balanced_width(ui, greeting, style, column.w), title},
                   greeting, style, on_dark ? colors.surface : colors.text);
        text_block(ui,
                   {column.x, top + title + 20, balanced_width(ui, subtitle, type::body, column.w),
                    sentence},
                   subtitle, type::body, on_dark ? colors.tint2 : colors.text2);
    }

    /// Tiles and the campaign in one row; the campaign gets more of it.
    void show_floor_row(Ui& ui, const Rect& rect) {
        const HomeTexts& words = *texts_;
        const std::size_t tiles = words.tiles.size();
        const float parts = float(tiles) + (words.campaign ? 1.6f : 0.0f);
        const float spaces = gap * (float(tiles) - (words.campaign ? 0.0f : 1.0f));
        const float unit = (rect.w - spaces) / std::max(parts, 1.0f);
        float x = rect.x;
        for (std::size_t i = 0; i < words.tiles.size(); ++i) {
            show_tile(ui, {x, rect.y, unit, rect.h}, words.tiles[i]);
            x += unit + gap;
        }
        if (words.campaign) show_campaign(ui, {x, rect.y, rect.right() - x, rect.h});
    }

    void draw_desk_reach(Ui& ui) {
        const HomeTexts& words = *texts_;
        const float floor = ui.canvas.height / 2, right = ui.canvas.width - 48;
        wall_and_floor(ui, floor);
        hall(ui, {0, 0, ui.canvas.width, floor}, floor);
        const float middle = ui.canvas.width * 0.5f + 60;
        const Rect door{middle - 240, 36, 480, floor - 36};
        hall_door(ui, door, words.main.picture, 1, 10);
        light(ui, {door.x + 12, floor, door.w - 24, 190, 0.3f, 0.5f, light_strength(ui)});
        draw_greeting(ui, {48, 110, door.x - 72, floor - 130}, true);

        const float y = floor + 28, height = 116;
        const float main_width = words.doors.empty() ? right - 48 : (right - 48) * 0.46f;
        show_main(ui, {48, y, main_width, height});
        const float x = 48 + main_width + gap;
        const std::vector<Rect> places =
            cells({x, y, right - x, height}, words.doors.size(), words.doors.size(), gap, false);
        for (std::size_t i = 0; i < words.doors.size(); ++i)
            show_tile(ui, places[i], words.doors[i]);
        show_floor_row(ui, {48, y + height + gap, right - 48, 108});
    }

    App& app_;
    std::optional<HomeTexts> texts_;
    std::optional<std::int64_t> entered_at_;
};

}  // namespace

std::unique_ptr<Screen> make_home(App& app) {
    return std::make_unique<Home>(app);
}

}  // namespace foyer::kiosk

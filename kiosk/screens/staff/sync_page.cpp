#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/sync_words.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Rows of the count that are always there.
constexpr std::size_t usual_counts = 5;

constexpr float notice_gap = 10;

float health_pad(const Ui& ui) {
    return ui.canvas.portrait() ? 32.0f : 24.0f;
}

float health_door(const Ui& ui) {
    return ui.canvas.portrait() ? 170.0f : 120.0f;
}

/// Where the words of the card stand: beside its door.
Rect told_rect(const Ui& ui, const Rect& card) {
    const float pad = health_pad(ui), x = card.x + 2 * pad + health_door(ui);
    return {x, card.y + pad * 0.8f, card.right() - pad - x, card.h - pad};
}

/// How the exchange with headquarters stands (look "21-sync"), in the words of whoever stands here.
class SyncPage : public Screen {
  public:
    explicit SyncPage(App& app) : app_(app), frame_(app, StaffArea::sync) {}

    std::string_view name() const override { return "sync"; }
    std::int64_t idle_limit() const override { return staff_idle_limit; }
    void draw(Ui& ui) override;
    bool back() override {
        go(app_, StaffWay::arrivals);
        return true;
    }

  private:
    void draw_tall(Ui& ui, const Rect& room, SyncWords& words);
    void draw_way(Ui& ui, const Rect& rect, const SyncWords& words);
    void draw_stop(Ui& ui, const Rect& door, Icon which, bool lit, std::string_view label,
                   std::string_view caption, Tone tone = Tone::neutral);
    void draw_arrow(Ui& ui, float from, float to, float y, bool dotted, Color color,
                    std::string_view label, bool label_above);
    void draw_button(Ui& ui, const Rect& rect);
    void draw_counts(Ui& ui, const Rect& rect, const SyncWords& words);
    void draw_health(Ui& ui, const Rect& rect, const SyncWords& words);
    void draw_health_card(Ui& ui, const Rect& rect, const SyncWords& words);
    float draw_told(Ui& ui, const Rect& at, const SyncWords& words);
    float told_height(const Ui& ui, float width, const SyncWords& words) const;
    float draw_notice(Ui& ui, const Rect& at, const SyncNotice& notice);
    void draw_fact(Ui& ui, const Rect& cell, const SyncFact& fact);
    void draw_facts(Ui& ui, const Rect& rect, const SyncWords& words);

    App& app_;
    StaffFrame frame_;
    sync::SyncState state_;
    ScrollState page_, problems_;
};

void SyncPage::draw(Ui& ui) {
    if (left_because_signed_out(app_, ui)) return wall(ui);
    state_ = app_.sync_state();
    SyncWords words = sync_words(ui.text, state_, app_.pack().version, app_.now());
    const StaffWay way = frame_.draw(ui, ui.text(Text::sync_title), ui.text(Text::sync_remark));
    const Rect room = StaffFrame::room(ui.canvas);
    const bool reach = ui.canvas.reach;
    if (ui.canvas.portrait()) {
        draw_tall(ui, room, words);
        const float button = metrics(ui.canvas).button;
        draw_button(ui, {room.x, room.bottom() - button, room.w, button});
    } else {
        const float button = 250, first = 212, gap = 16;
        const float facts = reach ? 130 : 148;
        const float half = (room.w - gap) / 2, second = room.y + first + gap;
        const float height = room.h - first - facts - 2 * gap;
        draw_way(ui, {room.x, room.y, room.w - (reach ? 0 : button + 48), first}, words);
        draw_counts(ui, {room.x, second, half, height}, words);
        draw_health(ui, {room.x + half + gap, second, half, height}, words);
        const Rect foot{room.x, room.bottom() - facts, room.w - (reach ? button + gap : 0), facts};
        draw_facts(ui, foot, words);
        const float high = 68;
        draw_button(
            ui, reach
                    ? Rect{room.right() - button, foot.middle_y() - high / 2, button, high}
                    : Rect{room.right() - 24 - button, room.y + (first - high) / 2, button, high});
    }
    if (way != StaffWay::sync) go(app_, way);
}

/// In portrait, where there is something to be told, what is nought makes room for it.
void SyncPage::draw_tall(Ui& ui, const Rect& room, SyncWords& words) {
    const Tone tone = words.notices.front().tone;
    const bool tells = words.notices.size() > 1 || tone == Tone::bad || tone == Tone::warn;
    if (tells || words.counts.size() > usual_counts) {
        std::erase_if(words.counts, [&](const SyncCount& count) {
            return count.number == 0 && &count != &words.counts.front();
        });
    }
    const float button = metrics(ui.canvas).button, gap = 20;
    const float line = line_height(ui, TextSize::s), small = line_height(ui, TextSize::xs);
    const float way = 220 + line + small, facts = 4 * line + 2 * small + 66;
    const float counts = 96 + (line + 4) * float(words.counts.size());
    const Rect view{room.x - 12, room.y, room.w + 24, room.h - button - 24};
    const float left = view.h - way - counts - facts - 3 * gap;
    const float told = told_height(ui, told_rect(ui, {room.x, 0, room.w, 0}).w, words) + 64;
    // Where letters are large it all is more than the glass holds, and can be pushed.
    ScrollArea area(ui, "sync.page", view, page_);
    float y = area.start();
    const auto take = [&](float height) {
        const Rect rect{room.x, y, room.w, height};
        y += height + gap;
        return rect;
    };
    draw_way(ui, take(way), words);
    draw_counts(ui, take(counts), words);
    const Rect health = take(std::max(told, left));
    draw_health_card(ui, health, words);
    draw_told(ui, told_rect(ui, health), words);
    draw_facts(ui, take(facts), words);
    area.finish(y - gap - area.start(), ui.theme.palette.wall);
}

void SyncPage::draw_stop(Ui& ui, const Rect& door, Icon which, bool lit, std::string_view label,
                         std::string_view caption, Tone tone) {
    const Palette& colors = ui.theme.palette;
    if (lit) {
        glowing_door(ui, door);
    } else {
        fill_door(ui, door, colors.tint);
    }
    icon(ui, which, door.middle_x(), door.y + door.h * 0.54f, door.w * 0.48f,
         lit ? colors.on_glow : colors.brand);
    const float room = door.w * 2.22f;
    const Rect words{door.middle_x() - room / 2, door.bottom() + 8, room,
                     line_height(ui, TextSize::s)};
    text_line(ui, words, label, type::strong, colors.text, Align::center);
    text_line(ui, {words.x, words.bottom() - 2, words.w, line_height(ui, TextSize::xs)}, caption,
              tone == Tone::neutral ? type::caption : type::caption_strong,
              tone == Tone::neutral ? colors.text2 : tone_ink(ui.theme, tone), Align::center);
}

void SyncPage::draw_arrow(Ui& ui, float from, float to, float y, bool dotted, Color color,
                          std::string_view label, bool label_above) {
    const bool portrait = ui.canvas.portrait();
    const float thick = portrait ? 6.0f : 4.0f, head = portrait ? 20.0f : 13.0f;
    const float sign = to > from ? 1.0f : -1.0f;
    if (dotted) {
        dotted_line(ui, std::min(from, to), std::max(from, to) - head, y, thick * 1.5f,
                    thick * 2.2f, thick, color);
    } else {
        line(ui, from, y, to, y, thick, color);
    }
    line(ui, to, y, to - sign * head, y - head, thick, color);
    line(ui, to, y, to - sign * head, y + head, thick, color);
    const float height = line_height(ui, TextSize::xs);
    // The words may be a little wider than their arrow.
    const float air = portrait ? 22.0f : 16.0f;
    const float left = std::min(from, to) - air, width = std::abs(to - from) + 2 * air;
    const float label_y = label_above ? y - height - head * 0.6f : y + head * 0.8f;
    text_line(ui, {left, label_y, width, height}, label,
              dotted ? type::caption_strong : type::caption, dotted ? color : ui.theme.palette.text,
              Align::center);
}

void SyncPage::draw_way(Ui& ui, const Rect& rect, const SyncWords& words) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float button_room = portrait || ui.canvas.reach ? 0.0f : 298.0f;
    card(ui, {rect.x, rect.y, rect.w + button_room, rect.h});
    const float width = portrait ? 140.0f : 96.0f, height = portrait ? 168.0f : 116.0f;
    const float top = rect.y + (portrait ? 28.0f : 18.0f), middle = top + height * 0.5f;
    const float third = rect.w / 3, air = portrait ? 22.0f : 16.0f;
    const Rect here{rect.x + third * 0.5f - width / 2, top, width, height};
    const Rect folder{rect.middle_x() - width / 2, top, width, height};
    const Rect headquarters{rect.x + third * 2.5f - width / 2, top, width, height};
    draw_stop(ui, here, Icon::monitor, true, ui.text(Text::sync_here), words.here);
    draw_stop(ui, folder, Icon::folder_sync, words.folder_lit, ui.text(Text::sync_folder),
              words.folder, words.folder_tone);
    draw_stop(ui, headquarters, Icon::building, words.headquarters_lit,
              ui.text(Text::sync_headquarters), words.headquarters);
    if (state_.health == sync::SyncHealth::no_headquarters) return;
    const Color ink = words.folder_lit ? colors.brand : colors.warn;
    draw_arrow(ui, here.right() + air, folder.x - air, middle - 16, !words.folder_lit, ink,
               words.written, true);
    draw_arrow(ui, folder.x - air, here.right() + air, middle + 24, false, colors.brand,
               words.fetched, false);
    const bool waiting = state_.written_waiting > 0;
    draw_arrow(ui, folder.right() + air, headquarters.x - air, middle - 16, waiting,
               waiting ? colors.warn : colors.brand, words.on_the_way, true);
}

void SyncPage::draw_button(Ui& ui, const Rect& rect) {
    const bool busy = state_.exchanging;
    if (small_button(ui, "sync.now", rect, ui.text(busy ? Text::sync_running : Text::sync_now),
                     SmallButton::filled, Icon::refresh, !busy)) {
        app_.sync_now();
    }
}

void SyncPage::draw_counts(Ui& ui, const Rect& rect, const SyncWords& words) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 32.0f : 22.0f, head = portrait ? 84.0f : 58.0f;
    card(ui, rect);
    text_line(ui, {rect.x + pad, rect.y + 4, rect.w - 2 * pad, head - 4}, ui.text(Text::sync_where),
              type::button, colors.text);
    const float pitch = (rect.h - head - pad * 0.4f) / float(words.counts.size());
    const float size = portrait ? 48.0f : 28.0f;
    const float large = ui.canvas.large_text ? 1.3f : 1.0f;
    const float label = (portrait ? 250.0f : 150.0f) * large, number = portrait ? 130.0f : 96.0f;
    float y = rect.y + head;
    for (const SyncCount& count : words.counts) {
        if (y > rect.y + head) divider(ui, rect.x + pad, y, rect.w - 2 * pad);
        const Color ink = count.number == 0 ? colors.text2 : tone_ink(ui.theme, count.tone);
        icon(ui, count.icon, rect.x + pad + size / 2, y + pitch / 2, size, ink);
        float x = rect.x + pad + size + pad * 0.6f;
        text_line(ui, {x, y, label, pitch}, count.label, type::strong, colors.text);
        x += label;
        text_line(ui, {x, y, number, pitch}, count.shown, type::button, ink, Align::right);
        x += number + pad;
        if (count.number > 0)
            text_line(ui, {x, y, rect.right() - pad - x, pitch}, count.why, type::caption,
                      colors.text2);
        y += pitch;
    }
}

void SyncPage::draw_health(Ui& ui, const Rect& rect, const SyncWords& words) {
    draw_health_card(ui, rect, words);
    const Rect text = told_rect(ui, rect);
    ScrollArea area(ui, "sync.problems", text, problems_);
    const float height = draw_told(ui, {text.x, area.start(), text.w, text.h}, words);
    area.finish(height + 8, ui.theme.palette.surface);
}

void SyncPage::draw_health_card(Ui& ui, const Rect& rect, const SyncWords& words) {
    const Palette& colors = ui.theme.palette;
    const SyncNotice& main = words.notices.front();
    const Color ink = main.tone == Tone::neutral ? colors.text : tone_ink(ui.theme, main.tone);
    card(ui, rect);
    const float door = health_door(ui);
    const Rect lit{rect.x + health_pad(ui), rect.bottom() - door * 1.24f, door, door * 1.24f};
    if (main.tone == Tone::ok || main.tone == Tone::neutral || main.tone == Tone::info) {
        glowing_door(ui, lit);
        icon(ui, main.icon, lit.middle_x(), lit.middle_y() + 6, door * 0.42f, colors.on_glow);
    } else {
        fill_door(ui, lit, tone_tint(ui.theme, main.tone));
        icon(ui, main.icon, lit.middle_x(), lit.middle_y() + 6, door * 0.42f, ink);
    }
}

float SyncPage::draw_told(Ui& ui, const Rect& at, const SyncWords& words) {
    float y = at.y;
    for (const SyncNotice& notice : words.notices)
        y += draw_notice(ui, {at.x, y, at.w, at.h}, notice) + notice_gap;
    for (const std::string& line : words.problems) {
        y += text_block(ui, {at.x, y, at.w, at.h}, line, type::caption, ui.theme.palette.text2,
                        Align::left, 2);
    }
    return y - at.y;
}

float SyncPage::told_height(const Ui& ui, float width, const SyncWords& words) const {
    float height = 0;
    for (const SyncNotice& notice : words.notices) {
        height += text_block_height(ui, width, notice.title, type::button, 2) + notice_gap + 4 +
                  text_block_height(ui, width, notice.explained, type::body, 8);
    }
    for (const std::string& line : words.problems)
        height += text_block_height(ui, width, line, type::caption, 2);
    return height;
}

float SyncPage::draw_notice(Ui& ui, const Rect& at, const SyncNotice& notice) {
    const Palette& colors = ui.theme.palette;
    const Color ink = notice.tone == Tone::neutral ? colors.text : tone_ink(ui.theme, notice.tone);
    const float title = text_block(ui, at, notice.title, type::button, ink, Align::left, 2);
    return title + 4 +
           text_block(ui, {at.x, at.y + title + 4, at.w, at.h}, notice.explained, type::body,
                      colors.text, Align::left, 8);
}

void SyncPage::draw_fact(Ui& ui, const Rect& cell, const SyncFact& fact) {
    const Palette& colors = ui.theme.palette;
    const float pad = ui.canvas.portrait() ? 32.0f : 22.0f;
    const float first = line_height(ui, TextSize::s);
    const float second = fact.caption.empty() ? 0 : line_height(ui, TextSize::xs);
    const float third = fact.verdict.empty() ? 0 : first;
    const float top = cell.middle_y() - (first + second + third) / 2;
    const float door = first * 0.78f, room = cell.w - pad - 8;
    const Color ink = tone_ink(ui.theme, fact.tone);
    fill_door(ui, {cell.x + pad, top + first * 0.08f, door, door * 1.24f}, ink);
    const float x = cell.x + pad + door * 1.5f;
    text_line(ui, {x, top, cell.right() - 8 - x, first}, fact.label, type::strong, colors.text);
    const float y = top + first + 4;
    if (second > 0) {
        text_line(ui, {cell.x + pad, y, room, second}, fact.caption, type::caption, colors.text2);
    }
    if (third > 0) {
        text_line(ui, {cell.x + pad, y + second, room, third}, fact.verdict, type::strong, ink);
    }
}

void SyncPage::draw_facts(Ui& ui, const Rect& rect, const SyncWords& words) {
    const bool portrait = ui.canvas.portrait();
    card(ui, rect);
    const int columns = portrait ? 2 : 4;
    const int rows = (int(words.facts.size()) + columns - 1) / columns;
    const float width = rect.w / float(columns), height = rect.h / float(rows);
    for (int i = 0; i < int(words.facts.size()); ++i) {
        const SyncFact& fact = words.facts[std::size_t(i)];
        const Rect cell{rect.x + float(i % columns) * width, rect.y + float(i / columns) * height,
                        width, height};
        if (i % columns > 0) upright_divider(ui, cell.x, cell.y + 28, cell.h - 56);
        draw_fact(ui, cell, fact);
    }
}

}  // namespace

std::unique_ptr<Screen> make_sync_page(App& app) {
    return std::make_unique<SyncPage>(app);
}

}  // namespace foyer::kiosk

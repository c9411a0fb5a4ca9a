#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/flows/arrivals_desk.h"
#include "kiosk/screens/staff/board_rows.h"
#include "kiosk/screens/staff/board_side.h"
#include "kiosk/screens/staff/staff_frame.h"
#include "kiosk/screens/staff/staff_pages.h"
#include "kiosk/screens/ways.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/scenes.h"
#include "kiosk/widgets/scroll.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// Where the parts of the board stand.
struct BoardLayout {
    Rect counts, capture, rotation, list, register_panel;
    bool strip = false;  ///< the rotation runs across instead of down
};

BoardLayout board_layout(const Canvas& canvas) {
    const Rect room = StaffFrame::room(canvas);
    BoardLayout at;
    if (canvas.portrait()) {
        // Large text has no room for two columns; in reach mode the button comes down.
        const bool one_column = canvas.large_text || canvas.reach;
        const float half = (room.w - 24) / 2, large = canvas.large_text ? 24.0f : 0.0f;
        at.strip = true;
        at.counts = {room.x, room.y, room.w, 140 + large};
        at.capture = {room.x, at.counts.bottom() + 20, one_column ? room.w : half, 300 + large};
        at.register_panel = {room.x + half + 24, at.capture.y, half, at.capture.h};
        at.rotation = {room.x, at.capture.bottom() + 20, room.w, 236 + large};
        const float top =
            std::max(at.rotation.bottom() + 16, canvas.reach ? canvas.height / 2 : 0.0f);
        float bottom = room.bottom();
        if (one_column) {
            at.register_panel = {room.x, room.bottom() - 140, room.w, 140};
            bottom = at.register_panel.y - 24;
        }
        at.list = {room.x, top, room.w, bottom - top};
        return at;
    }
    const float side = room.right() - desk::side_column;
    const float main = side - desk::margin - room.x;
    if (canvas.reach) {
        const float middle = canvas.height / 2;
        at.strip = true;
        at.counts = {room.x, room.y, room.w, 76};
        at.capture = {room.x, room.y + 88, desk::side_column, middle - room.y - 100};
        at.rotation = {at.capture.right() + 16, at.capture.y,
                       room.right() - at.capture.right() - 16, at.capture.h};
        at.list = {room.x, middle + 4, room.w - 256, room.bottom() - middle - 4};
        at.register_panel = {at.list.right() + 16, middle + 4, 240, at.list.h};
        return at;
    }
    at.counts = {room.x, room.y, main, 76};
    at.register_panel = {room.x, room.bottom() - 126, main, 126};
    const float top = at.counts.bottom() + 18;
    at.list = {room.x, top, main, at.register_panel.y - 12 - top};
    at.capture = {side, room.y, desk::side_column, 216};
    at.rotation = {side, room.y + 236, desk::side_column, room.h - 236};
    return at;
}

/// Today's parties, live (look "17-arrivals"; domain §3.1–3.3).
class ArrivalsScreen : public Screen {
  public:
    explicit ArrivalsScreen(App& app) : app_(app), frame_(app, StaffArea::arrivals) {}

    std::string_view name() const override { return "arrivals"; }
    std::int64_t idle_limit() const override { return staff_idle_limit; }
    void draw(Ui& ui) override;
    /// There is nothing behind it: leaving the board means signing out.
    bool back() override {
        go(app_, StaffWay::lock);
        return true;
    }

  private:
    using Section = std::vector<BoardRow>;
    struct Words {
        std::vector<std::optional<RowWords>> waiting, in_reception, departed;
    };

    void read_if_due(const Ui& ui);
    void take(ArrivalsBoard board);
    void draw_board(Ui& ui);
    void draw_list(Ui& ui, const Rect& rect, WallTime now);
    float draw_section(Ui& ui, ScrollArea& area, const Rect& rect, float y, const Section& rows,
                       std::vector<std::optional<RowWords>>& words, WallTime now);
    float draw_heading(Ui& ui, const Rect& rect, float y, Text label, std::size_t count,
                       bool foldable);
    float draw_nobody_waiting(Ui& ui, const Rect& rect, float y);
    void draw_empty(Ui& ui, const Rect& rect);
    void draw_unreadable(Ui& ui, const Rect& rect);
    void handle(RowPress press, const BoardRow& row);
    void assign(const BoardRow& row);
    void depart(const BoardRow& row);
    void open_record(const Id& visit) { app_.navigator().push(make_visit_record(app_, visit)); }
    void open_incomplete();
    void find_customer();
    void command(ReceptionCommand command);
    void bring_into_view(int count, const Rect& list);
    std::string remark(const Ui& ui) const;

    App& app_;
    StaffFrame frame_;
    BoardReading reading_;
    ArrivalsBoard board_;
    bool loaded_ = false, unreadable_ = false;
    bool departed_open_ = false;
    Words words_;
    Locale locale_ = Locale::zh_hans;
    ScrollState list_scroll_, rotation_scroll_;
    float reception_at_ = 0, departed_at_ = 0;  ///< of their headings, in the list
    TaskScope scope_;
};

void ArrivalsScreen::draw(Ui& ui) {
    if (left_because_signed_out(app_, ui)) return wall(ui);
    read_if_due(ui);
    const StaffWay way = frame_.draw(ui, ui.text(Text::arrivals_title), remark(ui));
    if (unreadable_) {
        draw_unreadable(ui, StaffFrame::room(ui.canvas));
    } else if (loaded_) {
        draw_board(ui);
    }
    if (way != StaffWay::arrivals) go(app_, way);
}

void ArrivalsScreen::read_if_due(const Ui& ui) {
    if (locale_ != ui.text.locale()) {
        locale_ = ui.text.locale();
        take(std::move(board_));
    }
    if (!reading_.due(app_.records_version(), app_.calendar().day(app_.now()))) return;
    app_.ask(
        scope_, [](Desk& desk) { return desk.arrivals(); },
        [this](ArrivalsBoard board) {
            loaded_ = true;
            unreadable_ = false;
            take(std::move(board));
        },
        [this](std::exception_ptr fault) {
            unreadable_ = !loaded_;
            app_.show_fault(fault);
        });
}

void ArrivalsScreen::take(ArrivalsBoard board) {
    board_ = std::move(board);
    sort_for_board(board_.rotation);
    words_ = {};
    words_.waiting.resize(board_.waiting.size());
    words_.in_reception.resize(board_.in_reception.size());
    words_.departed.resize(board_.departed.size());
}

std::string ArrivalsScreen::remark(const Ui& ui) const {
    std::string words = ui.text.day_and_weekday(app_.now());
    if (!loaded_) return words;
    return words + " ・ " + ui.text(Text::parties, {{"n", std::int64_t(board_.parties())}});
}

void ArrivalsScreen::draw_board(Ui& ui) {
    const WallTime now = app_.now();
    const int limit = app_.pack().rotation.waiting_limit_minutes;
    const BoardLayout at = board_layout(ui.canvas);
    const bool reach = ui.canvas.reach;
    ui.motion.wake_in(next_tick(board_, now));
    const int count =
        counts_card(ui, at.counts, board_, parties_over_limit(board_, now, limit), limit, !reach);
    if (capture_card(ui, at.capture, board_, !reach)) open_incomplete();
    if (at.strip) {
        rotation_strip(ui, at.rotation, app_.pack(), board_, now, rotation_scroll_);
    } else {
        rotation_column(ui, at.rotation, app_.pack(), board_, now, rotation_scroll_);
    }
    const RegisterPress press = register_panel(ui, at.register_panel);
    if (press == RegisterPress::registers) app_.navigator().push(make_register_party(app_));
    if (press == RegisterPress::find) find_customer();
    if (board_.parties() == 0) return draw_empty(ui, at.list);
    if (count == 2) departed_open_ = true;
    draw_list(ui, at.list, now);
    if (count >= 0) bring_into_view(count, at.list);
}

void ArrivalsScreen::draw_list(Ui& ui, const Rect& rect, WallTime now) {
    // Shadows need room at the sides of what is clipped.
    const Rect view{rect.x - 16, rect.y - 8, rect.w + 32, rect.h + 8};
    ScrollArea area(ui, "arrivals.list", view, list_scroll_);
    const float begin = area.start();
    float y = begin + 8;
    if (board_.waiting.empty()) {
        y = draw_nobody_waiting(ui, rect, y);
    } else {
        y = draw_section(ui, area, rect, y, board_.waiting, words_.waiting, now);
    }
    reception_at_ = y - begin;
    if (!board_.in_reception.empty()) {
        y = draw_heading(ui, rect, y, Text::arrivals_in_reception, board_.in_reception.size(),
                         false);
        y = draw_section(ui, area, rect, y, board_.in_reception, words_.in_reception, now);
    }
    departed_at_ = y - begin;
    if (!board_.departed.empty()) {
        y = draw_heading(ui, rect, y, Text::arrivals_departed, board_.departed.size(), true);
        if (departed_open_) {
            y = draw_section(ui, area, rect, y, board_.departed, words_.departed, now);
        }
    }
    area.finish(y - begin + 16);
}

float ArrivalsScreen::draw_section(Ui& ui, ScrollArea& area, const Rect& rect, float y,
                                   const Section& rows, std::vector<std::optional<RowWords>>& words,
                                   WallTime now) {
    const bool departed = &rows == &board_.departed;
    const float height = board_row_height(ui.canvas, departed);
    const float gap = ui.canvas.portrait() ? 20.0f : 12.0f;
    for (std::size_t i = 0; i < rows.size(); ++i, y += height + gap) {
        if (!area.shows(y - gap, height + 2 * gap)) continue;
        if (!words[i]) words[i] = row_words(ui.text, app_.pack(), rows[i]);
        const RowPress press =
            board_row(ui, {rect.x, y, rect.w, height}, app_.pack(), rows[i], *words[i], now);
        handle(press, rows[i]);
    }
    return y;
}

float ArrivalsScreen::draw_heading(Ui& ui, const Rect& rect, float y, Text label, std::size_t count,
                                   bool foldable) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float height = portrait ? 96.0f : 56.0f, pad = portrait ? 12.0f : 8.0f;
    const Rect line{rect.x, y, rect.w, height};
    const std::string words = ui.text(label) + "  " + std::to_string(count);
    text_line(ui, {line.x + pad, line.y, line.w - 2 * pad - height, height}, words, type::strong,
              colors.text2);
    if (foldable) {
        if (press_area(ui, "arrivals.departed", line).clicked) departed_open_ = !departed_open_;
        icon(ui, departed_open_ ? Icon::chevron_up : Icon::chevron_down, line.right() - height / 2,
             line.middle_y(), metrics(ui.canvas).icon_s, colors.text2);
    }
    return y + height;
}

float ArrivalsScreen::draw_nobody_waiting(Ui& ui, const Rect& rect, float y) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float height = portrait ? 128.0f : 76.0f, size = metrics(ui.canvas).icon_s;
    const Rect line{rect.x, y, rect.w, height};
    panel(ui, line, colors.ok_tint);
    const float pad = portrait ? 36.0f : 24.0f;
    icon(ui, Icon::check_circle, line.x + pad + size / 2, line.middle_y(), size, colors.ok);
    text_line(ui, {line.x + pad * 1.6f + size, line.y, line.w - 3 * pad - size, height},
              ui.text(Text::arrivals_nobody_waiting), type::strong, colors.ok);
    return y + height + (portrait ? 20.0f : 12.0f);
}

void ArrivalsScreen::draw_empty(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const float title = line_height(ui, TextSize::m), caption = line_height(ui, TextSize::s);
    const float words = title + caption + 24;
    const float door = std::min(rect.h - words - 40, ui.canvas.portrait() ? 380.0f : 220.0f);
    const float top = rect.middle_y() - (door + words) / 2;
    empty_scene(ui, {rect.x, top, rect.w, door}, Icon::users);
    const float y = top + door + 24;
    text_line(ui, {rect.x, y, rect.w, title}, ui.text(Text::arrivals_empty_title), type::button,
              colors.text, Align::center);
    text_line(ui, {rect.x, y + title, rect.w, caption}, ui.text(Text::arrivals_empty_caption),
              type::body, colors.text2, Align::center);
}

void ArrivalsScreen::draw_unreadable(Ui& ui, const Rect& rect) {
    const bool portrait = ui.canvas.portrait();
    const float door = portrait ? 420.0f : 240.0f, title = line_height(ui, TextSize::l);
    const float top = rect.middle_y() - door * 0.8f;
    refused_scene(ui, {rect.x, top, rect.w, door});
    text_line(ui, {rect.x, top + door + 40, rect.w, title}, ui.text(Text::arrivals_unreadable),
              type::title, ui.theme.palette.text, Align::center);
    const float width = portrait ? 420.0f : 240.0f, height = metrics(ui.canvas).button;
    const Rect button{rect.middle_x() - width / 2, top + door + title + 72, width, height};
    if (secondary_button(ui, "arrivals.retry", button, ui.text(Text::retry), Icon::refresh)) {
        reading_ = {};
    }
}

void ArrivalsScreen::handle(RowPress press, const BoardRow& row) {
    if (press == RowPress::record) open_record(row.visit);
    if (press == RowPress::assign) assign(row);
    if (press != RowPress::action) return;
    if (row_action(row) == RowAction::receive) command(ReceiveParty{row.visit});
    if (row_action(row) == RowAction::depart) depart(row);
}

void ArrivalsScreen::assign(const BoardRow& row) {
    app_.navigator().open(make_assign_dialog(
        app_, row, board_.rotation, [this, visit = row.visit](const std::string& consultant) {
            command(AssignParty{visit, consultant});
        }));
}

void ArrivalsScreen::depart(const BoardRow& row) {
    app_.navigator().open(make_depart_dialog(
        app_, row, [this](const DepartParty& party) { command(party); },
        [this, visit = row.visit] { open_record(visit); }));
}

void ArrivalsScreen::open_incomplete() {
    const std::string& ticket = board_.incomplete.front();
    for (const Section* rows : {&board_.waiting, &board_.in_reception, &board_.departed}) {
        for (const BoardRow& row : *rows) {
            if (row.ticket == ticket && !row.complete) return open_record(row.visit);
        }
    }
}

void ArrivalsScreen::find_customer() {
    app_.navigator().open(make_find_customer(app_, [this](const FoundCustomer& found) {
        if (!found.visit_today.empty()) return open_record(found.visit_today);
        app_.navigator().push(make_register_party(app_, found.customer));
    }));
}

void ArrivalsScreen::command(ReceptionCommand command) {
    act(app_, scope_, std::move(command), [this](const CommandOutcome& outcome) {
        if (outcome.result != CommandResult::not_possible) return;
        app_.navigator().open(make_toast(app_, app_.text()(Text::arrivals_gone)));
    });
}

void ArrivalsScreen::bring_into_view(int count, const Rect& list) {
    const float from = count == 1 ? reception_at_ : count == 2 ? departed_at_ : 0;
    list_scroll_.velocity = 0;
    list_scroll_.position = std::min(from, std::max(0.0f, list_scroll_.content - list.h));
}

}  // namespace

std::unique_ptr<Screen> make_arrivals(App& app) {
    return std::make_unique<ArrivalsScreen>(app);
}

}  // namespace foyer::kiosk

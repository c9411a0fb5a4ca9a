#include <algorithm>
#include <utility>

#include "kiosk/scan/qr_matrix.h"
#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/screens/referrer/rewards_words.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/qr.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

struct CodePlaces {
    Rect door, logo, owner, panel, note;
    float floor = 0;
};

CodePlaces code_places(const Ui& ui, float words_end, float note_height) {
    const Canvas& canvas = ui.canvas;
    const float owner = line_height(ui, TextSize::s);
    CodePlaces at;
    if (canvas.portrait()) {
        const float foot = action_bar_rect(canvas).y;
        const float note = note_height + 64;
        at.floor = std::min(1304.0f + 100, foot - 40 - note);
        const float top = words_end + 28;
        at.door = {170, top, canvas.width - 340, at.floor - top};
        at.logo = {canvas.width / 2 - 42, top + 58, 84, 84};
        at.owner = {at.door.x + 80, at.logo.bottom() + 12, at.door.w - 160, owner};
        at.note = {72, at.floor + 36, canvas.width - 144, note};
        const float y = at.owner.bottom() + 24;
        at.panel = {at.door.x + 60, y, at.door.w - 120, at.floor - 56 - y};
        return at;
    }
    const float column = canvas.width * 0.32f, right = 96 + column;
    at.floor = 548;
    const float width = 400, middle = (right + canvas.width - 48) / 2;
    at.door = {middle - width / 2, 30, width, at.floor - 30};
    at.logo = {middle - 22, 62, 44, 44};
    at.owner = {at.door.x + 40, at.logo.bottom() + 4, width - 80, owner};
    const float y = at.owner.bottom() + 10;
    at.panel = {middle - 164, y, 328, at.floor - 24 - y};
    at.note = {48, words_end + 36, column, 160};
    return at;
}

/// The referrer's own code, for friends to photograph or to be read out (look "10-my-code").
class MyCodePage : public ReferrerPage {
  public:
    MyCodePage(App& app, const RewardsView& rewards)
        : ReferrerPage(app, std::make_shared<ReferrerVisit>()),
          rewards_(rewards),
          typed_(format_typed(rewards.code->typed)),
          expired_(rewards.code->expires_on < app.calendar().day(app.now())) {
        QrMatrix matrix = qr_matrix(rewards.code->qr);
        modules_ = {matrix.size, std::move(matrix.dark)};
    }
    std::string_view name() const override { return "rewards.my-code"; }

    void draw(Ui& ui) override {
        refresh(ui);
        const PageWords words{ui.text(Text::mycode_title), ui.text(Text::mycode_sentence)};
        const CodePlaces at = code_places(ui, words_end(ui, words), note_height(ui));
        const Palette& colors = ui.theme.palette;
        const Brand& brand = app_.pack().brand;
        draw_head(ui, words, at.floor);
        light(ui, {at.door.x, at.floor, at.door.w, sized(ui, 300)});
        door_shadow(ui, at.door, Elevation::e2);
        fill_door(ui, at.door, colors.brand);
        if (!brand.logo_dark.empty()) photo_within(ui, at.logo, brand.logo_dark);
        text_line(ui, at.owner, owner_, type::strong, colors.surface, Align::center);
        qr_panel(ui, at.panel, modules_, typed_);
        draw_note(ui, at.note);
        ActionBar bar;
        bar.main = ui.text(Text::mycode_rewards);
        if (draw_foot(ui, bar)) app_.navigator().back();
    }

  private:
    void refresh(const Ui& ui) {
        if (locale_ == ui.text.locale()) return;
        locale_ = ui.text.locale();
        owner_ = ui.text(Text::mycode_owner, {{"name", referrer_name(ui.text, rewards_)}});
        const WallTime noon = rewards_.code->expires_on * one_day + one_day / 2;
        until_ = ui.text(expired_ ? Text::mycode_expired : Text::mycode_until,
                         {{"date", ui.text.full_date(noon)}});
    }

    float note_height(const Ui& ui) const {
        const float width = ui.canvas.width - 144;
        return text_block_height(ui, width, ui.text(Text::mycode_ways), type::strong, 2) +
               text_block_height(ui, width, until_, type::caption, 2);
    }

    void draw_note(Ui& ui, const Rect& rect) const {
        const Palette& colors = ui.theme.palette;
        const Align align = ui.canvas.portrait() ? Align::center : Align::left;
        const float used =
            text_block(ui, rect, ui.text(Text::mycode_ways), type::strong, colors.text, align, 2);
        const Rect below{rect.x, rect.y + used + sized(ui, 6), rect.w, rect.h - used};
        text_block(ui, below, until_, expired_ ? type::caption_strong : type::caption,
                   expired_ ? colors.bad : colors.text, align, 2);
    }

    const RewardsView rewards_;
    const std::string typed_;
    const bool expired_;
    QrModules modules_;
    std::string owner_, until_;
    std::optional<Locale> locale_;
};

}  // namespace

std::unique_ptr<Screen> make_my_code(App& app, const RewardsView& rewards) {
    return std::make_unique<MyCodePage>(app, rewards);
}

}  // namespace foyer::kiosk

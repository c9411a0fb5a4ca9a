#include <algorithm>
#include <utility>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/screens/referrer/rewards_words.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "kiosk/widgets/ticket.h"
#include "shared/codes/receipt_code.h"
#include "shared/people/names.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The provisional receipt, a ticket with its own code (look "07-ticket").
class ReceiptPage : public ReferrerPage {
  public:
    ReceiptPage(App& app, const RewardsView& rewards, const ClaimView& claim,
                const std::string& staff)
        : ReferrerPage(app, std::make_shared<ReferrerVisit>()),
          rewards_(rewards),
          claim_(claim),
          code_(format_receipt(claim.receipt)),
          witness_(app.pack().find_staff(staff)) {}
    std::string_view name() const override { return "rewards.receipt"; }

    /// It has been recorded: there is no way back into the claim, only to the rewards.
    bool back() override {
        app_.navigator().pop_to("rewards");
        return true;
    }

    void draw(Ui& ui) override {
        refresh(ui);
        if (ui.canvas.portrait()) {
            draw_portrait(ui);
        } else {
            draw_desk(ui);
        }
        visitor_tool_strip(app_, ui);
    }

  private:
    void refresh(const Ui& ui) {
        if (locale_ == ui.text.locale()) return;
        locale_ = ui.text.locale();
        title_ = rewards_.name.empty() ? ui.text(Text::receipt_title)
                                       : ui.text(Text::receipt_title_name,
                                                 {{"name", referrer_name(ui.text, rewards_)}});
        amount_ = ui.text.money(claim_.amount);
        when_ = ui.text.full_date(claim_.requested_at) + "  " +
                ui.text.time_of_day(claim_.requested_at);
        if (witness_) letter_ = surname_of(witness_->name.in(*locale_));
    }

    Ticket sheet(const Ui& ui) const {
        Ticket sheet;
        sheet.number_label = ui.text(Text::receipt_label);
        sheet.number = amount_;
        sheet.queue = when_;
        if (witness_) {
            sheet.portrait = witness_->portrait;
            sheet.consultant = witness_->name.in(*locale_);
            sheet.consultant_letter = letter_;
            sheet.role = ui.text(Text::receipt_role);
        }
        sheet.state = ui.text(Text::receipt_state);
        sheet.remark = ui.text(Text::receipt_remark);
        sheet.place_icon = Icon::stamp;
        sheet.place = code_;
        sheet.place_caption = ui.text(Text::receipt_code_caption);
        return sheet;
    }

    void draw_portrait(Ui& ui) {
        const float width = ui.canvas.width, bar = action_bar_rect(ui.canvas).y - 16;
        const float floor = bar - 140, title = line_height(ui, TextSize::l);
        wall_and_floor(ui, floor);
        visitor_top_bar(app_, ui);
        text_line(ui, {72, 170, width - 144, title}, title_, type::title, ui.theme.palette.text,
                  Align::center);
        const Rect place{130, 288, width - 260, floor - 288};
        light(ui, {place.x, floor, place.w, 300});
        ticket(ui, place, sheet(ui));
        const float gap = 28, half = (width - 144 - gap) / 2;
        const Rect first{72, bar, half, 140};
        draw_ways(ui, first, first.moved(half + gap, 0));
    }

    void draw_desk(Ui& ui) {
        const Rect bar = action_bar_rect(ui.canvas);
        const float column = ui.canvas.width * 0.32f, floor = bar.y - 24;
        const float middle = (96 + column + ui.canvas.width - 48) / 2;
        wall_and_floor(ui, floor);
        visitor_top_bar(app_, ui);
        const Palette& colors = ui.theme.palette;
        const float used = text_block(ui, {48, 150, column, 200}, title_, type::title, colors.text,
                                      Align::left, 3);
        text_block(ui, {48, 150 + used + 8, column, 200}, ui.text(Text::receipt_remark), type::body,
                   colors.text2, Align::left, 4);
        const Rect place{middle - 198, 24, 396, floor - 24};
        light(ui, {place.x, floor, place.w, 120});
        ticket(ui, place, sheet(ui));
        const float half = 260;
        draw_ways(ui, {bar.right() - 2 * half - 16, bar.y, half, bar.h},
                  {bar.right() - half, bar.y, half, bar.h});
    }

    void draw_ways(Ui& ui, const Rect& claims, const Rect& done) {
        if (secondary_button(ui, "receipt.claims", claims, ui.text(Text::rewards_claims),
                             Icon::file)) {
            show_claims();
        }
        if (primary_button(ui, "receipt.done", done, ui.text(Text::receipt_done), true,
                           PrimaryKind::finishes)) {
            back();
        }
    }

    void show_claims() {
        std::vector<ClaimView> claims = rewards_.claims;
        claims.insert(claims.begin(), claim_);
        app_.navigator().replace(make_claims(app_, rewards_.referrer, std::move(claims)));
    }

    const RewardsView rewards_;
    const ClaimView claim_;
    const std::string code_;
    const StaffMember* witness_;
    std::string title_, amount_, when_, letter_;
    std::optional<Locale> locale_;
};

}  // namespace

std::unique_ptr<Screen> make_receipt(App& app, const RewardsView& rewards, const ClaimView& claim,
                                     const std::string& staff) {
    return std::make_unique<ReceiptPage>(app, rewards, claim, staff);
}

}  // namespace foyer::kiosk

#pragma once

#include "kiosk/flows/staff_entrance.h"
#include "kiosk/screens/referrer/referrer_page.h"
#include "kiosk/widgets/scroll.h"

namespace foyer::kiosk {

/// A member of staff confirms something by choosing themselves and entering their PIN. Only those
/// who receive customers or lead them are asked (may_witness). Nobody is signed in by it: the page
/// stays on the visitors' side.
class WitnessPage : public ReferrerPage {
  public:
    void draw(Ui& ui) override;
    bool on_key(Key key) override;
    void on_character(char32_t character) override;

  protected:
    WitnessPage(App& app, std::shared_ptr<ReferrerVisit> visit);

    virtual std::string_view title(const Translator& text) const = 0;
    virtual std::string_view sentence(const Translator& text) = 0;
    /// The right PIN was entered.
    virtual void confirmed(const std::string& staff) = 0;

  private:
    void draw_people(Ui& ui, const Rect& strip, const Rect& door);
    void draw_person(Ui& ui, const StaffMember& member, const Rect& door);
    void draw_pin(Ui& ui, const Rect& rect);
    void refresh_remark(Ui& ui);
    std::string remark(Ui& ui, std::int64_t wait) const;
    void press(char digit);
    void answered(const PinOutcome& outcome);
    void notice_interrupted_check(const Ui& ui);

    const std::vector<const StaffMember*> people_;
    StaffEntrance entrance_;
    ScrollState scroll_;
    std::string remark_;
    std::int64_t remark_second_ = -1;
    bool interrupted_ = false;
};

}  // namespace foyer::kiosk

#pragma once

#include "kiosk/screens/visitor/checkin_page.h"

namespace foyer::kiosk {

/// The consents without which a number may not be kept, never ticked beforehand, and the way to the
/// privacy notice.
class RequiredConsents {
  public:
    /// Both outlive it.
    RequiredConsents(App& app, CheckIn& check_in) : app_(app), check_in_(check_in) {}

    float height(const Ui& ui, float width) const;
    void draw(Ui& ui, const Rect& rect);

  private:
    /// Where there is room for the link to the notice.
    enum class LinkPlace { beside_sentence, beside_remark, own_line };

    float consent_height(const Ui& ui, float width, const ConsentPurpose& consent) const;
    LinkPlace link_place(const Ui& ui, float width, const ConsentPurpose& consent) const;
    void draw_consent(Ui& ui, const Rect& rect, const ConsentPurpose& consent);
    void draw_link(Ui& ui, const Rect& rect, const ConsentPurpose& consent);
    const Registration& rules() const { return app_.pack().registration; }
    bool is_first(const ConsentPurpose& consent) const;

    App& app_;
    CheckIn& check_in_;
};

}  // namespace foyer::kiosk

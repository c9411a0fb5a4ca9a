#pragma once

#include <string_view>

#include "kiosk/shell/screen.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// A card over the page that rises, with a title and whatever its class draws. A touch beside it
/// closes it. In reach mode it stands in the lower half.
class Sheet : public Overlay {
  public:
    void draw(Ui& page) final;

  protected:
    virtual void draw_card(Ui& ui, const Rect& rect) = 0;
    /// In units.
    virtual float width_on_desk() const { return 680; }
    /// Returns where it ends.
    static float draw_title(Ui& ui, const Rect& rect, std::string_view title);

  private:
    Rect place(const Canvas& canvas) const;
};

}  // namespace foyer::kiosk

#pragma once

#include <string_view>

#include "kiosk/screens/app.h"
#include "kiosk/screens/typing/journey_page.h"

namespace foyer::kiosk {

/// A sheet as large as the page: words at the head, cancel and done at the foot, between them what
/// is typed and its keys.
class FullSheet : public Overlay {
  public:
    void draw(Ui& page) override;
    bool on_key(Key key) override;

  protected:
    struct Words {
        std::string_view title, sentence;
        bool fault = false;
    };
    virtual Words words(const Translator& text) = 0;
    virtual float read_height() const { return 150; }
    virtual void draw_content(Ui& ui, const TypingPlaces& at) = 0;
    virtual std::string_view done_label(const Translator& text) { return text(Text::done); }
    virtual bool may_finish() { return true; }
    virtual void finish() = 0;
};

}  // namespace foyer::kiosk

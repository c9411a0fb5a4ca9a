#include "kiosk/screens/typing/text_sheet.h"

#include <utility>

#include "kiosk/screens/typing/full_sheet.h"

namespace foyer::kiosk {
namespace {

class TextSheet : public FullSheet {
  public:
    TextSheet(App& app, TextRequest request)
        : request_(std::move(request)),
          panel_(app, "text", request_.kind, request_.longest, request_.text) {}

    std::string_view name() const override { return "text"; }
    void on_character(char32_t character) override { panel_.on_character(character); }
    void on_code(const std::string& code) override { panel_.on_code(code); }
    bool on_key(Key key) override { return FullSheet::on_key(key) || panel_.on_key(key); }

  protected:
    Words words(const Translator& text) override { return {text(request_.title), {}}; }

    void draw_content(Ui& ui, const TypingPlaces& at) override {
        panel_.draw_field(ui, at.read, {}, false);
        panel_.draw_keys(ui, at.touch, {at.aside.x, at.aside.y, at.aside.w, 0});
    }

    void finish() override {
        // What was still being composed is seen first.
        if (panel_.editor().finish()) return;
        request_.done(panel_.editor().text());
        close();
    }

  private:
    const TextRequest request_;
    EditorPanel panel_;
};

}  // namespace

std::unique_ptr<Overlay> make_text_sheet(App& app, TextRequest request) {
    return std::make_unique<TextSheet>(app, std::move(request));
}

}  // namespace foyer::kiosk

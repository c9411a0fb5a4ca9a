#include "kiosk/screens/typing/name_page.h"

#include <array>
#include <utility>

#include "kiosk/screens/typing/editor_panel.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {
namespace {

constexpr float field_height = 150;

struct Address {
    Gender gender;
    const char* id;
    Text label;
};
constexpr std::array<Address, 3> addresses = {{
    {Gender::male, ".mr", Text::gender_man},
    {Gender::female, ".ms", Text::gender_woman},
    {Gender::unsaid, ".unsaid", Text::typing_name_unsaid},
}};

class NamePage : public JourneyPage {
  public:
    NamePage(App& app, NameQuestion question)
        : JourneyPage(app, question.steps),
          question_(std::move(question)),
          // One more than a name may have, so that the fault is told and not hidden.
          panel_(app, question_.name, TextKind::name, std::size_t(longest_name) + 1,
                 entry().text()) {}

    std::string_view name() const override { return question_.name; }

    void draw(Ui& ui) override {
        const float words_end = draw_head(ui, words(ui.text));
        const float chips = addresses_height(ui, typing_column(ui.canvas));
        // Without a sentence the field comes closer to the title.
        const float nearer = entry().told() == NameFault::none ? sized(ui, 16) : 0;
        const TypingPlaces at =
            typing_places(ui.canvas, words_end - nearer, sized(ui, field_height), chips);
        panel_.draw_field(ui, at.read, ui.text(question_.placeholder),
                          entry().told() != NameFault::none);
        place_addresses(ui, at.aside, true);
        const Rect beside{at.aside.x, at.aside.y + chips + 10, at.aside.w, 0};
        panel_.draw_keys(ui, at.touch, beside);
        follow_editor();
        ActionBar bar;
        bar.main = ui.text(Text::next);
        bar.main_enabled =
            panel_.editor().composing() || !panel_.editor().ink().empty() || question_.may_go_on();
        if (draw_foot(ui, bar)) submit();
    }

    void on_character(char32_t character) override {
        panel_.on_character(character);
        follow_editor();
    }
    void on_code(const std::string& code) override { panel_.on_code(code); }
    bool on_key(Key key) override {
        if (key == Key::enter) submit();
        return key == Key::enter || panel_.on_key(key);
    }

  private:
    NameEntry& entry() { return *question_.entry; }

    void follow_editor() {
        if (followed_ == panel_.editor().version()) return;
        followed_ = panel_.editor().version();
        entry().set(panel_.editor().text());
    }

    PageWords words(const Translator& text) {
        PageWords words{text(question_.title), {}, true, question_.step};
        switch (entry().told()) {
            case NameFault::none:
                words.fault = false;
                break;
            case NameFault::empty:
                words.sentence = text(Text::typing_name_missing);
                break;
            case NameFault::too_long:
                too_long_ = text(Text::name_fault_too_long, {{"n", longest_name}});
                words.sentence = too_long_;
                break;
            case NameFault::not_text:
                words.sentence = text(Text::typing_name_not_text);
                break;
        }
        return words;
    }

    float addresses_height(Ui& ui, float width) {
        return place_addresses(ui, {0, 0, width, 0}, false);
    }

    /// Chips that wrap; returns their height.
    float place_addresses(Ui& ui, const Rect& rect, bool draws) {
        const float height = metrics(ui.canvas).chip, gap = sized(ui, 24);
        float x = rect.x, y = rect.y;
        for (const Address& address : addresses) {
            const std::string& label = ui.text(address.label);
            const bool on = entry().gender == address.gender;
            const float width = chip_width(ui, label, true);
            if (x > rect.x && x + width > rect.right() + 1) {
                x = rect.x;
                y += height + sized(ui, 16);
            }
            if (draws && chip(ui, question_.name + address.id,
                              {x, y, on ? width : chip_width(ui, label, false), height}, label, on))
                entry().gender = address.gender;
            x += (on ? width : chip_width(ui, label, false)) + gap;
        }
        return y + height - rect.y;
    }

    void submit() {
        if (waiting()) return;
        // What was still being composed is seen first, and handed in by the next touch.
        if (panel_.editor().finish()) return;
        follow_editor();
        question_.submit();
        if (entry().told() == NameFault::none && entry().text() != panel_.editor().text()) {
            panel_.editor().set_text(entry().text());
            followed_ = panel_.editor().version();
        }
    }

    const NameQuestion question_;
    EditorPanel panel_;
    std::uint64_t followed_ = 0;
    std::string too_long_;
};

}  // namespace

std::unique_ptr<Screen> make_name_page(App& app, NameQuestion question) {
    return std::make_unique<NamePage>(app, std::move(question));
}

}  // namespace foyer::kiosk

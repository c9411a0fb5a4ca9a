#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/flows/phone_entry.h"
#include "kiosk/screens/typing/journey_page.h"

namespace foyer::kiosk {

/// A page that asks for a phone number, whoever's it is. What it asks for and what comes next is
/// its journey's.
class PhonePage : public JourneyPage {
  public:
    void draw(Ui& ui) override;
    void on_character(char32_t character) override { number().type(character); }
    /// A number a scanner has read, e.g. off a business card.
    void on_code(const std::string& code) override { number().replace(code); }
    bool on_key(Key key) override;

  protected:
    /// Items are `id` + ".number", ".number.prefix", ".region", ".pad.7". `number` lives in what
    /// the journey's pages share.
    PhonePage(App& app, std::span<const Text> steps, std::string id,
              std::shared_ptr<PhoneEntry> number)
        : JourneyPage(app, steps), id_(std::move(id)), number_(std::move(number)) {}

    PhoneEntry& number() { return *number_; }

    /// Title and sentence, for as long as nothing is wrong with the number itself.
    virtual PageWords words(const Translator& text) = 0;
    /// The main button; its label at least.
    virtual ActionBar action(const Translator& text) = 0;
    virtual void submit() = 0;
    /// What else stands beside the number.
    virtual float aside_height(const Ui& ui, float width) const;
    virtual void draw_aside(Ui& ui, const Rect& rect);

  private:
    bool draw_number(Ui& ui, const Rect& rect);
    void choose_region();

    const std::string id_;
    const std::shared_ptr<PhoneEntry> number_;
};

/// A page that asks for a number and nothing else.
struct PhoneQuestion {
    std::span<const Text> steps;
    int step = -1;
    std::string name;  ///< of the page, and of its items
    Text title, sentence;
    std::shared_ptr<PhoneEntry> number;
    std::function<void()> done;  ///< the number was handed in
};
std::unique_ptr<Screen> make_phone_page(App& app, PhoneQuestion question);

/// Fault of a number as a sentence; null while there is nothing to say.
const std::string* phone_remark(const Translator& text, const PhoneEntry& phone);

}  // namespace foyer::kiosk

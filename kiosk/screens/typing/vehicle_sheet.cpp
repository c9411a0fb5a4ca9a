#include <algorithm>
#include <utility>

#include "kiosk/flows/vehicle_entry.h"
#include "kiosk/screens/typing/full_sheet.h"
#include "kiosk/screens/typing/text_sheet.h"
#include "kiosk/widgets/chips.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {
namespace {

/// What both have in common: one line of text, keys of one size.
class VehicleSheet : public FullSheet {
  public:
    VehicleSheet(VehicleEntry entry, std::function<void(const std::string&)> done)
        : entry_(std::move(entry)), done_(std::move(done)) {}

    std::string_view name() const override { return "vehicle"; }
    void on_character(char32_t character) override { entry_.type(character); }
    void on_code(const std::string& code) override { entry_.replace(code); }
    bool on_key(Key key) override {
        if (key == Key::backspace || key == Key::erase) entry_.erase();
        return FullSheet::on_key(key) || key == Key::backspace || key == Key::erase;
    }

  protected:
    Words words(const Translator& text) override {
        const bool plate = entry_.field() == VehicleField::plate;
        remark_ = remark(text);
        return {text(plate ? Text::typing_plate_title : Text::typing_vin_title), remark_,
                entry_.told() != VehicleFault::none};
    }

    void draw_content(Ui& ui, const TypingPlaces& at) override {
        Field field;
        const std::string shown = entry_.shown();
        field.text = shown;
        field.bad = entry_.told() == VehicleFault::impossible;
        Ui quiet = untouchable(ui);
        kiosk::field(quiet, "vehicle.text", at.read, field);
        const bool low = ui.canvas.reach && !ui.canvas.portrait();
        const Rect floor = low ? Rect{48, at.touch.y, ui.canvas.width - 96, at.touch.h} : at.touch;
        const Rect keys = keyboard_floor(ui, floor);
        const KeyRow row = entry_.keys();
        const KeyPress pressed =
            symbol_keyboard(ui, "vehicle.keys", keys, row.symbols, low ? 14 : row.columns,
                            ui.text(Text::clear), row.disabled);
        if (pressed.kind == KeyKind::text) entry_.type_all(pressed.text);
        if (pressed.kind == KeyKind::erase) entry_.erase();
        if (pressed.kind == KeyKind::clear) entry_.clear();
    }

    std::string_view done_label(const Translator& text) override {
        return text(entry_.warned() ? Text::typing_use_as_is : Text::done);
    }

    void finish() override {
        if (!entry_.hand_in()) return;
        done_(entry_.recorded());
        close();
    }

  private:
    std::string remark(const Translator& text) const {
        const bool plate = entry_.field() == VehicleField::plate;
        switch (entry_.told()) {
            case VehicleFault::incomplete:
                return plate ? text(Text::typing_plate_short)
                             : text(Text::typing_vin_short, {{"count", entry_.missing()}});
            case VehicleFault::unusual:
                return text(plate ? Text::typing_plate_unusual : Text::typing_vin_check);
            case VehicleFault::impossible:
                return text(Text::typing_vehicle_impossible);
            case VehicleFault::none:
                break;
        }
        if (entry_.green()) return text(Text::typing_plate_green);
        return text(plate ? Text::typing_plate_hint : Text::typing_vin_hint);
    }

    VehicleEntry entry_;
    const std::function<void(const std::string&)> done_;
    std::string remark_;
};

}  // namespace

std::unique_ptr<Overlay> make_vehicle_sheet(App&, VehicleRequest request) {
    VehicleEntry entry(request.field);
    entry.replace(request.text);
    return std::make_unique<VehicleSheet>(std::move(entry), std::move(request.done));
}

}  // namespace foyer::kiosk

#include "kiosk/screens/typing/search_sheet.h"

#include "kiosk/screens/typing/journey_page.h"
#include "kiosk/widgets/fields.h"
#include "kiosk/widgets/keypad.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/characters.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {

void SearchSheet::on_character(char32_t character) {
    if (character < U' ' || characters_of(sought_).size() >= search_.longest) return;
    sought_ += utf8_of(character);
}

bool SearchSheet::on_key(Key key) {
    if (key == Key::enter) take_found();
    if (key == Key::backspace) drop_last_character(sought_);
    return key == Key::enter || key == Key::backspace;
}

void SearchSheet::draw_card(Ui& ui, const Rect& rect) {
    const float top = draw_title(ui, rect, title(ui.text));
    const bool portrait = ui.canvas.portrait();
    const float keys = !portrait         ? search_.keys_height_on_desk
                       : ui.canvas.reach ? search_.keys_height_in_reach
                                         : search_.keys_height;
    const float field_height = sized(ui, 104), gap = sized(ui, 20);
    const Rect at_keys{rect.x, rect.bottom() - keys, rect.w, keys};
    const Rect at_field{rect.x, at_keys.y - gap - field_height, rect.w, field_height};
    draw_list(ui, {rect.x, top, rect.w, at_field.y - gap - top});
    Field field;
    field.text = sought_;
    field.placeholder = hint(ui.text);
    field.icon = Icon::search;
    field.style = type::button;
    const std::string id(name());
    Ui quiet = untouchable(ui);
    kiosk::field(quiet, id + ".sought", at_field, field);
    const KeyPress pressed = symbol_keyboard(ui, id + ".keys", at_keys, search_.keys,
                                             portrait ? 10 : 15, ui.text(Text::clear));
    if (pressed.kind == KeyKind::text) on_character(characters_of(pressed.text).front());
    if (pressed.kind == KeyKind::erase) on_key(Key::backspace);
    if (pressed.kind == KeyKind::clear) sought_.clear();
}

}  // namespace foyer::kiosk

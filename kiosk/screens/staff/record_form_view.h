#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flows/record_form.h"
#include "kiosk/flows/vehicle_entry.h"
#include "kiosk/screens/app.h"
#include "kiosk/shell/input_queue.h"
#include "kiosk/widgets/scroll.h"

namespace foyer::kiosk {

/// A party's record with its keys on glass: what the record page and the page of a new party have
/// in common. Owns the form; looks known numbers up by itself. UI thread.
class RecordFormView {
  public:
    enum class Press { none, leave, save };

    RecordFormView(App& app, RecordForm form) : app_(app), form_(std::move(form)) {}

    RecordForm& form() { return form_; }
    void set_form(RecordForm form) { form_ = std::move(form); }
    /// Why it was not saved, told beside the keys; empty: nothing to tell.
    void tell(std::string fault) { fault_ = std::move(fault); }

    /// One more part among the fields, beside the party's size.
    using Part = std::function<void(Ui&, const Rect&)>;
    void add_part(Part part) { part_ = std::move(part); }

    /// Draws fields, what is missing, keys and the two buttons into the page's room.
    Press draw(Ui& ui, const Rect& room, std::string_view save_label);

    /// True if the key meant something here.
    bool on_key(Key key);
    void on_character(char32_t character);

    /// hand_in() with its fault told. True: may be saved now.
    bool ready_to_save();

  private:
    struct Layout {
        Rect fields, notes, keys, buttons;
    };
    Layout layout(const Ui& ui, const Rect& room) const;

    void draw_fields(Ui& ui, const Rect& rect);
    /// Above a field; says so if the pack requires it, louder while it is empty.
    float draw_label(Ui& ui, const Rect& at, Text label, std::optional<RegistrationField> field);
    float draw_phone(Ui& ui, const Rect& at);
    float draw_phone_remark(Ui& ui, const Rect& at);
    float draw_name(Ui& ui, const Rect& at);
    float draw_party_line(Ui& ui, const Rect& at);
    float draw_party_size(Ui& ui, const Rect& at);
    float draw_purposes(Ui& ui, const Rect& at);
    float draw_sources(Ui& ui, const Rect& at);
    float draw_consultants(Ui& ui, const Rect& at);
    float draw_note(Ui& ui, const Rect& at);
    void text_field(Ui& ui, std::string_view id, const Rect& rect, FormField field);
    float draw_notes(Ui& ui, const Rect& rect);
    float draw_status(Ui& ui, const Rect& rect);
    float draw_hint(Ui& ui, const Rect& rect);
    void draw_keys(Ui& ui, const Rect& rect);
    Press draw_buttons(Ui& ui, const Rect& rect, std::string_view save_label);
    void focus(FormField field);
    void write(FormField field);
    void write_vehicle(VehicleField field);
    void edited();
    void look_up_phone();

    App& app_;
    RecordForm form_;
    std::string fault_;
    Part part_;
    ScrollState scroll_;
    bool focus_moved_ = false;
    float focus_from_ = 0, focus_to_ = 0;  ///< of the field in focus, in the scrolled content
    const std::shared_ptr<bool> here_ = std::make_shared<bool>(true);
    TaskScope scope_;
};

}  // namespace foyer::kiosk

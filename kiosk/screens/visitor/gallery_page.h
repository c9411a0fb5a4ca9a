#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/app.h"
#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/scroll.h"
#include "shared/text/text_keys.h"

/// What the pages of people and of the gallery share. Only they include this.
namespace foyer::kiosk {

/// Units of the portrait pictures on the canvas at hand (the desk's are 0.6 of them).
inline float scaled(const Ui& ui, float units) {
    return ui.canvas.portrait() ? units : units * 0.6f;
}

/// Where the parts of a page stand, in either layout. In reach mode `side` and `content` lie in the
/// lower half.
struct GalleryPlaces {
    Rect side;     ///< landscape: the left column below the words; empty in portrait
    Rect content;  ///< in portrait below the words
    float words_end = 0;
};

/// What stands at the head of a page.
struct GalleryHead {
    std::string_view title;
    std::string_view sentence;
    std::filesystem::path picture = {};  ///< reach mode: in the door above the controls
    bool of_person = false;              ///< the picture is a portrait
};

/// A page of people or of the gallery: head and foot. UI thread.
class GalleryPage : public Screen {
  public:
    explicit GalleryPage(App& app) : app_(app) {}

  protected:
    /// The wall, or in reach mode the hall with the picture in its door; top bar and words.
    GalleryPlaces draw_head(Ui& ui, const GalleryHead& head) const;
    /// Action bar and tool strip; carries out Back and Exit. True if the main button was pressed.
    bool draw_foot(Ui& ui, ActionBar bar, bool on_dark = false) const;
    /// True if texts made for another language, or for none yet, must be made anew.
    bool language_changed(const Ui& ui);

    const Gallery& gallery() const { return app_.pack().gallery; }
    void open_entry(const GalleryEntry& entry);

    App& app_;

  private:
    std::optional<Locale> locale_;
};

/// One of a row of chips.
struct ChipItem {
    std::string id;
    std::string label;
    bool on = false;
    std::optional<Icon> icon = {};
};
/// Chips in a row that can be pushed; in a column of the desk they wrap. Returns the pressed one's
/// index or -1. `id` names the row.
int chip_row(Ui& ui, std::string_view id, const Rect& rect, std::span<const ChipItem> chips,
             ScrollState& scroll);
/// Height of chip_row() in a column of the desk; of one row in portrait.
float chip_row_height(const Ui& ui, float width, std::span<const ChipItem> chips);

/// A home, an estate or a car to enter.
struct DoorCard {
    std::string id;
    std::string title, caption;
    std::filesystem::path photo;
};
/// The door of an entry: what it is and when it was finished; a home among those of other estates
/// is `named` by its estate.
DoorCard entry_card(const Ui& ui, const Pack& pack, const GalleryEntry& entry, bool named);

/// Doors side by side, as many as the room holds. In reach mode, and where the view's `height` (0:
/// any) would cut them off, low cards with a small door.
class DoorGrid {
  public:
    DoorGrid(const Ui& ui, float room, float height = 0);
    /// Draws those that `area` shows, from x, y down. Returns the pressed one's index or -1.
    int draw(Ui& ui, const ScrollArea& area, float x, float y,
             std::span<const DoorCard> doors) const;
    float height(std::size_t count) const;

  private:
    bool low_ = false;
    int columns_ = 2;
    float width_ = 456, door_height_ = 508, gap_ = 24;
};

/// Doors that scroll in a rectangle. Shadows at its sides are not cut off.
int door_list(Ui& ui, std::string_view id, const Rect& rect, std::span<const DoorCard> doors,
              ScrollState& scroll);

/// Nothing was found: a door drawing, a sentence, and a way on (empty: none). Id: "empty.way".
bool nothing_found(Ui& ui, const Rect& rect, Icon icon, std::string_view sentence,
                   std::string_view way);

/// "2025年10月", "October 2025"
std::string month_of(const Translator& text, Date date);

/// All products, and one of them with the entries that show it.
std::unique_ptr<Screen> make_products(App& app);
std::unique_ptr<Screen> make_product(App& app, const std::string& product);

/// In place of a page about something the pack does not have (any longer): says so, and the way
/// back.
std::unique_ptr<Screen> make_gone(App& app);

}  // namespace foyer::kiosk

#pragma once

#include <string>
#include <vector>

#include "kiosk/theme/ui.h"
#include "shared/pack/pack.h"

namespace foyer::kiosk {

/// What stands under an entry's pictures: its floor plan with the products laid there, who did it,
/// and its story. Part of the entry's page alone.
class EntryCards {
  public:
    EntryCards(const Pack& pack, const GalleryEntry& entry);

    void make_texts(const Ui& ui);

    struct Pressed {
        bool person = false;
        std::string product;  ///< id; empty: none
    };
    /// Draws all from the top of `place` down, in its width.
    Pressed draw(Ui& ui, const Rect& place);
    /// What draw() took.
    float height() const { return height_; }

  private:
    struct Laid {
        const Product* product;
        std::string id, name, size, place;
    };
    void draw_plan_card(Ui& ui, const Rect& rect, bool beside, Pressed& press) const;
    bool draw_product(Ui& ui, const Rect& rect, const Laid& laid) const;
    bool draw_person(Ui& ui, const Rect& rect) const;
    float plan_card_height(const Ui& ui, bool beside) const;

    const Pack& pack_;
    const GalleryEntry& entry_;
    const GroupPlan* plan_ = nullptr;
    const StaffMember* person_ = nullptr;
    std::vector<Laid> laid_;
    std::string person_name_, person_latin_, person_caption_, person_works_, story_;
    float height_ = 0;
};

}  // namespace foyer::kiosk

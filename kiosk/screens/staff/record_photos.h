#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/screens/app.h"

namespace foyer::kiosk {

/// The photos of a visit's record, and the way to take one more: a part of the record page. A
/// member of its page; UI thread.
class RecordPhotos {
  public:
    RecordPhotos(App& app, Id visit) : app_(app), visit_(std::move(visit)) {}

    /// Asks for them, also again.
    void load();
    /// Label, the button, and what there is already: the latest first, as many as fit.
    void draw(Ui& ui, const Rect& rect);

  private:
    struct Thumb {
        Photo photo;
        std::filesystem::path picture;  ///< empty: it is not here
    };
    float draw_button(Ui& ui, const Rect& room, float gap);
    void draw_thumbs(Ui& ui, const Rect& rect);
    void draw_thumb(Ui& ui, const Rect& rect, std::size_t index);
    void look_at(std::size_t index);

    App& app_;
    const Id visit_;
    std::vector<Thumb> thumbs_;
    TaskScope scope_;
};

}  // namespace foyer::kiosk

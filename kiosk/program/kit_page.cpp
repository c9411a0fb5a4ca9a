#include "kiosk/program/kit_page.h"

#include "kiosk/widgets/kit.h"

namespace foyer::kiosk {
namespace {

class KitPage : public Screen {
  public:
    explicit KitPage(KitPictures pictures) : pictures_(std::move(pictures)) {}
    std::string_view name() const override { return "kit"; }
    bool allows_idle_return() const override { return false; }
    void draw(Ui& ui) override { draw_kit(ui, pictures_); }

  private:
    KitPictures pictures_;
};

}  // namespace

std::unique_ptr<Screen> make_kit_page(const Pack& pack) {
    KitPictures pictures;
    pictures.room = pack.attract.front().picture;
    pictures.portrait = pack.staff.front().portrait;
    pictures.photo = pack.gallery.groups.front().picture;
    return std::make_unique<KitPage>(std::move(pictures));
}

}  // namespace foyer::kiosk

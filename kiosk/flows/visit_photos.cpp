#include "kiosk/flows/visit_photos.h"

#include <utility>

#include "shared/security/digest.h"

namespace foyer::kiosk {

namespace fs = std::filesystem;

VisitPhotos::VisitPhotos(Files& files, const fs::path& home)
    : folder_(files, home / photo_folder_name), place_(home / photo_folder_name / "opened") {}

PhotoOutcome VisitPhotos::keep(Desk& desk, const Id& visit, std::string_view jpeg, int width,
                               int height, const std::optional<std::string>& staff) {
    if (!staff || !desk.pack().find_staff(*staff)) return PhotoOutcome::nobody_signed_in;
    Journal& journal = desk.journal();
    const Id id = random_id(journal.clock().now(), journal.random());
    SealedPhoto sealed = seal_photo(jpeg, id, journal.random());
    sealed.photo.visit = visit;
    sealed.photo.width = width;
    sealed.photo.height = height;
    folder_.keep(sealed);
    const auto take_back = [&] {
        for (const PhotoPart& part : sealed.photo.parts)
            folder_.remove(part.hash);
    };
    try {
        if (desk.add_photo(sealed.photo, *staff)) return PhotoOutcome::kept;
    } catch (...) {
        take_back();
        throw;
    }
    take_back();
    return PhotoOutcome::visit_gone;
}

fs::path VisitPhotos::shown(const Photo& photo) {
    const std::lock_guard lock(mutex_);
    const fs::path name = place_ / photo.id;
    photos_[name] = photo;
    return name;
}

fs::path VisitPhotos::shown_draft(std::string jpeg) {
    const std::lock_guard lock(mutex_);
    draft_jpeg_ = std::move(jpeg);
    draft_ = place_ / ("draft-" + std::to_string(++drafts_));
    return draft_;
}

std::optional<std::string> VisitPhotos::read(const fs::path& name) {
    Photo photo;
    {
        const std::lock_guard lock(mutex_);
        if (name == draft_) return draft_jpeg_;
        const auto found = photos_.find(name);
        if (found == photos_.end()) return std::nullopt;
        photo = found->second;
    }
    return folder_.open(photo);
}

void VisitPhotos::forget() {
    const std::lock_guard lock(mutex_);
    photos_.clear();
    draft_.clear();
    draft_jpeg_.clear();
}

bool PhotoTaking::press_shutter() {
    if (step_ != PhotoStep::aiming) return false;
    step_ = PhotoStep::taking;
    return true;
}

bool PhotoTaking::came(std::string jpeg, int width, int height) {
    if (step_ != PhotoStep::taking) return false;
    jpeg_ = std::move(jpeg);
    width_ = width;
    height_ = height;
    step_ = PhotoStep::looking;
    return true;
}

void PhotoTaking::failed() {
    if (step_ == PhotoStep::taking) step_ = PhotoStep::aiming;
}

void PhotoTaking::take_again() {
    if (step_ != PhotoStep::looking) return;
    step_ = PhotoStep::aiming;
    jpeg_.clear();
}

bool PhotoTaking::press_keep() {
    if (step_ != PhotoStep::looking) return false;
    step_ = PhotoStep::keeping;
    return true;
}

void PhotoTaking::not_kept() {
    if (step_ == PhotoStep::keeping) step_ = PhotoStep::looking;
}

}  // namespace foyer::kiosk

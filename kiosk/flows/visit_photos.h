#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "shared/desk/desk.h"
#include "shared/photos/photo_folder.h"

namespace foyer::kiosk {

/// What became of a photo that was to be kept.
enum class PhotoOutcome {
    kept,
    nobody_signed_in,  ///< nothing was written
    visit_gone,        ///< nothing was written
};

/// Photos of visits between glass, photo folder and records. They lie sealed on the disk; to be
/// shown they are opened in memory, for as long as somebody is signed in. Any thread.
class VisitPhotos {
  public:
    VisitPhotos(Files& files, const std::filesystem::path& home);

    /// Seals, keeps, and records a photo: when it returns `kept`, it outlives a power cut. On the
    /// store's thread. Throws FileError (a full disk while there is still room for records) and
    /// StoreError; then there is no photo.
    PhotoOutcome keep(Desk& desk, const Id& visit, std::string_view jpeg, int width, int height,
                      const std::optional<std::string>& staff);

    /// The name by which a PhotoSource shows a kept photo.
    std::filesystem::path shown(const Photo& photo);
    /// The same for one that has just been taken. It replaces the one before.
    std::filesystem::path shown_draft(std::string jpeg);
    /// Below this name all of them lie; there are no such files.
    const std::filesystem::path& place() const { return place_; }
    /// The picture of such a name; nothing if it is not here, or was forgotten.
    std::optional<std::string> read(const std::filesystem::path& name);
    /// Nobody is signed in any more: none can be opened.
    void forget();

  private:
    PhotoFolder folder_;
    const std::filesystem::path place_;
    std::mutex mutex_;
    std::map<std::filesystem::path, Photo> photos_;
    std::filesystem::path draft_;
    std::string draft_jpeg_;
    int drafts_ = 0;
};

/// The steps of taking a photo.
enum class PhotoStep {
    aiming,   ///< the camera's picture is shown
    taking,   ///< the shutter was pressed
    looking,  ///< keep it, or take it again?
    keeping,  ///< it is being written
};

/// Taking one photo: what may be pressed when. UI thread.
class PhotoTaking {
  public:
    PhotoStep step() const { return step_; }
    const std::string& jpeg() const { return jpeg_; }
    int width() const { return width_; }
    int height() const { return height_; }

    /// True: the camera is to be asked for a still.
    bool press_shutter();
    /// The camera's picture has come and is encoded. False: nobody waits for it any more.
    bool came(std::string jpeg, int width, int height);
    /// It could not be taken; back to aiming.
    void failed();
    void take_again();
    /// True: it is to be kept now.
    bool press_keep();
    /// It could not be kept; it may be tried again.
    void not_kept();

  private:
    PhotoStep step_ = PhotoStep::aiming;
    std::string jpeg_;
    int width_ = 0, height_ = 0;
};

}  // namespace foyer::kiosk

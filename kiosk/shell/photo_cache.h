#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/shell/picture_decoder.h"
#include "kiosk/shell/tasks.h"
#include "kiosk/theme/ui.h"
#include "shared/world/clock.h"
#include "shared/world/files.h"

namespace foyer::kiosk {

struct PhotoLimits {
    std::size_t bytes = std::size_t(96) << 20;           ///< of all textures, RGBA
    std::size_t upload_bytes = std::size_t(8) << 20;     ///< a frame; one picture always may
    std::uint64_t file_bytes = std::uint64_t(64) << 20;  ///< larger files count as broken
    std::size_t decodes_at_once = 2;
};

/// Pictures of the pack and of visits: decoded on Lane::photos at the size asked for, uploaded a
/// few a frame, the least recently shown thrown out first. Textures belong to ImGui's context,
/// which must exist and outlive this object. UI thread.
class PhotoCache : public PhotoSource {
  public:
    PhotoCache(Tasks& tasks, Files& files, const Clock& clock, PhotoLimits limits = {});
    /// Textures are destroyed; no frame may be presented with them afterwards.
    ~PhotoCache() override;

    PhotoView photo(const std::filesystem::path& file, int pixel_width, int pixel_height) override;

    /// Before the frame is built: uploads what was decoded, starts what was asked for, throws out.
    void begin_frame();
    /// After the frame was built: is there more to upload for what it asked for?
    bool wants_frame() const;

    /// Forgets every picture, also the broken ones: the pack changed.
    void clear();

    /// Called for each picture that turns out broken, once, with the reason; for the log.
    void on_broken(std::function<void(const std::filesystem::path&, const std::string&)> listener) {
        on_broken_ = std::move(listener);
    }

    /// Pictures below `folder` are no plain files: `read` gives their bytes, or nothing. It is
    /// called on a background thread.
    using Reader = std::function<std::optional<std::string>(const std::filesystem::path&)>;
    void read_below(std::filesystem::path folder, Reader read) {
        special_folder_ = std::move(folder);
        special_reader_ = std::move(read);
    }

    /// Pictures asked for by the last frame that are going to be ready or broken. Those that do not
    /// fit beside what it showed are not: they stay placeholders.
    std::size_t pending() const;
    /// Bytes of the textures held, also of those on their way out.
    std::size_t texture_bytes() const { return texture_bytes_; }

  private:
    enum class State { waiting, decoding, decoded, shown };
    /// A picture at one size.
    struct Version {
        std::uint64_t id;
        int box_width, box_height;  ///< what it covers
        State state = State::waiting;
        std::uint64_t asked = 0;  ///< the frame that asked for it last
        DecodedPicture pixels = {};
        std::unique_ptr<ImTextureData> texture = {};
        std::int64_t ready_at = 0;  ///< ticks
    };
    struct Picture {
        std::vector<Version> versions;
        bool broken = false;
    };

    Version& fitting(Picture& picture, int width, int height);
    PhotoView view(const Version& version) const;
    /// Calls `action(file, picture, version)` for every version there is.
    template <class Action>
    void for_each(Action action);
    template <class Action>
    void for_each(Action action) const;
    Version* find(const std::filesystem::path& file, std::uint64_t id);

    void remove_departed();
    void forget_unwanted();
    void start_decoding();
    void decode(const std::filesystem::path& file, Version& version);
    void failed(const std::filesystem::path& file, std::exception_ptr error);
    void upload_decoded();
    void upload(Picture& picture, Version& version);
    /// Throws out until so much more will fit; false if what is on show takes all room.
    bool make_room(std::size_t bytes);
    void retire(std::unique_ptr<ImTextureData> texture);
    std::size_t count_asked(bool decoded_only) const;
    /// Did the frame before the one at hand ask for it?
    bool wanted(const Version& version) const { return version.asked + 1 >= frame_; }

    Tasks& tasks_;
    Files& files_;
    const Clock& clock_;
    const PhotoLimits limits_;
    std::function<void(const std::filesystem::path&, const std::string&)> on_broken_;
    std::filesystem::path special_folder_;
    Reader special_reader_;
    std::map<std::filesystem::path, Picture> pictures_;
    std::vector<std::unique_ptr<ImTextureData>> departing_;
    std::size_t texture_bytes_ = 0;
    std::size_t decoding_ = 0;
    std::uint64_t frame_ = 1;
    std::uint64_t next_id_ = 0;
    TaskScope scope_;
};

}  // namespace foyer::kiosk

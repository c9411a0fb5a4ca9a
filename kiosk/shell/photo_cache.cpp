#include "kiosk/shell/photo_cache.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace foyer::kiosk {

namespace {

/// Boxes are rounded up to this, so that a few pixels more do not mean to decode again.
constexpr int box_step = 64;
/// A version may be stretched so much before a sharper one is decoded …
constexpr double stretch_allowed = 1.08;
/// … and shrunk so much, before it would shimmer: textures have no smaller copies of themselves.
constexpr int shrink_allowed = 2;

int rounded_up(int pixels) {
    return (std::max(pixels, 1) + box_step - 1) / box_step * box_step;
}

std::size_t bytes_of(const ImTextureData& texture) {
    return std::size_t(texture.Width) * std::size_t(texture.Height) * 4;
}

void forget_texture(ImTextureData& texture) {
    ImGui::UnregisterUserTexture(&texture);
    // ImGui makes this list anew only at the end of the next frame.
    ImGui::GetPlatformIO().Textures.find_erase(&texture);
}

}  // namespace

PhotoCache::PhotoCache(Tasks& tasks, Files& files, const Clock& clock, PhotoLimits limits)
    : tasks_(tasks), files_(files), clock_(clock), limits_(limits) {}

PhotoCache::~PhotoCache() {
    clear();
    for (auto& texture : departing_)
        forget_texture(*texture);
}

template <class Action>
void PhotoCache::for_each(Action action) {
    for (auto& [file, picture] : pictures_) {
        for (Version& version : picture.versions)
            action(file, picture, version);
    }
}

template <class Action>
void PhotoCache::for_each(Action action) const {
    for (const auto& [file, picture] : pictures_) {
        for (const Version& version : picture.versions)
            action(file, picture, version);
    }
}

PhotoView PhotoCache::photo(const std::filesystem::path& file, int pixel_width, int pixel_height) {
    Picture& picture = pictures_[file];
    if (picture.broken) return {.broken = true};
    Version& version = fitting(picture, pixel_width, pixel_height);
    version.asked = frame_;
    if (version.state == State::shown) return view(version);
    // Another size of the same picture is better than none.
    Version* best = nullptr;
    for (Version& other : picture.versions) {
        if (other.state == State::shown && (!best || other.box_width > best->box_width))
            best = &other;
    }
    if (!best) return {};
    best->asked = frame_;
    return view(*best);
}

PhotoCache::Version& PhotoCache::fitting(Picture& picture, int width, int height) {
    const int box_width = rounded_up(width), box_height = rounded_up(height);
    for (Version& version : picture.versions) {
        const bool sharp = version.box_width * stretch_allowed >= width &&
                           version.box_height * stretch_allowed >= height;
        const bool calm = version.box_width <= shrink_allowed * box_width &&
                          version.box_height <= shrink_allowed * box_height;
        if (sharp && calm) return version;
    }
    picture.versions.push_back({next_id_++, box_width, box_height});
    return picture.versions.back();
}

PhotoView PhotoCache::view(const Version& version) const {
    PhotoView view;
    view.texture = version.texture->GetTexRef();
    view.width = float(version.texture->Width);
    view.height = float(version.texture->Height);
    view.ready = true;
    view.age = float(clock_.ticks() - version.ready_at) / 1000;
    return view;
}

void PhotoCache::begin_frame() {
    ++frame_;
    remove_departed();
    forget_unwanted();
    upload_decoded();
    start_decoding();
}

void PhotoCache::remove_departed() {
    std::erase_if(departing_, [&](const std::unique_ptr<ImTextureData>& texture) {
        if (texture->Status != ImTextureStatus_Destroyed) return false;
        forget_texture(*texture);
        texture_bytes_ -= bytes_of(*texture);
        return true;
    });
    for_each([](const auto&, Picture&, Version& version) {
        // The renderer has its own copy now.
        if (version.state == State::shown && version.texture->Status == ImTextureStatus_OK &&
            version.texture->Pixels)
            version.texture->DestroyPixels();
    });
}

void PhotoCache::forget_unwanted() {
    for (auto at = pictures_.begin(); at != pictures_.end();) {
        Picture& picture = at->second;
        std::erase_if(picture.versions, [&](const Version& version) {
            return version.state != State::shown && version.state != State::decoding &&
                   !wanted(version);
        });
        if (picture.versions.empty() && !picture.broken)
            at = pictures_.erase(at);
        else
            ++at;
    }
}

void PhotoCache::start_decoding() {
    for_each([&](const std::filesystem::path& file, Picture&, Version& version) {
        if (version.state == State::waiting && wanted(version) &&
            decoding_ < limits_.decodes_at_once)
            decode(file, version);
    });
}

void PhotoCache::decode(const std::filesystem::path& file, Version& version) {
    version.state = State::decoding;
    ++decoding_;
    const bool special = special_reader_ && file.parent_path() == special_folder_;
    auto work = [&files = files_, limit = limits_.file_bytes, file, width = version.box_width,
                 height = version.box_height, read = special ? special_reader_ : Reader()] {
        const std::optional<std::string> bytes = read ? read(file) : files.read(file, limit);
        if (!bytes) throw PictureError("no such file");
        return decode_picture(*bytes, width, height);
    };
    auto done = [this, file, id = version.id](DecodedPicture pixels) {
        --decoding_;
        if (Version* decoded = find(file, id)) {
            decoded->pixels = std::move(pixels);
            decoded->state = State::decoded;
        }
    };
    tasks_.run(Lane::photos, scope_, std::move(work), std::move(done),
               [this, file](std::exception_ptr error) { failed(file, error); });
}

PhotoCache::Version* PhotoCache::find(const std::filesystem::path& file, std::uint64_t id) {
    const auto picture = pictures_.find(file);
    if (picture == pictures_.end()) return nullptr;
    for (Version& version : picture->second.versions) {
        if (version.id == id) return &version;
    }
    return nullptr;
}

void PhotoCache::failed(const std::filesystem::path& file, std::exception_ptr error) {
    --decoding_;
    Picture& picture = pictures_[file];
    std::erase_if(picture.versions,
                  [](const Version& version) { return version.state != State::shown; });
    if (std::exchange(picture.broken, true) || !on_broken_) return;
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& reason) {
        on_broken_(file, reason.what());
    }
}

void PhotoCache::upload_decoded() {
    std::size_t budget = limits_.upload_bytes;
    bool first = true;
    for_each([&](const auto&, Picture& picture, Version& version) {
        const std::size_t bytes = version.pixels.rgba.size();
        if (version.state != State::decoded || (!first && bytes > budget)) return;
        // What was thrown out frees its bytes only when the renderer has let go, a frame later.
        if (!make_room(bytes) || texture_bytes_ + bytes > limits_.bytes) return;
        upload(picture, version);
        budget -= std::min(bytes, budget);
        first = false;
    });
}

void PhotoCache::upload(Picture& picture, Version& version) {
    auto texture = std::make_unique<ImTextureData>();
    texture->Create(ImTextureFormat_RGBA32, version.pixels.width, version.pixels.height);
    std::memcpy(texture->GetPixels(), version.pixels.rgba.data(), version.pixels.rgba.size());
    texture->UseColors = true;
    ImGui::RegisterUserTexture(texture.get());
    texture_bytes_ += version.pixels.rgba.size();
    version.pixels = {};
    version.texture = std::move(texture);
    version.ready_at = clock_.ticks();
    for (const Version& other : picture.versions) {
        // A sharper copy takes over silently: it must not fade in again.
        if (other.state == State::shown)
            version.ready_at = std::min(version.ready_at, other.ready_at);
    }
    version.state = State::shown;
}

bool PhotoCache::make_room(std::size_t bytes) {
    std::size_t staying = texture_bytes_;
    for (const auto& texture : departing_)
        staying -= bytes_of(*texture);
    while (staying + bytes > limits_.bytes) {
        Version* oldest = nullptr;
        for_each([&](const auto&, Picture&, Version& version) {
            if (version.state != State::shown || wanted(version)) return;
            if (!oldest || version.asked < oldest->asked) oldest = &version;
        });
        if (!oldest) return false;
        staying -= bytes_of(*oldest->texture);
        retire(std::move(oldest->texture));
        oldest->state = State::waiting;
    }
    return true;
}

void PhotoCache::retire(std::unique_ptr<ImTextureData> texture) {
    texture->SetStatus(ImTextureStatus_WantDestroy);
    texture->UnusedFrames = 1;
    departing_.push_back(std::move(texture));
}

void PhotoCache::clear() {
    scope_.renew();
    decoding_ = 0;
    for_each([&](const auto&, Picture&, Version& version) {
        if (version.texture) retire(std::move(version.texture));
    });
    pictures_.clear();
}

std::size_t PhotoCache::count_asked(bool decoded_only) const {
    std::size_t on_show = 0;
    for_each([&](const auto&, const Picture&, const Version& version) {
        if (version.asked == frame_ && version.state == State::shown)
            on_show += bytes_of(*version.texture);
    });
    std::size_t count = 0;
    for_each([&](const auto&, const Picture&, const Version& version) {
        if (version.asked != frame_ || version.state == State::shown) return;
        if (version.state == State::decoded)
            count += on_show + version.pixels.rgba.size() <= limits_.bytes;
        else if (!decoded_only)
            ++count;
    });
    return count;
}

std::size_t PhotoCache::pending() const {
    return count_asked(false);
}

bool PhotoCache::wants_frame() const {
    return count_asked(true) > 0;
}

}  // namespace foyer::kiosk

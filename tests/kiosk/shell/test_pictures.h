#pragma once

#include <filesystem>
#include <string>

namespace foyer::kiosk {

/// A picture in two halves along its longer side: red, then blue. `format` "jpeg" or "png".
/// `orientation` 1…8 is written as EXIF into a JPEG.
std::string two_halves(int width, int height, const std::string& format, int orientation = 1);

/// A valid PNG header and one empty stretch of data for so many pixels, a few hundred bytes long.
std::string huge_png(int side);

/// A folder of its own that goes away with the object.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Writes a file and returns its path.
    std::filesystem::path file(const std::string& name, const std::string& bytes) const;

  private:
    std::filesystem::path path_;
};

}  // namespace foyer::kiosk

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace foyer::kiosk {

/// A character in black and white: 1 where there is ink.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<std::uint8_t> ink;

    std::uint8_t& at(int x, int y) {
        return ink[std::size_t(y) * std::size_t(width) + std::size_t(x)];
    }
    std::uint8_t at(int x, int y) const {
        return ink[std::size_t(y) * std::size_t(width) + std::size_t(x)];
    }
};

/// A font file opened for its outlines. One thread.
class FontOutlines {
  public:
    /// The first font of the file. Throws std::runtime_error that names the file.
    FontOutlines(const std::filesystem::path& file, int pixels);
    ~FontOutlines();

    /// The Chinese characters it has, ascending.
    std::vector<char32_t> characters() const;

    /// The em square `pixels` wide with the character in it and an empty border around; empty if
    /// the character has no outline.
    Bitmap draw(char32_t character) const;

  private:
    struct Face;
    std::unique_ptr<Face> face_;
    int pixels_;
};

}  // namespace foyer::kiosk

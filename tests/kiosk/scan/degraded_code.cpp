#include "tests/kiosk/scan/degraded_code.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <stdexcept>

#include "kiosk/scan/qr_matrix.h"
#include "shared/codes/crockford.h"

namespace foyer::kiosk {
namespace {

constexpr int side = 360;
constexpr double quiet_zone = 4;  // modules

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    /// Evenly between the two.
    double between(double low, double high) {
        return low + (high - low) * double(random_.next() >> 11) / double(1ull << 53);
    }

  private:
    SeededRandom random_;
};

struct Direction {
    double x = 1;
    double y = 0;
};

/// Brightness 0 … 255 at a place of the picture; paper around the code, a table around the paper.
double ideal_at(const QrMatrix& code, const Degradation& how, Direction across, double x,
                double y) {
    const double dx = x - side / 2.0;
    const double dy = y - side / 2.0;
    double u = (dx * across.x + dy * across.y) / how.pixels_per_module;
    double v = (dy * across.x - dx * across.y) / how.pixels_per_module;
    const double depth = 1 + how.tilt * v / code.size;
    u = u * depth + code.size / 2.0;
    v = v * depth + code.size / 2.0;
    const double far = code.size + quiet_zone;
    if (u < -quiet_zone || v < -quiet_zone || u > far || v > far) return 120;
    const int column = int(std::floor(u));
    const int row = int(std::floor(v));
    const bool inside = column >= 0 && row >= 0 && column < code.size && row < code.size;
    return inside && code.at(column, row) ? 15 : 240;
}

std::vector<double> draw(const QrMatrix& code, const Degradation& how) {
    const double radians = how.angle * std::numbers::pi / 180;
    const Direction across{std::cos(radians), std::sin(radians)};
    std::vector<double> pixels;
    pixels.reserve(side * side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            pixels.push_back((ideal_at(code, how, across, x + 0.3, y + 0.3) +
                              ideal_at(code, how, across, x + 0.7, y + 0.7)) /
                             2);
        }
    }
    return pixels;
}

/// A running mean over 2 × radius + 1 pixels along lines that begin at `start` and step by `step`.
void blur_lines(std::vector<double>& pixels, int radius, int line_step, int step) {
    std::vector<double> line(side);
    for (int i = 0; i < side; ++i) {
        double* first = pixels.data() + std::ptrdiff_t(i) * line_step;
        for (int k = 0; k < side; ++k)
            line[std::size_t(k)] = first[std::ptrdiff_t(k) * step];
        const auto at = [&line](int k) { return line[std::size_t(std::clamp(k, 0, side - 1))]; };
        double sum = 0;
        for (int k = -radius; k <= radius; ++k)
            sum += at(k);
        for (int k = 0; k < side; ++k) {
            first[std::ptrdiff_t(k) * step] = sum / (2 * radius + 1);
            sum += at(k + radius + 1) - at(k - radius);
        }
    }
}

void blur(std::vector<double>& pixels, int radius) {
    for (int pass = 0; pass < 2 && radius > 0; ++pass) {
        blur_lines(pixels, radius, side, 1);
        blur_lines(pixels, radius, 1, side);
    }
}

std::vector<Degradation> repeated(int count, std::uint64_t seed,
                                  const std::function<void(Degradation&, Dice&)>& vary) {
    std::vector<Degradation> made;
    Dice dice(seed);
    for (int i = 0; i < count; ++i) {
        Degradation how;
        how.angle = dice.between(-12, 12);
        how.noise = 6;
        vary(how, dice);
        made.push_back(how);
    }
    return made;
}

}  // namespace

GrayPicture degraded_code(const std::string& text, const Degradation& how, std::uint64_t seed) {
    Dice dice(seed);
    std::vector<double> pixels = draw(qr_matrix(text), how);
    blur(pixels, int(std::lround(how.blur * how.pixels_per_module)));
    const double glare_x = dice.between(0.3, 0.7) * side;
    const double glare_y = dice.between(0.3, 0.7) * side;
    GrayPicture picture{side, side, {}};
    picture.pixels.reserve(pixels.size());
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            double value = pixels[std::size_t(y * side + x)];
            if (how.inverted) value = 255 - value;
            value = 255 * how.lightness + (value - 255 * how.lightness) * how.contrast;
            value *= 1 - how.shadow * x / side;
            const double distance = std::hypot(x - glare_x, y - glare_y) / (0.35 * side);
            value += (255 - value) * how.glare * std::exp(-distance * distance);
            value += dice.between(-how.noise, how.noise);
            picture.pixels.push_back(std::uint8_t(std::clamp(value, 0.0, 255.0)));
        }
    }
    return picture;
}

std::vector<SampleSet> sample_sets() {
    constexpr int count = 10;
    const auto set = [&](const char* name, int least, std::uint64_t seed,
                         const std::function<void(Degradation&, Dice&)>& vary) {
        return SampleSet{name, count, least, repeated(count, seed, vary)};
    };
    return {
        set("plain", 10, 1,
            [](Degradation& how, Dice& dice) { how.pixels_per_module = dice.between(3, 7); }),
        set("turned", 10, 2,
            [](Degradation& how, Dice& dice) { how.angle = dice.between(0, 360); }),
        set("small", 9, 3,
            [](Degradation& how, Dice& dice) { how.pixels_per_module = dice.between(2.2, 3); }),
        set("tilted", 6, 4,
            [](Degradation& how, Dice& dice) { how.tilt = dice.between(0.1, 0.45); }),
        set("blurred", 5, 5,
            [](Degradation& how, Dice& dice) { how.blur = dice.between(0.3, 0.65); }),
        set("inverted", 10, 6,
            [](Degradation& how, Dice& dice) {
                how.inverted = true;
                how.pixels_per_module = dice.between(3, 7);
            }),
        set("washed-out", 9, 7,
            [](Degradation& how, Dice& dice) {
                how.contrast = dice.between(0.03, 0.12);
                how.lightness = dice.between(0.4, 0.8);
                how.noise = 1;
            }),
        set("dim-dark-mode", 9, 11,
            [](Degradation& how, Dice& dice) {
                how.inverted = true;
                how.contrast = dice.between(0.04, 0.12);
                how.lightness = dice.between(0.1, 0.4);
                how.noise = 1;
            }),
        set("glare", 9, 8,
            [](Degradation& how, Dice& dice) { how.glare = dice.between(0.9, 0.99); }),
        set("shadow", 9, 9,
            [](Degradation& how, Dice& dice) { how.shadow = dice.between(0.8, 0.97); }),
        set("noisy", 7, 10,
            [](Degradation& how, Dice& dice) { how.noise = dice.between(60, 110); }),
    };
}

std::string sample_text(int number) {
    SeededRandom random(std::uint64_t(number) + 1000);
    std::vector<std::uint8_t> bytes(80);
    random.fill(bytes);
    return "XR1" + crockford_encode(bytes);
}

void write_png(const GrayPicture& picture, const std::filesystem::path& path) {
    GdkPixbuf* pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, picture.width, picture.height);
    guint8* rows = gdk_pixbuf_get_pixels(pixbuf);
    const int stride = gdk_pixbuf_get_rowstride(pixbuf);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const std::uint8_t gray = picture.pixels[std::size_t(y * picture.width + x)];
            std::fill_n(rows + std::ptrdiff_t(y) * stride + std::ptrdiff_t(x) * 3, 3, gray);
        }
    }
    const bool saved = gdk_pixbuf_save(pixbuf, path.c_str(), "png", nullptr, nullptr);
    g_object_unref(pixbuf);
    if (!saved) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace foyer::kiosk

// typing-fuzz [--seconds N] [--seed N]: random touches, keys, pastes and scanner bursts against the
// real program on a surface without a display. Prints its seed; the same seed does the same again
// as far as background threads let it. Ends with 0 if nothing failed; faults end it at once.
#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <random>

#include "kiosk/screens/ways.h"
#include "tests/ui/program_fixture.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

class Monkey {
  public:
    Monkey(test::ProgramFixture& fixture, std::uint64_t seed)
        : fixture_(fixture), shell_(fixture.program->shell()), dice_(seed) {}

    /// One deed, then the frames it takes.
    void act() {
        if (one_in(400)) return other_visitor();
        const int deed = int(below(100));
        if (deed < 60) {
            touch_something();
        } else if (deed < 68) {
            scribble();
        } else if (deed < 74) {
            tap_anywhere();
        } else if (deed < 86) {
            type_character();
        } else if (deed < 94) {
            press_key();
        } else {
            scan();
        }
        for (std::size_t i = below(4); i > 0; --i)
            step();
        ++deeds;
    }

    std::uint64_t deeds = 0, visitors = 0;

  private:
    std::uint64_t below(std::uint64_t bound) { return dice_() % bound; }
    bool one_in(std::uint64_t count) { return below(count) == 0; }
    float share() { return float(below(1000)) / 1000; }
    void step() { shell_.loop().step(0); }
    float width() const { return float(shell_.surface().pixel_width()); }
    float height() const { return float(shell_.surface().pixel_height()); }

    void finger(TouchPhase phase, float x, float y) { shell_.input().touch(phase, x, y); }

    /// On pages where nothing is typed there is little to find: back to one where it is.
    void touch_something() {
        const auto& items = shell_.items().last_frame();
        if (items.empty()) return step();
        const DrawnItem& item = items[below(items.size())];
        // Languages and modes change now and then, not each second touch.
        if (item.id.starts_with("tools.") && !one_in(8)) return;
        if (item.id == "action.exit" && !one_in(20)) return;
        const float scale = Canvas::for_window(int(width()), int(height())).scale;
        const float x = (item.rect.x + share() * item.rect.w) * scale;
        const float y = (item.rect.y + share() * item.rect.h) * scale;
        finger(TouchPhase::down, x, y);
        if (one_in(3)) step();
        finger(TouchPhase::up, x, y);
    }

    void tap(const std::string& id) {
        const DrawnItem* item = shell_.items().find(id);
        if (!item) return;
        const float scale = Canvas::for_window(int(width()), int(height())).scale;
        const float x = item->rect.middle_x() * scale, y = item->rect.middle_y() * scale;
        finger(TouchPhase::down, x, y);
        finger(TouchPhase::up, x, y);
        for (int i = 0; i < 6; ++i)
            step();
    }

    void scribble() {
        float x = share() * width(), y = share() * height();
        finger(TouchPhase::down, x, y);
        for (std::size_t i = below(30); i > 0; --i) {
            x += (share() - 0.5f) * 160;
            y += (share() - 0.5f) * 160;
            finger(TouchPhase::move, x, y);
            if (one_in(4)) step();
        }
        finger(TouchPhase::up, x, y);
    }

    void tap_anywhere() {
        const float x = share() * width(), y = share() * height();
        finger(TouchPhase::down, x, y);
        finger(TouchPhase::up, x, y);
    }

    void type_character() {
        static const std::u32string some =
            U"abcdefghijklmnopqrstuvwxyzAZ0123456789 "
            U"'-·+/.,王欧阳㛃𬱖ㄓˋ１Ｏ\u200E\u0301\uFFFD";
        for (std::size_t i = 1 + below(12); i > 0; --i)
            shell_.input().type(some[below(some.size())]);
    }

    void press_key() {
        static constexpr Key keys[] = {Key::enter, Key::tab,  Key::escape, Key::backspace,
                                       Key::erase, Key::left, Key::right,  Key::up,
                                       Key::down,  Key::home, Key::end};
        shell_.input().press(keys[below(std::size(keys))]);
    }

    void scan() {
        static const std::string codes[] = {
            "XR1",      "7K3M9QXT4HVRD2W8",  "13800138000",  "https://example.org/?q=1",
            "粤B12345", "1M8GDM9AXKP042788", "\xFF\xFE\x80", std::string(300, 'A')};
        const std::string& code = codes[below(std::size(codes))];
        if (one_in(3)) {
            shell_.input().paste(code);
            return;
        }
        for (const char c : code)
            shell_.input().type(char32_t(static_cast<unsigned char>(c)));
        shell_.input().press(Key::enter);
    }

    /// Straight to a page where something is typed: by chance alone that takes long.
    void other_visitor() {
        shell_.wipe();
        ++visitors;
        VisitorSettings settings = shell_.settings();
        settings.locale = all_locales[below(3)];
        settings.large_text = one_in(3);
        settings.reach = one_in(3);
        shell_.set_settings(settings);
        for (int i = 0; i < 4; ++i)
            step();
        Program& program = *fixture_.program;
        switch (below(4)) {
            case 0:
                return program.navigator().push(make_rewards_door(program));
            case 1:
                return program.navigator().push(make_recommend_door(program));
            case 2:
                program.sign_in(program.pack().staff.front().id);
                return program.navigator().push(make_arrivals(program));
            default:
                program.navigator().push(make_check_in(program));
        }
        type_digits("13" + std::to_string(800000000 + below(100)));
        for (const ConsentPurpose& purpose : program.pack().registration.consents)
            if (purpose.required) tap("checkin.consent." + purpose.id);
        shell_.input().press(Key::enter);
    }

    void type_digits(const std::string& digits) {
        for (int i = 0; i < 20; ++i)
            step();
        for (const char digit : digits) {
            shell_.input().type(char32_t(digit));
            fixture_.driver->wait(60);
        }
    }

    test::ProgramFixture& fixture_;
    Shell& shell_;
    std::mt19937_64 dice_;
};

}  // namespace

int main(int count, char** words) {
    CLI::App app("Random touches, keys and scanner bursts against the real program");
    double seconds = 5;
    std::uint64_t seed = 20261122;
    app.add_option("--seconds", seconds);
    app.add_option("--seed", seed);
    CLI11_PARSE(app, count, words);
    using Instant = std::chrono::steady_clock::time_point;
    const Instant end =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(std::int64_t(seconds * 1000));
    std::cout << "seed " << seed << std::endl;
    std::uint64_t deeds = 0, visitors = 0, rounds = 0;
    while (std::chrono::steady_clock::now() < end) {
        test::ProgramFixture fixture;
        fixture.options.idle_limit = 4000;
        if (rounds % 2 == 1) fixture.options.pack = fixture.options.assets / "packs" / "auto";
        // Sanitizers on a busy machine are slow.
        constexpr std::int64_t patience = 180'000;
        rounds % 3 == 2 ? fixture.start(1280, 800, patience) : fixture.start(1080, 1920, patience);
        Monkey monkey(fixture, seed + rounds);
        // A program of its own each minute: what start and end do is tried, too.
        const auto minute_end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (std::chrono::steady_clock::now() < std::min(end, minute_end))
            monkey.act();
        deeds += monkey.deeds, visitors += monkey.visitors;
        ++rounds;
    }
    std::cout << deeds << " deeds, " << visitors << " visitors, " << rounds << " programs"
              << std::endl;
    return deeds > 0 ? 0 : 1;
}

#include "tests/ui/hand.h"

#include "shared/text/characters.h"

namespace foyer::test {

void Hand::keys(std::string_view characters) {
    for (const char32_t character : characters_of(characters))
        touch("keys." + utf8_of(character));
}

void Hand::choose(const std::string& text) {
    std::u32string rest = characters_of(text);
    while (!rest.empty()) {
        fixture_.driver->wait_until("candidates", [&] { return sees("candidate.0"); });
        std::size_t taken = 0;
        for (std::size_t count = rest.size(); count > 0 && taken == 0; --count) {
            std::string part;
            for (const char32_t c : rest.substr(0, count))
                part += utf8_of(c);
            if (count == 1 && !sees("candidate." + part)) {
                touch("candidate.more");
            } else if (!sees("candidate." + part)) {
                continue;
            }
            touch("candidate." + part);
            taken = count;
        }
        rest.erase(0, taken);
    }
}

void Hand::draw(const Drawing& drawing, int box) {
    fixture_.driver->write(page_ + ".ink." + std::to_string(box), drawing);
}

}  // namespace foyer::test

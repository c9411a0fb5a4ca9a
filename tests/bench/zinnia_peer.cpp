#include "tests/bench/zinnia_peer.h"

#ifdef FOYER_ZINNIA
#include <zinnia.h>
#endif

namespace foyer::bench {

#ifdef FOYER_ZINNIA
namespace {

constexpr std::size_t box = 1024;

class Zinnia : public ZinniaPeer {
  public:
    bool open_model(const char* file) { return recogniser_->open(file); }

    std::vector<std::string> recognise(
        const std::vector<kiosk::InkStroke>& strokes) const override {
        const std::unique_ptr<zinnia::Character> drawn(zinnia::Character::create());
        drawn->set_width(box);
        drawn->set_height(box);
        for (std::size_t stroke = 0; stroke < strokes.size(); ++stroke)
            for (const kiosk::InkPoint& point : strokes[stroke])
                drawn->add(stroke, int(point.x), int(point.y));
        const std::unique_ptr<zinnia::Result> result(recogniser_->classify(*drawn, 10));
        std::vector<std::string> candidates;
        for (std::size_t i = 0; result && i < result->size(); ++i)
            candidates.push_back(result->value(i));
        return candidates;
    }

    std::set<std::string> characters() const override {
        std::set<std::string> characters;
        for (std::size_t i = 0; i < recogniser_->size(); ++i)
            characters.insert(recogniser_->value(i));
        return characters;
    }

  private:
    std::unique_ptr<zinnia::Recognizer> recogniser_{zinnia::Recognizer::create()};
};

}  // namespace

std::unique_ptr<ZinniaPeer> ZinniaPeer::open(kiosk::Script script) {
    // Debian 12 has no model for traditional Chinese: the Japanese one knows most of those forms.
    const char* model = script == kiosk::Script::simplified
                            ? "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model"
                            : "/usr/share/tegaki/models/zinnia/handwriting-ja.model";
    auto peer = std::make_unique<Zinnia>();
    if (!peer->open_model(model)) return nullptr;
    return peer;
}
#else
std::unique_ptr<ZinniaPeer> ZinniaPeer::open(kiosk::Script) {
    return nullptr;
}
#endif

}  // namespace foyer::bench

#include "kiosk/input/rime_composer.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "kiosk/input/character_tables.h"
#include "kiosk/input/name_choices.h"
#include "kiosk/input/pinyin_keys.h"
#include "kiosk/input/zhuyin.h"
#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

constexpr std::size_t most_candidates = 2000;
constexpr std::size_t most_syllables = 8;
constexpr std::size_t most_strokes = 40;
/// Completions that are looked through for characters of names.
constexpr std::size_t strokes_looked_through = 600;
constexpr std::ptrdiff_t rare_strokes_place = 5;
/// Enough of `before` to know how a name begins.
constexpr std::size_t most_before = 256;

/// Candidates as they come, each text once, until there are enough.
class Gathered {
  public:
    Gathered(const PinyinKeys& keys, std::size_t limit)
        : keys_(keys), limit_(std::min(limit, most_candidates)) {}

    bool full() const { return list_.size() >= limit_; }
    std::size_t missing() const { return limit_ - list_.size(); }

    void add(std::string text, std::size_t letters) {
        if (full() || letters == 0 || !seen_.insert(text).second) return;
        list_.push_back({std::move(text), keys_.bytes[letters]});
    }
    std::vector<Candidate> take() { return std::move(list_); }

  private:
    const PinyinKeys& keys_;
    const std::size_t limit_;
    std::vector<Candidate> list_;
    std::unordered_set<std::string> seen_;
};

/// Does every character of a word have the tones that were typed?
bool has_tones(const PinyinKeys& keys, std::string_view text, const std::vector<std::size_t>& ends,
               std::string_view reading) {
    if (std::all_of(keys.tones.begin(), keys.tones.end(), [](auto tone) { return tone == 0; })) {
        return true;
    }
    const std::u32string characters = characters_of(text);
    if (characters.size() != ends.size()) return true;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::size_t space = std::min(reading.find(' '), reading.size());
        const int syllable = syllable_index(reading.substr(0, space));
        if (syllable >= 0 && !has_tone(characters[i], syllable, keys.tones[begin])) return false;
        reading.remove_prefix(std::min(space + 1, reading.size()));
        begin = ends[i];
    }
    return true;
}

/// Every character Unicode has for the first syllable, for what no table of words holds.
void add_rare(const PinyinKeys& keys, Script script, Gathered& found) {
    if (keys.letters.empty()) return;
    const auto syllables = syllables_at(keys, 0);
    for (const bool foreign : {false, true}) {
        for (const SpelledSyllable& one : syllables) {
            if (one.spelling != Spelling::whole) continue;
            for (const CharacterReading& reading : characters_read(one.syllable)) {
                const std::uint8_t tone = keys.tones[0];
                if (tone != 0 && reading.tone != tone) continue;
                if (is_foreign_to(script, reading.character) != foreign) continue;
                found.add(utf8_of(reading.character), one.end);
            }
        }
    }
}

/// librime's words. It is asked about a few syllables at most: each initial that stands alone
/// doubles its work.
void add_words(RimeEngine& engine, const ComposeQuery& query, const PinyinKeys& all,
               std::vector<std::size_t>& first_ends, Gathered& found) {
    const std::vector<std::size_t> ends = likely_ends(all);
    if (ends.empty()) return;
    const PinyinKeys keys = all.first(ends[std::min(ends.size(), most_syllables) - 1]);
    const auto table = query.script == Script::simplified ? RimeEngine::Table::simplified
                                                          : RimeEngine::Table::traditional;
    const std::size_t limit = std::min(query.limit, most_candidates);
    for (const auto& word : engine.words(table, keys.separated(), limit)) {
        const auto used = syllable_ends(keys, word.reading);
        if (used.empty() || !has_tones(keys, word.text, used, word.reading)) continue;
        if (first_ends.empty()) first_ends = used;
        found.add(word.text, used.back());
    }
}

Composed compose_sounds(RimeEngine& engine, const ComposeQuery& query, const PinyinKeys& keys) {
    Gathered found(keys, query.limit);
    if (query.name) {
        const std::u32string before =
            characters_of(std::string_view(query.before).substr(0, most_before));
        for (const Choice& choice : name_choices(keys, before, query.script))
            found.add(utf8_of(choice.text), choice.letters);
    }
    std::vector<std::size_t> first_ends;
    add_words(engine, query, keys, first_ends, found);
    add_rare(keys, query.script, found);
    // In a name the likeliest parting is that of the names, not of librime's first word.
    if (query.name) first_ends.clear();
    Composed result;
    result.shown = parted(keys, likely_ends(keys, first_ends));
    result.candidates = found.take();
    return result;
}

/// Names of strokes as they are written: h s p n z.
std::string drawn_strokes(std::string_view keys) {
    constexpr std::string_view letters = "hspnz";
    constexpr std::u32string_view drawn = U"一丨丿丶乛";
    std::string text;
    for (const char key : keys) {
        const std::size_t at = letters.find(key);
        text += at == std::string_view::npos ? std::string(1, key) : utf8_of(drawn[at]);
    }
    return text;
}

struct DrawnCharacter {
    std::string text;
    bool finished, rare, foreign;
    float weight;
};

std::vector<DrawnCharacter> characters_drawn(RimeEngine& engine, const ComposeQuery& query,
                                             std::string_view keys) {
    std::vector<DrawnCharacter> found;
    for (const auto& word :
         engine.words(RimeEngine::Table::strokes, keys, strokes_looked_through)) {
        const std::u32string characters = characters_of(word.text);
        if (characters.size() != 1) continue;
        const char32_t one = characters[0];
        const float weight = query.name ? name_weight(one, query.script) : 0;
        const bool rare = weight == 0 && (one < 0x4E00 || one > 0x9FFF);
        found.push_back(
            {word.text, word.reading.empty(), rare, is_foreign_to(query.script, one), weight});
    }
    return found;
}

/// Characters that begin with the strokes: those in use first, of these the finished ones, then by
/// script and name. Rare ones that are finished stand on the first page, too.
Composed compose_strokes(RimeEngine& engine, const ComposeQuery& query) {
    const std::size_t count =
        std::min(query.keys.find_first_not_of("hspnz"), std::min(query.keys.size(), most_strokes));
    const std::string keys = query.keys.substr(0, count);
    Composed result;
    result.shown = drawn_strokes(query.keys.substr(0, most_strokes));
    if (keys.empty()) return result;
    std::vector<DrawnCharacter> found = characters_drawn(engine, query, keys);
    const auto order = [](const DrawnCharacter& one) {
        return std::tuple(one.rare, !one.finished, one.foreign, -one.weight);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto rare = std::find_if(found.begin(), found.end(),
                                   [](const auto& one) { return one.rare && one.finished; });
    const auto rare_end =
        std::find_if(rare, found.end(), [](const auto& one) { return !one.finished; });
    if (rare - found.begin() > rare_strokes_place) {
        std::rotate(found.begin() + rare_strokes_place, rare, rare_end);
    }
    for (const DrawnCharacter& one : found) {
        if (result.candidates.size() == query.limit) break;
        result.candidates.push_back({one.text, keys.size()});
    }
    return result;
}

}  // namespace

Composed RimeComposer::compose(const ComposeQuery& query) {
    switch (query.scheme) {
        case ComposeScheme::pinyin:
            return compose_sounds(engine_, query, read_pinyin(query.keys));
        case ComposeScheme::zhuyin: {
            Composed result = compose_sounds(engine_, query, read_zhuyin(query.keys));
            result.shown = parted_zhuyin(query.keys);
            return result;
        }
        case ComposeScheme::stroke_order:
            return compose_strokes(engine_, query);
    }
    return {};
}

}  // namespace foyer::kiosk

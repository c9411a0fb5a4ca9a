#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::kiosk {

/// Keys made ready for reading as Pinyin. Zhuyin arrives here as the Pinyin it stands for.
struct PinyinKeys {
    std::string letters;                ///< a–z, ü as v
    std::vector<bool> syllable_starts;  ///< by letter: a syllable must begin here
    bool all_starts_known = false;      ///< and nowhere else
    std::vector<std::uint8_t> tones;  ///< by letter at which a syllable starts: 1–5, 0 if unsaid
    /// By the number of letters used up: how many bytes of what was typed that uses up, with the
    /// separators after them.
    std::vector<std::size_t> bytes;

    /// For librime: letters with ' where a syllable must begin.
    std::string separated() const;
    /// The first letters alone.
    PinyinKeys first(std::size_t letters) const;
    /// May a syllable stand at [begin, end) of the letters?
    bool may_be_one(std::size_t begin, std::size_t end) const;
    std::uint8_t tone_at(std::size_t letter) const { return tones[letter]; }
};

/// Longer keys are no name and no word: what is beyond stays as it was typed.
constexpr std::size_t most_pinyin_letters = 32;

/// Reads a–z, A–Z and '; stops at the first other byte and after most_pinyin_letters.
PinyinKeys read_pinyin(std::string_view keys);

/// How a syllable is typed.
enum class Spelling {
    whole,   ///< "wei"
    begun,   ///< "we", with nothing typed after it
    initial  ///< "w", with more after it
};

struct SpelledSyllable {
    std::size_t end = 0;  ///< letters up to here
    int syllable = 0;     ///< place in pinyin_syllables()
    Spelling spelling = Spelling::whole;
};

/// The syllables that may stand at `begin`, each in every way the letters allow.
std::vector<SpelledSyllable> syllables_at(const PinyinKeys& keys, std::size_t begin);

/// Where each syllable of `reading` ("zhang wei", as librime says it) ends when it is read from the
/// letters; empty if the letters do not say so.
std::vector<std::size_t> syllable_ends(const PinyinKeys& keys, std::string_view reading);

/// Where syllables end if the letters are parted so that the fewest are unfinished; the first ones
/// end where `ends` says.
std::vector<std::size_t> likely_ends(const PinyinKeys& keys, std::vector<std::size_t> ends = {});

/// The letters with a space after each end: "zhang wei", "z w".
std::string parted(const PinyinKeys& keys, const std::vector<std::size_t>& ends);

}  // namespace foyer::kiosk

#pragma once

#include <string>
#include <string_view>

#include "kiosk/input/pinyin_keys.h"

namespace foyer::kiosk {

/// Zhuyin (bopomofo) as the Pinyin it stands for. A syllable ends at a tone mark (ˊˇˋ˙, ˉ or a
/// space for the first tone) or where the next letter cannot follow; its tone is any if none was
/// typed. An initial alone stays one, ㄅ "b" and ㄓ "zh", unless a tone ends it: ㄓˋ is "zhi".
/// Stops at the first byte that is no Zhuyin.
PinyinKeys read_zhuyin(std::string_view keys);

/// The keys with a space between syllables, for reading: "ㄓㄤ ㄨㄟˇ".
std::string parted_zhuyin(std::string_view keys);

}  // namespace foyer::kiosk

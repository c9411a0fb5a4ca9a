#pragma once

#include <string>
#include <string_view>

#include "shared/model/kinds.h"
#include "shared/text/locale.h"

namespace foyer {

/// Names are UTF-8, Chinese ("王小明", "欧阳娜娜", "买买提·艾力") or Latin ("Mei Lin", "Lin, Mei").
/// All functions here may be called from any thread.

/// Longest name anyone may give, in characters.
constexpr int longest_name = 40;

enum class NameFault { none, empty, too_long, not_text };

/// What a typed name was read as.
struct NameReading {
    NameFault fault = NameFault::none;
    std::string name;  ///< cleaned; "" on a fault

    bool ok() const { return fault == NameFault::none; }
};

/// Trims, makes runs of white space one space, composes (NFC), and drops control and invisible
/// format characters, which could turn the text around on a screen. Bytes that are no UTF-8 are
/// `not_text`.
NameReading clean_name(std::string_view typed);

/// The family name: one character, a compound one by a table (欧阳), what stands before the dot
/// (买买提), or of a Latin name the last word or what stands before a comma.
std::string surname_of(std::string_view name);

/// For public screens (design §6): "王＊＊", "欧阳＊", "L**". The length of the rest is not shown.
std::string masked_name(std::string_view name);

/// "林女士", "Ms Lin"; a Chinese surname in Latin letters for English, both forms of address when
/// the gender is not known: "林先生／女士", "Mr/Ms Lin". Empty for an empty surname.
std::string salutation(std::string_view surname, Gender gender, Locale locale);

/// "林" → "Lin", "欧阳" → "Ouyang", "吕" → "Lyu", as passports write them; Latin text stays.
std::string latin_surname(std::string_view surname);

/// First letters of the Pinyin of each character, or of each word: "zw" for 张伟, "ml" for Mei
/// Lin. What has no Latin reading stands for itself.
std::string initials(std::string_view name);

/// "zhang wei" for 张伟: sorts a list of names as its readers expect.
std::string sort_key(std::string_view name);

/// Makes ICU load its tables of readings (some 90 ms, once a process), best on a background
/// thread at start.
void warm_up_names();

}  // namespace foyer

// Runs at build time: make_character_tables UNIHAN_READINGS UNIHAN_VARIANTS NAMES OUT.cpp
// Turns Unihan and the lists in names/ into the constants of character_tables.h. A misspelt
// reading or a character listed under a syllable it is never read as does not build.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "kiosk/input/name_lists.h"
#include "kiosk/input/unihan.h"

namespace foyer::kiosk {
namespace {

/// How likely something is that stands `rank`th in a list, from 0: fitted to what census offices
/// publish (the first surname is borne by 8 %, the tenth by 2 %, the hundredth by 0.2 %).
double surname_share(std::size_t rank) {
    return 0.33 / std::pow(double(rank) + 3, 1.3);
}

/// All compound surnames together are borne by one in a thousand.
double compound_surname_share(std::size_t rank) {
    return 0.0008 / double(rank + 1);
}

std::string hex(char32_t character) {
    char text[16];
    std::snprintf(text, sizeof text, "0x%X", unsigned(character));
    return text;
}

class Writer {
  public:
    Writer(const Unihan& unihan, const NameLists& lists, std::ostream& out)
        : unihan_(unihan), lists_(lists), out_(out) {
        for (const auto& [syllable, characters] : unihan.by_syllable())
            syllables_.push_back(syllable);
    }

    void write() {
        out_ << "#include \"kiosk/input/character_tables_data.h\"\n\n"
                "namespace foyer::kiosk::tables {\n\n";
        write_syllables();
        write_readings();
        for (const Script script : {Script::simplified, Script::traditional}) {
            write_given(script);
            write_surnames(script);
            write_foreign(script);
        }
        out_ << "}  // namespace foyer::kiosk::tables\n";
    }

  private:
    static const char* name_of(Script script) {
        return script == Script::simplified ? "simplified" : "traditional";
    }

    void write_syllables() {
        out_ << "const std::size_t syllable_count = " << syllables_.size()
             << ";\nconst std::string_view syllables[] = {\n";
        for (const std::string& syllable : syllables_)
            out_ << '"' << syllable << "\",\n";
        out_ << "};\n\n";
    }

    /// Spans of a flat list, one for each syllable.
    void write_begins(const std::string& name, const std::vector<std::size_t>& begins) {
        out_ << "const std::uint32_t " << name << "[] = {\n";
        for (const std::size_t begin : begins)
            out_ << begin << ",\n";
        out_ << "};\n\n";
    }

    void write_readings() {
        std::vector<std::size_t> begins = {0};
        std::size_t count = 0;
        out_ << "const CharacterReading readings[] = {\n";
        for (const auto& [syllable, characters] : unihan_.by_syllable()) {
            for (const UnihanReading& one : characters)
                out_ << '{' << hex(one.character) << ',' << one.tone << ',' << one.usual << "},\n";
            begins.push_back(count += characters.size());
        }
        out_ << "};\n\n";
        write_begins("reading_begins", begins);
    }

    void write_given(Script script) {
        const auto given = lists_.given(script, unihan_);
        std::vector<std::size_t> begins = {0};
        std::size_t count = 0;
        out_ << "const GivenCharacter given_" << name_of(script) << "[] = {\n";
        for (const std::string& syllable : syllables_) {
            const auto found = given.find(syllable);
            if (found != given.end()) {
                for (const GivenWeight& one : found->second) {
                    out_ << '{' << hex(one.character) << ',' << one.alone << "f," << one.first
                         << "f," << one.second << "f},\n";
                }
                count += found->second.size();
            }
            begins.push_back(count);
        }
        out_ << "};\n\n";
        write_begins(std::string("given_begins_") + name_of(script), begins);
    }

    std::size_t place_of(const std::string& syllable) const {
        const auto at = std::lower_bound(syllables_.begin(), syllables_.end(), syllable);
        if (at == syllables_.end() || *at != syllable) {
            throw std::runtime_error("no syllable: " + syllable);
        }
        return std::size_t(at - syllables_.begin());
    }

    void write_surname(const std::u32string& text, const SurnameEntry& entry, double share) {
        for (std::size_t i = 0; i < entry.readings.size(); ++i) {
            out_ << "{U\"";
            for (const char32_t character : text)
                out_ << utf8_of(character);
            out_ << "\",{";
            for (const std::string& syllable : entry.readings[i])
                out_ << place_of(syllable) << ',';
            out_ << "}," << (i > 0) << ',' << share << "f},\n";
        }
    }

    void write_surnames(Script script) {
        out_ << "const Surname surnames_" << name_of(script) << "[] = {\n";
        std::size_t count = 0;
        const auto write_list = [&](const std::vector<SurnameEntry>& list, auto share_of) {
            for (std::size_t rank = 0; rank < list.size(); ++rank) {
                double share = share_of(rank);
                for (const auto& text :
                     lists_.written(list[rank].text, script, unihan_, NameLists::Use::surname)) {
                    write_surname(text, list[rank], share);
                    count += list[rank].readings.size();
                    share *= 0.1;
                }
            }
        };
        write_list(lists_.surnames_of(script), surname_share);
        write_list(lists_.compound_surnames, compound_surname_share);
        out_ << "};\nconst std::size_t surname_count_" << name_of(script) << " = " << count
             << ";\n\n";
    }

    void write_foreign(Script script) {
        out_ << "const char32_t foreign_to_" << name_of(script) << "[] = {\n";
        std::size_t count = 0;
        for (const char32_t character : unihan_.foreign_to(script)) {
            const auto forms = lists_.written({character}, script, unihan_, NameLists::Use::given);
            const bool kept =
                std::find(forms.begin(), forms.end(), std::u32string{character}) != forms.end();
            if (script == Script::traditional && kept) continue;
            out_ << hex(character) << ",\n";
            ++count;
        }
        out_ << "};\nconst std::size_t foreign_count_" << name_of(script) << " = " << count
             << ";\n\n";
    }

    const Unihan& unihan_;
    const NameLists& lists_;
    std::ostream& out_;
    std::vector<std::string> syllables_;
};

void make(char** words) {
    const Unihan unihan(words[1], words[2]);
    const NameLists lists(words[3], unihan);
    std::ofstream out(words[4]);
    Writer(unihan, lists, out).write();
    if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + words[4]);
}

}  // namespace
}  // namespace foyer::kiosk

int main(int count, char** words) {
    if (count != 5) return 2;
    try {
        foyer::kiosk::make(words);
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << "make_character_tables: " << fault.what() << "\n";
        return 1;
    }
}

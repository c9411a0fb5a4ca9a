#include "shared/people/names.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>

#include "shared/text/characters.h"

namespace foyer {
namespace {

using icu::UnicodeString;

UnicodeString unicode(std::string_view text) {
    return UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
}

std::string utf8(const UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

/// 欧阳, 司马 … in both scripts. Two characters that are a surname together, though the first may
/// be one alone.
bool is_compound_surname(const UnicodeString& two) {
    static const std::set<UnicodeString> table = [] {
        const UnicodeString all = UnicodeString::fromUTF8(
            "欧阳歐陽司马司馬上官诸葛諸葛夏侯皇甫尉迟尉遲公孙公孫慕容令狐司徒司空宇文长孙長孫端木东"
            "方東方"
            "独孤獨孤南宫南宮轩辕軒轅淳于单于單于申屠闻人聞人百里呼延赫连赫連澹台澹臺濮阳濮陽钟离鍾"
            "離东郭"
            "東郭西门西門公冶宗政太叔仲孙仲孫鲜于鮮于闾丘閭丘亓官司寇颛孙顓孫拓跋完颜完顏万俟萬俟羊"
            "舌微生"
            "梁丘左丘第五乐正樂正公西公羊谷梁穀梁南荣南榮达奚達奚段干哥舒纳兰納蘭");
        std::set<UnicodeString> surnames;
        for (std::int32_t at = 0; at + 1 < all.length(); at += 2) {
            surnames.insert(UnicodeString(all, at, 2));
        }
        return surnames;
    }();
    return table.count(two) > 0;
}

bool is_han(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
}

bool starts_with_han(const UnicodeString& text) {
    return !text.isEmpty() && is_han(text.char32At(0));
}

/// The dots between the parts of a Uyghur, Tibetan or transcribed name.
std::int32_t name_dot(const UnicodeString& name) {
    for (const UChar dot : {u'·', u'•', u'・', u'．'}) {
        if (const std::int32_t at = name.indexOf(dot); at > 0) return at;
    }
    return -1;
}

UnicodeString surname(const UnicodeString& name) {
    if (starts_with_han(name)) {
        if (const std::int32_t dot = name_dot(name); dot > 0) return {name, 0, dot};
        if (const UnicodeString two(name, 0, 2); is_compound_surname(two)) return two;
        return {name, 0, name.moveIndex32(0, 1)};
    }
    if (const std::int32_t comma = name.indexOf(u','); comma > 0) return {name, 0, comma};
    return {name, name.lastIndexOf(u' ') + 1};
}

/// Latin reading of Chinese text by the readings names have (单 is shan, 仇 qiu), ü as in
/// passports.
class Reader {
  public:
    Reader() {
        UErrorCode status = U_ZERO_ERROR;
        UParseError place;
        transliterator_.reset(icu::Transliterator::createFromRules(
            "foyer-names",
            UnicodeString::fromUTF8(":: Han-Latin/Names; [üǖǘǚǜ] > yu; :: Latin-ASCII; :: Lower;"),
            UTRANS_FORWARD, place, status));
        if (U_FAILURE(status)) {
            throw std::runtime_error(std::string("ICU cannot read Chinese names: ") +
                                     u_errorName(status));
        }
    }

    UnicodeString read(UnicodeString text) {
        // ICU does not promise that one transliterator may work on two threads.
        const std::lock_guard lock(mutex_);
        transliterator_->transliterate(text);
        return text;
    }

  private:
    std::mutex mutex_;
    std::unique_ptr<icu::Transliterator> transliterator_;
};

/// Made at first use and kept: its tables take some 90 ms to load.
UnicodeString read(const UnicodeString& text) {
    static Reader reader;
    return reader.read(text);
}

bool is_invisible(UChar32 c) {
    const std::int8_t type = u_charType(c);
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

/// White space made single and trimmed, controls dropped.
UnicodeString tidied(const UnicodeString& text) {
    UnicodeString tidy;
    bool space = false;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (u_isUWhiteSpace(c)) {
            space = !tidy.isEmpty();
        } else if (!is_invisible(c)) {
            if (space) tidy.append(u' ');
            space = false;
            tidy.append(c);
        }
    }
    return tidy;
}

}  // namespace

NameReading clean_name(std::string_view typed) {
    // Longer bytes cannot be a name; this also bounds the work.
    if (typed.size() > 4096) return {NameFault::too_long, ""};
    if (!strict_characters_of(typed)) return {NameFault::not_text, ""};
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU lacks its normalisation data");
    const UnicodeString name = nfc->normalize(tidied(unicode(typed)), status);
    if (name.isEmpty()) return {NameFault::empty, ""};
    if (name.countChar32() > longest_name) return {NameFault::too_long, ""};
    return {NameFault::none, utf8(name)};
}

std::string surname_of(std::string_view name) {
    return utf8(surname(unicode(name)));
}

std::string masked_name(std::string_view name) {
    const UnicodeString family = surname(unicode(name));
    if (family.isEmpty()) return "";
    if (is_compound_surname(family)) return utf8(family) + "＊";
    const UnicodeString first(family, 0, family.moveIndex32(0, 1));
    return utf8(first) + (starts_with_han(family) ? "＊＊" : "**");
}

std::string salutation(std::string_view surname, Gender gender, Locale locale) {
    if (surname.empty()) return "";
    if (locale == Locale::en) {
        const char* title = gender == Gender::female ? "Ms "
                            : gender == Gender::male ? "Mr "
                                                     : "Mr/Ms ";
        return title + latin_surname(surname);
    }
    const char* title = gender == Gender::female ? "女士"
                        : gender == Gender::male ? "先生"
                                                 : "先生／女士";
    // Latin letters keep a space before hanzi.
    const char* space = starts_with_han(unicode(surname)) ? "" : " ";
    return std::string(surname) + space + title;
}

std::string latin_surname(std::string_view surname) {
    const UnicodeString text = unicode(surname);
    if (!starts_with_han(text)) return std::string(surname);
    UnicodeString latin = read(text);
    latin.findAndReplace(u" ", u"");
    return utf8(UnicodeString(latin, 0, 1).toUpper() + UnicodeString(latin, 1));
}

std::string initials(std::string_view name) {
    const UnicodeString latin = read(unicode(name));
    UnicodeString letters;
    bool word_begins = true;
    for (std::int32_t at = 0; at < latin.length(); at = latin.moveIndex32(at, 1)) {
        const UChar32 c = latin.char32At(at);
        const bool letter = u_isalnum(c) || is_han(c);
        if (letter && (word_begins || is_han(c))) letters.append(c);
        // O'Neil is one word, Lin-Smith two.
        if (c != u'\'') word_begins = !letter;
    }
    return utf8(letters);
}

std::string sort_key(std::string_view name) {
    return utf8(read(unicode(name)));
}

void warm_up_names() {
    read(u"王");
}

}  // namespace foyer

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/pack/pack.h"

namespace foyer::kiosk {

/// Everything of a gallery that can be found by typing: names in all languages, and for Chinese
/// ones their Pinyin and its initials ("yqw" finds 云栖湾).
///
/// Reading hanzi takes some 20 µs a word and once 90 ms: make it on a background thread. Never
/// changed afterwards; holds no pointer into the pack.
class GalleryIndex {
  public:
    explicit GalleryIndex(const Pack& pack);

    /// Whether what was typed, as written or as Pinyin, begins or occurs in one of the names.
    bool group_matches(const std::string& group, std::string_view typed) const;
    /// As above, for an entry's title, household, plan, products and person.
    bool entry_matches(const std::string& entry, std::string_view typed) const;

  private:
    /// How a thing may be typed.
    struct Spellings {
        std::vector<std::string> written;     ///< found anywhere in it
        std::vector<std::string> beginnings;  ///< words and their Pinyin: found from the first on
        void add(const LocalizedText& text);
        void add_text(const std::string& text);
        bool match(const std::string& typed) const;
    };
    std::map<std::string, Spellings> groups_, entries_;
};

/// What a visitor looks for.
class GalleryQuery {
  public:
    /// Begins with the pack's first way to narrow if that only sorts (nearest first).
    explicit GalleryQuery(const Gallery& gallery);

    const std::string& typed() const { return typed_; }
    /// Ignores what is no printable character and what would make it too long.
    void type(char32_t character);
    void erase();
    void clear();

    bool is_on(const GalleryFilter& filter) const;
    /// Switches it; others of its kind go off.
    void toggle(const Gallery& gallery, const GalleryFilter& filter);
    /// No filter that leaves something out.
    void widen(const Gallery& gallery);

  private:
    std::string typed_;
    std::vector<std::string> on_;  ///< ids of filters
};

/// Something found: a whole group, or one entry of a group whose own name was not meant.
struct GalleryHit {
    const GalleryGroup* group = nullptr;
    const GalleryEntry* entry = nullptr;  ///< null: the group
};

/// Groups that have something left under the filters, and entries by what was typed, groups first.
/// `index` may be null while it is being made: then what was typed is compared with nothing and
/// all groups stay. Pointers live as long as the pack.
std::vector<GalleryHit> find_in_gallery(const Pack& pack, const GalleryIndex* index,
                                        const GalleryQuery& query, Date today);

/// Entries of a group, the newest first; of one plan, unless `plan` is empty.
std::vector<const GalleryEntry*> entries_of(const GalleryGroup& group, const std::string& plan);

/// What a person has done: signature works first, then the rest, the newest first.
std::vector<const GalleryEntry*> works_of(const Pack& pack, const StaffMember& person);

}  // namespace foyer::kiosk

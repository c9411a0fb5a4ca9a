#include "kiosk/flows/gallery_filter.h"

#include <algorithm>
#include <limits>

#include "shared/people/names.h"
#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

constexpr std::size_t longest_search = 40;  // bytes; no name is found by more

/// Marks between words: spaces, dots, commas, as Chinese and English write them.
bool between_words(char32_t c) {
    constexpr std::u32string_view marks = U" \t·・,，、。.;；()（）/-–—'’";
    return marks.find(c) != std::u32string_view::npos;
}

/// Lower case, without what stands between words: "E5 Long range" → "e5longrange".
std::string plain(std::string_view text) {
    std::string kept;
    for (char32_t c : characters_of(text)) {
        c = half_width(c);
        if (between_words(c)) continue;
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
        kept += utf8_of(c);
    }
    return kept;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char32_t c : characters_of(text)) {
        if (between_words(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        words.back() += utf8_of(c);
    }
    return words;
}

bool has_hanzi(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char byte) { return byte & 0x80; });
}

bool within(std::int64_t value, const GalleryFilter& filter) {
    return value >= filter.from && (filter.until == 0 || value < filter.until);
}

bool passes(const GalleryEntry& entry, const GalleryFilter& filter, Date today) {
    const Date& done = entry.finished;
    switch (filter.kind) {
        case GalleryFilterKind::nearest:
            return true;
        case GalleryFilterKind::recent:
            return within((today.year - done.year) * 12 + today.month - done.month, filter);
        case GalleryFilterKind::area:
            return entry.area_square_metres > 0 &&
                   entry.area_square_metres >= double(filter.from) &&
                   (filter.until == 0 || entry.area_square_metres < double(filter.until));
        case GalleryFilterKind::price:
            return entry.price_fen > 0 && within(entry.price_fen, filter);
    }
    return true;
}

/// Things without a place come last.
int distance_of(const GalleryGroup& group) {
    return group.distance_metres > 0 ? group.distance_metres : std::numeric_limits<int>::max();
}

void newest_first(std::vector<const GalleryEntry*>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](auto* a, auto* b) { return a->finished > b->finished; });
}

}  // namespace

void GalleryIndex::Spellings::add(const LocalizedText& text) {
    add_text(text.zh_hans);
    if (text.zh_hant != text.zh_hans) add_text(text.zh_hant);
    if (text.en != text.zh_hans) add_text(text.en);
}

void GalleryIndex::Spellings::add_text(const std::string& text) {
    if (text.empty()) return;
    written.push_back(plain(text));
    const std::vector<std::string> words = words_of(text);
    std::string whole;
    for (const std::string& word : words) {
        const std::string letters = initials(word);
        whole += letters;
        beginnings.push_back(plain(word));
        if (!has_hanzi(word)) continue;
        beginnings.push_back(plain(letters));
        beginnings.push_back(plain(sort_key(word)));
    }
    if (words.size() > 1) beginnings.push_back(plain(whole));
}

bool GalleryIndex::Spellings::match(const std::string& typed) const {
    const auto holds = [&](const std::string& text) {
        return text.find(typed) != std::string::npos;
    };
    const auto begins = [&](const std::string& text) { return text.starts_with(typed); };
    // One letter occurs nearly everywhere.
    return (typed.size() > 1 && std::any_of(written.begin(), written.end(), holds)) ||
           std::any_of(beginnings.begin(), beginnings.end(), begins);
}

GalleryIndex::GalleryIndex(const Pack& pack) {
    for (const GalleryGroup& group : pack.gallery.groups) {
        groups_[group.id].add(group.name);
        for (const GalleryEntry& entry : group.entries) {
            Spellings& spellings = entries_[entry.id];
            spellings.add(entry.title);
            spellings.add(entry.household);
            if (const GroupPlan* plan = group.find_plan(entry.plan)) spellings.add(plan->name);
            if (const StaffMember* person = pack.find_staff(entry.person))
                spellings.add(person->name);
            for (const PlacedProduct& placed : entry.products) {
                if (const Product* product = pack.find_product(placed.product))
                    spellings.add(product->name);
            }
        }
    }
}

bool GalleryIndex::group_matches(const std::string& group, std::string_view typed) const {
    const auto found = groups_.find(group);
    return found != groups_.end() && found->second.match(plain(typed));
}

bool GalleryIndex::entry_matches(const std::string& entry, std::string_view typed) const {
    const auto found = entries_.find(entry);
    return found != entries_.end() && found->second.match(plain(typed));
}

GalleryQuery::GalleryQuery(const Gallery& gallery) {
    if (!gallery.filters.empty() && gallery.filters.front().kind == GalleryFilterKind::nearest)
        on_.push_back(gallery.filters.front().id);
}

void GalleryQuery::type(char32_t character) {
    const bool leads = typed_.empty() && character == U' ';
    if (character < U' ' || character == 0x7F || leads) return;
    const std::string bytes = utf8_of(character);
    if (typed_.size() + bytes.size() <= longest_search) typed_ += bytes;
}

void GalleryQuery::erase() {
    drop_last_character(typed_);
}

void GalleryQuery::clear() {
    typed_.clear();
}

bool GalleryQuery::is_on(const GalleryFilter& filter) const {
    return std::find(on_.begin(), on_.end(), filter.id) != on_.end();
}

void GalleryQuery::toggle(const Gallery& gallery, const GalleryFilter& filter) {
    const bool was_on = is_on(filter);
    for (const GalleryFilter& other : gallery.filters) {
        if (other.kind == filter.kind) std::erase(on_, other.id);
    }
    if (!was_on) on_.push_back(filter.id);
}

void GalleryQuery::widen(const Gallery& gallery) {
    for (const GalleryFilter& filter : gallery.filters) {
        if (filter.kind != GalleryFilterKind::nearest) std::erase(on_, filter.id);
    }
}

std::vector<GalleryHit> find_in_gallery(const Pack& pack, const GalleryIndex* index,
                                        const GalleryQuery& query, Date today) {
    std::vector<const GalleryFilter*> filters;
    bool by_distance = false, narrowed = false;
    for (const GalleryFilter& filter : pack.gallery.filters) {
        if (!query.is_on(filter)) continue;
        filters.push_back(&filter);
        (filter.kind == GalleryFilterKind::nearest ? by_distance : narrowed) = true;
    }
    const auto left = [&](const GalleryEntry& entry) {
        return std::all_of(filters.begin(), filters.end(),
                           [&](auto* filter) { return passes(entry, *filter, today); });
    };
    const bool typed = index && !plain(query.typed()).empty();
    std::vector<GalleryHit> groups, entries;
    for (const GalleryGroup& group : pack.gallery.groups) {
        const bool something =
            !narrowed || std::any_of(group.entries.begin(), group.entries.end(), left);
        if (!something) continue;
        if (!typed || index->group_matches(group.id, query.typed())) {
            groups.push_back({&group});
            continue;
        }
        for (const GalleryEntry& entry : group.entries) {
            if (left(entry) && index->entry_matches(entry.id, query.typed()))
                entries.push_back({&group, &entry});
        }
    }
    groups.insert(groups.end(), entries.begin(), entries.end());
    if (!by_distance) return groups;
    std::stable_sort(groups.begin(), groups.end(), [](const GalleryHit& a, const GalleryHit& b) {
        if (!a.entry != !b.entry) return !a.entry;
        return distance_of(*a.group) < distance_of(*b.group);
    });
    return groups;
}

std::vector<const GalleryEntry*> entries_of(const GalleryGroup& group, const std::string& plan) {
    std::vector<const GalleryEntry*> entries;
    for (const GalleryEntry& entry : group.entries) {
        if (plan.empty() || entry.plan == plan) entries.push_back(&entry);
    }
    newest_first(entries);
    return entries;
}

std::vector<const GalleryEntry*> works_of(const Pack& pack, const StaffMember& person) {
    std::vector<const GalleryEntry*> works;
    for (const std::string& id : person.signature_works) {
        if (const GalleryEntry* entry = pack.find_entry(id)) works.push_back(entry);
    }
    std::vector<const GalleryEntry*> others = pack.entries_by(person.id);
    std::erase_if(others, [&](auto* entry) {
        return std::find(works.begin(), works.end(), entry) != works.end();
    });
    newest_first(others);
    works.insert(works.end(), others.begin(), others.end());
    return works;
}

}  // namespace foyer::kiosk

#include "kiosk/flows/gallery_filter.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace foyer;
using namespace foyer::kiosk;

namespace {

constexpr Date today{2026, 6, 13};

LocalizedText text(std::string hans, std::string hant = {}, std::string en = {}) {
    return {std::move(hans), std::move(hant), std::move(en)};
}

GalleryEntry entry(std::string id, std::string group, LocalizedText title, double area,
                   Date finished) {
    GalleryEntry made;
    made.id = std::move(id);
    made.group = std::move(group);
    made.title = std::move(title);
    made.area_square_metres = area;
    made.finished = finished;
    return made;
}

GalleryFilter filter(std::string id, GalleryFilterKind kind, std::int64_t from,
                     std::int64_t until) {
    GalleryFilter made;
    made.id = std::move(id);
    made.kind = kind;
    made.from = from;
    made.until = until;
    return made;
}

GalleryGroup group(std::string id, LocalizedText name, int distance) {
    GalleryGroup made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.distance_metres = distance;
    return made;
}

/// Two estates and a series of cars.
Pack small_pack() {
    Pack pack;
    pack.gallery.filters = {filter("near", GalleryFilterKind::nearest, 0, 0),
                            filter("recent", GalleryFilterKind::recent, 0, 6),
                            filter("small", GalleryFilterKind::area, 0, 90),
                            filter("large", GalleryFilterKind::area, 120, 0),
                            filter("cheap", GalleryFilterKind::price, 0, 15000000)};
    GalleryGroup lane = group("lane", text("春江里", "春江里", "Chunjiang Lane"), 2400);
    lane.entries = {entry("lane-102", "lane", text("102㎡ 三居"), 102, {2026, 3, 1}),
                    entry("lane-168", "lane", text("168㎡ 四居"), 168, {2020, 1, 1})};
    GalleryGroup bay = group("bay", text("云栖湾", "雲棲灣", "Yunqi Bay"), 1200);
    bay.entries = {entry("bay-89", "bay", text("89㎡ 两居"), 89, {2025, 12, 1})};
    GalleryGroup cars = group("e", text("E 系轿车", "E 系轎車", "E saloons"), 0);
    cars.entries = {
        entry("e5", "e", text("E5 长续航 · 朱砂红", "", "E5 Cinnabar"), 0, {2026, 5, 1})};
    cars.entries[0].price_fen = 14980000;
    cars.entries[0].person = "gu";
    cars.entries[0].products = {{"e5", {}}};
    pack.gallery.groups = {lane, bay, cars};
    StaffMember gu;
    gu.id = "gu";
    gu.name = text("顾盼", "顧盼", "Pan Gu");
    gu.signature_works = {"bay-89"};
    pack.staff = {gu};
    Product model;
    model.id = "e5";
    model.name = text("远岸 E5", "遠岸 E5", "Yuan'an E5");
    pack.products = {model};
    return pack;
}

/// Ids of what is found for a search, in order; entries after a "/".
std::string found(const Pack& pack, const GalleryQuery& query) {
    const GalleryIndex index(pack);
    std::string ids;
    for (const GalleryHit& hit : find_in_gallery(pack, &index, query, today)) {
        if (!ids.empty()) ids += " ";
        ids += hit.entry ? "/" + hit.entry->id : hit.group->id;
    }
    return ids;
}

std::string found(const Pack& pack, std::u32string_view typed) {
    GalleryQuery query(pack.gallery);
    for (const char32_t character : typed)
        query.type(character);
    return found(pack, query);
}

const GalleryFilter& by_id(const Pack& pack, const std::string& id) {
    for (const GalleryFilter& filter : pack.gallery.filters) {
        if (filter.id == id) return filter;
    }
    throw std::logic_error(id);
}

std::string narrowed(const Pack& pack, std::vector<std::string> ids) {
    GalleryQuery query(pack.gallery);
    for (const std::string& id : ids)
        query.toggle(pack.gallery, by_id(pack, id));
    return found(pack, query);
}

}  // namespace

TEST_CASE("The gallery opens with every group, the nearest first and those without a place last") {
    CHECK(found(small_pack(), U"") == "bay lane e");
}

TEST_CASE("An estate is found by its name in any script, by Pinyin, and by its initials") {
    const Pack pack = small_pack();
    for (const auto* typed : {U"云栖", U"栖湾", U"雲棲灣", U"yqw", U"YQ", U"yunqi", U"Yunqi B",
                              U"bay", U"yun qi wan", U"ｙｑｗ"}) {
        CHECK(found(pack, typed) == "bay");
    }
    CHECK_MESSAGE(found(pack, U"qw") == "", "initials are typed from the first one on");
    CHECK_MESSAGE(found(pack, U"b") == "bay", "one letter begins a word, not any that holds it");
}

TEST_CASE("What is no group's name finds the entries it belongs to, by title, product or person") {
    const Pack pack = small_pack();
    CHECK(found(pack, U"168") == "/lane-168");
    CHECK(found(pack, U"zsh") == "/e5");
    CHECK(found(pack, U"朱砂") == "/e5");
    CHECK(found(pack, U"gupan") == "/e5");
    CHECK(found(pack, U"远岸e5") == "/e5");
    CHECK_MESSAGE(found(pack, U"轿车") == "e", "a group found by name hides its entries");
    CHECK(found(pack, U"nowhere") == "");
}

TEST_CASE("Marks and spaces alone are no search") {
    CHECK(found(small_pack(), U"·，") == "bay lane e");
    CHECK(found(small_pack(), U"  ") == "bay lane e");
}

TEST_CASE("Filters leave the groups that have an entry passing all of them") {
    const Pack pack = small_pack();
    CHECK(narrowed(pack, {"small"}) == "bay");
    CHECK(narrowed(pack, {"large"}) == "lane");
    CHECK(narrowed(pack, {"recent"}) == "lane e");
    CHECK_MESSAGE(narrowed(pack, {"recent", "large"}) == "", "no one entry is both");
    CHECK_MESSAGE(narrowed(pack, {"cheap"}) == "e", "what has no price is not cheap");
}

TEST_CASE("Without nearest first, groups keep the pack's order") {
    const Pack pack = small_pack();
    CHECK(narrowed(pack, {"near"}) == "lane bay e");
}

TEST_CASE("Of one kind of filter one is on at a time, and touching it again takes it off") {
    const Pack pack = small_pack();
    GalleryQuery query(pack.gallery);
    query.toggle(pack.gallery, by_id(pack, "small"));
    query.toggle(pack.gallery, by_id(pack, "large"));
    CHECK_FALSE(query.is_on(by_id(pack, "small")));
    CHECK(query.is_on(by_id(pack, "large")));
    query.toggle(pack.gallery, by_id(pack, "large"));
    CHECK_FALSE(query.is_on(by_id(pack, "large")));
    CHECK(query.is_on(by_id(pack, "near")));
}

TEST_CASE("Show all takes off what leaves something out and keeps the order") {
    const Pack pack = small_pack();
    GalleryQuery query(pack.gallery);
    query.toggle(pack.gallery, by_id(pack, "small"));
    query.widen(pack.gallery);
    CHECK(found(pack, query) == "bay lane e");
}

TEST_CASE("What is typed grows no longer than a name and is erased by whole characters") {
    const Pack pack = small_pack();
    GalleryQuery query(pack.gallery);
    for (const char32_t character : std::u32string_view(U"\x1b 云栖"))
        query.type(character);
    CHECK(query.typed() == "云栖");
    query.erase();
    CHECK(query.typed() == "云");
    for (int i = 0; i < 100; ++i)
        query.type(U'湾');
    CHECK(query.typed().size() <= 40);
}

TEST_CASE("Until the names are read, what was typed leaves nothing out") {
    const Pack pack = small_pack();
    GalleryQuery query(pack.gallery);
    query.type(U'y');
    CHECK(find_in_gallery(pack, nullptr, query, today).size() == 3);
}

TEST_CASE("A group's entries come the newest first, and of one plan if it is chosen") {
    Pack pack = small_pack();
    GalleryGroup& lane = pack.gallery.groups[0];
    lane.entries[1].plan = "168";
    const auto all = entries_of(lane, "");
    REQUIRE(all.size() == 2);
    CHECK(all[0]->id == "lane-102");
    const auto chosen = entries_of(lane, "168");
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0]->id == "lane-168");
}

TEST_CASE("A person's signature works come first and no work twice") {
    Pack pack = small_pack();
    pack.gallery.groups[1].entries[0].person = "gu";
    const auto works = works_of(pack, pack.staff[0]);
    REQUIRE(works.size() == 2);
    CHECK(works[0]->id == "bay-89");
    CHECK(works[1]->id == "e5");
}

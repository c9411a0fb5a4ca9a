#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "shared/pack/counted_text.h"
#include "shared/text/date.h"
#include "shared/text/locale.h"

namespace foyer {

/// What a picture of an entry shows. The pack names each in its own words ("铺贴前", "白天").
enum class PictureRole {
    before,    ///< left half of the comparing slider
    after,     ///< right half of it, and the entry's cover
    plan,      ///< CAD drawing and proposal
    guidance,  ///< work on site, handing over
    detail,    ///< another room, another view
    lived_in,  ///< five years on
    evening,
};

/// The name of a kind of picture, for the chips.
struct PictureLabel {
    PictureRole role = PictureRole::after;
    LocalizedText label;
};

/// A picture of an entry. Before, after and lived-in share one camera position.
struct EntryPicture {
    PictureRole role = PictureRole::after;
    std::filesystem::path file;
    LocalizedText caption;
};

/// A product where it was laid, or a trim of a model.
struct PlacedProduct {
    std::string product;
    LocalizedText place;  ///< "客餐厅"
};

/// A finished home, or a delivered car.
struct GalleryEntry {
    std::string id;
    std::string group;
    std::string plan;               ///< id within the group; empty if none
    LocalizedText title;            ///< "118㎡ 三居"
    LocalizedText household;        ///< "两代人同住"
    LocalizedText story;            ///< two or three sentences
    double area_square_metres = 0;  ///< 0: not a home
    std::int64_t price_fen = 0;     ///< 0: not shown
    Date finished;                  ///< the first of the month
    std::string person;             ///< id of the designer (tile) or consultant (car) who did it
    std::vector<PlacedProduct> products;
    std::vector<EntryPicture> pictures;

    /// The first picture of this role; null if there is none.
    const EntryPicture* picture(PictureRole role) const;
    /// The picture that stands for the entry: the first `after`.
    const std::filesystem::path& cover() const;
};

/// A layout of an estate, or the side view with measures of a series.
struct GroupPlan {
    std::string id;
    LocalizedText name;        ///< "118㎡ 三居"
    LocalizedText difficulty;  ///< what is hard about it
    double area_square_metres = 0;
    std::filesystem::path picture;
};

/// A housing estate with its homes, or a series with its cars.
struct GalleryGroup {
    std::string id;
    LocalizedText name;       ///< "云栖湾"
    LocalizedText caption;    ///< where it is, or what kind of cars they are
    int distance_metres = 0;  ///< from the showroom; 0: has no place
    int done = 0;             ///< homes laid there so far, shown or not
    std::filesystem::path picture;
    std::vector<GroupPlan> plans;
    std::vector<GalleryEntry> entries;

    const GroupPlan* find_plan(const std::string& plan) const;
};

/// A way to narrow the gallery: by area, by age, by distance or by price.
enum class GalleryFilterKind { nearest, recent, area, price };

/// One chip above the gallery.
struct GalleryFilter {
    std::string id;
    GalleryFilterKind kind = GalleryFilterKind::nearest;
    std::string icon;  ///< may be empty
    LocalizedText label;
    /// For `recent`: months; for `area`: square metres; for `price`: fen. From ≤ value < until;
    /// until 0 is open.
    std::int64_t from = 0, until = 0;
};

/// The gallery and the pack's words for it: one program shows homes and cars.
struct Gallery {
    LocalizedText title;         ///< "您家在哪个小区？"
    LocalizedText search_hint;   ///< "小区名，或首字母，如 yxw"
    LocalizedText by_product;    ///< "按产品看"
    LocalizedText ask_for_this;  ///< the way on from an entry: "找顾问聊这一套"
    CountedText done_count;      ///< "{count} 户"
    CountedText plan_count;      ///< "{count} 种户型"
    CountedText person_count;    ///< "在这个小区做过 {count} 户"
    LocalizedText finished;      ///< "{date} 完工"
    LocalizedText person_works_she, person_works_he;  ///< "她的作品"
    std::vector<PictureLabel> labels;
    LocalizedText compare;                        ///< the chip of before and after: "前后对比"
    LocalizedText compare_before, compare_after;  ///< on the two halves: "铺贴前", "铺贴后"
    std::vector<GalleryFilter> filters;
    std::vector<GalleryGroup> groups;

    /// The pack's word for a kind of picture; empty if it has none.
    const LocalizedText& label(PictureRole role) const;
};

/// A version of a product with its own price.
struct ProductTrim {
    std::string id;
    LocalizedText name;
    std::int64_t price_fen = 0;
};

/// A tile, or a car model.
struct Product {
    std::string id;
    LocalizedText name;     ///< "雾山灰"
    LocalizedText series;   ///< "岩板"
    LocalizedText size;     ///< "900×1800"
    LocalizedText use;      ///< "客餐厅"
    LocalizedText summary;  ///< a sentence
    std::int64_t price_fen = 0;
    LocalizedText price_unit;      ///< "每平方米", "起"
    std::filesystem::path swatch;  ///< square
    std::vector<ProductTrim> trims;
};

}  // namespace foyer

#include "shared/pack/pack_reader.h"

namespace foyer {
namespace {

template <class Kind>
using Word = std::pair<std::string_view, Kind>;

constexpr std::array picture_roles = {
    Word<PictureRole>{"before", PictureRole::before},
    Word<PictureRole>{"after", PictureRole::after},
    Word<PictureRole>{"plan", PictureRole::plan},
    Word<PictureRole>{"guidance", PictureRole::guidance},
    Word<PictureRole>{"detail", PictureRole::detail},
    Word<PictureRole>{"lived_in", PictureRole::lived_in},
    Word<PictureRole>{"evening", PictureRole::evening},
};
constexpr std::array filter_kinds = {
    Word<GalleryFilterKind>{"nearest", GalleryFilterKind::nearest},
    Word<GalleryFilterKind>{"recent", GalleryFilterKind::recent},
    Word<GalleryFilterKind>{"area", GalleryFilterKind::area},
    Word<GalleryFilterKind>{"price", GalleryFilterKind::price},
};

GalleryEntry read_entry(const PackNode& node) {
    GalleryEntry entry;
    entry.id = node.string("id");
    entry.plan = node.string("plan");
    entry.title = node.text("title");
    entry.household = node.text("household");
    entry.story = node.text("story");
    entry.area_square_metres = node.real("area_square_metres");
    entry.price_fen = node.number("price_fen");
    entry.finished = node.month("finished");
    entry.person = node.string("person");
    entry.products = node.list("products", [](const PackNode& placed) {
        return PlacedProduct{placed.string("product"), placed.text("place")};
    });
    entry.pictures = node.list("pictures", [](const PackNode& picture) {
        return EntryPicture{picture.one_of("role", picture_roles), picture.picture("file"),
                            picture.text("caption")};
    });
    if (!entry.picture(PictureRole::after)) {
        node.refuse(PackFault::missing_picture, "pictures",
                    "an entry needs a picture of the role \"after\": it is the cover");
    }
    return entry;
}

GalleryGroup read_group(const PackNode& node) {
    GalleryGroup group;
    group.id = node.string("id");
    group.name = node.text("name");
    group.caption = node.text("caption");
    group.distance_metres = node.small_number("distance_metres");
    group.done = node.small_number("done");
    group.picture = node.picture("picture");
    group.plans = node.list("plans", [](const PackNode& plan) {
        return GroupPlan{plan.string("id"), plan.text("name"), plan.text("difficulty"),
                         plan.real("area_square_metres"), plan.picture("picture")};
    });
    group.entries = node.list("entries", read_entry);
    for (GalleryEntry& entry : group.entries)
        entry.group = group.id;
    return group;
}

}  // namespace

void read_gallery_json(const PackNode& root, Pack& pack) {
    Gallery& gallery = pack.gallery;
    const PackNode words = root.at("words");
    gallery.title = words.text("title");
    gallery.search_hint = words.text("search_hint");
    gallery.by_product = words.text("by_product");
    gallery.ask_for_this = words.text("ask_for_this");
    gallery.done_count = words.counted("done_count");
    gallery.plan_count = words.counted("plan_count");
    gallery.person_count = words.counted("person_count");
    gallery.finished = words.text("finished");
    gallery.person_works_she = words.text("person_works_she");
    gallery.person_works_he = words.text("person_works_he");
    gallery.compare = words.text("compare");
    gallery.compare_before = words.text("compare_before");
    gallery.compare_after = words.text("compare_after");
    gallery.labels = words.list("labels", [](const PackNode& node) {
        return PictureLabel{node.one_of("role", picture_roles), node.text("label")};
    });
    gallery.filters = root.list("filters", [](const PackNode& node) {
        return GalleryFilter{node.string("id"),   node.one_of("kind", filter_kinds),
                             node.string("icon"), node.text("label"),
                             node.number("from"), node.number("until")};
    });
    gallery.groups = root.list("groups", read_group);
}

void read_products_json(const PackNode& root, Pack& pack) {
    pack.products = root.list("products", [](const PackNode& node) {
        Product product;
        product.id = node.string("id");
        product.name = node.text("name");
        product.series = node.text("series");
        product.size = node.text("size");
        product.use = node.text("use");
        product.summary = node.text("summary");
        product.price_fen = node.number("price_fen");
        product.price_unit = node.text("price_unit");
        product.swatch = node.picture("swatch");
        product.trims = node.list("trims", [](const PackNode& trim) {
            return ProductTrim{trim.string("id"), trim.text("name"), trim.number("price_fen")};
        });
        return product;
    });
}

}  // namespace foyer

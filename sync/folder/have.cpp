#include "sync/folder/have.h"

#include <algorithm>

#include "shared/security/digest.h"

namespace foyer::sync {
namespace {

constexpr std::size_t shown_digits = 16;

std::string hash_of_ids(Store& store, const Id& instance, std::uint64_t upto) {
    Statement query(store.database(),
                    "SELECT id FROM event WHERE instance = "
                    "(SELECT number FROM instance WHERE id = ?) AND sequence <= ? "
                    "ORDER BY sequence, id");
    query.bind_all(instance, std::int64_t(std::min<std::uint64_t>(upto, INT64_MAX)));
    std::string ids;
    while (query.executeStep())
        ids += query.getColumn(0).getString();
    return digest_hex(ids).substr(0, shown_digits);
}

}  // namespace

Have have_of(Store& store) {
    Statement query(store.database(),
                    "SELECT instance.id, max(sequence) FROM event JOIN instance ON number = "
                    "event.instance GROUP BY event.instance ORDER BY max(position) DESC LIMIT ?");
    query.bind_all(std::int64_t(most_instances));
    Have have;
    while (query.executeStep()) {
        const Id instance = query.getColumn(0).getString();
        const auto upto = std::uint64_t(query.getColumn(1).getInt64());
        have[instance] = {upto, hash_of_ids(store, instance, upto)};
    }
    return have;
}

Common common(Store& store, const Have& theirs) {
    Common same;
    for (const auto& [instance, entry] : theirs) {
        if (hash_of_ids(store, instance, entry.upto) == entry.ids) same[instance] = entry.upto;
    }
    return same;
}

bool is_in(const Common& common, const Event& event) {
    const auto found = common.find(event.stamp.instance);
    return found != common.end() && event.stamp.sequence <= found->second;
}

std::string to_text(const Common& common) {
    return nlohmann::json(common).dump();
}

Common common_in(const std::string& text) {
    return nlohmann::json::parse(text).get<Common>();
}

}  // namespace foyer::sync

#include "sync/folder/pack_in_use.h"

namespace foyer::sync {
namespace {

constexpr const char* edition_setting = "pack.edition";
constexpr const char* version_setting = "pack.version";
constexpr const char* folder_setting = "pack.folder";
constexpr const char* companion_setting = "pack.companion";

}  // namespace

std::optional<PackInUse> pack_in_use(Store& store) {
    const auto edition = store.setting(edition_setting);
    if (!edition) return std::nullopt;
    return PackInUse{std::stoull(*edition), store.setting(version_setting).value_or(""),
                     store.setting(folder_setting).value_or("")};
}

std::string pack_companion(Store& store) {
    return store.setting(companion_setting).value_or("");
}

void set_pack_companion(Store& store, const std::string& text) {
    store.set_setting(companion_setting, text);
}

void set_pack_in_use(Store& store, const PackInUse& pack) {
    store.set_setting(edition_setting, std::to_string(pack.edition));
    store.set_setting(version_setting, pack.version);
    store.set_setting(folder_setting, pack.folder.string());
}

}  // namespace foyer::sync

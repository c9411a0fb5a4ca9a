#include <algorithm>

#include "shared/security/digest.h"
#include "sync/headquarters.h"

namespace foyer::sync {
namespace {

// Anybody can leave a hello in the folder.
constexpr std::size_t most_refusals = 8;

bool is_about(const FileName& name, const Refusal& refusal) {
    return name.seq == refusal.epoch && refusal.instance.ends_with(name.instance_end);
}

}  // namespace

/// Beside the streams: what is refused is told as long as it lies there.
void Headquarters::write_refusals(const EnrolledKiosk& kiosk, const RunReport& report) {
    std::vector<Refusal> standing;
    for (const Refusal& refusal : report.refused) {
        const bool told = refusal.kiosk == kiosk.name && !kiosk.revoked();
        if (told && standing.size() < most_refusals) standing.push_back(refusal);
    }
    for (Refusal& refusal : standing)
        refusal.epoch = epoch_;
    const auto place = folder_.down(kiosk.name);
    const Listing listing = list_stream(folder_, place, headquarters_name, {FileKind::refusal});
    for (const FileName& name : listing.names) {
        const auto same = [&](const Refusal& refusal) { return is_about(name, refusal); };
        const auto found = std::find_if(standing.begin(), standing.end(), same);
        if (found == standing.end()) {
            folder_.remove(place, name.text());
        } else {
            standing.erase(found);
        }
    }
    for (const Refusal& refusal : standing) {
        const std::string bytes = compose_refusal(refusal, folder_.id(), keys_.answers);
        FileName name{FileKind::refusal, headquarters_name, refusal.instance.substr(24), epoch_,
                      digest_hex(bytes).substr(0, 16)};
        folder_.put(place, name.text(), bytes);
    }
}

}  // namespace foyer::sync

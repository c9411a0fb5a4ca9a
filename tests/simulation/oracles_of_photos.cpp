#include <algorithm>

#include "shared/photos/photo_folder.h"
#include "shared/security/digest.h"
#include "tests/simulation/oracles.h"

namespace foyer::simulation {
namespace {

bool keeps(const Party& party, const std::string& hash) {
    const Disk::File file = party.disk.find(party.root() + "/" + photo_folder_name + "/" + hash);
    return file && digest_hex(file->bytes) == hash;
}

bool has_row(Party& party, const std::string& hash) {
    Statement query(party.journal().store().database(), "SELECT 1 FROM photo_file WHERE hash = ?");
    query.bind_all(hash);
    return query.executeStep();
}

}  // namespace

/// What headquarters knows of and lies on the disk of anybody it believes lies at headquarters;
/// what was removed lies nowhere; and nobody destroys what is nowhere else.
void Oracles::check_photos(Party& headquarters, const std::vector<Party*>& kiosks,
                           const std::vector<Party*>& outcasts) {
    const auto is_kept_by = [](const std::vector<Party*>& parties, const std::string& hash) {
        return std::any_of(parties.begin(), parties.end(),
                           [&](const Party* party) { return keeps(*party, hash); });
    };
    Statement query(headquarters.journal().store().database(),
                    "SELECT part.hash, p.removed FROM photo_part part JOIN photo p ON p.id = "
                    "part.photo AND p.visit = part.visit");
    while (query.executeStep()) {
        const std::string hash = query.getColumn(0).getString();
        const bool here = keeps(headquarters, hash), there = is_kept_by(kiosks, hash);
        if (query.getColumn(1).getInt() != 0) {
            if (here || there) throw Violation("a removed photo is gone", hash);
            continue;
        }
        if (here && has_row(headquarters, hash)) continue;
        if (here || there) throw Violation("every photo comes to headquarters", hash);
        if (!is_kept_by(outcasts, hash)) throw Violation("no photo is lost", hash);
    }
}

}  // namespace foyer::simulation

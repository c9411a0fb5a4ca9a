#include "sync/inspect/standing.h"

#include <optional>

#include "shared/projections/photo_rows.h"
#include "sync/folder/received_streams.h"
#include "sync/headquarters/kiosk_registry.h"

namespace foyer::sync {
namespace {

void set(FileReport& report, Standing standing, const std::string& why) {
    report.standing = standing;
    report.why = why;
}

/// The word of the store about one of headquarters' own files.
void find_own(Store& store, FileReport& report) {
    const std::string name = name_of(*report.header, report.hash).text();
    Statement query(store.database(), "SELECT state FROM sync_sent WHERE name = ?");
    query.bind_all(name);
    if (!query.executeStep()) return set(report, Standing::unknown, "not known to this store");
    const std::string state = query.getColumn(0).getString();
    const std::string& reader = report.header->to;
    if (state == "applied" || state == "archived") {
        return set(report, Standing::delivered, reader + " has taken it in");
    }
    if (state == "replaced") return set(report, Standing::replaced, "a later file stands for it");
    if (state == "rejected") return set(report, Standing::refused, reader + " has refused it");
    set(report, Standing::written,
        reader == everybody ? "for every kiosk" : reader + " has not answered yet");
}

std::optional<std::string> refusal_of(Store& store, const FileReport& report) {
    Statement query(store.database(),
                    "SELECT code, events FROM sync_rejection WHERE sender = ? AND instance = ? AND "
                    "seq = ? AND hash = ?");
    query.bind_all(report.header->from, report.header->instance, std::int64_t(report.header->seq),
                   report.hash);
    if (!query.executeStep()) return std::nullopt;
    const std::string code = query.getColumn(0).getString();
    const int events = query.getColumn(1).getInt();
    return events == 0 ? code : code + ", " + std::to_string(events) + " of its records";
}

void find_in_stream(Store& store, FileReport& report) {
    const Header& header = *report.header;
    ReceivedStreams received(store);
    if (const auto refusal = refusal_of(store, report)) {
        return set(report, Standing::refused, *refusal);
    }
    if (const auto taken = received.taken(header.from, header.instance, header.seq)) {
        if (*taken == report.hash) return set(report, Standing::taken_in, "");
        return set(report, Standing::refused, "another file with this number was taken in: a fork");
    }
    const StreamMark mark = received.mark(header.from, header.instance);
    if (header.seq <= mark.seq) {
        return set(report, Standing::passed_by, "a snapshot, or an archived file, stands for it");
    }
    if (header.seq == mark.seq + 1 || header.kind == FileKind::snapshot) {
        const bool follows = header.kind == FileKind::snapshot || header.previous == mark.hash;
        if (follows) return set(report, Standing::next, "the next round takes it in");
        return set(report, Standing::refused, "does not follow the file that was taken in last");
    }
    set(report, Standing::waits, "for number " + std::to_string(mark.seq + 1));
}

/// Its key comes with the hello of its store, which has not been taken in.
void find_unmet(Store& store, FileReport& report) {
    const auto kiosk = KioskRegistry(store).find(report.header->from);
    if (!kiosk || !kiosk->secret) return;
    report.keyless = true;
    set(report, Standing::waits, "for the hello of its store");
}

/// Which photo a sealed part is of, as far as an event has said.
void find_photo(Store& store, FileReport& report) {
    const auto photos = photos_with_part(store.database(), report.hash);
    if (photos.empty()) return;
    const Photo& photo = photos.front();
    for (std::size_t number = 0; number < photo.parts.size(); ++number) {
        if (photo.parts[number].hash != report.hash) continue;
        report.remark += "; part " + std::to_string(number + 1) + " of " +
                         std::to_string(photo.parts.size()) + " of photo " + photo.id +
                         " of visit " + photo.visit;
    }
    report.remark += photo.whole() ? ", which headquarters has" : ", taken in by the next round";
}

}  // namespace

void find_standing(Store& store, FileReport& report) {
    if (report.sort == FileSort::blob) return find_photo(store, report);
    if (!report.header || report.header->seq == 0) return;
    if (report.fault == EnvelopeFault::unknown_signer) return find_unmet(store, report);
    if (report.fault != EnvelopeFault::none) return;
    const Header& header = *report.header;
    if (header.from == headquarters_name) return find_own(store, report);
    KioskRegistry registry(store);
    const auto kiosk = registry.find(header.from);
    if (!kiosk) return set(report, Standing::refused, "no kiosk of this name is enrolled");
    if (header.kind == FileKind::part) {
        return set(report, Standing::unknown, "belongs to a snapshot");
    }
    const bool met = registry.owner(header.instance) == header.from;
    if (met) return find_in_stream(store, report);
    const bool hello = header.kind == FileKind::hello;
    if (hello && kiosk->secret) {
        return set(report, Standing::next, "its proof is checked when it is taken in");
    }
    set(report, Standing::refused,
        hello ? "its enrolment file has been used already"
              : "of a store that is not, or no longer, enrolled");
}

}  // namespace foyer::sync

#include <algorithm>

#include "shared/journal/clamping.h"
#include "sync/folder/sent_files.h"
#include "sync/folder/stream_reader.h"
#include "sync/format/event_json.h"
#include "sync/headquarters/intake_group.h"

namespace foyer::sync {
namespace {

// Design §2.2: headquarters alone owns approvals, payments and codes. A kiosk that says such a
// thing is broken or not in our hands any more.
constexpr std::string_view headquarters_kinds[] = {
    event_kind::referral_granted,
    event_kind::referral_refused,
    event_kind::code_issued,
    event_kind::claim_approved,
    event_kind::claim_disputed,
    event_kind::kiosk_revoked,
    clock_clamped,
};

bool is_reserved(const Event& event) {
    return std::find(std::begin(headquarters_kinds), std::end(headquarters_kinds), event.kind) !=
           std::end(headquarters_kinds);
}

}  // namespace

bool Headquarters::take_file(const EnrolledKiosk& kiosk, StreamReader& reader,
                             const OpenedFile& file, Group& group) {
    const OpenedContent opened = open_sealed(file, keys_.opening_keys());
    if (opened.fault != EnvelopeFault::none) {
        refuse_file(kiosk, file, opened.fault, group);
        return true;
    }
    const bool snapshot = file.header.kind == FileKind::snapshot;
    if (snapshot && !take_parts(kiosk, reader, file, group)) return false;
    const Taken taken = take_events(kiosk, file, opened.content, group);
    ReceivedStreams(store_).advance(file, taken, clock_.now());
    hear(kiosk, file.header);
    KioskRegistry registry(store_);
    registry.set_reads(kiosk.name, file.header.reads_from, file.header.reads_to);
    const bool speaks_for_kiosk = file.header.instance == kiosk.instance;
    if (snapshot && speaks_for_kiosk && opened.content.have && kiosk.holding) {
        registry.set_have(kiosk.name, common(store_, *opened.content.have));
    }
    ++group.report.files;
    group.end_file();
    return true;
}

/// Nobody can read it, now or later: the stream goes on without it, and its writer is told.
void Headquarters::refuse_file(const EnrolledKiosk& kiosk, const OpenedFile& file,
                               EnvelopeFault fault, Group& group) {
    const bool sealed_to_another = fault == EnvelopeFault::sealed_to_another;
    group.report.problems.push_back(problem_of(fault, name_of(file.header, file.hash).text()));
    Conflict conflict = conflict_of(ConflictKind::refused_file, file.header);
    conflict.subject = file.hash;
    conflict.detail = std::string(explain(fault));
    conflict.content = file.body_line;
    Conflicts(store_).note(conflict);
    const Taken taken{0, sealed_to_another ? "sealed_to_another" : "damaged"};
    ReceivedStreams(store_).advance(file, taken, clock_.now());
    hear(kiosk, file.header);
    group.end_file();
}

bool Headquarters::take_parts(const EnrolledKiosk& kiosk, StreamReader& reader,
                              const OpenedFile& manifest, Group& group) {
    for (std::size_t number = 0; number < manifest.header.blobs.size(); ++number) {
        const auto part = reader.part(manifest, number);
        if (!part) return false;
        const OpenedContent opened = open_sealed(*part, keys_.opening_keys());
        if (opened.fault != EnvelopeFault::none) {
            const std::string name = name_of(part->header, part->hash).text();
            group.report.problems.push_back(problem_of(opened.fault, name));
            return false;
        }
        // Events may be taken in before the manifest's mark is set: they are what they are,
        // however often they come.
        take_events(kiosk, *part, opened.content, group);
        group.end_file();
    }
    return true;
}

Taken Headquarters::take_events(const EnrolledKiosk& kiosk, const OpenedFile& file,
                                const SealedContent& content, Group& group) {
    const auto own = KioskRegistry(store_).instances(kiosk.name);
    std::vector<Event> permitted;
    Taken taken;
    const auto sort_out = [&](const Event& event, bool may) {
        if (may) {
            if (event.stamp.instance != file.header.instance) {
                KioskRegistry(store_).note_giver(event.id, file.header.instance);
            }
            return permitted.push_back(event);
        }
        Conflict conflict = conflict_of(ConflictKind::refused_event, file.header);
        conflict.subject = event.id;
        conflict.detail = event.kind + ": says what only headquarters or another may";
        conflict.content = to_json(event).dump();
        Conflicts(store_).note(conflict);
        ++taken.refused;
    };
    for (const Event& event : content.events) {
        const bool is_own = std::any_of(own.begin(), own.end(), [&](const KnownInstance& known) {
            return known.instance == event.stamp.instance;
        });
        sort_out(event, is_own && !is_reserved(event));
    }
    for (const ReturnedEvents& returned : content.returned) {
        const bool genuine =
            is_genuine(returned.endorsement, folder_.id(), keys_.endorsing_signers());
        for (const Event& event : returned.events)
            sort_out(event, genuine && covers(returned.endorsement, event));
    }
    if (taken.refused > 0) {
        taken.refusal = "not_permitted";
        group.report.problems.push_back({SyncProblemKind::not_permitted,
                                         name_of(file.header, file.hash).text(),
                                         "says what only headquarters or another may"});
    }
    Journal::Strange strange;
    note_clamped(store_.database(), permitted, clock_.now());
    group.take_in(permitted, strange);
    note_strange(file.header, strange);
    for (const Event& event : permitted)
        if (event.kind == event_kind::kiosk_revoked) follow_revocation(event);
    taken.events = permitted.size();
    group.report.events += std::int64_t(permitted.size());
    return taken;
}

void Headquarters::note_strange(const Header& header, const Journal::Strange& strange) {
    Conflict conflict = conflict_of(ConflictKind::twin_event, header);
    conflict.detail = "another event has the same number; both are kept";
    for (const Id& event : strange.twins) {
        conflict.subject = event;
        Conflicts(store_).note(conflict);
    }
    conflict.kind = ConflictKind::altered_event;
    conflict.detail = "the event that is here says something else; the first counts";
    for (const Id& event : strange.altered) {
        conflict.subject = event;
        Conflicts(store_).note(conflict);
    }
}

Conflict Headquarters::conflict_of(ConflictKind kind, const Header& header) const {
    Conflict conflict;
    conflict.noticed_at = clock_.now();
    conflict.kind = kind;
    conflict.kiosk = header.from;
    conflict.instance = header.instance;
    conflict.seq = header.seq;
    return conflict;
}

void Headquarters::hear(const EnrolledKiosk& kiosk, const Header& header) {
    if (header.instance != kiosk.instance) return;
    SentFiles sent(store_);
    const Id& stream = stream_of(kiosk);
    for (const Acknowledgement& word : header.acknowledgements) {
        const Heard heard = sent.acknowledge(kiosk.name, word);
        // It has read what this store never wrote: the store is older than it was.
        const bool unknown = heard == Heard::strange && header.epoch >= epoch_;
        if (unknown || (heard == Heard::beyond && word.instance == stream)) {
            foreign_epoch_ = std::max(foreign_epoch_, header.epoch);
        }
    }
    if (header.epoch > epoch_) foreign_epoch_ = std::max(foreign_epoch_, header.epoch);
    if (header.wants_of != stream || header.wants.empty()) return;
    if (!sent.want(kiosk.name, stream, header.wants)) {
        KioskRegistry(store_).set_snapshot_due(kiosk.name, true);
    }
    // Who asks is answered. If something else bears the number of the next file, only that file
    // ends the asking.
    ReceivedStreams(store_).owe(kiosk.name, kiosk.instance);
}

}  // namespace foyer::sync

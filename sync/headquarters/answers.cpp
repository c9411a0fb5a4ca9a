#include "shared/security/digest.h"
#include "sync/folder/gather.h"
#include "sync/folder/publisher.h"
#include "sync/folder/snapshot_writer.h"
#include "sync/headquarters.h"

namespace foyer::sync {
namespace {

// Beyond this a kiosk is given a snapshot: fewer and larger files, and all of them at once.
constexpr std::int64_t long_backlog = 4 * std::int64_t(most_events);
constexpr std::size_t most_standing = 64;

std::int64_t last_position(Store& store) {
    return store.database().number("SELECT coalesce(max(position), 0) FROM event");
}

}  // namespace

const Id& Headquarters::stream_of(const EnrolledKiosk& kiosk) const {
    return kiosk.stream.empty() ? journal_.author().instance : kiosk.stream;
}

Header Headquarters::header_to(const EnrolledKiosk& kiosk) {
    const Id& stream = stream_of(kiosk);
    const StreamEnd end = SentFiles(store_).end(kiosk.name, stream);
    ReceivedStreams received(store_);
    Header header;
    header.kind = FileKind::answer;
    header.schema = schema_for(kiosk.reads_from, kiosk.reads_to, options_.release)
                        .value_or(options_.release.newest);
    header.reads_from = options_.release.oldest;
    header.reads_to = options_.release.newest;
    header.from = headquarters_name;
    header.to = kiosk.name;
    header.folder = folder_.id();
    header.instance = stream;
    header.reader = kiosk.instance;
    header.seq = end.seq + 1;
    header.previous = end.hash;
    header.epoch = epoch_;
    header.clock = clock_.now();
    header.acknowledgements = received.acknowledgements(kiosk.name, kiosk.instance);
    header.wants = received.due(received.mark(kiosk.name, kiosk.instance), clock_.now());
    if (!header.wants.empty()) header.wants_of = kiosk.instance;
    return header;
}

/// What a kiosk is told: what others have written and it has not got already.
bool Headquarters::concerns(const EnrolledKiosk& kiosk, const Event& event) {
    const Id giver = KioskRegistry(store_).giver(event.id);
    if (!giver.empty()) return giver != kiosk.instance;
    return event.stamp.instance != kiosk.instance && !is_in(kiosk.have, event);
}

bool Headquarters::snapshot_due(const EnrolledKiosk& kiosk) {
    if (kiosk.holding) return false;
    return kiosk.snapshot_due || last_position(store_) - kiosk.told > long_backlog ||
           SentFiles(store_).standing(kiosk.name).size() > most_standing;
}

bool Headquarters::freeze_answer(EnrolledKiosk& kiosk) {
    if (snapshot_due(kiosk)) {
        freeze_snapshot(kiosk);
        return true;
    }
    Header header = header_to(kiosk);
    const bool first = header.seq == 1;
    Gathered gathered{{}, kiosk.told};
    if (!kiosk.holding) {
        gathered = gather(journal_, kiosk.told,
                          [&](const Event& event) { return concerns(kiosk, event); });
    }
    ReceivedStreams received(store_);
    SealedContent content;
    content.companion = companion_for(kiosk);
    content.photos = photo_words(kiosk);
    const bool worth_writing = !gathered.events.empty() || (first && kiosk.holding) ||
                               content.companion.has_value() || content.photos.has_value() ||
                               received.owes(kiosk.name, kiosk.instance, clock_.now());
    if (!worth_writing) return false;
    content.events = std::move(gathered.events);
    if (!content.events.empty()) {
        content.endorsement = endorse(folder_.id(), content.events, keys_.answers);
    }
    if (first) content.have = have_of(store_);
    FrozenFile file;
    file.recipient = kiosk.name;
    file.instance = header.instance;
    file.seq = header.seq;
    file.events = std::int64_t(content.events.size());
    file.position = gathered.position;
    file.bytes = compose_sealed(header, content, kiosk.sealing, keys_.answers, random_);
    file.hash = digest_hex(file.bytes);
    file.name = name_of(header, file.hash).text();
    Transaction transaction(store_.database());
    SentFiles(store_).freeze(file, clock_.now());
    KioskRegistry(store_).set_told(kiosk.name, gathered.position);
    note_companion(kiosk, content.companion);
    if (content.photos) photo_archive().said(kiosk, *content.photos, clock_.now());
    received.answered(kiosk.name, kiosk.instance, clock_.now());
    transaction.commit();
    kiosk.told = gathered.position;
    return true;
}

void Headquarters::freeze_snapshot(EnrolledKiosk& kiosk) {
    const Header header = header_to(kiosk);
    SnapshotWriter writer(with_store(), header, kiosk.sealing, keys_.answers, random_);
    std::int64_t position = SentFiles(store_).applied_position(kiosk.name, header.instance);
    while (true) {
        Gathered gathered = gather(
            journal_, position, [&](const Event& event) { return concerns(kiosk, event); },
            one_part);
        position = gathered.position;
        if (gathered.events.empty()) break;
        SealedContent content;
        content.events = std::move(gathered.events);
        content.endorsement = endorse(folder_.id(), content.events, keys_.answers);
        writer.add(content);
    }
    SealedContent last;
    last.companion = companion_for(kiosk);
    if (header.seq == 1) last.have = have_of(store_);
    SnapshotWriter::Manifest manifest = writer.finish(last);
    manifest.file.position = position;
    Transaction transaction(store_.database());
    SnapshotWriter::keep(store_, manifest, clock_.now());
    KioskRegistry registry(store_);
    registry.set_told(kiosk.name, position);
    registry.set_snapshot_due(kiosk.name, false);
    note_companion(kiosk, last.companion);
    ReceivedStreams(store_).answered(kiosk.name, kiosk.instance, clock_.now());
    transaction.commit();
    kiosk.told = position;
    kiosk.snapshot_due = false;
}

void Headquarters::note_companion(EnrolledKiosk& kiosk,
                                  const std::optional<PackCompanion>& companion) {
    if (!companion) return;
    kiosk.companion = digest_hex(companion->text);
    KioskRegistry(store_).set_companion(kiosk.name, kiosk.companion);
}

void Headquarters::write_answers(const EnrolledKiosk& kiosk) {
    Publisher writer = publisher();
    writer.write_standing(kiosk.name, folder_.down(kiosk.name));
    writer.remove_done(kiosk.name, folder_.down(kiosk.name));
    // What is applied can be made again from the journal: the bytes need not stay.
    SentFiles(store_).drop(kiosk.name, true);
}

}  // namespace foyer::sync

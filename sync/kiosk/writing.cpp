#include "shared/security/digest.h"
#include "sync/folder/conflicts.h"
#include "sync/folder/gather.h"
#include "sync/folder/pack_in_use.h"
#include "sync/kiosk/kiosk_link.h"

namespace foyer::sync {
namespace {

/// What the store's thread hands over for one file.
struct Draft {
    Gathered gathered;
    StreamEnd end;
    Following stream;
    std::vector<Acknowledgement> acknowledgements;
    std::vector<SequenceRange> wants;
    bool worth_writing = false;
};

Draft draft_of(Journal& journal, WallTime now) {
    Draft draft;
    Store& store = journal.store();
    draft.gathered = gather_queued(journal, 0);
    draft.stream = following(store);
    ReceivedStreams received(store);
    const Id& stream = draft.stream.stream;
    draft.acknowledgements = received.acknowledgements(headquarters_name, stream);
    draft.wants = received.due(received.mark(headquarters_name, stream), now);
    draft.worth_writing = !draft.gathered.events.empty() || has_to_speak(store) ||
                          received.owes(headquarters_name, stream, now);
    draft.end = SentFiles(store).end(headquarters_name, journal.author().instance);
    return draft;
}

void keep(Journal& journal, const FrozenFile& file, const Id& stream) {
    Store& store = journal.store();
    const WallTime now = journal.clock().now();
    Transaction transaction(store.database());
    SentFiles(store).freeze(file, now);
    Statement taken(store.database(), "DELETE FROM outbox WHERE position <= ?");
    taken.bind_all(file.position);
    taken.exec();
    ReceivedStreams(store).answered(headquarters_name, stream, now);
    has_spoken(store);
    transaction.commit();
}

}  // namespace

void KioskExchange::exchange() {
    // Read and written is the folder that is there now, whatever its path leads to meanwhile.
    auto held = link_->folder.hold();
    if (!folder_in_order()) return;
    learn_keys();
    take_answers();
    state_.needs_enrolment = is_refused();
    look_at_own_files();
    if (!superseded_.empty()) {
        const std::string reason = std::exchange(superseded_, "");
        become_another(reason);
        if (!find_headquarters()) return;
        held = link_->folder.hold();
        if (!folder_in_order()) return;
    }
    move_anchor();
    // One file a transaction, written before the next is frozen: a full disk stops the freezing.
    Publisher publisher(link_->folder, with_store(), clock_.now());
    const auto place = link_->folder.up(link_->identity.kiosk);
    freeze_return();
    bool written = true;
    do {
        written = publisher.write_standing(headquarters_name, place);
    } while (written && freeze_next());
    publisher.remove_done(headquarters_name, place);
    on_store([&](Journal& journal) { SentFiles(journal.store()).drop(headquarters_name, false); });
    look_for_pack();
    // It may have gone in the meantime, and come back; then not all is written, and that is what to
    // say.
    if (!folder_in_order()) return;
    if (!written) return blame(SyncHealth::folder_missing, "the sync folder was away for a moment");
    state_.last_exchange = clock_.now();
    state_.health = SyncHealth::in_order;
    // Last of all: nothing waits for a photo.
    photos_.send(link_->folder, link_->identity.kiosk, clock_.now(), state_.problems);
    // What was written is where it belongs. Whether the next round finds it there is another thing.
    held.reset();
    folder_in_order();
}

bool KioskExchange::folder_in_order() {
    switch (link_->folder.state()) {
        case FolderState::present:
            return true;
        case FolderState::missing:
            blame(SyncHealth::folder_missing, "the sync folder is not there");
            return false;
        case FolderState::foreign:
            blame(SyncHealth::folder_refused, "the folder belongs to another headquarters");
            return false;
        case FolderState::damaged:
            blame(SyncHealth::folder_refused, "root.json of the folder is torn or altered");
            return false;
    }
    return false;
}

bool KioskExchange::freeze_next() {
    Draft draft;
    on_store([&](Journal& journal) { draft = draft_of(journal, clock_.now()); });
    if (!draft.worth_writing) return false;
    const auto schema =
        schema_for(draft.stream.reads_from, draft.stream.reads_to, options_.release);
    if (!schema) {
        throw std::runtime_error(
            "headquarters reads nothing that this release writes: upgrade "
            "this kiosk");
    }
    Header header = header_to_headquarters(link_->identity, clock_.now(), options_.release);
    header.schema = *schema;
    header.seq = draft.end.seq + 1;
    header.previous = draft.end.hash;
    header.epoch = draft.stream.epoch;
    header.acknowledgements = std::move(draft.acknowledgements);
    header.wants = std::move(draft.wants);
    if (!header.wants.empty()) header.wants_of = draft.stream.stream;
    FrozenFile file;
    file.recipient = headquarters_name;
    file.instance = header.instance;
    file.seq = header.seq;
    file.events = std::int64_t(draft.gathered.events.size());
    file.position = draft.gathered.position;
    // Deflating, sealing and signing are done here, off the store's thread.
    file.bytes = compose_events(header, draft.gathered.events, link_->enrolment.sealing,
                                link_->identity.signing, random_);
    file.hash = digest_hex(file.bytes);
    file.name = name_of(header, file.hash).text();
    on_store([&](Journal& journal) { keep(journal, file, draft.stream.stream); });
    move_anchor();
    return true;
}

void KioskExchange::look_for_pack() {
    std::optional<PackInUse> in_use;
    std::string companion;
    on_store([&](Journal& journal) {
        in_use = pack_in_use(journal.store());
        companion = pack_companion(journal.store());
    });
    const PackNews news = link_->packs.look(in_use ? in_use->edition : 0, companion);
    state_.strange_files += news.strange;
    state_.problems.insert(state_.problems.end(), news.problems.begin(), news.problems.end());
    if (!news.pack) return;
    on_store([&](Journal& journal) {
        Transaction transaction(journal.store().database());
        set_pack_in_use(journal.store(), {news.pack->edition, news.pack->version,
                                          std::filesystem::absolute(news.pack->folder)});
        transaction.commit();
    });
    if (callbacks_.on_pack) callbacks_.on_pack(news.pack->folder);
}

void KioskExchange::count() {
    on_store([&](Journal& journal) {
        Store& store = journal.store();
        const SentCounts sent = SentFiles(store).counts(headquarters_name);
        Database& database = store.database();
        // Positions are given one by one and nothing is ever deleted: the last is the number.
        state_.records = database.number("SELECT coalesce(max(position), 0) FROM event");
        const std::int64_t queued = database.number("SELECT count(*) FROM outbox");
        state_.not_written = queued + sent.frozen;
        state_.written_waiting = sent.published;
        state_.applied = sent.applied;
        state_.rejected = sent.rejected;
        state_.fetched = 0;
        for (const StreamMark& mark : ReceivedStreams(store).of(headquarters_name)) {
            state_.fetched += mark.events;
            if (mark.seq == 0 || mark.taken_at < state_.last_answer) continue;
            state_.last_answer = mark.taken_at;
            state_.clock_skew = mark.taken_at - mark.clock;
        }
        state_.conflicts = int(Conflicts(store).count());
        const PhotoCounts photos = PhotoSender::counts(store);
        state_.photos_not_written = photos.not_written;
        state_.photos_waiting = photos.waiting;
        const auto pack = pack_in_use(store);
        state_.pack_version = pack ? pack->version : "";
    });
    const bool unanswered =
        state_.written_waiting > 0 || state_.photos_waiting > 0 || state_.last_answer == 0;
    if (state_.health == SyncHealth::in_order && unanswered) state_.health = SyncHealth::waiting;
}

}  // namespace foyer::sync

#include "shared/security/digest.h"
#include "sync/folder/gather.h"
#include "sync/folder/pack_in_use.h"
#include "sync/kiosk/kiosk_link.h"
#include "sync/kiosk_exchange.h"

namespace foyer::sync {
namespace {

/// What the store's thread hands over for one file.
struct Draft {
    Gathered gathered;
    StreamEnd end;
    std::vector<Acknowledgement> acknowledgements;
    bool worth_writing = false;
};

Draft draft_of(Journal& journal) {
    Draft draft;
    Store& store = journal.store();
    SQLite::Statement first(store.database(), "SELECT min(position) FROM outbox");
    first.executeStep();
    if (!first.getColumn(0).isNull()) {
        const Id own = journal.author().instance;
        draft.gathered = gather(journal, first.getColumn(0).getInt64() - 1,
                                [&](const Event& event) { return event.stamp.instance == own; });
    }
    ReceivedStreams received(store);
    draft.acknowledgements = received.acknowledgements(headquarters_name);
    draft.worth_writing = !draft.gathered.events.empty() || received.owes(headquarters_name);
    draft.end = SentFiles(store).end(headquarters_name, journal.author().instance);
    return draft;
}

void keep(Journal& journal, const FrozenFile& file, std::int64_t position) {
    Store& store = journal.store();
    SQLite::Transaction transaction(store.database(), SQLite::TransactionBehavior::IMMEDIATE);
    SentFiles(store).freeze(file, journal.clock().now());
    SQLite::Statement taken(store.database(), "DELETE FROM outbox WHERE position <= ?");
    taken.bind(1, position);
    taken.exec();
    ReceivedStreams(store).answered(headquarters_name);
    transaction.commit();
}

}  // namespace

bool KioskExchange::freeze_next() {
    Draft draft;
    on_store([&](Journal& journal) { draft = draft_of(journal); });
    if (!draft.worth_writing) return false;
    Header header = header_to_headquarters(link_->identity, clock_.now());
    header.seq = draft.end.seq + 1;
    header.previous = draft.end.hash;
    header.acknowledgements = std::move(draft.acknowledgements);
    FrozenFile file;
    file.recipient = headquarters_name;
    file.instance = header.instance;
    file.seq = header.seq;
    file.events = std::int64_t(draft.gathered.events.size());
    // Deflating, sealing and signing are done here, off the store's thread.
    file.bytes = compose_events(header, draft.gathered.events, link_->enrolment.sealing,
                                link_->identity.signing, random_);
    file.hash = digest_hex(file.bytes);
    file.name = name_of(header, file.hash).text();
    on_store([&](Journal& journal) { keep(journal, file, draft.gathered.position); });
    return true;
}

void KioskExchange::look_for_pack() {
    std::optional<PackInUse> in_use;
    on_store([&](Journal& journal) { in_use = pack_in_use(journal.store()); });
    const PackNews news = link_->packs.look(in_use ? in_use->edition : 0);
    state_.strange_files += news.strange;
    state_.problems.insert(state_.problems.end(), news.problems.begin(), news.problems.end());
    if (!news.pack) return;
    on_store([&](Journal& journal) {
        SQLite::Transaction transaction(journal.store().database());
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
        SQLite::Database& database = store.database();
        // Positions are given one by one and nothing is ever deleted: the last is the number.
        state_.records = database.execAndGet("SELECT coalesce(max(position), 0) FROM event");
        const std::int64_t queued = database.execAndGet("SELECT count(*) FROM outbox");
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
        const auto pack = pack_in_use(store);
        state_.pack_version = pack ? pack->version : "";
    });
    const bool unanswered = state_.written_waiting > 0 || state_.last_answer == 0;
    if (state_.health == SyncHealth::in_order && unanswered) state_.health = SyncHealth::waiting;
}

}  // namespace foyer::sync

#include "sync/kiosk_exchange.h"

#include <algorithm>
#include <exception>
#include <set>
#include <utility>

#include "sync/folder/publisher.h"
#include "sync/kiosk/kiosk_link.h"

namespace foyer::sync {

KioskExchange::KioskExchange(SyncOptions options, StoreAccess run_on_store, const Clock& clock,
                             Random& random, Files& files, SyncCallbacks callbacks,
                             std::function<void(const SyncState&)> report)
    : options_(std::move(options)),
      run_on_store_(std::move(run_on_store)),
      clock_(clock),
      random_(random),
      files_(files),
      callbacks_(std::move(callbacks)),
      report_(std::move(report)) {}

KioskExchange::~KioskExchange() = default;

void KioskExchange::round() {
    state_.exchanging = true;
    finish();
    state_.problems.clear();
    state_.detail.clear();
    state_.strange_files = state_.files_ahead = 0;
    try {
        if (find_headquarters()) exchange();
        count();
    } catch (const FileError& error) {
        blame_file(error);
    } catch (const StoreError& error) {
        const bool full = error.reason == StoreError::Reason::disk_full;
        blame(full ? SyncHealth::disk_full : SyncHealth::fault, error.what());
    } catch (const std::exception& error) {
        blame(SyncHealth::fault, error.what());
    }
    state_.exchanging = false;
    finish();
}

void KioskExchange::on_store(const std::function<void(Journal&)>& step) {
    run_on_store_([&](Journal& journal) {
        try {
            step(journal);
        } catch (const SQLite::Exception& error) {
            rethrow_as_store_error(error);
        }
    });
}

void KioskExchange::finish() {
    if (state_ == reported_) return;
    reported_ = state_;
    report_(state_);
}

void KioskExchange::blame(SyncHealth health, const std::string& detail) {
    state_.health = health;
    state_.detail = detail;
}

void KioskExchange::blame_file(const FileError& error) {
    const bool gone = link_ && link_->folder.state() == FolderState::missing;
    blame(gone                ? SyncHealth::folder_missing
          : error.disk_full() ? SyncHealth::disk_full
                              : SyncHealth::fault,
          error.what());
    // The counts say what is safe; without them the page would show those of the round before.
    try {
        count();
    } catch (const std::exception& second) {
        state_.detail += std::string("; ") + second.what();
    }
}

bool KioskExchange::find_headquarters() {
    if (link_) return true;
    const EnrolmentResult found = load_enrolment(files_, enrolment_path(options_.home));
    if (!found.enrolment) {
        const bool none = found.fault == EnrolmentFault::missing;
        blame(none ? SyncHealth::no_headquarters : SyncHealth::fault, found.detail);
        return false;
    }
    const Enrolment& enrolment = *found.enrolment;
    const KeySeed signing = make_seed(random_), sealing = make_seed(random_);
    std::optional<KioskIdentity> identity;
    on_store([&](Journal& journal) {
        identity = identity_of(journal);
        if (!identity) identity = enrol(journal, enrolment, signing, sealing);
    });
    if (identity->folder != enrolment.folder || identity->kiosk != enrolment.kiosk) {
        blame(SyncHealth::fault,
              "the enrolment file is for " + enrolment.kiosk +
                  ", but this store belongs to the headquarters that enrolled it as " +
                  identity->kiosk);
        return false;
    }
    state_.kiosk = identity->kiosk;
    link_ = std::make_unique<Link>(files_, options_, enrolment, std::move(*identity));
    return true;
}

void KioskExchange::exchange() {
    if (!folder_in_order()) return;
    take_answers();
    // One file a transaction, written before the next is frozen: a full disk stops the freezing.
    Publisher publisher(link_->folder, [this](const std::function<void(Store&)>& step) {
        on_store([&](Journal& journal) { step(journal.store()); });
    });
    const auto place = link_->folder.up(link_->identity.kiosk);
    do {
        if (!publisher.write_standing(headquarters_name, place)) break;
    } while (freeze_next());
    publisher.remove_done(headquarters_name, place);
    look_for_pack();
    // It may have gone in the meantime; then nothing was written, and that is what to say.
    if (!folder_in_order()) return;
    state_.last_exchange = clock_.now();
    state_.health = SyncHealth::in_order;
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

void KioskExchange::take_answers() {
    const Listing listing = list_stream(files_, link_->folder.down(link_->identity.kiosk),
                                        headquarters_name, {FileKind::answer});
    state_.strange_files += listing.strange;
    std::vector<StreamMark> marks;
    on_store(
        [&](Journal& journal) { marks = ReceivedStreams(journal.store()).of(headquarters_name); });
    std::set<std::string> streams;
    for (const FileName& name : listing.names)
        streams.insert(name.instance_end);
    for (const std::string& instance_end : streams) {
        const auto mark = std::find_if(marks.begin(), marks.end(), [&](const StreamMark& known) {
            return known.instance.ends_with(instance_end);
        });
        StreamMark from = mark == marks.end() ? StreamMark() : *mark;
        Listing stream;
        for (const FileName& name : listing.names)
            if (name.instance_end == instance_end) stream.names.push_back(name);
        take_stream(stream, std::move(from));
    }
}

void KioskExchange::take_stream(const Listing& listing, StreamMark mark) {
    const std::string instance_end = listing.names.front().instance_end;
    const auto place = link_->folder.down(link_->identity.kiosk);
    while (true) {
        const NextWanted wanted{instance_end, mark.seq + 1, mark.instance, mark.hash};
        NextFile next = read_next(link_->folder, place, listing, wanted,
                                  only(link_->enrolment.answers), link_->identity.kiosk);
        state_.problems.insert(state_.problems.end(), next.problems.begin(), next.problems.end());
        if (!next.file) break;
        const std::string name = name_of(next.file->header, next.file->hash).text();
        const OpenedEvents opened = open_events(*next.file, link_->identity.sealing);
        if (opened.fault != EnvelopeFault::none) {
            state_.problems.push_back(problem_of(opened.fault, name));
            break;
        }
        std::string refusal;
        if (!take_in(*next.file, opened.events, refusal)) {
            state_.problems.push_back({SyncProblemKind::not_permitted, name, refusal});
            break;
        }
        mark.seq = next.file->header.seq;
        mark.hash = next.file->hash;
        mark.instance = next.file->header.instance;
    }
    state_.files_ahead +=
        int(std::count_if(listing.names.begin(), listing.names.end(),
                          [&](const FileName& name) { return name.seq > mark.seq + 1; }));
}

bool KioskExchange::take_in(const OpenedFile& file, const std::vector<Event>& events,
                            std::string& refusal) {
    std::size_t fresh = 0;
    on_store([&](Journal& journal) {
        Store& store = journal.store();
        try {
            SQLite::Transaction transaction(store.database(),
                                            SQLite::TransactionBehavior::IMMEDIATE);
            fresh = journal.take_in(events);
            ReceivedStreams(store).advance(file, clock_.now());
            SentFiles sent(store);
            for (const Acknowledgement& word : file.header.acknowledgements)
                sent.acknowledge(headquarters_name, word);
            transaction.commit();
        } catch (const std::invalid_argument& fork) {
            refusal = fork.what();
            ReceivedStreams(store).refuse(file, "fork", clock_.now());
        }
    });
    if (fresh > 0 && callbacks_.on_records) callbacks_.on_records();
    return refusal.empty();
}

}  // namespace foyer::sync

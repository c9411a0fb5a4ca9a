#include "sync/folder/sent_files.h"
#include "sync/format/refusal.h"
#include "sync/kiosk/kiosk_link.h"

namespace foyer::sync {

/// Headquarters says so of the very hello this store has written: it was restored to before it knew
/// of this enrolment, and only a person can enrol the kiosk again. Work goes on meanwhile; what is
/// captured waits.
bool KioskExchange::is_refused() {
    const KioskIdentity& self = link_->identity;
    const auto place = link_->folder.down(self.kiosk);
    const Listing listing =
        list_stream(link_->folder, place, headquarters_name, {FileKind::refusal});
    for (const FileName& name : listing.names) {
        if (!self.instance.ends_with(name.instance_end)) continue;
        const auto bytes = link_->folder.read(place / name.text(), largest_file);
        if (!bytes) continue;
        const OpenedFile file =
            open_file(*bytes, only(link_->enrolment.answers), name, link_->folder.id(), self.kiosk);
        if (file.fault != EnvelopeFault::none) {
            state_.problems.push_back(problem_of(file.fault, name.text()));
            continue;
        }
        const auto refusal = refusal_in(file);
        bool meant = false;
        on_store([&](Journal& journal) {
            Store& store = journal.store();
            // One of an earlier epoch is out of date: since then headquarters has met this store.
            meant = refusal && refusal->epoch >= following(store).epoch &&
                    SentFiles(store).wrote(headquarters_name, file.header.acknowledgements.front());
        });
        if (meant && refusal->instance == self.instance) return true;
    }
    return false;
}

}  // namespace foyer::sync

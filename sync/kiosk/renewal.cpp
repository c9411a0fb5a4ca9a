#include "shared/security/digest.h"
#include "sync/folder/anchor.h"
#include "sync/kiosk/kiosk_link.h"

namespace foyer::sync {
namespace {

std::filesystem::path anchor_path(const SyncOptions& options) {
    return options.anchor.empty() ? options.home / "anchor.json" : options.anchor;
}

/// What the store itself says about what the anchor says.
struct Remembered {
    bool anchored = false;
    Id instance;
    StreamEnd end;
    std::string hash_at_anchor;  ///< of the file the anchor names; empty: unknown
};

Remembered remembered(Journal& journal, std::uint64_t anchor_seq) {
    Store& store = journal.store();
    Remembered known;
    known.anchored = has_anchor(store);
    known.instance = journal.author().instance;
    SentFiles sent(store);
    known.end = sent.end(headquarters_name, known.instance);
    Statement query(store.database(),
                    "SELECT hash FROM sync_sent WHERE recipient = ? AND instance = ? AND seq = ?");
    query.bind_all(std::string(headquarters_name), known.instance, std::int64_t(anchor_seq));
    if (query.executeStep()) known.hash_at_anchor = query.getColumn(0).getString();
    return known;
}

/// Why the store is not the one the anchor was written for; empty: it is.
std::string mismatch(const std::optional<Anchor>& anchor, const std::string& machine,
                     const Remembered& known) {
    if (!known.anchored) return "";
    if (!anchor) return "the anchor beside the store is missing";
    if (anchor->instance != known.instance) {
        return "the anchor beside the store is of another store";
    }
    if (anchor->machine != machine) return "the store was copied to another machine";
    if (anchor->seq > known.end.seq) return "the store was brought back from a backup";
    const bool differs = !known.hash_at_anchor.empty() && known.hash_at_anchor != anchor->hash;
    return differs ? "the store was brought back from a backup" : "";
}

}  // namespace

void KioskExchange::check_anchor() {
    if (anchored_) return;
    const auto anchor = read_anchor(files_, anchor_path(options_));
    const std::string machine = machine_fingerprint(files_, options_.machine_id);
    std::string reason;
    on_store([&](Journal& journal) {
        reason = mismatch(anchor, machine, remembered(journal, anchor ? anchor->seq : 0));
    });
    if (!reason.empty()) become_another(reason);
    move_anchor();
    anchored_ = true;
}

/// Before a file is published, never after: what the anchor names may have been published.
void KioskExchange::move_anchor() {
    Anchor anchor;
    on_store([&](Journal& journal) {
        anchor.instance = journal.author().instance;
        const StreamEnd end = SentFiles(journal.store()).end(headquarters_name, anchor.instance);
        anchor.seq = end.seq;
        anchor.hash = end.hash;
    });
    anchor.machine = machine_fingerprint(files_, options_.machine_id);
    const bool as_it_was = read_anchor(files_, anchor_path(options_)) == anchor;
    if (as_it_was && anchored_) return;
    if (!as_it_was) {
        files_.make_folders(anchor_path(options_).parent_path());
        write_anchor(files_, anchor_path(options_), anchor);
    }
    on_store([&](Journal& journal) { set_anchored(journal.store()); });
}

/// A store that was brought back with its anchor does not know it; the folder may.
void KioskExchange::look_at_own_files() {
    const KioskIdentity& self = link_->identity;
    const auto place = link_->folder.up(self.kiosk);
    const Listing listing = list_stream(link_->folder, place, self.kiosk,
                                        {FileKind::hello, FileKind::events, FileKind::snapshot});
    StreamEnd end;
    std::map<std::uint64_t, std::string> known;
    on_store([&](Journal& journal) {
        SentFiles sent(journal.store());
        end = sent.end(headquarters_name, self.instance);
        known = sent.known(headquarters_name, self.instance);
    });
    for (const FileName& name : listing.names) {
        if (!self.instance.ends_with(name.instance_end)) continue;
        const auto own = known.find(name.seq);
        const bool forgotten = own == known.end() && name.seq <= end.seq;
        if (forgotten || (own != known.end() && own->second.starts_with(name.hash_start))) continue;
        const auto bytes = link_->folder.read(place / name.text(), largest_file);
        if (!bytes) continue;
        const OpenedFile file = open_file(*bytes, only(self.signing.public_key), name,
                                          link_->folder.id(), headquarters_name);
        // Of a newer release, it may be: this store was older again then.
        const bool genuine =
            file.fault == EnvelopeFault::none || file.fault == EnvelopeFault::newer_format;
        if (!genuine || file.header.instance != self.instance) continue;
        superseded_ =
            "the folder holds a file of this very store that it never wrote: it was cloned, or "
            "brought back from a backup";
    }
}

void KioskExchange::become_another(const std::string& reason) {
    on_store([&](Journal& journal) { renew(journal, reason); });
    move_anchor();
    // What this store has written goes, as far as it can be reached; the events are queued again.
    if (link_) {
        Publisher publisher(link_->folder, with_store(), clock_.now());
        publisher.remove_done(headquarters_name, link_->folder.up(link_->identity.kiosk));
    }
    link_.reset();
}

bool KioskExchange::find_headquarters() {
    check_anchor();
    // A new file is noticed; that the old one was destroyed once it was used is as it should be.
    const auto bytes = files_.read(enrolment_path(options_.home), largest_file);
    const std::string file = bytes ? digest_hex(*bytes) : "";
    if (link_ && (file.empty() || file == link_->enrolment_file)) return true;
    link_.reset();
    const EnrolmentResult found = load_enrolment(files_, enrolment_path(options_.home));
    if (!found.enrolment) {
        const bool none = found.fault == EnrolmentFault::missing;
        blame(none ? SyncHealth::no_headquarters : SyncHealth::fault, found.detail);
        return false;
    }
    if (!join(*found.enrolment)) return false;
    link_->enrolment_file = file;
    return true;
}

bool KioskExchange::join(const Enrolment& enrolment) {
    const KeySeed signing = make_seed(random_), sealing = make_seed(random_);
    std::optional<KioskIdentity> identity;
    Id folder;
    bool used = false;
    on_store([&](Journal& journal) {
        identity = identity_of(journal);
        folder = folder_of(journal.store());
        used = was_enrolled_with(journal.store(), enrolment);
    });
    if (!folder.empty() && folder != enrolment.folder) {
        blame(SyncHealth::fault, "the enrolment file is for " + enrolment.kiosk +
                                     " of another headquarters than this store belongs to");
        return false;
    }
    if (!identity && used) {
        state_.needs_enrolment = true;
        blame(SyncHealth::fault,
              "this kiosk was cloned or restored, or another took its place: headquarters must "
              "enrol it again and give it a new enrolment file");
        return false;
    }
    // A new file for a kiosk that is enrolled: headquarters lost what it knew of it.
    if (identity && !used) {
        become_another("headquarters has enrolled this kiosk anew");
        identity.reset();
    }
    on_store([&](Journal& journal) {
        if (!identity) identity = enrol(journal, enrolment, signing, sealing);
    });
    state_.needs_enrolment = false;
    state_.kiosk = identity->kiosk;
    link_ = std::make_unique<Link>(files_, options_, enrolment, std::move(*identity));
    use_keys();
    return true;
}

}  // namespace foyer::sync

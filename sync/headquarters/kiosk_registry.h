#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "sync/enrolment.h"
#include "sync/folder/have.h"
#include "sync/format/keys.h"

namespace foyer::sync {

/// A kiosk as its headquarters knows it.
struct EnrolledKiosk {
    std::string name;
    std::string ticket_letter;
    std::optional<EnrolmentSecret> secret;  ///< until it has been used
    Id instance;                            ///< empty until the kiosk has said hello
    SigningPublicKey signing{};
    SealingPublicKey sealing{};
    std::int64_t told = 0;  ///< position in the journal up to which it has been told everything
    Id stream;              ///< instance of the stream that goes down to it
    Common have;            ///< what it had when the stream began
    bool holding = false;   ///< it has not said yet what it has: it is not told anything
    bool snapshot_due = false;
    WallTime revoked_at = 0;
    int reads_from = 1, reads_to = 1;  ///< schemas
    std::string companion;             ///< hash of the pack companion it was last sent

    bool introduced() const { return !instance.empty(); }
    bool revoked() const { return revoked_at != 0; }
};

/// An instance a kiosk is or was.
struct KnownInstance {
    Id instance;
    std::optional<SigningPublicKey> signing;  ///< of its hello; nothing if only a later one told
};

/// The kiosks a headquarters has enrolled. The thread of its store. Changes are made inside the
/// caller's transaction.
class KioskRegistry {
  public:
    explicit KioskRegistry(Store& store) : database_(store.database()) {}

    std::vector<EnrolledKiosk> all();
    std::optional<EnrolledKiosk> find(const std::string& name);
    /// A new kiosk, or a new secret for a known one. It may write again if it was revoked.
    void enrol(const std::string& name, const EnrolmentSecret& secret, WallTime now);
    /// The kiosk has introduced itself: its secret is used up, and a new stream goes down to it.
    void introduce(const EnrolledKiosk& kiosk, const std::vector<Id>& former, WallTime now);
    std::vector<KnownInstance> instances(const std::string& name);
    /// The kiosk an instance was introduced by; empty: none.
    std::string owner(const Id& instance);
    /// An event came in the stream of another instance than the one it bears.
    void note_giver(const Id& event, const Id& giver);
    /// The instance whose stream brought it; empty: that which it bears.
    Id giver(const Id& event);
    void set_told(const std::string& name, std::int64_t position);
    /// Another stream begins; it waits until the kiosk has said what it has.
    void restart_stream(const std::string& name, const Id& stream);
    void set_have(const std::string& name, const Common& have);
    void set_snapshot_due(const std::string& name, bool due);
    void set_reads(const std::string& name, int from, int to);
    void set_companion(const std::string& name, const std::string& hash);
    /// Its instances are believed no longer, nor its enrolment file. Gives those that were.
    std::vector<Id> revoke(const std::string& name, WallTime now);
    /// An instance was revoked, which this store may have forgotten. A kiosk that has become
    /// another since is left alone. True if the kiosk is revoked by it now and was not before.
    bool follow_revocation(const std::string& name, const Id& instance, WallTime revoked_at);
    bool was_revoked(const Id& instance);

  private:
    std::string free_letter();

    Database& database_;
};

}  // namespace foyer::sync

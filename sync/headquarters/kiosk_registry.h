#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "sync/enrolment.h"
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

    bool introduced() const { return !instance.empty(); }
};

/// The kiosks a headquarters has enrolled. The thread of its store.
class KioskRegistry {
  public:
    explicit KioskRegistry(Store& store) : database_(store.database()) {}

    std::vector<EnrolledKiosk> all();
    std::optional<EnrolledKiosk> find(const std::string& name);
    /// A new kiosk, or a new secret for a known one.
    void enrol(const std::string& name, const EnrolmentSecret& secret, WallTime now);
    /// The kiosk has introduced itself: its secret is used up. Inside the caller's transaction.
    void introduce(const EnrolledKiosk& kiosk);
    /// Inside the caller's transaction.
    void set_told(const std::string& name, std::int64_t position);

  private:
    std::string free_letter();

    SQLite::Database& database_;
};

}  // namespace foyer::sync

#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/flows/visit_photos.h"
#include "kiosk/screens/scanner.h"
#include "kiosk/shell/shell.h"
#include "shared/codes/referral_code.h"
#include "shared/desk/desk.h"
#include "shared/model/calendar.h"
#include "shared/pack/pack.h"
#include "shared/text/text_keys.h"
#include "sync/service.h"

namespace foyer::kiosk {

class TypingEngines;  // kiosk/screens/typing/engines.h

/// Who has signed in at reception.
struct StaffSession {
    std::string staff;  ///< id in the pack
};

/// How a PIN was received.
enum class PinAnswer { right, wrong, too_soon, locked };

struct PinOutcome {
    PinAnswer answer = PinAnswer::wrong;
    std::int64_t wait = 0;  ///< milliseconds until the next try
    int tries_left = 0;
};

/// The desk, for as long as this lives nobody else's.
class DeskTurn {
  public:
    DeskTurn(std::unique_lock<std::mutex> turn, Desk& desk)
        : turn_(std::move(turn)), desk_(&desk) {}
    Desk& desk() const { return *desk_; }

  private:
    std::unique_lock<std::mutex> turn_;
    Desk* desk_;
};

/// What screens may ask of the program around them, and the ways between the rooms. One for the
/// life of the program; screens hold it by reference. UI thread.
class App {
  public:
    virtual ~App() = default;

    virtual Shell& shell() = 0;
    virtual const Pack& pack() const = 0;
    virtual const Calendar& calendar() const = 0;
    /// The camera and the hardware scanner; what they read comes to Screen::on_code.
    virtual Scanner& scanner() = 0;
    /// Verifies codes of our headquarters; nothing while this kiosk is not enrolled.
    virtual const std::optional<CodeKeys>& code_keys() const = 0;

    /// Asks the desk on the store's thread, then hands the answer to `done` here, while `scope`
    /// lives. Faults of the world are shown to the user by the app, unless `failed` takes them.
    template <class Work, class Done>
    void ask(const TaskScope& scope, Work work, Done done, Tasks::Failure failed = {}) {
        shell().tasks().run(
            Lane::store, scope,
            [this, work = std::move(work)]() mutable {
                const DeskTurn turn = take_desk();
                return work(turn.desk());
            },
            std::move(done), std::move(failed));
    }

    /// Checks a PIN on a background thread with the growing delay of domain's staff PIN (PinGuard).
    virtual void check_pin(const TaskScope& scope, const std::string& staff, const std::string& pin,
                           std::function<void(PinOutcome)> done) = 0;
    /// Who is signed in; nothing on the visitors' side.
    virtual const std::optional<StaffSession>& staff() const = 0;
    virtual void sign_in(const std::string& staff) = 0;
    virtual void sign_out() = 0;

    /// The photos of visits.
    virtual VisitPhotos& photos() = 0;

    /// What turns keys and ink into characters.
    virtual TypingEngines& typing() = 0;

    virtual sync::SyncState sync_state() const = 0;
    virtual void sync_now() = 0;
    /// Counts up whenever records changed under the screens: a command here, or news from
    /// headquarters. A screen that shows records asks again when the number is not the one it has
    /// seen.
    virtual std::uint64_t records_version() const = 0;
    /// To be called by whoever has carried out a command.
    virtual void records_changed() = 0;

    /// Shows a fault of the world in the user's language, in a dialog, and logs it.
    virtual void show_fault(std::exception_ptr fault) = 0;

    // Short ways to what every screen needs
    Navigator& navigator() { return shell().navigator(); }
    const Translator& text() { return shell().text(); }
    WallTime now() { return shell().clock().now(); }
    Date today() { return calendar().date(now()); }

  protected:
    /// Waits for the desk, which serves one at a time, and opens the store if it is not open yet.
    /// Throws StoreError. Never on the UI thread.
    virtual DeskTurn take_desk() = 0;
};

}  // namespace foyer::kiosk

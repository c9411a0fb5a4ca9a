#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/flows/friend_question.h"
#include "kiosk/flows/name_entry.h"
#include "kiosk/flows/phone_entry.h"
#include "shared/desk/desk.h"

namespace foyer::kiosk {

/// What the desk knows of a number: enough to choose the next page, nothing to show on it.
struct VisitorStanding {
    bool has_been_here = false;
    std::vector<std::string> agreed;  ///< purposes they agreed to before, and it still stands
};
/// On the store's thread. The same two questions are asked for any number.
VisitorStanding standing_of(Desk& desk, const std::string& e164);

/// What the ticket page needs to know, and all that is left when a check-in is over.
struct CheckedIn {
    ArrivalFault fault = ArrivalFault::none;
    foyer::Ticket ticket;
    std::string surname;  ///< as typed just now or as recorded; empty if neither
    Gender gender = Gender::unsaid;
    bool agreed_to_something = false;                 ///< just now
    std::optional<std::uint64_t> code_for_reception;  ///< see FriendAnswer::not_here_yet
};
/// Registers and says how to greet; the name of a returning visitor is the one on record. On the
/// store's thread.
CheckedIn check_in(Desk& desk, Arrival arrival);

/// Where a check-in goes on.
enum class CheckInNext { stay, phone, name, visit, referrer, consultant, registration };

/// One visitor's check-in: everything typed and chosen, and what comes next. The pages share one;
/// it goes with the last of them, and nothing of it lives anywhere else (design §6). UI thread.
///
/// First visit: phone, name, visit, referrer, consultant. Returning: phone, visit (domain §2.4:
/// only first-time visitors are asked for a friend).
class CheckIn {
  public:
    explicit CheckIn(std::string wished_person = {})
        : wished_consultant(std::move(wished_person)) {}

    // Phone and consent

    PhoneEntry phone;
    void toggle_consent(const std::string& purpose);
    bool agreed(const std::string& purpose) const;
    /// Going on failed because a required consent is open: say so beside it.
    bool consent_asked() const { return consent_asked_; }
    /// True: ask standing_of(phone.reading().e164) and hand its answer to standing_known().
    bool submit_phone();
    /// A returning visitor's standing consent holds; anyone else must have ticked what the pack
    /// requires.
    CheckInNext standing_known(VisitorStanding standing, const Registration& rules);
    /// Only if the pack lets visitors come in without a number.
    CheckInNext without_phone();
    bool returning() const { return standing_.has_been_here; }

    // Name

    NameEntry name;
    bool can_submit_name(const Registration& rules) const;
    CheckInNext submit_name(const Registration& rules);

    // Visit

    std::string purpose;  ///< id; empty: not chosen
    int party_size = 1;
    void change_party(int by, const Registration& rules);
    bool can_submit_visit(const Registration& rules) const;
    CheckInNext submit_visit(const Pack& pack) const;

    // Friend

    FriendQuestion friend_question;
    /// After the friend was recognised, or there is none.
    CheckInNext friend_answered(const Pack& pack) const;

    // Consultant and registration

    std::string wished_consultant;  ///< staff id; empty: whoever's turn it is
    /// Purposes still to be offered on the last page: not required, and not agreed to before.
    std::vector<const ConsentPurpose*> open_purposes(const Registration& rules) const;
    Arrival arrival(const Registration& rules) const;
    /// False while one is under way: a second touch registers nobody twice.
    bool begin_registration();
    bool registering() const { return registering_; }
    void registration_failed() { registering_ = false; }
    /// `outcome` is of check_in(). `stay`: done, the ticket can be shown. Else the page on which
    /// something is missing, as the pack has become another in the meantime.
    CheckInNext registered(CheckedIn& outcome);

  private:
    bool required_consents_given(const Registration& rules) const;
    bool stands(const std::string& purpose) const;

    std::vector<std::string> ticked_;
    bool consent_asked_ = false;
    VisitorStanding standing_;
    std::string visitor_;  ///< the number the standing belongs to
    bool anonymous_ = false;
    bool registering_ = false;
};

/// Those a visitor may ask for: consultants on duty, and whoever was chosen on another page first.
std::vector<const StaffMember*> people_to_ask_for(const Pack& pack, const std::string& chosen);

}  // namespace foyer::kiosk

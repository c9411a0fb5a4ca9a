#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/flows/code_entry.h"
#include "kiosk/flows/phone_entry.h"
#include "shared/desk/desk.h"

namespace foyer::kiosk {

/// A customer who recommends, as far as the visitor may see them.
struct Recommender {
    Id customer;
    std::string masked_name;  ///< "王＊＊"; empty where only a phone number was checked
};

/// The recommender a code was issued to; nothing if this kiosk has not heard of the code. On the
/// store's thread.
std::optional<Recommender> recommender_of_code(Desk& desk, std::uint64_t code);
/// The recommender with a phone number. Only who has bought may recommend (domain §0); no name
/// comes back, so that nobody can ask names out of the kiosk. On the store's thread.
std::optional<Recommender> recommender_of_phone(Desk& desk, const std::string& e164);

/// How "did a friend send you?" stands (domain §2.4).
enum class FriendAnswer {
    unanswered,
    nobody,         ///< came by themselves, or does not say
    recognised,     ///< will be recorded
    not_here_yet,   ///< a genuine code whose owner this kiosk does not know: reception enters it
    refused,        ///< the code is none; see fault()
    own,            ///< their own code or number: nobody recommends themselves (domain §2.8)
    phone_unknown,  ///< nobody with this number is known as a customer
    not_enrolled,   ///< codes cannot be checked at this kiosk yet
};

/// What an event of the question leads to.
enum class FriendStep {
    stay,      ///< something is still to be put right
    look_up,   ///< ask the desk, and hand its answer in
    answered,  ///< answer() is another
};

/// The question whether a friend sent the visitor, and its three ways: scan, code, phone. Plain
/// state, UI thread.
class FriendQuestion {
  public:
    /// Numbers of friends one visitor may try: the kiosk is no directory to be asked through.
    static constexpr int most_phone_tries = 3;

    FriendAnswer answer() const { return answer_; }
    /// Why a code was refused.
    CodeFault fault() const { return fault_; }
    const std::optional<Recommender>& recommender() const { return recommender_; }
    /// The id of the genuine code nobody here knows.
    std::optional<std::uint64_t> code_for_reception() const;
    bool asking() const { return asking_; }

    PhoneEntry phone;
    CodeEntry code;
    std::string relationship;  ///< id of the pack's choice; empty: did not say

    /// A code came in whole, from the camera or a scanner. Look up: recommender_of_code(code_id()).
    FriendStep code_scanned(const std::string& raw, const std::optional<CodeKeys>& keys,
                            std::int64_t today);
    /// The sixteen symbols are typed. As above; a slip stays in `code`, unanswered.
    FriendStep code_typed(const std::optional<CodeKeys>& keys, std::int64_t today);
    std::uint64_t code_id() const { return code_id_; }
    void code_looked_up(std::optional<Recommender> found, const std::string& visitor_e164);

    /// The friend's number is typed. Look up: recommender_of_phone(phone.reading().e164).
    FriendStep phone_submitted(const std::string& visitor_e164);
    void phone_looked_up(std::optional<Recommender> found);
    bool may_try_phone() const { return phone_tries_ < most_phone_tries; }

    void look_up_failed() { asking_ = false; }
    /// All tries are used up and the visitor skips the question, to be told where it was asked.
    void give_up() { given_up_ = true; }
    bool take_given_up() { return std::exchange(given_up_, false); }
    void came_alone();
    /// What the arrival says of it; nothing unless recognised.
    std::optional<SentBy> sent_by() const;

  private:
    FriendStep code_read(const CodeReading& reading);

    FriendAnswer answer_ = FriendAnswer::unanswered;
    CodeFault fault_ = CodeFault::none;
    std::optional<Recommender> recommender_;
    std::uint64_t code_id_ = 0;
    int phone_tries_ = 0;
    bool asking_ = false, given_up_ = false;
};

}  // namespace foyer::kiosk

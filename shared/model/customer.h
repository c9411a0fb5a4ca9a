#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/journal/event.h"
#include "shared/model/kinds.h"

namespace foyer {

/// The id of whoever has this phone number (E.164). Derived, so that two kiosks that never met give
/// one person one id: a known number is a return visit, never a second customer (domain §3.1).
Id customer_id(std::string_view e164);

/// A person as staff may see them.
struct Customer {
    Id id;
    std::string phone;  ///< E.164
    std::string name;
    Gender gender = Gender::unsaid;
    std::string note;
    WallTime first_seen = 0, last_visit = 0;
    int visits = 0;
    std::string consultant;  ///< the last one who was given this customer
    WallTime bought_at = 0;  ///< first purchase; 0: a prospect

    bool retained() const { return bought_at != 0; }
};

/// An answer to a consent question of the pack.
struct ConsentAnswer {
    std::string purpose;
    bool granted = false;
};

/// A referrer's code as headquarters issued it.
struct IssuedCode {
    std::uint64_t id = 0;
    Id customer;
    std::string typed;  ///< 16 symbols
    std::string qr;
    std::int64_t expires_on = 0;  ///< day number
};

}  // namespace foyer

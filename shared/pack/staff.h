#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "shared/text/locale.h"

namespace foyer {

/// What a member of staff does in the showroom (domain §0). One person may do several things.
enum class StaffRole { receptionist, consultant, designer, manager };

/// How English texts speak of a person, and 他 or 她.
enum class Pronoun { she, he };

/// How many homes (or deliveries) a person has done in one group of the gallery.
struct GroupExperience {
    std::string group;
    int count = 0;
};

/// A person of the showroom, as the public may see them, and the hash of their PIN.
struct StaffMember {
    std::string id;
    LocalizedText name;      ///< "周文婧", "周文婧", "Wenjing Zhou"
    std::string latin_name;  ///< "Wenjing Zhou": stands beside the Chinese name
    Pronoun pronoun = Pronoun::she;
    std::vector<StaffRole> roles;
    LocalizedText title;       ///< "销售顾问"
    LocalizedText desk_title;  ///< one word for the staff door: "销售"
    int years = 0;             ///< in the trade
    bool on_duty = true;
    std::filesystem::path portrait;  ///< 5:6
    std::string pin_hash;            ///< Argon2id, as crypto_pwhash_str writes it; six digits
    LocalizedText motto, training, hobbies;
    std::vector<LocalizedText> strengths;      ///< tags: "老房改造"
    std::vector<std::string> signature_works;  ///< ids of gallery entries
    std::vector<GroupExperience> experience;

    bool has_role(StaffRole role) const {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    }
    /// How many were done in this group; 0 when none is known.
    int experience_in(const std::string& group) const;
};

/// Who takes the next walk-in (domain §3.2).
struct Rotation {
    std::vector<std::string> order;  ///< ids of consultants
    int waiting_limit_minutes = 15;  ///< a party waiting longer turns red
    int minutes_per_party = 3;       ///< what the ticket promises for each party ahead
};

}  // namespace foyer

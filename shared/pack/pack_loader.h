#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <variant>

#include "shared/pack/pack.h"

namespace foyer {

/// Why a pack is refused.
enum class PackFault {
    missing_file,       ///< a file of the pack, or the folder, is not there
    unreadable_file,    ///< the system refuses to read it
    too_large,          ///< a file, or a text in it, is beyond any use
    bad_syntax,         ///< not JSON, or not UTF-8
    duplicate_key,      ///< the same name twice in one object
    breaks_schema,      ///< wrong type, missing or unknown field, number or text beyond its limits
    bad_date,           ///< a day the calendar has not, or an end before its beginning
    overlapping_dates,  ///< two policies in force on one day
    duplicate_id,
    unknown_reference,  ///< names a person, product, group, plan or entry the pack has not
    wrong_order,        ///< tiers that do not ascend
    not_enough_staff,   ///< no manager, or nobody who could receive a visitor
    missing_picture,
    path_outside,       ///< a path leaves the pack's folder, by `..` or by a link
    not_a_picture,      ///< the bytes are no picture Foyer shows
    bad_schema_folder,  ///< the program's own schemas are missing or damaged
};

/// What to tell a person without JSON: one of few sentences in their language.
enum class PackProblemKind { incomplete, damaged, wrong_content, bad_picture, bad_installation };

/// What is wrong with a pack, exactly enough to put it right.
struct PackProblem {
    PackFault fault = PackFault::missing_file;
    std::string file;     ///< relative to the pack's folder, "staff.json"; "." for the folder
    std::string pointer;  ///< JSON pointer (RFC 6901) into the file; empty for the whole of it
    std::string detail;   ///< plain English, for the log and for whoever writes packs

    PackProblemKind kind() const;
    /// "staff.json /staff/3/portrait: there is no picture people/he.svg"
    std::string message() const;
};

/// The pack, or why there is none.
using PackResult = std::variant<Pack, PackProblem>;

/// Reads and checks a whole pack: JSON, schemas, references, dates, pictures (design §2.5). Stops
/// at the first problem; never throws for anything a pack can hold. Touches the disk: call it off
/// the UI thread. `schema_folder` holds the program's *.schema.json.
PackResult load_pack(const std::filesystem::path& folder,
                     const std::filesystem::path& schema_folder);

/// load_pack(), or what stands in for it where packs do not lie on the machine's own disk.
using PackLoader =
    std::function<PackResult(const std::filesystem::path&, const std::filesystem::path&)>;

}  // namespace foyer

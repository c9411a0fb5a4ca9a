#include "shared/pack/pack_loader.h"

#include <algorithm>
#include <system_error>

#include "shared/pack/pack_checks.h"
#include "shared/pack/pack_files.h"
#include "shared/pack/pack_node.h"
#include "shared/pack/pack_reader.h"
#include "shared/pack/pack_refusal.h"

namespace foyer {
namespace {

struct PackPart {
    std::string file;
    void (*read)(const PackNode&, Pack&);
};

Pack read_whole_pack(const std::filesystem::path& folder, const PackSchemas& schemas) {
    static const PackPart parts[] = {
        {"pack.json", read_pack_json},       {"policy.json", read_policy_json},
        {"staff.json", read_staff_json},     {"registration.json", read_registration_json},
        {"gallery.json", read_gallery_json}, {"products.json", read_products_json},
    };
    Pack pack;
    pack.folder = folder;
    for (const PackPart& part : parts) {
        const nlohmann::json document =
            parse_pack_file(read_pack_file(folder, part.file), part.file);
        schemas.check(document, part.file);
        part.read(PackNode(document, part.file, folder), pack);
    }
    check_pack(pack);
    std::sort(pack.policies.begin(), pack.policies.end(),
              [](const Policy& a, const Policy& b) { return a.from < b.from; });
    return pack;
}

}  // namespace

PackProblemKind PackProblem::kind() const {
    switch (fault) {
        case PackFault::missing_file:
        case PackFault::missing_picture:
            return PackProblemKind::incomplete;
        case PackFault::unreadable_file:
        case PackFault::bad_syntax:
            return PackProblemKind::damaged;
        case PackFault::not_a_picture:
            return PackProblemKind::bad_picture;
        case PackFault::bad_schema_folder:
            return PackProblemKind::bad_installation;
        default:
            return PackProblemKind::wrong_content;
    }
}

std::string PackProblem::message() const {
    return file + (pointer.empty() ? "" : " " + pointer) + ": " + detail;
}

PackResult load_pack(const std::filesystem::path& folder,
                     const std::filesystem::path& schema_folder) {
    std::error_code failed;
    const std::filesystem::path root = std::filesystem::canonical(folder, failed);
    if (failed || !std::filesystem::is_directory(root, failed)) {
        return PackProblem{PackFault::missing_file, ".", "", "there is no such folder"};
    }
    try {
        return read_whole_pack(root, PackSchemas(schema_folder));
    } catch (const PackRefusal& refusal) {
        return refusal.problem;
    }
}

}  // namespace foyer

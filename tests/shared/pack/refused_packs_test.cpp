#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>

#include "tests/shared/pack/pack_fixture.h"

namespace foyer {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Pointer = json::json_pointer;

/// A folder that is gone when its owner is.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = (fs::temp_directory_path() / "foyer-pack-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~TemporaryFolder() { fs::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

/// One real copy for the whole run: each broken pack is hard links to it.
const fs::path& whole_copy() {
    static const TemporaryFolder folder;
    static const fs::path copy = [] {
        fs::copy(demo_pack("tile"), folder.path() / "pack", fs::copy_options::recursive);
        return folder.path() / "pack";
    }();
    return copy;
}

/// A copy of the tile pack, to break.
class BrokenPack {
  public:
    BrokenPack() {
        fs::copy(whole_copy(), folder(),
                 fs::copy_options::recursive | fs::copy_options::create_hard_links);
    }

    fs::path folder() const { return outside() / "pack"; }
    const fs::path& outside() const { return root_.path(); }

    std::string read(const std::string& file) const {
        std::ifstream stream(folder() / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void write(const std::string& file, const std::string& bytes) const {
        fs::remove(folder() / file);  // the link, not what it leads to
        std::ofstream(folder() / file, std::ios::binary) << bytes;
    }
    void edit(const std::string& file, const std::function<void(json&)>& change) const {
        json document = json::parse(read(file));
        change(document);
        write(file, document.dump());
    }
    void set(const std::string& file, const std::string& pointer, const json& value) const {
        edit(file, [&](json& document) { document[Pointer(pointer)] = value; });
    }
    json get(const std::string& file, const std::string& pointer) const {
        return json::parse(read(file))[Pointer(pointer)];
    }

    void expect(PackFault fault, const std::string& file, const std::string& pointer,
                const std::string& detail = "") const {
        const PackResult result = load_pack(folder(), schema_folder);
        const auto* problem = std::get_if<PackProblem>(&result);
        REQUIRE(problem != nullptr);
        CAPTURE(problem->message());
        CHECK(problem->fault == fault);
        CHECK(problem->file == file);
        CHECK(problem->pointer == pointer);
        CHECK(problem->detail.find(detail) != std::string::npos);
    }

  private:
    TemporaryFolder root_;
};

TEST_CASE("An unbroken copy loads, so that every refusal below is due to its one change") {
    const BrokenPack pack;
    CHECK(std::holds_alternative<Pack>(load_pack(pack.folder(), schema_folder)));
}

TEST_CASE("A missing folder, a missing file and a folder in place of a file are refused") {
    const BrokenPack pack;
    const PackResult none = load_pack(pack.folder() / "nowhere", schema_folder);
    CHECK(std::get<PackProblem>(none).fault == PackFault::missing_file);
    CHECK(std::get<PackProblem>(none).kind() == PackProblemKind::incomplete);
    fs::remove(pack.folder() / "policy.json");
    pack.expect(PackFault::missing_file, "policy.json", "");
    fs::create_directory(pack.folder() / "policy.json");
    pack.expect(PackFault::missing_file, "policy.json", "");
}

TEST_CASE("Truncated JSON is refused where it ends") {
    const BrokenPack pack;
    const std::string whole = pack.read("staff.json");
    pack.write("staff.json", whole.substr(0, whole.find("he-jiashu")));
    const PackResult result = load_pack(pack.folder(), schema_folder);
    const PackProblem& problem = std::get<PackProblem>(result);
    CHECK(problem.fault == PackFault::bad_syntax);
    CHECK(problem.kind() == PackProblemKind::damaged);
    CHECK(problem.file == "staff.json");
    CHECK(problem.pointer.starts_with("/rotation/order/"));
    CHECK(problem.detail.find("line") != std::string::npos);
    pack.write("staff.json", "");
    pack.expect(PackFault::bad_syntax, "staff.json", "");
}

TEST_CASE("Bytes that are no UTF-8 are refused") {
    const BrokenPack pack;
    std::string bytes = pack.read("pack.json");
    bytes.replace(bytes.find("栖岩瓷砖"), 1, "\xFF");
    pack.write("pack.json", bytes);
    pack.expect(PackFault::bad_syntax, "pack.json", "/brand/name/zh-Hans");
}

TEST_CASE("A name that stands twice in one object is refused with its place") {
    const BrokenPack pack;
    std::string bytes = pack.read("staff.json");
    const std::string id = "\"id\": \"du-guoping\",";
    bytes.replace(bytes.find(id), id.size(), id + id);
    pack.write("staff.json", bytes);
    pack.expect(PackFault::duplicate_key, "staff.json", "/staff/1/id", "\"id\" stands twice");
}

TEST_CASE("Nesting and texts beyond any use are refused before anything recurses over them") {
    const BrokenPack pack;
    pack.write("products.json", std::string(100000, '['));
    pack.expect(PackFault::bad_syntax, "products.json",
                "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0", "too deeply");
    pack.write("products.json", "{\"products\": \"" + std::string(20000, 'x') + "\"}");
    pack.expect(PackFault::too_large, "products.json", "/products");
    pack.write("products.json", std::string((4u << 20) + 1, ' '));
    pack.expect(PackFault::too_large, "products.json", "");
}

TEST_CASE("A wrong type, an unknown field and a missing field are refused by the schema") {
    const BrokenPack pack;
    const json years = pack.get("staff.json", "/staff/3/years");
    pack.set("staff.json", "/staff/3/years", "eight");
    pack.expect(PackFault::breaks_schema, "staff.json", "/staff/3/years", "type");
    pack.set("staff.json", "/staff/3/years", years);
    pack.set("staff.json", "/staff/3/salary", 1);
    pack.expect(PackFault::breaks_schema, "staff.json", "/staff/3", "salary");
    pack.edit("staff.json", [](json& document) {
        document["staff"][3].erase("salary");
        document["staff"][3].erase("portrait");
    });
    pack.expect(PackFault::breaks_schema, "staff.json", "/staff/3", "portrait");
}

TEST_CASE("Numbers out of range and texts over their limit are refused by the schema") {
    const BrokenPack pack;
    pack.set("policy.json", "/policies/1/hold_days", -1);
    pack.expect(PackFault::breaks_schema, "policy.json", "/policies/1/hold_days");
    pack.set("policy.json", "/policies/1/hold_days", 30);
    std::string long_name;
    for (int i = 0; i < 25; ++i)
        long_name += "砖";
    pack.set("policy.json", "/policies/1/offers/0/title/zh-Hans", long_name);
    pack.expect(PackFault::breaks_schema, "policy.json", "/policies/1/offers/0/title/zh-Hans");
}

TEST_CASE("A colour that is not #RRGGBB, an unknown icon and a plain PIN are refused") {
    const BrokenPack pack;
    pack.set("staff.json", "/staff/0/pin_hash", "246810");
    pack.expect(PackFault::breaks_schema, "staff.json", "/staff/0/pin_hash");
    pack.set("pack.json", "/home/entries/3/icon", "rocket");
    pack.expect(PackFault::breaks_schema, "pack.json", "/home/entries/3/icon");
    pack.set("pack.json", "/home/entries/3/icon", "gift");
    pack.set("pack.json", "/brand/color", "green");
    pack.expect(PackFault::breaks_schema, "pack.json", "/brand/color");
}

TEST_CASE("A missing picture is refused by name") {
    const BrokenPack pack;
    fs::remove(pack.folder() / "people/he.svg");
    pack.expect(PackFault::missing_picture, "staff.json", "/staff/5/portrait", "people/he.svg");
}

TEST_CASE("A file that is no picture, and a torn picture, are refused") {
    const BrokenPack pack;
    const std::string whole = pack.read("people/tan.svg");
    pack.write("people/tan.svg", "#!/bin/sh\necho hello\n");
    pack.expect(PackFault::not_a_picture, "staff.json", "/staff/0/portrait", "people/tan.svg");
    pack.write("people/tan.svg", "");
    pack.expect(PackFault::not_a_picture, "staff.json", "/staff/0/portrait");
    pack.write("people/tan.svg", whole.substr(0, whole.size() / 2));
    pack.expect(PackFault::not_a_picture, "staff.json", "/staff/0/portrait");
    pack.write("people/tan.svg", std::string("\x89PNG\r\n\x1A\n") + "half a picture");
    pack.expect(PackFault::not_a_picture, "staff.json", "/staff/0/portrait");
    pack.write("people/tan.svg", "\xFF\xD8\xFF\xE0 half a photograph");
    pack.expect(PackFault::not_a_picture, "staff.json", "/staff/0/portrait");
}

TEST_CASE("A picture outside the pack is refused, by path and by link") {
    const BrokenPack pack;
    fs::copy_file(pack.folder() / "brand/logo.svg", pack.outside() / "secret.svg");
    pack.set("pack.json", "/brand/logo", "../secret.svg");
    pack.expect(PackFault::path_outside, "pack.json", "/brand/logo", "../secret.svg");
    pack.set("pack.json", "/brand/logo", "/etc/logo.svg");
    pack.expect(PackFault::breaks_schema, "pack.json", "/brand/logo");
    pack.set("pack.json", "/brand/logo", "brand/link.svg");
    fs::create_symlink(pack.outside() / "secret.svg", pack.folder() / "brand/link.svg");
    pack.expect(PackFault::path_outside, "pack.json", "/brand/logo");
    fs::remove(pack.folder() / "brand/link.svg");
    fs::create_symlink("logo.svg", pack.folder() / "brand/link.svg");
    CHECK(std::holds_alternative<Pack>(load_pack(pack.folder(), schema_folder)));
}

TEST_CASE("Two policies that share a day are refused") {
    const BrokenPack pack;
    pack.set("policy.json", "/policies/1/from", "2025-12-31");
    pack.expect(PackFault::overlapping_dates, "policy.json", "/policies/1/from", "2025-1.1");
}

TEST_CASE("A day the calendar has not and an end before its beginning are refused") {
    const BrokenPack pack;
    pack.set("policy.json", "/campaigns/2/until", "2026-06-31");
    pack.expect(PackFault::bad_date, "policy.json", "/campaigns/2/until", "2026-06-31");
    pack.set("policy.json", "/campaigns/2/until", "2026-05-30");
    pack.expect(PackFault::bad_date, "policy.json", "/campaigns/2/until", "before it begins");
}

TEST_CASE("Tiers that do not ascend are refused") {
    const BrokenPack pack;
    pack.set("policy.json", "/policies/0/tiers/2/total_fen", 100);
    pack.expect(PackFault::wrong_order, "policy.json", "/policies/0/tiers/2/referrals");
}

TEST_CASE("An id that stands twice is refused, across groups too") {
    const BrokenPack pack;
    pack.set("staff.json", "/staff/4/id", "tan-min");
    pack.expect(PackFault::duplicate_id, "staff.json", "/staff/4/id", "tan-min");
    pack.set("staff.json", "/staff/4/id", "jiang-yiming");
    const json taken = pack.get("gallery.json", "/groups/0/entries/0/id");
    pack.set("gallery.json", "/groups/3/entries/1/id", taken);
    pack.expect(PackFault::duplicate_id, "gallery.json", "/groups/3/entries/1/id");
}

TEST_CASE("A reference that leads nowhere is refused where it is written") {
    struct Case {
        const char *file, *pointer, *what;
    };
    for (const Case& broken : {
             Case{"staff.json", "/rotation/order/2", "consultant"},
             Case{"staff.json", "/staff/10/signature_works/0", "gallery entry"},
             Case{"staff.json", "/staff/10/experience/0/group", "gallery group"},
             Case{"policy.json", "/campaigns/2/products/0", "product"},
             Case{"gallery.json", "/groups/0/entries/0/plan", "plan"},
             Case{"gallery.json", "/groups/0/entries/0/person", "member of staff"},
             Case{"gallery.json", "/groups/0/entries/0/products/1/product", "product"},
             Case{"pack.json", "/attract/0/entry", "gallery entry"},
         }) {
        CAPTURE(broken.pointer);
        const BrokenPack pack;
        pack.set(broken.file, broken.pointer, "nowhere");
        pack.expect(PackFault::unknown_reference, broken.file, broken.pointer, broken.what);
    }
}

TEST_CASE("Only a consultant may stand in the rotation") {
    const BrokenPack pack;
    pack.set("staff.json", "/rotation/order/0", "tan-min");
    pack.expect(PackFault::unknown_reference, "staff.json", "/rotation/order/0", "tan-min");
}

TEST_CASE("A pack without a manager is refused") {
    const BrokenPack pack;
    pack.set("staff.json", "/staff/1/roles", json::array({"receptionist"}));
    pack.expect(PackFault::not_enough_staff, "staff.json", "/staff", "manager");
}

TEST_CASE("An entry without a cover is refused") {
    const BrokenPack pack;
    pack.set("gallery.json", "/groups/0/entries/0/pictures/1/role", "detail");
    pack.expect(PackFault::missing_picture, "gallery.json", "/groups/0/entries/0/pictures");
}

TEST_CASE("A missing schema is the installation's fault, not the pack's") {
    const BrokenPack pack;
    const PackResult result = load_pack(pack.folder(), pack.outside());
    CHECK(std::get<PackProblem>(result).fault == PackFault::bad_schema_folder);
    CHECK(std::get<PackProblem>(result).kind() == PackProblemKind::bad_installation);
    CHECK(std::get<PackProblem>(result).file == "pack.schema.json");
}

TEST_CASE("A problem reads as one line with file, place and reason") {
    const PackProblem problem{PackFault::missing_picture, "staff.json", "/staff/3/portrait",
                              "there is no picture people/he.svg"};
    CHECK(problem.message() == "staff.json /staff/3/portrait: there is no picture people/he.svg");
}

}  // namespace
}  // namespace foyer

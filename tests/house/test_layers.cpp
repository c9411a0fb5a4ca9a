#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/house/libraries.h"
#include "tests/house/scanner.h"
#include "tests/house/sources.h"

using namespace foyer::house;

namespace {

using Names = std::vector<std::string>;

const Names window = {"imgui", "GLFW/", "GL/", "glad", "epoxy/"};
const Names devices = {"gst/", "ZXing/", "gdk-pixbuf/", "fontconfig/"};
const Names database = {"sqlite3", "SQLiteCpp/"};

/// What the files of a folder must not include: beginnings of include paths.
struct Rule {
    std::string folder;
    std::vector<Names> forbidden;
};

const std::vector<Rule> rules = {
    {"shared", {window, devices, {"sync/", "kiosk/"}}},
    {"sync", {window, devices, {"kiosk/"}}},
    {"kiosk", {database}},
    {"kiosk/flows", {window, devices}},
    {"kiosk/screens", {{"shared/journal/", "shared/projections/", "GLFW/", "GL/"}}},
};

/// Why this include is forbidden in this file, or "".
std::string broken_rule(const SourceFile& file, const std::string& include) {
    for (const Rule& rule : rules) {
        if (!file.in(rule.folder)) continue;
        for (const Names& names : rule.forbidden) {
            for (const std::string& name : names) {
                if (include.starts_with(name)) return rule.folder + " must not include " + name;
            }
        }
    }
    return "";
}

struct Room {
    std::string folder, name;
    Names links;  ///< everything it links, directly or through others
};

/// Written by CMake when it configures: "folder name: link link …", one room a line.
std::vector<Room> rooms() {
    std::ifstream file(FOYER_ROOM_LINKS);
    std::vector<Room> rooms;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        Room room;
        words >> room.folder >> room.name;
        for (std::string link; words >> link;) {
            room.links.push_back(link);
        }
        rooms.push_back(room);
    }
    return rooms;
}

}  // namespace

TEST_CASE("The rules know what they forbid") {
    CHECK(broken_rule({"shared/model/visit.h", ""}, "imgui.h") != "");
    CHECK(broken_rule({"sync/inbox.cpp", ""}, "kiosk/shell/loop.h") != "");
    CHECK(broken_rule({"kiosk/screens/visitor/home.cpp", ""}, "SQLiteCpp/SQLiteCpp.h") != "");
    CHECK(broken_rule({"kiosk/screens/visitor/home.cpp", ""}, "imgui.h") == "");
    CHECK(broken_rule({"kiosk/flows/check_in.cpp", ""}, "imgui.h") != "");
    CHECK(broken_rule({"shared/model/visit.h", ""}, "shared/text/locale.h") == "");
}

TEST_CASE("No room includes what it must never know") {
    for (const SourceFile& file : source_tree()) {
        if (!file.is_code()) continue;
        for (const std::string& include : includes_of(file.text)) {
            INFO(file.path, " includes ", include);
            CHECK(broken_rule(file, include) == "");
        }
    }
}

TEST_CASE("The kiosk speaks no SQL") {
    for (const SourceFile& file : source_tree()) {
        if (!file.is_code() || !file.in("kiosk")) continue;
        INFO(file.path);
        for (const char* words : {"SELECT ", "INSERT INTO ", "DELETE FROM ", "PRAGMA "}) {
            CHECK(file.text.find(words) == std::string::npos);
        }
    }
}

TEST_CASE("Time and chance come through their seams only") {
    for (const SourceFile& file : source_tree()) {
        const bool house = file.in("shared") || file.in("sync") || file.in("kiosk");
        if (!file.is_code() || !house || file.in("shared/world")) continue;
        INFO(file.path);
        const std::string code = blanked(file.text);
        for (const char* call : {"system_clock::now", "steady_clock::now", "std::random_device",
                                 "std::mt19937", "randombytes", "std::rand("}) {
            CHECK(code.find(call) == std::string::npos);
        }
    }
}

TEST_CASE("shared, sync and the flows link without ImGui, GLFW, OpenGL, camera or pictures") {
    int seen = 0;
    for (const Room& room : rooms()) {
        const bool silent = room.folder.starts_with("shared") || room.folder.starts_with("sync") ||
                            room.folder.starts_with("kiosk/flows");
        if (!silent) continue;
        ++seen;
        for (const std::string& link : room.links) {
            INFO(room.name, " links ", link);
            CHECK_FALSE(shows_things(link));
        }
    }
    CHECK(seen > 5);
}

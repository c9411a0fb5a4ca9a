#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <vector>

#include "tests/shared/pack/pack_fixture.h"

namespace foyer {
namespace {

using nlohmann::json;

const std::vector<std::string> demo_packs = {"tile", "auto"};
const std::vector<std::string> pack_files = {"pack.json",         "policy.json",  "staff.json",
                                             "registration.json", "gallery.json", "products.json"};

/// Pointers of every localized text that lacks a language.
void collect_incomplete(const json& value, const std::string& pointer,
                        std::vector<std::string>& incomplete) {
    if (value.is_object() && value.contains("zh-Hans")) {
        for (const char* tag : {"zh-Hans", "zh-Hant", "en"}) {
            if (value.value(tag, "").empty()) incomplete.push_back(pointer + "/" + tag);
        }
        return;
    }
    if (!value.is_structured()) return;
    for (const auto& [key, child] : value.items()) {
        collect_incomplete(child, pointer + "/" + key, incomplete);
    }
}

int entry_count(const Pack& pack) {
    int count = 0;
    for (const GalleryGroup& group : pack.gallery.groups) {
        count += static_cast<int>(group.entries.size());
    }
    return count;
}

int count_with(const Pack& pack, PictureRole role) {
    int count = 0;
    for (const GalleryGroup& group : pack.gallery.groups) {
        for (const GalleryEntry& entry : group.entries)
            count += entry.picture(role) ? 1 : 0;
    }
    return count;
}

TEST_CASE("Both demo packs are rich enough to demonstrate for real") {
    for (const std::string& name : demo_packs) {
        CAPTURE(name);
        const Pack& pack = loaded(name);
        CHECK(pack.id == name);
        CHECK(pack.staff_with(StaffRole::consultant).size() >= 8);
        CHECK(pack.staff_with(StaffRole::receptionist).size() >= 1);
        CHECK(pack.staff_with(StaffRole::manager).size() >= 1);
        CHECK(pack.gallery.groups.size() >= 5);
        CHECK(entry_count(pack) >= 12);
        CHECK(count_with(pack, PictureRole::before) == entry_count(pack));
        CHECK(count_with(pack, PictureRole::plan) == entry_count(pack));
        CHECK(count_with(pack, PictureRole::lived_in) >= 6);
        CHECK(pack.products.size() >= 6);
        CHECK(pack.policies.size() == 2);
        CHECK(pack.attract.size() >= 4);
        CHECK(pack.seating.size() >= 3);
        CHECK(pack.registration.purposes.size() >= 5);
        CHECK(pack.on_duty_count(pack.people.role) >= 5);
    }
    CHECK(loaded("tile").staff_with(StaffRole::designer).size() >= 4);
}

TEST_CASE("Every text of the demo packs stands in all three languages") {
    for (const std::string& name : demo_packs) {
        for (const std::string& file : pack_files) {
            std::ifstream stream(demo_pack(name) / file);
            std::vector<std::string> incomplete;
            collect_incomplete(json::parse(stream), name + "/" + file, incomplete);
            CHECK(incomplete == std::vector<std::string>());
        }
    }
}

TEST_CASE("A group has a plan wherever it has entries") {
    for (const std::string& name : demo_packs) {
        const Pack& pack = loaded(name);
        for (const GalleryGroup& group : pack.gallery.groups) {
            CAPTURE(group.id);
            CHECK_FALSE(group.plans.empty());
            for (const GalleryEntry& entry : group.entries)
                CHECK(group.find_plan(entry.plan));
        }
    }
}

TEST_CASE("A home shown as lived in for five years was finished five years before") {
    for (const std::string& name : demo_packs) {
        const Pack& pack = loaded(name);
        for (const GalleryGroup& group : pack.gallery.groups) {
            for (const GalleryEntry& entry : group.entries) {
                CAPTURE(entry.id);
                if (entry.picture(PictureRole::lived_in)) CHECK(entry.finished <= Date{2021, 6, 1});
            }
        }
    }
}

TEST_CASE("The policy in force follows the date, and a gap has none") {
    const Pack& tile = loaded("tile");
    CHECK(tile.policy_on({2025, 12, 31})->id == "2025-1.1");
    CHECK(tile.policy_on({2026, 1, 1})->id == "2026-1.3");
    CHECK(tile.policy_on({2026, 12, 31})->id == "2026-1.3");
    CHECK(tile.policy_on({2024, 12, 31}) == nullptr);
    CHECK(tile.policy_on({2027, 1, 1}) == nullptr);
    CHECK_FALSE(tile.policy_on({2026, 6, 13})->changes.empty());
}

TEST_CASE("Tiers say what is reached and what comes next") {
    const Pack& tile = loaded("tile");
    const Policy& policy = *tile.policy_on({2026, 6, 13});
    CHECK(policy.offer(OfferKind::order)->amount_fen == 50000);
    CHECK(policy.offer(OfferKind::information)->amount_fen == 0);
    CHECK(policy.offer(OfferKind::for_friend) == nullptr);
    CHECK(policy.tier_reached(0) == nullptr);
    CHECK(policy.tier_reached(4)->total_fen == 180000);
    CHECK(policy.next_tier(4)->referrals == 5);
    CHECK(policy.tier_reached(25)->total_fen == 800000);
    CHECK(policy.next_tier(10) == nullptr);
}

TEST_CASE("A campaign runs on its first and its last day and on every day of 2026 there is one") {
    const Pack& tile = loaded("tile");
    const auto june = tile.running_campaigns({2026, 6, 1});
    REQUIRE(june.size() == 1);
    CHECK(june.front()->covers("wushan-hui"));
    CHECK(june.front()->amount_fen == 30000);
    CHECK(tile.running_campaigns({2026, 6, 30}).front() == june.front());
    CHECK(tile.running_campaigns({2025, 6, 1}).empty());
    for (const std::string& name : demo_packs) {
        const Pack& pack = loaded(name);
        for (auto day = Date{2026, 1, 1}.day_number(); day <= Date{2026, 12, 31}.day_number();
             ++day) {
            CHECK_FALSE(pack.running_campaigns(Date::from_day_number(day)).empty());
        }
    }
}

TEST_CASE("The home screen leads everywhere once and counts who is here") {
    for (const std::string& name : demo_packs) {
        const Pack& pack = loaded(name);
        std::set<HomeTarget> targets;
        for (const HomeEntry& entry : pack.home.entries) {
            targets.insert(entry.target);
            CHECK((entry.place == HomePlace::tile) == entry.picture.empty());
            CHECK(pack.caption(entry, Locale::en).find('{') == std::string::npos);
        }
        CHECK(targets.size() == 5);
    }
    const Pack& tile = loaded("tile");
    CHECK(tile.caption(tile.home.entries.back(), Locale::zh_hans) == "今天 5 位在店");
}

TEST_CASE("Lookups find what the pack holds and nothing else") {
    const Pack& tile = loaded("tile");
    CHECK(tile.find_staff("zhou-wenjing")->name.en == "Wenjing Zhou");
    CHECK(tile.find_staff("nobody") == nullptr);
    const GalleryEntry* home = tile.find_entry("yunqiwan-118-a");
    REQUIRE(home);
    CHECK(home->group == "yunqiwan");
    CHECK(home->cover() == home->picture(PictureRole::after)->file);
    CHECK(tile.find_staff(home->person)->experience_in("yunqiwan") == 6);
    CHECK(tile.find_staff(home->person)->experience_in("nowhere") == 0);
    const auto misty = tile.entries_with("wushan-hui");
    CHECK(std::find(misty.begin(), misty.end(), home) != misty.end());
    for (const GalleryEntry* entry : tile.entries_by("xu-ruolin")) {
        CHECK(entry->person == "xu-ruolin");
    }
    CHECK_FALSE(tile.entries_by("xu-ruolin").empty());
}

TEST_CASE("Both demo packs together stay small enough to carry in the source") {
    std::uintmax_t bytes = 0;
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(source_folder / "assets/packs")) {
        if (file.is_regular_file()) bytes += file.file_size();
    }
    CHECK(bytes < 6u << 20);
}

}  // namespace
}  // namespace foyer

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "shared/pack/gallery.h"
#include "shared/pack/policy.h"
#include "shared/pack/registration.h"
#include "shared/pack/staff.h"
#include "shared/text/date.h"
#include "shared/text/locale.h"

namespace foyer {

/// A colour of 8 bits a channel.
struct PackColor {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const PackColor&) const = default;
};

/// The group's brand, which stands on every screen (domain §2.1).
struct Brand {
    LocalizedText name;      ///< "栖岩瓷砖"
    LocalizedText showroom;  ///< "滨江旗舰店"
    LocalizedText tagline;   ///< "门开着，请进": the large words of the attract loop
    PackColor color;
    std::filesystem::path logo;       ///< for light ground, square
    std::filesystem::path logo_dark;  ///< for dark ground
};

/// Where an entry of the home screen leads.
enum class HomeTarget { check_in, policy, gallery, rewards, people };

/// How an entry of the home screen stands there.
enum class HomePlace { main_door, door, tile };

/// One thing to touch on the home screen.
struct HomeEntry {
    HomeTarget target = HomeTarget::check_in;
    HomePlace place = HomePlace::tile;
    std::string icon;  ///< tiles
    LocalizedText title;
    LocalizedText caption;          ///< may hold "{on_duty}", see Pack::caption
    std::filesystem::path picture;  ///< doors
};

/// The home screen's words and ways.
struct Home {
    LocalizedText greeting;  ///< "您好，请进"
    LocalizedText subtitle;
    std::vector<HomeEntry> entries;
};

/// A picture of the attract loop with what it shows.
struct AttractSlide {
    std::filesystem::path picture;  ///< 1000×1270, for the door
    LocalizedText title, caption;
    std::string entry;  ///< the gallery entry it shows; may be empty
};

/// Where a party is asked to wait.
struct SeatingPlace {
    std::string id;
    std::string icon;
    LocalizedText invitation;  ///< "请到 2 号洽谈区"
    LocalizedText directions;  ///< "进门左手边，茶已备好"
};

/// The page of the people a visitor may ask for: designers (tile) or consultants (car).
struct PeoplePage {
    StaffRole role = StaffRole::designer;
    LocalizedText title;        ///< "驻店设计师"
    CountedText everyone;       ///< "全部 {count} 位"
    CountedText on_duty;        ///< "今天在店 {count} 位"
    LocalizedText ask_for_one;  ///< "约一位聊聊"
};

/// A showroom pack: everything that differs between one showroom and another (design §2.5).
///
/// Plain data, made by load_pack() and never changed afterwards, so that any thread may read one
/// while all hold it. Pictures are absolute paths inside the pack's folder, checked at load.
/// Lookups walk a few dozen elements and are fit for every frame; pointers live as long as the
/// pack.
struct Pack {
    std::filesystem::path folder;
    std::string id;         ///< "tile"
    std::string name;       ///< for whoever installs it
    std::string version;    ///< "2026.6.1"
    std::string kind;       ///< "tile" or "auto": a label, never a switch in code
    std::string time_zone;  ///< "Asia/Shanghai"
    Brand brand;
    Home home;
    std::vector<AttractSlide> attract;
    std::vector<SeatingPlace> seating;
    PeoplePage people;
    std::vector<Policy> policies;  ///< by date, not overlapping
    std::vector<Campaign> campaigns;
    std::vector<StaffMember> staff;
    Rotation rotation;
    Registration registration;
    Gallery gallery;
    std::vector<Product> products;

    const StaffMember* find_staff(const std::string& id) const;
    const Product* find_product(const std::string& id) const;
    const GalleryGroup* find_group(const std::string& id) const;
    const GalleryEntry* find_entry(const std::string& id) const;
    const SeatingPlace* find_seating(const std::string& id) const;
    const Campaign* find_campaign(const std::string& id) const;
    const Policy* find_policy(const std::string& id) const;

    /// The policy in force on a day; null in a gap between two versions.
    const Policy* policy_on(Date day) const;
    /// Campaigns running on a day, in the pack's order.
    std::vector<const Campaign*> running_campaigns(Date day) const;
    /// Everybody with a role, in the pack's order.
    std::vector<const StaffMember*> staff_with(StaffRole role) const;
    /// How many with a role are on duty today.
    int on_duty_count(StaffRole role) const;
    /// Entries that show a product, group by group.
    std::vector<const GalleryEntry*> entries_with(const std::string& product_id) const;
    /// Entries a person did, group by group.
    std::vector<const GalleryEntry*> entries_by(const std::string& staff_id) const;
    /// The caption of a home entry; "{on_duty}" becomes the number of people of the people page
    /// who are on duty.
    std::string caption(const HomeEntry& entry, Locale locale) const;
};

}  // namespace foyer

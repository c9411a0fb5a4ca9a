#include "tests/bench/large_showroom.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "kiosk/demo/demo_world.h"
#include "kiosk/shell/headless_surface.h"

namespace foyer::bench {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string phone(int number) {
    return "+86137" + std::to_string(10'000'000 + number);
}

}  // namespace

LargeShowroom::LargeShowroom(int visits, int cases, int pixel_width, int pixel_height)
    : clock_(kiosk::DemoWorld::opening()) {
    fill_store(visits);
    kiosk::ProgramOptions options;
    options.home = folder_.path();
    options.pack = enlarged_pack(cases);
    options.assets = FOYER_ASSETS;
    program_ =
        std::make_unique<kiosk::Program>(options, clock_, random_, files_, [&](kiosk::InputQueue&) {
            return std::make_unique<kiosk::HeadlessSurface>(pixel_width, pixel_height);
        });
}

Id LargeShowroom::referrer() const {
    return customer_id(phone(0));
}

void LargeShowroom::fill_store(int visits) {
    ManualClock past(kiosk::DemoWorld::opening() - 40 * one_day);
    SeededRandom random(1);
    Store store(folder_.path() / "store.db");
    // The history need not outlive a power cut while it is being made up.
    store.database().exec("PRAGMA synchronous=OFF");
    Journal journal(store, past, random, "bench");
    Desk desk(journal, test::tile_pack());
    const WallTime pause = 40 * one_day / visits;
    for (int number = 0; number < visits; ++number) {
        Arrival arrival;
        arrival.phone = phone(number);
        arrival.name = "林晓婉";
        arrival.gender = Gender::female;
        arrival.party_size = 1 + number % 4;
        arrival.purpose = desk.pack().registration.purposes.front().id;
        arrival.actor = "tan-min";
        if (number % 50 == 1) arrival.sent_by = SentBy{.referrer = referrer()};
        const Id visit = desk.register_visit(arrival).ticket.visit;
        if (number < visits - 60) desk.depart(visit, VisitOutcome::not_bought, "", "tan-min");
        past.advance(pause);
    }
}

fs::path LargeShowroom::enlarged_pack(int cases) const {
    const fs::path pack = folder_.path() / "pack";
    fs::copy(fs::path(FOYER_ASSETS) / "packs" / "tile", pack, fs::copy_options::recursive);
    json gallery = json::parse(std::ifstream(pack / "gallery.json"));
    json& groups = gallery.at("groups");
    int have = 0;
    for (const json& group : groups)
        have += int(group.at("entries").size());
    for (int number = 0; have < cases; ++number, ++have) {
        json& entries = groups[std::size_t(number) % groups.size()].at("entries");
        json copy = entries[std::size_t(number) % entries.size()];
        copy["id"] = copy.at("id").get<std::string>().substr(0, 20) + "-" + std::to_string(number);
        entries.push_back(std::move(copy));
    }
    std::ofstream(pack / "gallery.json") << gallery;
    return pack;
}

}  // namespace foyer::bench

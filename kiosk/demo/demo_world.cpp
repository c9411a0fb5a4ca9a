#include "kiosk/demo/demo_world.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "kiosk/demo/demo_history.h"
#include "kiosk/demo/process.h"
#include "shared/journal/journal.h"
#include "shared/pack/pack_loader.h"
#include "shared/security/digest.h"
#include "sync/enrolment.h"
#include "sync/service.h"

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t exchange_patience = 20 * one_second;

std::string iso_time(WallTime when) {
    const std::time_t seconds = std::time_t(when / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

fs::path temporary_folder() {
    SystemRandom random;
    const fs::path folder =
        fs::temp_directory_path() / ("foyer-demo-" + random_id(SystemClock().now(), random));
    fs::create_directories(folder / "kiosk");
    return folder;
}

Pack loaded(const fs::path& folder, const fs::path& assets) {
    PackResult result = load_pack(folder, assets / "schemas");
    if (auto* problem = std::get_if<PackProblem>(&result)) {
        throw std::runtime_error("the pack is refused: " + problem->message());
    }
    return std::get<Pack>(std::move(result));
}

/// The store of the demonstration's kiosk while its history is being written.
struct Past {
    Past(const fs::path& home, const Clock& clock, const Pack& pack)
        : store(home / "store.db"),
          journal(store, clock, random, "demo"),
          desk(journal, std::make_shared<const Pack>(pack)) {}
    SystemRandom random;
    Store store;
    Journal journal;
    Desk desk;
};

}  // namespace

WallTime DemoWorld::opening() {
    using namespace std::chrono;
    // 10:24 in Shanghai, eight hours east.
    const auto day = sys_days(year(2026) / June / 13) + hours(2) + minutes(24);
    return duration_cast<milliseconds>(day.time_since_epoch()).count();
}

DemoWorld::DemoWorld(const fs::path& pack, const fs::path& assets)
    : pack_folder_(pack),
      assets_(assets),
      folder_(temporary_folder()),
      pack_(loaded(pack, assets)),
      referrer_phone_(DemoHistory::referrer_phone()) {
    try {
        prepare();
    } catch (...) {
        fs::remove_all(folder_);
        throw;
    }
}

DemoWorld::~DemoWorld() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string DemoWorld::headquarters(WallTime now, std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(),
                     {"--root", headquarters_root().string(), "--clock", iso_time(now)});
    const ProcessResult result = run_process(program_folder() / "foyer-hq", arguments);
    if (result.exit_code != 0) {
        throw std::runtime_error("foyer-hq " + arguments.front() + ": " + result.errors);
    }
    return result.output;
}

void DemoWorld::prepare() {
    ManualClock clock(opening() - 300 * one_day);
    headquarters(clock.now(), {"init"});
    headquarters(clock.now(), {"enrol", "demo", "--out", sync::enrolment_path(home()).string()});
    headquarters(clock.now(), {"publish", pack_folder_.string()});
    live_through_history(clock);
}

void DemoWorld::live_through_history(ManualClock& clock) {
    const auto with_past = [&](auto chapter) {
        Past past(home(), clock, pack_);
        DemoHistory history(past.desk, clock, opening());
        chapter(history, past.desk);
    };
    const auto call_headquarters = [&] {
        exchange(clock);
        headquarters(clock.now(), {"run", "--once"});
        exchange(clock);
    };
    // Approves what headquarters itself lists: claims, and referrals whose order is old enough.
    const auto approve = [&](const char* list, const char* state) {
        const Calendar calendar(pack_.time_zone);
        const Policy* policy = pack_.policy_on(calendar.date(clock.now()));
        const std::string old_enough =
            iso_time(clock.now() - (policy ? policy->hold_days : 0) * one_day);
        const auto listing =
            nlohmann::json::parse(headquarters(clock.now(), {"referrals", "--json"}));
        for (const auto& item : listing.at(list)) {
            if (item.at("state") != state || item.value("ordered_at", "") > old_enough) continue;
            headquarters(clock.now(), {"approve", item.at("id").get<std::string>()});
        }
        headquarters(clock.now(), {"run", "--once"});
        exchange(clock);
    };
    with_past([](DemoHistory& history, Desk&) { history.first_friend(); });
    clock.set(opening() - 80 * one_day);
    call_headquarters();
    approve("referrals", "ordered");
    with_past([](DemoHistory& history, Desk&) { history.second_friend(); });
    with_past([](DemoHistory& history, Desk&) { history.first_claim(); });
    call_headquarters();
    approve("claims", "provisional");
    with_past([](DemoHistory& history, Desk&) { history.more_friends(); });
    with_past([](DemoHistory& history, Desk&) { history.this_morning(); });
    call_headquarters();
    approve("referrals", "ordered");
    with_past([&](DemoHistory&, Desk& desk) {
        const auto rewards = desk.rewards(customer_id(referrer_phone_));
        if (!rewards || !rewards->code) throw std::runtime_error("headquarters issued no code");
        referrer_code_ = rewards->code->qr;
    });
}

void DemoWorld::exchange(ManualClock& clock) const {
    Past past(home(), clock, pack_);
    SystemFiles files;
    SystemRandom random;
    sync::SyncService service(
        {.home = home(), .sync_folder = sync_folder(), .schema_folder = assets_ / "schemas"},
        [&](const std::function<void(Journal&)>& step) { step(past.journal); }, clock, random,
        files, {});
    // Time passes between two rounds, or the second would look like the first.
    clock.advance(one_second);
    service.start();
    const SystemClock patience;
    const std::int64_t until = patience.ticks() + exchange_patience;
    while (service.state().last_exchange < clock.now() || service.state().exchanging) {
        if (patience.ticks() > until) {
            throw std::runtime_error("the exchange with headquarters did not come about: " +
                                     service.state().detail);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    service.stop();
}

}  // namespace foyer::kiosk

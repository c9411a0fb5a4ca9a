#include "tests/simulation/beginnings.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "shared/security/digest.h"
#include "sync/enrolment.h"
#include "tests/simulation/carrier.h"

namespace foyer::simulation {
namespace {

namespace fs = std::filesystem;

constexpr WallTime first_day = 1'781'317'440'000 - 60 * one_day;
constexpr const char* seller = "tan";

std::shared_ptr<const Pack> load(const fs::path& assets) {
    PackResult result = load_pack(assets / "packs" / "tile", assets / "schemas");
    if (auto* problem = std::get_if<PackProblem>(&result)) {
        throw std::runtime_error(problem->message());
    }
    return std::make_shared<const Pack>(std::get<Pack>(std::move(result)));
}

void must(bool done, const std::string& what) {
    if (!done) throw std::runtime_error("the simulation cannot begin: " + what);
}

/// A new headquarters, as `foyer-hq init` makes it on the machine's own disk.
Disk found(const fs::path& folder) {
    ManualClock clock(first_day);
    SeededRandom random(1);
    SystemFiles files;
    const sync::HeadquartersOptions options{folder, ""};
    must(sync::Headquarters::init(options, clock, random, files).done, "no headquarters");
    Disk disk;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory()) disk.make_folder(entry.path().string());
        if (!entry.is_regular_file() || entry.path().filename() == "lock") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        disk.place(entry.path().string(), {std::istreambuf_iterator<char>(stream), {}});
    }
    return disk;
}

}  // namespace

Arrival arrival_of(const Pack& pack, std::size_t person) {
    Arrival arrival;
    std::tie(arrival.phone, arrival.name) = people()[person % people().size()];
    arrival.gender = Gender::female;
    arrival.party_size = 2;
    arrival.purpose = pack.registration.purposes.front().id;
    for (const ConsentPurpose& purpose : pack.registration.consents)
        arrival.consents.push_back({purpose.id, true});
    return arrival;
}

Showroom::Showroom(const fs::path& folder, const fs::path& assets)
    : pack_(load(assets)), founded_(found(folder / "hq")) {
    centre_ = std::make_unique<Centre>((folder / "hq").string(), vfs_, pack_);
    parties_.push_back(centre_.get());
    for (int number = 1; number <= kiosk_count; ++number) {
        const std::string name = "kiosk-" + std::to_string(number);
        kiosks_.push_back(std::make_unique<Kiosk>(name, (folder / name).string(), vfs_, pack_));
        parties_.push_back(kiosks_.back().get());
    }
    open_first_time();
    remember(Beginning::unpacked);
    exchange();
    remember(Beginning::met);
    make_history();
    remember(Beginning::busy);
}

void Showroom::open_first_time() {
    founded_.place(centre_->root() + "/machine-id", "hq");
    centre_->become({founded_, first_day}, 1);
    centre_->disk.restart();
    centre_->start();
    must(centre_->running(), centre_->trouble());
    const std::string draft = centre_->root() + "/drafts/1";
    place_pack(centre_->disk, draft, 1);
    must(centre_->hq().publish(draft).done, "no pack");
    std::uint64_t seed = 2;
    for (const auto& kiosk : kiosks_) {
        Disk disk;
        disk.place(kiosk->root() + "/machine-id", kiosk->name());
        disk.place(kiosk->root() + "/enrolment.json", centre_->hq().enrol(kiosk->name()).file);
        kiosk->become({disk, first_day}, seed++);
        Carrier(coverage_).carry_down(*centre_, *kiosk, Fault::none, 0);
        // Its store is made, which takes longer than all a schedule does.
        kiosk->start();
        must(kiosk->running(), kiosk->trouble());
    }
}

void Showroom::exchange() {
    Carrier carrier(coverage_);
    for (int time = 0; time < 4; ++time) {
        for (const auto& kiosk : kiosks_) {
            kiosk->start();
            must(kiosk->running(), kiosk->trouble());
            kiosk->busy_with(Stage::look);
            kiosk->round();
            carrier.carry_up(*kiosk, *centre_, Fault::none, 0);
        }
        centre_->round();
        for (const auto& kiosk : kiosks_)
            carrier.carry_down(*centre_, *kiosk, Fault::none, 0);
    }
}

void Showroom::make_history() {
    Desk& desk = kiosks_.front()->desk();
    const Id first = desk.register_visit(arrival_of(*pack_, 0)).ticket.visit;
    desk.depart(first, VisitOutcome::bought, "", seller);
    wait(one_day);
    Arrival sent = arrival_of(*pack_, 1);
    sent.sent_by = SentBy{.referrer = customer_id(people()[0].first)};
    const Id second = desk.register_visit(sent).ticket.visit;
    desk.depart(second, VisitOutcome::bought, "", seller);
    wait(31 * one_day);
    exchange();
    const auto referrals = centre_->hq().referrals();
    must(!referrals.empty() && centre_->hq().approve(referrals.front().referral).done, "no reward");
    exchange();
}

void Showroom::remember(Beginning beginning) {
    Images& images = beginnings_[std::size_t(beginning)];
    std::vector<Party*> running;
    for (Party* party : parties_) {
        if (party->running()) {
            party->journal().store().database().exec("PRAGMA wal_checkpoint(TRUNCATE)");
            running.push_back(party);
        }
        images.parties.push_back({party->disk, party->clock.now()});
    }
    images.oracles.begin(running);
}

void Showroom::wait(WallTime time) {
    for (Party* party : parties_)
        party->clock.advance(time);
}

Oracles Showroom::begin(Beginning beginning, std::uint64_t seed) {
    const Images& images = beginnings_[std::size_t(beginning)];
    SeededRandom random(seed);
    for (std::size_t i = 0; i < parties_.size(); ++i)
        parties_[i]->become(images.parties[i], random.next());
    vfs_.seed(seed);
    return images.oracles;
}

}  // namespace foyer::simulation

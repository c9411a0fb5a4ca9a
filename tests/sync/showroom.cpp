#include "tests/sync/showroom.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <utility>

#include "tests/sync/watched_folder.h"

namespace foyer::test {

namespace fs = std::filesystem;

fs::path assets() {
    return fs::path(FOYER_SOURCE_DIR) / "assets";
}

std::unique_ptr<Files> TestFiles::hold(const fs::path& folder) {
    if (!on_step) return Files::hold(folder);
    on_step();
    return std::make_unique<WatchedFolder>(SystemFiles::hold(folder), [this] { on_step(); });
}

TestHeadquarters::TestHeadquarters(WallTime start, std::uint64_t seed)
    : clock(start), random(seed), options{folder.path(), assets() / "schemas"} {
    const sync::Outcome outcome = sync::Headquarters::init(options, clock, random, files);
    REQUIRE(outcome.done);
    restart();
}

void TestHeadquarters::restart() {
    hq.reset();
    hq = std::make_unique<sync::Headquarters>(options, clock, random, files);
}

TestKiosk::TestKiosk(const std::string& name, std::uint64_t seed, fs::path sync_folder,
                     WallTime start)
    : records(name, seed, start) {
    options.home = records.folder.path();
    options.sync_folder = std::move(sync_folder);
    options.schema_folder = assets() / "schemas";
    restart();
}

void TestKiosk::restart() {
    sync::SyncCallbacks callbacks;
    callbacks.on_pack = [this](const fs::path& folder) { packs.push_back(folder); };
    callbacks.on_records = [this] { ++taken_in; };
    const auto on_store = [this](const std::function<void(Journal&)>& step) {
        step(records.journal);
    };
    exchange = std::make_unique<sync::KioskExchange>(
        options, on_store, records.clock, records.random, files, callbacks,
        [this](const sync::SyncState& now) { state = now; });
}

void TestKiosk::enrol(TestHeadquarters& headquarters, const std::string& name) {
    const auto enrolled = headquarters.hq->enrol(name);
    REQUIRE(enrolled.outcome.done);
    write_file(sync::enrolment_path(options.home), enrolled.file);
}

const sync::SyncState& TestKiosk::round() {
    exchange->round();
    return state;
}

std::vector<std::string> TestKiosk::files_in(const fs::path& place) {
    return files.list(options.sync_folder / place);
}

ConnectedPair::ConnectedPair() : kiosk("new", 1, hq.sync_folder()) {
    kiosk.enrol(hq, "riverside-1");
    settle();
}

void ConnectedPair::settle(int rounds) {
    for (int i = 0; i < rounds; ++i) {
        kiosk.round();
        hq.hq->run_once();
    }
    kiosk.round();
}

void ConnectedPair::visit(const std::string& phone) {
    kiosk.records.desk.register_visit(kiosk.records.visitor(phone, "王芳"));
}

bool ConnectedPair::same() {
    return kiosk.records.projections() == projections_of(hq.hq->journal().store());
}

Event event_of_a_stranger() {
    Event event;
    event.id = std::string(32, 'e');
    event.kiosk = "riverside-9";
    event.stamp = {opening_time, 0, std::string(32, 'f'), 1};
    event.actor = "visitor";
    event.kind = "customer.recorded";
    event.body = R"({"customer":"c","fields":{"name":"x"}})";
    return event;
}

Photo keep_photo(TestKiosk& kiosk, const Id& visit, const std::string& bytes) {
    const Id id = random_id(kiosk.records.clock.now(), kiosk.records.random);
    SealedPhoto sealed = seal_photo(bytes, id, kiosk.records.random);
    sealed.photo.visit = visit;
    sealed.photo.width = sealed.photo.height = 100;
    PhotoFolder(kiosk.files, kiosk.options.home / photo_folder_name).keep(sealed);
    REQUIRE(kiosk.records.desk.add_photo(sealed.photo, "tan"));
    return sealed.photo;
}

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_file(const fs::path& path, std::string_view bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace foyer::test

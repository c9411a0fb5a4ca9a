#include "tests/shared/journal/records.h"

#include <algorithm>
#include <stdexcept>

#include "shared/security/digest.h"

namespace foyer::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    SystemRandom random;
    path_ = fs::temp_directory_path() / ("foyer-test-" + random_id(SystemClock().now(), random));
    fs::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::shared_ptr<const Pack> tile_pack() {
    static const std::shared_ptr<const Pack> pack = [] {
        const fs::path assets = fs::path(FOYER_SOURCE_DIR) / "assets";
        PackResult result = load_pack(assets / "packs" / "tile", assets / "schemas");
        if (auto* problem = std::get_if<PackProblem>(&result)) {
            throw std::runtime_error(problem->message());
        }
        return std::make_shared<const Pack>(std::get<Pack>(std::move(result)));
    }();
    return pack;
}

TestRecords::TestRecords(const std::string& kiosk, std::uint64_t seed, WallTime start)
    : clock(start),
      random(seed),
      store(folder.path() / "store.db"),
      journal(store, clock, random, kiosk),
      desk(journal, tile_pack()) {}

Arrival TestRecords::visitor(const std::string& phone, const std::string& name) const {
    Arrival arrival;
    arrival.phone = phone;
    arrival.name = name;
    arrival.gender = Gender::female;
    arrival.party_size = 2;
    arrival.purpose = desk.pack().registration.purposes.front().id;
    for (const ConsentPurpose& purpose : desk.pack().registration.consents) {
        arrival.consents.push_back({purpose.id, true});
    }
    return arrival;
}

std::map<std::string, std::string> projections_of(Store& store) {
    std::map<std::string, std::string> tables;
    for (const char* table : {"customer", "customer_review", "visit", "referral", "code", "claim",
                              "claim_referral", "photo", "photo_part"}) {
        Statement borrowed(store.database(), std::string("SELECT * FROM ") + table);
        SQLite::Statement& query = borrowed;
        std::vector<std::string> rows;
        while (query.executeStep()) {
            std::string row;
            for (int column = 0; column < query.getColumnCount(); ++column) {
                const std::string name = query.getColumnName(column);
                if (name == "subject" || name == "customer_subject") continue;
                row += query.getColumn(column).getString() + "|";
            }
            rows.push_back(row + "\n");
        }
        std::sort(rows.begin(), rows.end());
        std::string& text = tables[table];
        for (const std::string& row : rows)
            text += row;
    }
    return tables;
}

std::vector<Event> TestRecords::all_events() {
    std::int64_t position = 0;
    return journal.after(position, 1'000'000);
}

void TestRecords::take_in(const std::vector<Event>& events) {
    SQLite::Transaction transaction(store.database());
    journal.take_in(events);
    transaction.commit();
}

}  // namespace foyer::test

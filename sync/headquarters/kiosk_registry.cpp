#include "sync/headquarters/kiosk_registry.h"

#include "shared/security/digest.h"

namespace foyer::sync {
namespace {

EnrolledKiosk kiosk_in(SQLite::Statement& query) {
    EnrolledKiosk kiosk;
    kiosk.name = query.getColumn("name").getString();
    kiosk.ticket_letter = query.getColumn("ticket_letter").getString();
    kiosk.secret = from_hex(query.getColumn("secret").getString());
    kiosk.instance = query.getColumn("instance").getString();
    kiosk.signing = from_hex(query.getColumn("signing_key").getString()).value_or(KeySeed{});
    kiosk.sealing = from_hex(query.getColumn("sealing_key").getString()).value_or(KeySeed{});
    kiosk.told = query.getColumn("told").getInt64();
    return kiosk;
}

}  // namespace

std::vector<EnrolledKiosk> KioskRegistry::all() {
    SQLite::Statement query(database_, "SELECT * FROM sync_kiosk ORDER BY name");
    std::vector<EnrolledKiosk> kiosks;
    while (query.executeStep())
        kiosks.push_back(kiosk_in(query));
    return kiosks;
}

std::optional<EnrolledKiosk> KioskRegistry::find(const std::string& name) {
    SQLite::Statement query(database_, "SELECT * FROM sync_kiosk WHERE name = ?");
    query.bind(1, name);
    if (!query.executeStep()) return std::nullopt;
    return kiosk_in(query);
}

void KioskRegistry::enrol(const std::string& name, const EnrolmentSecret& secret, WallTime now) {
    const std::string letter = find(name) ? find(name)->ticket_letter : free_letter();
    SQLite::Statement upsert(database_,
                             "INSERT INTO sync_kiosk VALUES (?, ?, ?, ?, '', '', '', 0) "
                             "ON CONFLICT (name) DO UPDATE SET secret = excluded.secret, "
                             "enrolled_at = excluded.enrolled_at");
    SQLite::bind(upsert, name, letter, now, to_hex(secret));
    upsert.exec();
}

void KioskRegistry::introduce(const EnrolledKiosk& kiosk) {
    SQLite::Statement update(database_,
                             "UPDATE sync_kiosk SET secret = '', instance = ?, signing_key = ?, "
                             "sealing_key = ?, told = 0 WHERE name = ?");
    SQLite::bind(update, kiosk.instance, to_hex(kiosk.signing), to_hex(kiosk.sealing), kiosk.name);
    update.exec();
}

void KioskRegistry::set_told(const std::string& name, std::int64_t position) {
    SQLite::Statement update(database_, "UPDATE sync_kiosk SET told = ? WHERE name = ?");
    SQLite::bind(update, position, name);
    update.exec();
}

std::string KioskRegistry::free_letter() {
    const int count = database_.execAndGet("SELECT count(*) FROM sync_kiosk").getInt();
    // A to Z, then AA, AB …: queue numbers of two kiosks in one showroom never look alike.
    std::string letter(1, char('A' + count % 26));
    if (count >= 26) letter.insert(0, 1, char('A' + count / 26 - 1));
    return letter;
}

}  // namespace foyer::sync

#include "sync/headquarters/kiosk_registry.h"

#include "shared/security/digest.h"

namespace foyer::sync {
namespace {

EnrolledKiosk kiosk_in(Statement& query) {
    EnrolledKiosk kiosk;
    kiosk.name = query.getColumn("name").getString();
    kiosk.ticket_letter = query.getColumn("ticket_letter").getString();
    kiosk.secret = from_hex(query.getColumn("secret").getString());
    kiosk.instance = query.getColumn("instance").getString();
    kiosk.signing = from_hex(query.getColumn("signing_key").getString()).value_or(KeySeed{});
    kiosk.sealing = from_hex(query.getColumn("sealing_key").getString()).value_or(KeySeed{});
    kiosk.told = query.getColumn("told").getInt64();
    kiosk.stream = query.getColumn("stream").getString();
    kiosk.have = common_in(query.getColumn("have").getString());
    kiosk.holding = query.getColumn("holding").getInt() != 0;
    kiosk.snapshot_due = query.getColumn("snapshot_due").getInt() != 0;
    kiosk.revoked_at = query.getColumn("revoked_at").getInt64();
    kiosk.reads_from = query.getColumn("reads_from").getInt();
    kiosk.reads_to = query.getColumn("reads_to").getInt();
    kiosk.companion = query.getColumn("companion").getString();
    return kiosk;
}

}  // namespace

std::vector<EnrolledKiosk> KioskRegistry::all() {
    Statement query(database_, "SELECT * FROM sync_kiosk ORDER BY name");
    std::vector<EnrolledKiosk> kiosks;
    while (query.executeStep())
        kiosks.push_back(kiosk_in(query));
    return kiosks;
}

std::optional<EnrolledKiosk> KioskRegistry::find(const std::string& name) {
    Statement query(database_, "SELECT * FROM sync_kiosk WHERE name = ?");
    query.bind_all(name);
    if (!query.executeStep()) return std::nullopt;
    return kiosk_in(query);
}

void KioskRegistry::enrol(const std::string& name, const EnrolmentSecret& secret, WallTime now) {
    const auto known = find(name);
    const std::string letter = known ? known->ticket_letter : free_letter();
    Statement upsert(database_,
                     "INSERT INTO sync_kiosk (name, ticket_letter, enrolled_at, secret, instance, "
                     "signing_key, sealing_key, told) VALUES (?, ?, ?, ?, '', '', '', 0) "
                     "ON CONFLICT (name) DO UPDATE SET secret = excluded.secret, "
                     "enrolled_at = excluded.enrolled_at");
    upsert.bind_all(name, letter, now, to_hex(secret));
    upsert.exec();
}

void KioskRegistry::introduce(const EnrolledKiosk& kiosk, const std::vector<Id>& former,
                              WallTime now) {
    Statement update(database_,
                     "UPDATE sync_kiosk SET secret = '', instance = ?, signing_key = ?, "
                     "sealing_key = ?, told = 0, stream = ?, have = ?, holding = 0, snapshot_due = "
                     "0, revoked_at = 0, companion = '' WHERE name = ?");
    update.bind_all(kiosk.instance, to_hex(kiosk.signing), to_hex(kiosk.sealing), kiosk.stream,
                    to_text(kiosk.have), kiosk.name);
    update.exec();
    Statement known(database_,
                    "INSERT INTO sync_instance VALUES (?, ?, ?, ?) ON CONFLICT (instance, kiosk) "
                    "DO UPDATE SET signing_key = excluded.signing_key");
    known.bind_all(kiosk.instance, kiosk.name, now, to_hex(kiosk.signing));
    known.exec();
    for (const Id& instance : former) {
        Statement earlier(database_, "INSERT OR IGNORE INTO sync_instance VALUES (?, ?, ?, '')");
        earlier.bind_all(instance, kiosk.name, now);
        earlier.exec();
    }
}

std::vector<KnownInstance> KioskRegistry::instances(const std::string& name) {
    Statement query(database_,
                    "SELECT instance, signing_key FROM sync_instance WHERE kiosk = ? "
                    "ORDER BY since, instance");
    query.bind_all(name);
    std::vector<KnownInstance> instances;
    while (query.executeStep()) {
        instances.push_back(
            {query.getColumn(0).getString(), from_hex(query.getColumn(1).getString())});
    }
    return instances;
}

std::string KioskRegistry::owner(const Id& instance) {
    Statement query(database_,
                    "SELECT kiosk FROM sync_instance WHERE instance = ? AND signing_key <> '' "
                    "ORDER BY since LIMIT 1");
    query.bind_all(instance);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

void KioskRegistry::note_giver(const Id& event, const Id& giver) {
    Statement insert(database_, "INSERT OR IGNORE INTO sync_stray VALUES (?, ?)");
    insert.bind_all(event, giver);
    insert.exec();
}

Id KioskRegistry::giver(const Id& event) {
    Statement query(database_, "SELECT giver FROM sync_stray WHERE event = ?");
    query.bind_all(event);
    return query.executeStep() ? query.getColumn(0).getString() : Id();
}

void KioskRegistry::set_told(const std::string& name, std::int64_t position) {
    Statement update(database_, "UPDATE sync_kiosk SET told = ? WHERE name = ?");
    update.bind_all(position, name);
    update.exec();
}

void KioskRegistry::restart_stream(const std::string& name, const Id& stream) {
    Statement update(database_,
                     "UPDATE sync_kiosk SET stream = ?, told = 0, have = '{}', holding = 1, "
                     "snapshot_due = 0, companion = '' WHERE name = ?");
    update.bind_all(stream, name);
    update.exec();
}

void KioskRegistry::set_have(const std::string& name, const Common& have) {
    Statement update(database_,
                     "UPDATE sync_kiosk SET have = ?, holding = 0, told = 0 WHERE name = ?");
    update.bind_all(to_text(have), name);
    update.exec();
}

void KioskRegistry::set_snapshot_due(const std::string& name, bool due) {
    Statement update(database_, "UPDATE sync_kiosk SET snapshot_due = ? WHERE name = ?");
    update.bind_all(int(due), name);
    update.exec();
}

void KioskRegistry::set_reads(const std::string& name, int from, int to) {
    Statement update(database_,
                     "UPDATE sync_kiosk SET reads_from = ?1, reads_to = ?2 WHERE name = ?3 AND "
                     "(reads_from <> ?1 OR reads_to <> ?2)");
    update.bind_all(from, to, name);
    update.exec();
}

void KioskRegistry::set_companion(const std::string& name, const std::string& hash) {
    Statement update(database_, "UPDATE sync_kiosk SET companion = ? WHERE name = ?");
    update.bind_all(hash, name);
    update.exec();
}

std::vector<Id> KioskRegistry::revoke(const std::string& name, WallTime now) {
    std::vector<Id> revoked;
    for (const KnownInstance& known : instances(name)) {
        if (!known.signing) continue;
        follow_revocation(name, known.instance, now);
        revoked.push_back(known.instance);
    }
    Statement update(database_, "UPDATE sync_kiosk SET revoked_at = ?, secret = '' WHERE name = ?");
    update.bind_all(now, name);
    update.exec();
    return revoked;
}

bool KioskRegistry::follow_revocation(const std::string& name, const Id& instance,
                                      WallTime revoked_at) {
    Statement insert(database_, "INSERT OR IGNORE INTO sync_revoked VALUES (?)");
    insert.bind_all(instance);
    insert.exec();
    Statement keys(database_,
                   "UPDATE sync_instance SET signing_key = '' WHERE kiosk = ? AND instance = ?");
    keys.bind_all(name, instance);
    keys.exec();
    Statement update(database_,
                     "UPDATE sync_kiosk SET revoked_at = ? WHERE name = ? AND instance = ? AND "
                     "revoked_at = 0");
    update.bind_all(revoked_at, name, instance);
    return update.exec() > 0;
}

bool KioskRegistry::was_revoked(const Id& instance) {
    Statement query(database_, "SELECT 1 FROM sync_revoked WHERE instance = ?");
    query.bind_all(instance);
    return query.executeStep();
}

std::string KioskRegistry::free_letter() {
    const int count = database_.execAndGet("SELECT count(*) FROM sync_kiosk").getInt();
    // A to Z, then AA, AB …: queue numbers of two kiosks in one showroom never look alike.
    std::string letter(1, char('A' + count % 26));
    if (count >= 26) letter.insert(0, 1, char('A' + count / 26 - 1));
    return letter;
}

}  // namespace foyer::sync

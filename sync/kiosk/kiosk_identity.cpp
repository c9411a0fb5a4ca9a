#include "sync/kiosk/kiosk_identity.h"

#include "shared/security/digest.h"
#include "sync/folder/sent_files.h"

namespace foyer::sync {
namespace {

// Names of settings in the store.
constexpr const char* kiosk_setting = "sync.kiosk";
constexpr const char* folder_setting = "sync.folder";
constexpr const char* signing_setting = "sync.signing_seed";
constexpr const char* sealing_setting = "sync.sealing_seed";
constexpr const char* ticket_letter_setting = "ticket.letter";

FrozenFile hello(const KioskIdentity& identity, const Enrolment& enrolment, WallTime now) {
    Header header = header_to_headquarters(identity, now);
    header.kind = FileKind::hello;
    header.seq = 1;
    const std::string proof =
        enrolment_proof(enrolment.secret, identity.kiosk, identity.instance,
                        identity.signing.public_key, identity.sealing.public_key);
    FrozenFile file;
    file.recipient = headquarters_name;
    file.instance = identity.instance;
    file.seq = header.seq;
    file.bytes = compose_plain(header,
                               {{"signing", to_hex(identity.signing.public_key)},
                                {"sealing", to_hex(identity.sealing.public_key)},
                                {"proof", proof}},
                               identity.signing);
    file.hash = digest_hex(file.bytes);
    file.name = name_of(header, file.hash).text();
    return file;
}

}  // namespace

Header header_to_headquarters(const KioskIdentity& identity, WallTime now) {
    Header header;
    header.kind = FileKind::events;
    header.from = identity.kiosk;
    header.to = headquarters_name;
    header.folder = identity.folder;
    header.instance = identity.instance;
    header.clock = now;
    return header;
}

std::optional<KioskIdentity> identity_of(Journal& journal) {
    Store& store = journal.store();
    const auto kiosk = store.setting(kiosk_setting);
    if (!kiosk) return std::nullopt;
    const auto signing = from_hex(store.setting(signing_setting).value_or(""));
    const auto sealing = from_hex(store.setting(sealing_setting).value_or(""));
    if (!signing || !sealing) {
        throw StoreError(StoreError::Reason::damaged, "the kiosk's keys are not in its store");
    }
    return KioskIdentity{*kiosk, journal.author().instance,
                         store.setting(folder_setting).value_or(""), signing_key(*signing),
                         sealing_key(*sealing)};
}

KioskIdentity enrol(Journal& journal, const Enrolment& enrolment, const KeySeed& signing_seed,
                    const KeySeed& sealing_seed) {
    Store& store = journal.store();
    const KioskIdentity identity{enrolment.kiosk, journal.author().instance, enrolment.folder,
                                 signing_key(signing_seed), sealing_key(sealing_seed)};
    SQLite::Transaction transaction(store.database(), SQLite::TransactionBehavior::IMMEDIATE);
    store.set_setting(kiosk_setting, enrolment.kiosk);
    store.set_setting(folder_setting, enrolment.folder);
    store.set_setting(signing_setting, to_hex(signing_seed));
    store.set_setting(sealing_setting, to_hex(sealing_seed));
    store.set_setting(ticket_letter_setting, enrolment.ticket_letter);
    const WallTime now = journal.clock().now();
    SentFiles(store).freeze(hello(identity, enrolment, now), now);
    journal.rename(enrolment.kiosk);
    transaction.commit();
    return identity;
}

}  // namespace foyer::sync

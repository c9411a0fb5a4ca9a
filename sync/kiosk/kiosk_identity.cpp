#include "sync/kiosk/kiosk_identity.h"

#include "shared/security/digest.h"
#include "sync/folder/conflicts.h"
#include "sync/folder/have.h"
#include "sync/folder/received_streams.h"
#include "sync/folder/sent_files.h"

namespace foyer::sync {
namespace {

// Names of settings in the store.
constexpr const char* kiosk_setting = "sync.kiosk";
constexpr const char* folder_setting = "sync.folder";
constexpr const char* signing_setting = "sync.signing_seed";
constexpr const char* sealing_setting = "sync.sealing_seed";
constexpr const char* ticket_letter_setting = "ticket.letter";
constexpr const char* enrolled_with_setting = "sync.enrolled_with";
constexpr const char* former_setting = "sync.former";
constexpr const char* stream_setting = "sync.stream";
constexpr const char* epoch_setting = "sync.epoch";
constexpr const char* reads_from_setting = "sync.hq_reads_from";
constexpr const char* reads_to_setting = "sync.hq_reads_to";
constexpr const char* anchored_setting = "sync.anchored";
constexpr const char* speak_setting = "sync.speak";
constexpr const char* not_yet = "0";
constexpr const char* written = "1";

std::string hash_of_secret(const Enrolment& enrolment) {
    return digest_hex(to_hex(enrolment.secret));
}

FrozenFile hello(Journal& journal, const KioskIdentity& identity, const Enrolment& enrolment,
                 WallTime now) {
    Header header = header_to_headquarters(identity, now);
    header.kind = FileKind::hello;
    header.seq = 1;
    const std::string proof =
        enrolment_proof(enrolment.secret, identity.kiosk, identity.instance,
                        identity.signing.public_key, identity.sealing.public_key);
    nlohmann::json body = {{"signing", to_hex(identity.signing.public_key)},
                           {"sealing", to_hex(identity.sealing.public_key)},
                           {"proof", proof}};
    const auto former = former_instances(journal.store());
    const Have have = have_of(journal.store());
    if (!former.empty()) body["former"] = former;
    if (!have.empty()) body["have"] = to_json(have);
    FrozenFile file;
    file.recipient = headquarters_name;
    file.instance = identity.instance;
    file.seq = header.seq;
    file.bytes = compose_plain(header, body, identity.signing);
    file.hash = digest_hex(file.bytes);
    file.name = name_of(header, file.hash).text();
    return file;
}

/// Nothing was ever published under an instance that begins with its enrolment: two copies of one
/// disk that are enrolled after they were made are two instances.
void leave_instance(Journal& journal) {
    Store& store = journal.store();
    const Id before = journal.author().instance;
    std::vector<Id> former = former_instances(store);
    Statement query(store.database(),
                    "SELECT 1 FROM event WHERE instance = "
                    "(SELECT number FROM instance WHERE id = ?) LIMIT 1");
    query.bind_all(before);
    if (query.executeStep()) former.push_back(before);
    query.reset();
    journal.renew_instance([&] {
        store.set_setting(former_setting, nlohmann::json(former).dump());
        store.set_setting(anchored_setting, not_yet);
    });
}

/// Own events of which no acknowledged file is known: they go out once more.
void queue_unacknowledged(Store& store, const Id& instance) {
    const std::int64_t applied = SentFiles(store).applied_position(headquarters_name, instance);
    Statement queue(store.database(),
                    "INSERT OR IGNORE INTO outbox SELECT position FROM event WHERE instance = "
                    "(SELECT number FROM instance WHERE id = ?) AND position > ?");
    queue.bind_all(instance, applied);
    queue.exec();
}

}  // namespace

Header header_to_headquarters(const KioskIdentity& identity, WallTime now, const Release& release) {
    Header header;
    header.reads_from = release.oldest;
    header.reads_to = release.newest;
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
    const std::string kiosk = store.setting(kiosk_setting).value_or("");
    if (kiosk.empty()) return std::nullopt;
    const auto signing = from_hex(store.setting(signing_setting).value_or(""));
    const auto sealing = from_hex(store.setting(sealing_setting).value_or(""));
    if (!signing || !sealing) {
        throw StoreError(StoreError::Reason::damaged, "the kiosk's keys are not in its store");
    }
    return KioskIdentity{kiosk, journal.author().instance, folder_of(store), signing_key(*signing),
                         sealing_key(*sealing)};
}

KioskIdentity enrol(Journal& journal, const Enrolment& enrolment, const KeySeed& signing_seed,
                    const KeySeed& sealing_seed) {
    Store& store = journal.store();
    leave_instance(journal);
    const KioskIdentity identity{enrolment.kiosk, journal.author().instance, enrolment.folder,
                                 signing_key(signing_seed), sealing_key(sealing_seed)};
    Transaction transaction(store.database());
    store.set_setting(kiosk_setting, enrolment.kiosk);
    store.set_setting(folder_setting, enrolment.folder);
    store.set_setting(signing_setting, to_hex(signing_seed));
    store.set_setting(sealing_setting, to_hex(sealing_seed));
    store.set_setting(enrolled_with_setting, hash_of_secret(enrolment));
    store.set_setting(ticket_letter_setting, enrolment.ticket_letter);
    follow(store, {"", enrolment.epoch});
    const WallTime now = journal.clock().now();
    SentFiles(store).freeze(hello(journal, identity, enrolment, now), now);
    journal.rename(enrolment.kiosk);
    transaction.commit();
    return identity;
}

bool was_enrolled_with(Store& store, const Enrolment& enrolment) {
    const auto known = store.setting(enrolled_with_setting);
    // The release before did not remember the file: a store that is enrolled was so with this one.
    if (!known) return !store.setting(kiosk_setting).value_or("").empty();
    return *known == hash_of_secret(enrolment);
}

Id folder_of(Store& store) {
    return store.setting(folder_setting).value_or("");
}

std::vector<Id> former_instances(Store& store) {
    return nlohmann::json::parse(store.setting(former_setting).value_or("[]"))
        .get<std::vector<Id>>();
}

void renew(Journal& journal, const std::string& reason) {
    Store& store = journal.store();
    Conflict conflict;
    conflict.noticed_at = journal.clock().now();
    conflict.kind = ConflictKind::new_instance;
    conflict.kiosk = journal.author().kiosk;
    conflict.instance = journal.author().instance;
    conflict.detail = reason;
    std::vector<Id> former = former_instances(store);
    former.push_back(conflict.instance);
    journal.renew_instance([&] {
        Conflicts(store).note(conflict);
        store.set_setting(former_setting, nlohmann::json(former).dump());
        queue_unacknowledged(store, conflict.instance);
        SentFiles(store).retire(headquarters_name);
        for (const char* secret : {kiosk_setting, signing_setting, sealing_setting})
            store.set_setting(secret, "");
        store.set_setting(anchored_setting, not_yet);
        follow(store, {});
    });
}

bool has_anchor(Store& store) {
    return store.setting(anchored_setting) == written;
}

void set_anchored(Store& store) {
    store.set_setting(anchored_setting, written);
}

Following following(Store& store) {
    Following stream;
    stream.epoch = std::stoull(store.setting(epoch_setting).value_or("1"));
    stream.reads_from = std::stoi(store.setting(reads_from_setting).value_or("1"));
    stream.reads_to = std::stoi(store.setting(reads_to_setting).value_or("1"));
    if (const auto known = store.setting(stream_setting)) {
        stream.stream = *known;
        return stream;
    }
    // A store of the release before: headquarters had one stream.
    const auto marks = ReceivedStreams(store).of(headquarters_name);
    if (!marks.empty()) stream.stream = marks.back().instance;
    return stream;
}

void follow(Store& store, const Following& stream) {
    store.set_setting(stream_setting, stream.stream);
    store.set_setting(epoch_setting, std::to_string(stream.epoch));
    store.set_setting(reads_from_setting, std::to_string(stream.reads_from));
    store.set_setting(reads_to_setting, std::to_string(stream.reads_to));
}

void speak_up(Store& store) {
    store.set_setting(speak_setting, written);
}

bool has_to_speak(Store& store) {
    return store.setting(speak_setting) == written;
}

void has_spoken(Store& store) {
    store.set_setting(speak_setting, not_yet);
}

}  // namespace foyer::sync

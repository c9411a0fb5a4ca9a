#include "tests/sync/golden.h"

#include "shared/security/digest.h"
#include "sync/folder/sync_folder.h"
#include "sync/format/key_file.h"
#include "sync/format/pack_parts.h"
#include "sync/format/refusal.h"
#include "sync/format/sealed.h"

namespace foyer::test {
namespace {

using namespace foyer::sync;

KeySeed seed_of(std::uint8_t number) {
    KeySeed seed{};
    seed.fill(number);
    return seed;
}

Event golden_event(const GoldenWorld& world, std::uint64_t sequence, const std::string& kind,
                   const std::string& body) {
    Event event;
    event.id = "0197a00000007000800000000000e00" + std::to_string(sequence);
    event.kiosk = "riverside-1";
    event.stamp = {world.clock, std::uint32_t(sequence), world.kiosk_instance, sequence};
    event.actor = "visitor";
    event.kind = kind;
    event.body = body;
    return event;
}

}  // namespace

GoldenWorld::GoldenWorld()
    : root(signing_key(seed_of(1))),
      answers(signing_key(seed_of(2))),
      packs(signing_key(seed_of(3))),
      kiosk(signing_key(seed_of(4))),
      headquarters_sealing(sealing_key(seed_of(5))),
      kiosk_sealing(sealing_key(seed_of(6))),
      secret(seed_of(7)) {
    events = {
        golden_event(*this, 1, "customer.recorded",
                     R"({"customer":"c1","fields":{"name":"王芳","phone":"+8613700001111"}})"),
        golden_event(*this, 2, "visit.registered",
                     R"({"visit":"v1","ticket":"A01","day":20617,"of_a_later_release":[1]})")};
}

Header GoldenWorld::header_up(FileKind kind, std::uint64_t seq, const std::string& previous) const {
    Header header;
    header.kind = kind;
    header.from = "riverside-1";
    header.to = headquarters_name;
    header.folder = folder;
    header.instance = kiosk_instance;
    header.seq = seq;
    header.previous = previous;
    header.clock = clock;
    return header;
}

Header GoldenWorld::header_down(FileKind kind, const std::string& to) const {
    Header header;
    header.kind = kind;
    header.from = headquarters_name;
    header.to = to;
    header.folder = folder;
    header.instance = headquarters_instance;
    header.seq = 1;
    header.clock = clock;
    return header;
}

namespace {

Have golden_have(const GoldenWorld& world) {
    return {{world.kiosk_instance, {2, "00112233445566aa"}}};
}

/// The kinds and fields that came with acknowledgement levels, snapshots, epochs and key files.
void add_later_kinds(const GoldenWorld& world, std::map<std::string, std::string>& files,
                     Random& random) {
    files["keys.json"] = compose_key_file({1, world.answers.public_key, world.packs.public_key,
                                           world.headquarters_sealing.public_key},
                                          world.folder, world.clock, world.root);
    files["refusal.json"] = compose_refusal(
        {"riverside-1", world.kiosk_instance, digest_hex(files["hello.json"]), world.clock, 2},
        world.folder, world.answers);
    files["hello-again.json"] = compose_plain(
        world.header_up(FileKind::hello, 1, ""),
        {{"signing", to_hex(world.kiosk.public_key)},
         {"sealing", to_hex(world.kiosk_sealing.public_key)},
         {"proof", enrolment_proof(world.secret, "riverside-1", world.kiosk_instance,
                                   world.kiosk.public_key, world.kiosk_sealing.public_key)},
         {"former", {world.headquarters_instance}},
         {"have", to_json(golden_have(world))}},
        world.kiosk);
    SealedContent content;
    content.events = world.events;
    content.endorsement = endorse(world.folder, world.events, world.answers);
    Header part = world.header_down(FileKind::part, "riverside-1");
    part.reader = world.kiosk_instance;
    part.epoch = 2;
    files["part.json"] =
        compose_sealed(part, content, world.kiosk_sealing.public_key, world.answers, random);
    Header snapshot = part;
    snapshot.kind = FileKind::snapshot;
    snapshot.blobs = {{digest_hex(files["part.json"]), files["part.json"].size()}};
    snapshot.wants = {{3, 5}};
    snapshot.wants_of = world.kiosk_instance;
    snapshot.acknowledgements = {{world.kiosk_instance, 2, digest_hex(files["events.json"]),
                                  AcknowledgementLevel::rejected, "not_permitted", 1},
                                 {world.kiosk_instance, 2, digest_hex(files["events.json"]),
                                  AcknowledgementLevel::archived, ""}};
    SealedContent manifest;
    manifest.have = golden_have(world);
    manifest.companion = PackCompanion{1, R"({"tan":"$argon2id$"})"};
    files["snapshot.json"] =
        compose_sealed(snapshot, manifest, world.kiosk_sealing.public_key, world.answers, random);
    SealedContent given_back;
    given_back.returned = {{*content.endorsement, {world.events[1]}}};
    files["part-back.json"] =
        compose_sealed(world.header_up(FileKind::part, 1, ""), given_back,
                       world.headquarters_sealing.public_key, world.kiosk, random);
}

/// What came with photos.
void add_photos(const GoldenWorld& world, std::map<std::string, std::string>& files) {
    SeededRandom random(20260614);
    Header answer = world.header_down(FileKind::answer, "riverside-1");
    answer.seq = 3;
    answer.previous = digest_hex(files["answer.json"]);
    SealedContent content;
    content.photos = golden_photo_words();
    files["answer-photos.json"] =
        compose_sealed(answer, content, world.kiosk_sealing.public_key, world.answers, random);
}

}  // namespace

PhotoWords golden_photo_words() {
    return {{std::string(64, 'a'), digest_hex("a part")}, {digest_hex("another part")}};
}

std::string compose_later_events(const GoldenWorld& world) {
    SeededRandom random(20260614);
    const std::string hello = compose_golden(world).at("hello.json");
    Header later = world.header_up(FileKind::events, 2, digest_hex(hello));
    later.schema = 2;
    later.reads_to = 2;
    return compose_events(later, world.events, world.headquarters_sealing.public_key, world.kiosk,
                          random);
}

std::map<std::string, std::string> compose_golden(const GoldenWorld& world) {
    SeededRandom random(20260613);
    std::map<std::string, std::string> files;
    files["root.json"] = compose_root(world.folder, world.clock, world.root);
    Enrolment enrolment;
    enrolment.kiosk = "riverside-1";
    enrolment.ticket_letter = "A";
    enrolment.folder = world.folder;
    enrolment.root = world.root.public_key;
    enrolment.answers = world.answers.public_key;
    enrolment.packs = world.packs.public_key;
    enrolment.sealing = world.headquarters_sealing.public_key;
    enrolment.codes.public_key = world.root.public_key;
    enrolment.codes.mac_key = seed_of(8);
    enrolment.secret = world.secret;
    enrolment.made_at = world.clock;
    files["enrolment.json"] = compose_enrolment(enrolment, world.root);
    files["hello.json"] = compose_plain(
        world.header_up(FileKind::hello, 1, ""),
        {{"signing", to_hex(world.kiosk.public_key)},
         {"sealing", to_hex(world.kiosk_sealing.public_key)},
         {"proof", enrolment_proof(world.secret, "riverside-1", world.kiosk_instance,
                                   world.kiosk.public_key, world.kiosk_sealing.public_key)}},
        world.kiosk);
    files["events.json"] =
        compose_events(world.header_up(FileKind::events, 2, digest_hex(files["hello.json"])),
                       world.events, world.headquarters_sealing.public_key, world.kiosk, random);
    Header answer = world.header_down(FileKind::answer, "riverside-1");
    answer.acknowledgements.push_back({world.kiosk_instance, 2, digest_hex(files["events.json"]),
                                       AcknowledgementLevel::applied, ""});
    files["answer.json"] =
        compose_events(answer, {}, world.kiosk_sealing.public_key, world.answers, random);
    PackPart part;
    part.pack = "tile";
    part.version = "2026.6.1";
    part.edition = 1;
    part.files = {{"pack.json", 2, digest_hex("{}"), "{}"},
                  {"brand/logo.svg", 5, digest_hex("<svg>"), std::nullopt}};
    files["pack.json"] =
        compose_part(world.header_down(FileKind::pack, everybody), part, world.packs);
    add_later_kinds(world, files, random);
    add_photos(world, files);
    return files;
}

}  // namespace foyer::test

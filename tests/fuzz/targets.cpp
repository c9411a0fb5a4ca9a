#include "tests/fuzz/targets.h"

#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "shared/codes/referral_code.h"
#include "shared/security/digest.h"
#include "sync/folder/sync_folder.h"
#include "sync/format/event_json.h"
#include "sync/format/header.h"
#include "sync/format/key_file.h"
#include "sync/format/pack_companion.h"
#include "sync/format/pack_parts.h"
#include "sync/format/refusal.h"
#include "sync/format/sealed.h"
#include "sync/format/strict_json.h"
#include "sync/inspect/file_report.h"
#include "tests/sync/golden.h"

namespace foyer::fuzz {
namespace {

using namespace foyer::sync;
using foyer::test::GoldenWorld;

// What a sealed text says in the place of its header's hash, which nobody can guess.
constexpr std::string_view hash_place = "@HEADER@";
constexpr std::int64_t some_day = 20'620;

void must(bool true_of_it, const char* what) {
    if (true_of_it) return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

const GoldenWorld& world() {
    static const GoldenWorld world;
    return world;
}

const std::set<std::string>& genuine() {
    static const std::set<std::string> hashes = [] {
        std::set<std::string> found;
        for (const auto& [name, bytes] : test::compose_golden(world()))
            found.insert(digest_hex(bytes));
        return found;
    }();
    return hashes;
}

Signers golden_signers() {
    return [](const std::string& id) -> std::optional<SigningPublicKey> {
        const GoldenWorld& all = world();
        for (const SigningKey* key : {&all.root, &all.answers, &all.packs, &all.kiosk})
            if (key_id(key->public_key) == id) return key->public_key;
        return std::nullopt;
    };
}

/// A disk with one file, whatever it is called.
class OneFile : public Files {
  public:
    explicit OneFile(std::string_view bytes) : bytes_(bytes) {}
    std::optional<std::string> read(const std::filesystem::path&, std::uint64_t limit) override {
        if (bytes_.size() > limit) throw FileError("too large", EFBIG);
        return bytes_;
    }
    void write_atomically(const std::filesystem::path&, std::string_view) override {}
    void remove(const std::filesystem::path&) override {}
    std::vector<std::string> list(const std::filesystem::path&) override { return {}; }
    std::vector<std::string> list_folders(const std::filesystem::path&) override { return {}; }
    bool exists(const std::filesystem::path&) override { return true; }
    void make_folders(const std::filesystem::path&) override {}
    std::uint64_t free_space(const std::filesystem::path&) override { return 0; }

  private:
    std::string bytes_;
};

/// Nobody without a key can make a file that is opened; the inspector shows any.
void envelope(std::string_view bytes) {
    const OpenedFile file = open_file(bytes, golden_signers());
    if (file.fault == EnvelopeFault::none) {
        must(digest_hex(bytes) == file.hash, "the hash of an opened file is that of its bytes");
    }
    Keyring keys;
    keys.signers = {{world().kiosk.public_key, "kiosk riverside-1"}};
    look_at(bytes, "events-riverside-1-000000a1-0000000002-0123456789abcdef.json", keys);
    if (file.fault != EnvelopeFault::none) return;
    // Sealed golden files are sealed anew in each process: known by what they hold instead.
    const bool sealed = !file.body_line.empty() && file.body_line.front() == '"';
    must(sealed || genuine().contains(file.hash), "only golden files are opened");
}

void header(std::string_view bytes) {
    const HeaderResult read = read_header(bytes);
    if (read.fault != EnvelopeFault::none) return;
    const HeaderResult again = read_header(header_line(read.header));
    must(again.fault == EnvelopeFault::none, "a header that was read can be written");
    must(again.header == read.header, "a header comes back as it was written");
    must(read.header.count <= most_events_a_part && read.header.length <= largest_body,
         "limits are kept");
    if (const auto name = FileName::read(name_of(read.header, std::string(64, 'a')).text())) {
        must(name->seq == read.header.seq, "a name says the number of its header");
    }
}

/// The list of acknowledgements and the wants, inside an otherwise good header.
void acknowledgement(std::string_view bytes) {
    std::string line = header_line(world().header_up(FileKind::events, 1, ""));
    const std::string place = "\"acknowledgements\":[]";
    line.replace(line.find(place), place.size(), bytes);
    header(line);
}

std::string deflated(std::string_view text) {
    uLongf size = compressBound(uLong(text.size()));
    std::string bytes(size, '\0');
    compress2(reinterpret_cast<Bytef*>(bytes.data()), &size,
              reinterpret_cast<const Bytef*>(text.data()), uLong(text.size()), 1);
    bytes.resize(size);
    return bytes;
}

/// What a kiosk in the wrong hands could write: genuine, with any text sealed inside.
void sealed_text(FileKind kind, std::string_view bytes) {
    Header header = world().header_up(kind, kind == FileKind::part ? 1 : 2, std::string(64, 'a'));
    if (kind == FileKind::part) header.previous.clear();
    const std::size_t at = bytes.find(hash_place);
    header.length = bytes.size() + (at == std::string_view::npos ? 0 : 64 - hash_place.size());
    header.count = 2;
    const std::string line = header_line(header);
    std::string text(bytes);
    if (at != std::string_view::npos) text.replace(at, hash_place.size(), digest_hex(line));
    SeededRandom random(1);
    const std::string body = seal(deflated(text), world().headquarters_sealing.public_key, random);
    const OpenedFile file =
        open_file(compose_lines(line, "\"" + to_base64(body) + "\"", world().kiosk, largest_part),
                  golden_signers());
    if (file.fault != EnvelopeFault::none) return;
    const OpenedContent opened = open_sealed(file, {world().headquarters_sealing});
    if (opened.fault != EnvelopeFault::none) return;
    must(at != std::string_view::npos, "sealed text is bound to its header");
    for (const Event& event : opened.content.events) {
        const auto again = event_in(to_json(event));
        must(again && *again == event, "an event comes back as it was written");
    }
}

void events(std::string_view bytes) {
    if (bytes.size() <= largest_body / 8) sealed_text(FileKind::events, bytes);
}

void snapshot(std::string_view bytes) {
    if (bytes.size() <= largest_body / 8) sealed_text(FileKind::part, bytes);
}

/// One event as it stands in a sealed text, without the sealing: that many more a second.
void event(std::string_view bytes) {
    const auto object = parse_strictly(bytes);
    const auto found = object ? event_in(*object) : std::nullopt;
    if (!found) return;
    const auto again = event_in(to_json(*found));
    must(again && *again == *found, "an event comes back as it was written");
    must(event_digest(*again) == event_digest(*found), "and has one digest");
    const auto body = parse_strictly(found->body);
    must(body && body->is_object(), "the body of an event is an object");
}

void photos(std::string_view bytes) {
    const auto object = parse_strictly(bytes);
    const auto words = object ? photo_words_in(*object) : std::nullopt;
    if (!words) return;
    must(photo_words_in(to_json(*words)) == words, "words about photos come back");
    for (const auto* hashes : {&words->have, &words->want}) {
        must(hashes->size() <= longest_list, "a list has an end");
        for (const std::string& hash : *hashes)
            must(is_hex(hash, 64), "a part of a photo is named by its hash");
    }
}

/// A hello is read before anybody knows whose key has signed it.
void hello(std::string_view bytes) {
    const auto looked_at = [](const nlohmann::json& body) {
        FieldReader fields(body);
        fields.key("signing");
        fields.key("sealing");
        fields.hex("proof", 64);
        if (!body.contains("have")) return;
        const auto have = have_in(body["have"]);
        if (have) must(have_in(to_json(*have)) == have, "what a store has comes back");
    };
    if (const auto body = unverified_body(bytes)) looked_at(*body);
    if (bytes.size() > largest_file / 2 || bytes.find('\n') != std::string_view::npos) return;
    Header header = world().header_up(FileKind::hello, 1, "");
    header.length = bytes.size();
    const std::string whole = compose_lines(header_line(header), std::string(bytes), world().kiosk);
    const auto body = unverified_body(whole);
    if (body) looked_at(*body);
    const OpenedFile file = open_file(whole, golden_signers());
    if (file.fault != EnvelopeFault::none) return;
    const auto verified = plain_body(file);
    must(!verified || verified == body, "the signed body is the one that was looked at before");
}

/// Headquarters' key has signed a header and a body of anybody's choice.
void refusal(std::string_view bytes) {
    const std::size_t end = bytes.find('\n');
    const std::string line(bytes.substr(0, end));
    const std::string body(end == std::string_view::npos ? "{}" : bytes.substr(end + 1));
    if (bytes.size() > largest_file / 2 || body.find('\n') != std::string::npos) return;
    const auto found =
        refusal_in(open_file(compose_lines(line, body, world().answers), golden_signers()));
    if (!found) return;
    const auto again = refusal_in(
        open_file(compose_refusal(*found, world().folder, world().answers), golden_signers()));
    must(again == found, "a refusal that was read can be written");
}

/// Staff and the hashes of their PINs, on their own ways to a kiosk: `open` NUL `companion`.
void companion(std::string_view bytes) {
    const std::size_t end = bytes.find('\0');
    if (end != std::string_view::npos) join_staff(bytes.substr(0, end), bytes.substr(end + 1));
    const auto split = split_staff(bytes);
    if (!split) return;
    const auto again = split_staff(split->open);
    must(again && again->companion.empty(), "no hash of a PIN is left in the open");
}

void enrolment(std::string_view bytes) {
    OneFile raw(bytes);
    const bool accepted = load_enrolment(raw, "enrolment.json").enrolment.has_value();
    must(!accepted || digest_hex(bytes).size() == 64, "an enrolment is its bytes");
    // The body alone, signed by the key it may name.
    Header header = world().header_down(FileKind::enrolment, "riverside-1");
    header.seq = 0;
    header.length = bytes.size();
    if (bytes.size() > largest_file / 2 || bytes.find('\n') != std::string_view::npos) return;
    OneFile disk(compose_lines(header_line(header), std::string(bytes), world().root));
    const EnrolmentResult found = load_enrolment(disk, "enrolment.json");
    if (!found.enrolment) return;
    must(is_kiosk_name(found.enrolment->kiosk), "an enrolment names a kiosk");
    OneFile again(compose_enrolment(*found.enrolment, world().root));
    must(load_enrolment(again, "enrolment.json").enrolment.has_value(),
         "an enrolment that was read can be written");
}

void root(std::string_view bytes) {
    OneFile disk(bytes);
    SyncFolder folder(disk, "folder", world().folder, world().root.public_key);
    if (folder.state() != FolderState::present) return;
    must(genuine().contains(digest_hex(bytes)), "only the golden root.json is that folder's");
}

void keys(std::string_view bytes) {
    if (bytes.size() > largest_file / 2 || bytes.find('\n') != std::string_view::npos) return;
    Header header = world().header_down(FileKind::keys, everybody);
    header.seq = 0;
    header.length = bytes.size();
    const auto found = key_file_in(open_file(
        compose_lines(header_line(header), std::string(bytes), world().root), golden_signers()));
    if (!found) return;
    must(key_file_of(to_text(*found)) == found, "a key file is remembered as it was read");
}

void pack(std::string_view bytes) {
    if (bytes.size() > largest_file / 2 || bytes.find('\n') != std::string_view::npos) return;
    Header header = world().header_down(FileKind::pack, everybody);
    header.length = bytes.size();
    const OpenedFile file = open_file(
        compose_lines(header_line(header), std::string(bytes), world().packs), golden_signers());
    const auto part = part_in(file);
    if (!part) return;
    must(part->part >= 1 && part->part <= part->parts && part->parts <= most_parts,
         "a part is one of its parts");
    for (const PackEntry& entry : part->files)
        must(is_pack_path(entry.path), "no path leads out of the pack");
}

void code(std::string_view bytes) {
    static const CodeKeys keys = [] {
        CodeKeys made;
        made.public_key = world().root.public_key;
        made.mac_key = world().secret;
        return made;
    }();
    static const std::string typed = typed_code(123'456'789, keys.mac_key);
    const CodeReading reading = read_code(bytes, keys, some_day);
    if (reading.fault != CodeFault::none) return;
    must(reading.id < referral_id_bound, "a code names a possible referral");
}

constexpr Target all[] = {
    {"envelope", envelope},   {"header", header},       {"acknowledgement", acknowledgement},
    {"events", events},       {"snapshot", snapshot},   {"event", event},
    {"photos", photos},       {"hello", hello},         {"refusal", refusal},
    {"companion", companion}, {"enrolment", enrolment}, {"keys", keys},
    {"root", root},           {"pack", pack},           {"code", code},
};

}  // namespace

std::span<const Target> targets() {
    return all;
}

const Target* target(std::string_view name) {
    for (const Target& each : all)
        if (each.name == name) return &each;
    return nullptr;
}

}  // namespace foyer::fuzz

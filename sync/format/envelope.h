#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/journal/event.h"
#include "shared/world/clock.h"
#include "sync/format/keys.h"

namespace foyer::sync {

/// The three-line file of the sync folder; sync/FORMAT.md is its definition. Pure functions, any
/// thread.

constexpr std::size_t largest_file = 1u << 20;
constexpr std::size_t largest_part = 4u << 20;  ///< of a snapshot
constexpr std::size_t most_events = 500;
constexpr std::size_t most_events_a_part = 2000;
constexpr std::size_t largest_body = 8u << 20;  ///< inflated
constexpr std::size_t longest_list = 1000;      ///< acknowledgements, wants, blobs of a header
constexpr int format_version = 1;
constexpr int schema_version = 1;
constexpr int oldest_schema = 1;  ///< this release reads every schema from here on

/// The schemas a release reads, and writes for whoever reads them. Another than this release's own
/// stands for an older or a newer one: in tests of upgrades.
struct Release {
    int oldest = oldest_schema, newest = schema_version;
};

/// What headquarters is called in `from` and `to`; no kiosk has this name.
inline constexpr const char* headquarters_name = "hq";
/// Reader of public content.
inline constexpr const char* everybody = "all";

enum class FileKind { hello, events, answer, pack, root, enrolment, snapshot, part, keys, refusal };

/// The word of a kind, as it stands in headers and file names.
std::string_view kind_word(FileKind kind);
std::optional<FileKind> kind_of_word(std::string_view word);

/// How far a file has come with its reader.
enum class AcknowledgementLevel {
    stored,    ///< genuine and kept; waits for a file before it
    applied,   ///< its effects are in the reader's journal: the file may go
    archived,  ///< and in a verified backup: its bytes may go
    rejected,  ///< genuine, and in quarantine, wholly or in part
};

/// A word to the writer of a stream. `applied` and `archived` cover every file up to and including
/// this one; `stored` and `rejected` this one alone.
struct Acknowledgement {
    Id instance;
    std::uint64_t seq = 0;
    std::string hash;
    AcknowledgementLevel level = AcknowledgementLevel::applied;
    std::string code;        ///< why, for rejected
    std::size_t events = 0;  ///< how many of its events are in quarantine; 0: all, it is not used
    bool operator==(const Acknowledgement&) const = default;
};

/// A content-addressed file in blobs/.
struct BlobReference {
    std::string hash;
    std::uint64_t size = 0;
    bool operator==(const BlobReference&) const = default;
};

/// Sequence numbers a reader lacks, both included.
struct SequenceRange {
    std::uint64_t from = 0, to = 0;
    bool operator==(const SequenceRange&) const = default;
};

/// The first line: the authority on what a file is; neither its name nor its date is.
struct Header {
    FileKind kind = FileKind::events;
    int schema = schema_version;                                ///< of the body
    int reads_from = oldest_schema, reads_to = schema_version;  ///< schemas its writer reads
    std::string from, to;
    Id folder;
    Id instance;
    std::uint64_t seq = 0;  ///< 1, 2, 3 … per (from, instance, to); 0 where there is no stream
    std::string previous;   ///< hash of the file before; empty for the first
    std::uint64_t epoch = 1;
    WallTime clock = 0;      ///< of the writer; orders nothing
    std::size_t count = 0;   ///< events in the body
    std::size_t length = 0;  ///< bytes of the body, inflated
    std::vector<BlobReference> blobs;
    std::vector<Acknowledgement> acknowledgements;
    std::vector<SequenceRange> wants;
    Id wants_of;  ///< the stream the wants are about; empty without wants
    Id reader;    ///< the reader's instance, where only that one can read it; else empty
    bool operator==(const Header&) const = default;
};

/// Why a file is not used.
enum class EnvelopeFault {
    none,
    too_large,           ///< beyond a limit: file, events, inflated body
    torn,                ///< the end is missing
    malformed,           ///< whole, but not what FORMAT.md says
    wrong_hash_in_name,  ///< renamed or altered
    unknown_signer,      ///< signed by nobody who may write here
    bad_signature,
    newer_format,    ///< genuine, of a release this one cannot read
    not_for_us,      ///< genuine, for another reader
    foreign_folder,  ///< genuine, of another headquarters' folder
    wrong_name,      ///< genuine, under another file's name
    sealed_to_another,
    header_mismatch,  ///< the sealed text belongs to another header
    damaged_body,
};

/// "the end of the file is missing" — plain English, for logs and for whoever looks after the
/// folder.
std::string_view explain(EnvelopeFault fault);

/// The name of a file of a stream: `<kind>-<sender>-<instance8>-<seq10>-<hash16>.json`.
struct FileName {
    FileKind kind = FileKind::events;
    std::string sender;
    std::string instance_end;  ///< the last eight digits: the first ones are a time
    std::uint64_t seq = 0;
    std::string hash_start;  ///< the first 16 digits

    std::string text() const;
    /// Nothing unless `text` is exactly what text() would write.
    static std::optional<FileName> read(std::string_view text);
    bool operator==(const FileName&) const = default;
};

FileName name_of(const Header& header, std::string_view hash);

/// 1 … 24 of a-z, 0-9 and inner hyphens; not "hq" or "all".
bool is_kiosk_name(std::string_view name);

/// A file whose signature has been verified.
struct OpenedFile {
    EnvelopeFault fault = EnvelopeFault::malformed;
    Header header;
    std::string header_line, body_line;
    std::string hash;  ///< of all bytes
};

/// The schema to write for a reader of these; nothing if it reads none that this release writes.
std::optional<int> schema_for(int reads_from, int reads_to, const Release& release = {});

/// The public key of a signer who may write here, by key id.
using Signers = std::function<std::optional<SigningPublicKey>(const std::string& key_id)>;

/// One signer only.
Signers only(const SigningPublicKey& key);

/// Checks limits, trailer and signature, and only then reads the header. Of a file with fault
/// newer_format the hash is right, and the header as far as this release understands it.
OpenedFile open_file(std::string_view bytes, const Signers& signers, const Release& release = {});

/// As above, and that name, folder, sender and reader are the expected ones.
OpenedFile open_file(std::string_view bytes, const Signers& signers, const FileName& name,
                     const Id& folder, std::string_view reader, const Release& release = {});

/// The body of a file with public content.
std::optional<nlohmann::json> plain_body(const OpenedFile& file);

/// The body line of a file nobody has vouched for. For files that bring their own key (hello,
/// enrolment): the caller must verify with what it finds.
std::optional<nlohmann::json> unverified_body(std::string_view bytes);

/// The bytes of a file with public content. Sets header.length.
std::string compose_plain(Header header, const nlohmann::json& body, const SigningKey& signer);

}  // namespace foyer::sync

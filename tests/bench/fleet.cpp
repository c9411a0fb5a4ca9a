#include "tests/bench/fleet.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "shared/security/digest.h"
#include "sync/enrolment.h"
#include "sync/format/sealed.h"

namespace foyer::bench {
namespace {

namespace fs = std::filesystem;
using namespace foyer::sync;

constexpr int visits_a_file = 5;
constexpr std::size_t id_digits = 32;
constexpr std::size_t time_digits = 12;
constexpr std::string_view phone_start = "+86136";
constexpr std::size_t phone_digits = 8;

/// For what a benchmark only prepares: nothing need outlive a power cut.
class UnflushedFiles : public SystemFiles {
  public:
    void write_atomically(const fs::path& path, std::string_view bytes) override {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    }
    std::unique_ptr<Files> hold(const fs::path& folder) override { return Files::hold(folder); }
};

bool is_hex_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

std::string eight_digits(std::uint64_t number) {
    const std::string text = std::to_string(number % 100'000'000);
    return std::string(phone_digits - text.size(), '0') + text;
}

/// What makes the model's events those of a kiosk and an hour.
struct Disguise {
    std::string salt;
    std::uint64_t first_phone = 0;
    WallTime later = 0;
};

/// Another id for every id, the same for the same. Ids that begin with the time they were made at,
/// as random_id() makes them, still do: a store's indexes live on it.
std::string renamed_id(const std::string& id, const Disguise& as) {
    const std::string other = digest_hex(as.salt + id).substr(0, id_digits);
    const WallTime born = std::stoll(id.substr(0, time_digits), nullptr, 16);
    if (born < test::opening_time || born > test::opening_time + one_day) return other;
    std::array<char, time_digits + 1> time{};
    std::snprintf(time.data(), time.size(), "%0*llx", int(time_digits),
                  static_cast<unsigned long long>(born + as.later));
    return time.data() + other.substr(time_digits);
}

/// The text with every id and phone number in it replaced by another, the same by the same.
std::string renamed(const std::string& text, const Disguise& as) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_hex_digit(text[end]))
            ++end;
        if (end - at == id_digits) {
            out += renamed_id(text.substr(at, id_digits), as);
            at = end;
        } else if (text.compare(at, phone_start.size(), phone_start) == 0) {
            const auto number = std::stoull(text.substr(at + phone_start.size(), phone_digits));
            out += std::string(phone_start) + eight_digits(number + as.first_phone);
            at += phone_start.size() + phone_digits;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::vector<Event> model_day() {
    test::TestRecords records("model");
    for (int number = 0; number < visits_a_file; ++number) {
        const std::string phone = std::string(phone_start) + eight_digits(std::uint64_t(number));
        records.desk.register_visit(records.visitor(phone, "林晓婉"));
        records.clock.advance(one_minute);
    }
    return records.all_events();
}

}  // namespace

struct Fleet::Kiosk {
    std::string name;
    Id instance;
    SigningKey signing;
    SealingKey sealing;
    SealingPublicKey headquarters{};
    std::uint64_t seq = 0, sequence = 0, rounds = 0;
    std::string previous;
    EnrolmentSecret secret{};
};

Fleet::Fleet(int kiosks)
    // Files are an hour on their way.
    : clock_(test::opening_time + one_hour),
      random_(7),
      files_(std::make_unique<UnflushedFiles>()),
      model_(model_day()) {
    const fs::path assets = fs::path(FOYER_SOURCE_DIR) / "assets";
    HeadquartersOptions options;
    options.root = folder_.path() / "hq";
    options.schema_folder = assets / "schemas";
    Headquarters::init(options, clock_, random_, *files_);
    headquarters_ = std::make_unique<Headquarters>(options, clock_, random_, *files_);
    headquarters_->journal().store().database().exec("PRAGMA synchronous=OFF");
    for (int number = 1; number <= kiosks; ++number) {
        Kiosk kiosk;
        kiosk.name = "showroom-" + std::to_string(number);
        kiosk.instance = random_id(clock_.now(), random_);
        kiosk.signing = signing_key(make_seed(random_));
        kiosk.sealing = sealing_key(make_seed(random_));
        const fs::path file = folder_.path() / "enrolment.json";
        files_->write_atomically(file, headquarters_->enrol(kiosk.name).file);
        const EnrolmentResult enrolment = load_enrolment(*files_, file);
        kiosk.headquarters = enrolment.enrolment->sealing;
        kiosk.secret = enrolment.enrolment->secret;
        say_hello(kiosk);
        kiosks_.push_back(std::move(kiosk));
    }
    headquarters_->take_in();
    headquarters_->journal().store().database().exec("PRAGMA synchronous=FULL");
}

Fleet::~Fleet() = default;

namespace {

Header header_of(const std::string& kiosk, const Id& instance, const Id& folder, WallTime now) {
    Header header;
    header.from = kiosk;
    header.to = headquarters_name;
    header.folder = folder;
    header.instance = instance;
    header.clock = now;
    return header;
}

}  // namespace

void Fleet::say_hello(Kiosk& kiosk) {
    Header header = header_of(kiosk.name, kiosk.instance, headquarters_->folder_id(), clock_.now());
    header.kind = FileKind::hello;
    header.seq = ++kiosk.seq;
    const std::string bytes = compose_plain(
        header,
        {{"signing", to_hex(kiosk.signing.public_key)},
         {"sealing", to_hex(kiosk.sealing.public_key)},
         {"proof", enrolment_proof(kiosk.secret, kiosk.name, kiosk.instance,
                                   kiosk.signing.public_key, kiosk.sealing.public_key)}},
        kiosk.signing);
    put(kiosk, header, bytes);
    kiosk.previous = digest_hex(bytes);
}

void Fleet::put(const Kiosk& kiosk, const Header& header, const std::string& bytes) {
    const fs::path place = folder_.path() / "hq" / "sync" / "up" / kiosk.name;
    files_->make_folders(place);
    files_->write_atomically(place / name_of(header, digest_hex(bytes)).text(), bytes);
}

std::vector<Event> Fleet::next_events(Kiosk& kiosk) {
    ++kiosk.rounds;
    visits_ += visits_a_file;
    const Disguise disguise{kiosk.name + " " + std::to_string(kiosk.rounds) + " ", visits_,
                            WallTime(kiosk.rounds) * one_hour};
    std::vector<Event> events = model_;
    for (Event& event : events) {
        event.id = renamed_id(event.id, disguise);
        event.kiosk = kiosk.name;
        event.stamp.wall += disguise.later;
        event.stamp.instance = kiosk.instance;
        event.stamp.sequence = ++kiosk.sequence;
        event.body = renamed(event.body, disguise);
    }
    return events;
}

Fleet::Written Fleet::write_files() {
    Written total;
    written_.clear();
    clock_.advance(one_hour);
    for (Kiosk& kiosk : kiosks_) {
        Header header =
            header_of(kiosk.name, kiosk.instance, headquarters_->folder_id(), clock_.now());
        header.kind = FileKind::events;
        header.seq = ++kiosk.seq;
        header.previous = kiosk.previous;
        std::vector<Event> events = next_events(kiosk);
        const std::string bytes =
            compose_events(header, events, kiosk.headquarters, kiosk.signing, random_);
        put(kiosk, header, bytes);
        kiosk.previous = digest_hex(bytes);
        total.events += std::int64_t(events.size());
        total.bytes += std::int64_t(bytes.size());
        ++total.files;
        written_.push_back(std::move(events));
    }
    return total;
}

void Fleet::grow_history(int rounds, const std::function<void(const Round&)>& also) {
    Journal& journal = headquarters_->journal();
    Database& database = journal.store().database();
    database.exec("PRAGMA synchronous=OFF");
    for (int round = 0; round < rounds; ++round) {
        clock_.advance(one_hour);
        Round round_of_all;
        for (Kiosk& kiosk : kiosks_)
            round_of_all.push_back(next_events(kiosk));
        Transaction transaction(database);
        for (const std::vector<Event>& file : round_of_all)
            journal.take_in(file);
        transaction.commit();
        also(round_of_all);
    }
    database.exec("DELETE FROM outbox");
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.exec("PRAGMA synchronous=FULL");
}

}  // namespace foyer::bench

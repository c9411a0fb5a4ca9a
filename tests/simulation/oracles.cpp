#include "tests/simulation/oracles.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "shared/security/digest.h"
#include "sync/format/envelope.h"
#include "tests/shared/journal/records.h"

namespace foyer::simulation {
namespace {

constexpr std::uint64_t digest_start = 1469598103934665603u;

std::uint64_t digest(std::string_view text, std::uint64_t from) {
    for (const char c : text)
        from = (from ^ std::uint8_t(c)) * 1099511628211u;
    return (from ^ 0xFF) * 1099511628211u;
}

std::uint64_t digest_of(const Event& event) {
    std::uint64_t sum = digest_start;
    const std::string numbers =
        std::to_string(event.stamp.wall) + " " + std::to_string(event.stamp.counter) + " " +
        std::to_string(event.stamp.sequence) + " " + std::to_string(event.version);
    for (const std::string_view part :
         {std::string_view(event.id), std::string_view(event.kiosk), std::string_view(numbers),
          std::string_view(event.stamp.instance), std::string_view(event.actor),
          std::string_view(event.kind), std::string_view(event.body)})
        sum = digest(part, sum);
    return sum;
}

constexpr std::size_t all_of_them = 1'000'000;

std::string ids_of(Journal& journal) {
    Statement query(journal.store().database(), "SELECT id FROM event ORDER BY id");
    std::string ids;
    while (query.executeStep())
        ids += query.getColumn(0).getString() + "\n";
    return ids;
}

}  // namespace

const std::vector<std::pair<std::string, std::string>>& people() {
    static const std::vector<std::pair<std::string, std::string>> known = {
        {"+8613800138216", "赵敏"},    {"+8613700001111", "王芳"}, {"+8613700002222", "欧阳小雪"},
        {"+8613700003333", "Li Ming"}, {"+85291234567", "陳大文"}, {"+8613700005555", "𠮷田"}};
    return known;
}

void Oracles::begin(const std::vector<Party*>& parties) {
    for (Party* party : parties) {
        std::int64_t position = 0;
        for (const Event& event : party->journal().after(position, all_of_them)) {
            const bool own = event.stamp.instance == party->journal().author().instance;
            if (own) learn(*party, event, true);
        }
    }
    for (Party* party : parties)
        after_step(*party, true);
}

void Oracles::after_step(Party& party, bool acknowledged) {
    Seen& seen = seen_[party.name()];
    seen.author = party.journal().author().instance;
    for (const Event& event : party.journal().after(seen.position, all_of_them)) {
        learn(party, event, acknowledged);
        if (party.is_headquarters()) headquarters_had_.insert(event.id);
        seen.chain = digest(std::to_string(digest_of(event)), seen.chain);
    }
    check_marks(party);
}

void Oracles::after_round(Party& party) {
    check_folder(party);
    check_promise_of_safety(party);
}

bool Oracles::has_news(Party& party, std::int64_t position) {
    return !party.journal().after(position, 1).empty();
}

void Oracles::learn(Party& party, const Event& event, bool acknowledged) {
    const bool own = event.stamp.instance == party.journal().author().instance;
    const std::uint64_t sum = digest_of(event);
    const auto known = events_.find(event.id);
    if (!own) {
        check_revoked(party, event);
        const auto writes = [&](const auto& ailing) {
            return ailing.second == event.stamp.instance;
        };
        if (known == events_.end() && std::any_of(ailing_.begin(), ailing_.end(), writes)) {
            to_be_confirmed_[event.id] = sum;
            return;
        }
        if (known == events_.end() || known->second.digest != sum) {
            throw Violation("nothing unverified is applied",
                            party.name() + " took in " + event.kind + " that nobody wrote");
        }
        return;
    }
    const auto heard_of = to_be_confirmed_.find(event.id);
    if (heard_of != to_be_confirmed_.end() && heard_of->second == sum) {
        to_be_confirmed_.erase(heard_of);
    }
    if (known != events_.end()) {
        if (known->second.digest != sum) throw Violation("events never change", event.kind);
        known->second.acknowledged |= acknowledged;
        return;
    }
    const auto [number, fresh] =
        numbers_.emplace(std::pair(event.stamp.instance, event.stamp.sequence), event.id);
    if (!fresh && !brought_back_.contains(event.stamp.instance)) {
        throw Violation("no event has another's number",
                        party.name() + " " + std::to_string(event.stamp.sequence));
    }
    Stamp& last = seen_[party.name()].last_own;
    if (std::tie(event.stamp.wall, event.stamp.counter) <= std::tie(last.wall, last.counter)) {
        throw Violation("stamps never go back",
                        party.name() + " " + event.kind + " " + std::to_string(event.stamp.wall));
    }
    const bool continues = last.instance == event.stamp.instance;
    if (continues && event.stamp.sequence != last.sequence + 1) {
        throw Violation("no number is left out",
                        party.name() + " " + std::to_string(event.stamp.sequence));
    }
    last = event.stamp;
    events_[event.id] = {sum, event.stamp.instance, event.stamp.sequence, acknowledged};
}

void Oracles::check_marks(Party& party) {
    auto& marks = seen_[party.name()].marks;
    Statement query(party.journal().store().database(),
                    "SELECT 'from ' || sender || instance, seq FROM sync_received "
                    "UNION ALL SELECT 'to ' || recipient || instance, max(seq) FROM "
                    "(SELECT recipient, instance, seq FROM sync_sent UNION ALL "
                    "SELECT recipient, instance, seq FROM sync_dropped) GROUP BY 1");
    std::map<std::string, std::int64_t> now;
    while (query.executeStep())
        now[query.getColumn(0).getString()] = query.getColumn(1).getInt64();
    for (const auto& [name, mark] : marks) {
        const auto found = now.find(name);
        if (found == now.end() || found->second < mark) {
            throw Violation("marks never go back", party.name() + " " + name);
        }
    }
    marks = std::move(now);
}

void Oracles::check_folder(Party& party) {
    std::vector<std::string> folders;
    if (party.is_headquarters()) folders = {"all", "blobs"};
    // A clone writes under the name of the kiosk it was copied from.
    const std::string side = party.is_headquarters() ? "down" : "up";
    for (const std::string& kiosk : party.disk.folders_in(party.sync_folder() + "/" + side))
        folders.push_back(side + "/" + kiosk);
    for (const std::string& folder : folders) {
        const std::string writer = party.is_headquarters() ? "hq" : folder.substr(3);
        for (const std::string& text : party.disk.files_in(party.sync_folder() + "/" + folder)) {
            const std::string path = folder + "/" + text;
            const auto name = sync::FileName::read(text);
            if (!name || name->sender != writer || !read_.insert(path).second) continue;
            check_file(party, path, *name);
        }
    }
}

void Oracles::check_file(Party& party, const std::string& path, const sync::FileName& name) {
    // The parts of every snapshot count from one.
    if (name.kind == sync::FileKind::part) return;
    const std::string bytes = party.disk.find(party.sync_folder() + "/" + path)->bytes;
    const std::string number =
        path.substr(0, path.rfind('/')) + " " + name.instance_end + " " + std::to_string(name.seq);
    const auto [known, fresh] = written_.emplace(number, name.hash_start);
    if (!fresh && known->second != name.hash_start) {
        const auto is_of = [&](const Id& copied) { return copied.ends_with(name.instance_end); };
        // A disk that was copied with all that is on it knows nothing of it: others do.
        const bool copied = std::any_of(brought_back_.begin(), brought_back_.end(), is_of);
        if (!copied) throw Violation("forks are never silent", party.name() + " wrote " + path);
        forks_.emplace(name.instance_end, name.seq);
    }
    if (digest_hex(bytes).substr(0, 16) != name.hash_start) {
        throw Violation("files are written whole", party.name() + " " + path);
    }
    for (const auto& [phone, person] : people()) {
        const bool told = bytes.find(phone.substr(3)) != std::string::npos ||
                          bytes.find(person) != std::string::npos;
        if (told) throw Violation("no name or phone in the folder", path);
    }
}

void Oracles::check_promise_of_safety(Party& party) {
    if (!party.says_all_written()) return;
    Statement query(party.journal().store().database(),
                    "SELECT name, bytes FROM sync_sent WHERE recipient = 'hq' AND removed "
                    "= 0 AND state IN ('frozen', 'published')");
    while (query.executeStep()) {
        const std::string file = query.getColumn(0).getString();
        const auto name = sync::FileName::read(file);
        // A clone writes under the name of the kiosk it was copied from.
        const std::string path = party.sync_folder() + "/up/" + name->sender + "/" + file;
        if (party.disk.durable_bytes(path) != query.getColumn(1).getString()) {
            throw Violation("safe to remove means safe", path);
        }
    }
}

void Oracles::after_recovery(Party& party) {
    Seen& seen = seen_[party.name()];
    const std::int64_t looked_at = seen.position;
    const std::uint64_t chain = seen.chain;
    seen.position = 0;
    seen.chain = 0;
    std::set<Id> there;
    const Id own = party.journal().author().instance;
    Stamp last;
    while (seen.position < looked_at) {
        const auto events =
            party.journal().after(seen.position, std::size_t(looked_at - seen.position));
        if (events.empty()) throw Violation("nothing kept is lost", party.name());
        for (const Event& event : events) {
            seen.chain = digest(std::to_string(digest_of(event)), seen.chain);
            if (event.stamp.instance == own) last = event.stamp;
        }
    }
    if (seen.chain != chain) throw Violation("nothing kept is lost", party.name());
    seen.last_own = last;
}

void Oracles::brought_back(Party& party, const std::vector<Party*>& others) {
    Seen& seen = seen_[party.name()];
    seen = {};
    const Id own = party.journal().author().instance;
    brought_back_.insert(own);
    // A headquarters of yesterday may not know of it; a copy of the kiosk may be trusted.
    revoked_.clear();
    std::set<Id> alive;
    const auto read = [&](Party& of, bool its_own) {
        std::int64_t position = 0;
        for (const Event& event : of.journal().after(position, all_of_them)) {
            alive.insert(event.id);
            if (!its_own) continue;
            seen.chain = digest(std::to_string(digest_of(event)), seen.chain);
            if (event.stamp.instance != own) continue;
            seen.last_own = event.stamp;
            // A commit that failed may be in the copied log for all that.
            events_.try_emplace(event.id,
                                Known{digest_of(event), own, event.stamp.sequence, false});
        }
        if (its_own) seen.position = position;
    };
    read(party, true);
    for (Party* other : others)
        if (other != &party && other->running()) read(*other, false);
    for (auto& [id, known] : events_)
        if (!alive.contains(id)) known.acknowledged = false;
}

void Oracles::at_rest(Party& headquarters, const std::vector<Party*>& kiosks,
                      const std::vector<Party*>& outcasts, bool rebuild) {
    const std::string ids = ids_of(headquarters.journal());
    const auto projected = test::projections_of(headquarters.journal().store());
    for (Party* kiosk : kiosks) {
        if (ids_of(kiosk->journal()) != ids) {
            throw Violation("every party ends in the same state",
                            kiosk->name() + " has other events than headquarters");
        }
        if (test::projections_of(kiosk->journal().store()) != projected) {
            throw Violation("every party ends in the same state",
                            kiosk->name() + " shows other records than headquarters");
        }
    }
    if (!to_be_confirmed_.empty()) {
        throw Violation("nothing unverified is applied", to_be_confirmed_.begin()->first);
    }
    for (const auto& [id, known] : events_) {
        const auto has_it = [&, event = id](Party* party) {
            return party->journal().find(event).has_value();
        };
        const bool kept = ids.find(id) != std::string::npos ||
                          std::any_of(outcasts.begin(), outcasts.end(), has_it);
        if (known.acknowledged && !kept) {
            throw Violation("no captured event is lost", id);
        }
    }
    Statement twice(headquarters.journal().store().database(),
                    "SELECT count(*) FROM (SELECT referral FROM claim_referral JOIN claim "
                    "ON claim.id = claim WHERE state <> 'disputed' GROUP BY referral "
                    "HAVING count(*) > 1)");
    twice.executeStep();
    if (twice.getColumn(0).getInt() != 0) throw Violation("paid once", "a referral is paid twice");
    std::vector<Party*> everybody = kiosks;
    everybody.push_back(&headquarters);
    everybody.insert(everybody.end(), outcasts.begin(), outcasts.end());
    check_forks(everybody);
    check_revocations(headquarters);
    check_photos(headquarters, kiosks, outcasts);
    if (brought_back_.empty()) {
        check_tickets(headquarters);
        check_harmony(headquarters);
        for (Party* kiosk : kiosks)
            check_harmony(*kiosk);
    }
    if (rebuild) {
        check_rebuilt(headquarters);
        for (Party* kiosk : kiosks)
            check_rebuilt(*kiosk);
    }
}

void Oracles::check_harmony(Party& party) {
    SQLite::Statement query(party.journal().store().database(),
                            "SELECT DISTINCT kind FROM sync_conflict");
    while (query.executeStep()) {
        const std::string kind = query.getColumn(0).getString();
        if (expected_.contains(kind)) continue;
        throw Violation("no conflict without a copied store", party.name() + " " + kind);
    }
}

void Oracles::check_tickets(Party& party) {
    SQLite::Statement query(party.journal().store().database(),
                            "SELECT ticket FROM visit GROUP BY kiosk, day, ticket HAVING "
                            "count(*) > 1");
    if (query.executeStep()) {
        throw Violation("no two parties of a day share a number", query.getColumn(0).getString());
    }
}

void Oracles::check_rebuilt(Party& party) {
    const auto before = test::projections_of(party.journal().store());
    party.journal().rebuild_projections();
    if (test::projections_of(party.journal().store()) != before) {
        throw Violation("records follow from events", party.name());
    }
}

}  // namespace foyer::simulation

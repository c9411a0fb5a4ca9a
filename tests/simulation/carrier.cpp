#include "tests/simulation/carrier.h"

#include <algorithm>

#include "shared/security/digest.h"
#include "sync/format/envelope.h"
#include "sync/format/header.h"
#include "sync/format/key_file.h"
#include "sync/format/sealed.h"

namespace foyer::simulation {
namespace {

std::string name_in(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

/// A name the readers would take, but not this file's own.
std::string other_name(const std::string& name, Random& random) {
    auto parts = sync::FileName::read(name);
    if (!parts) return name + "-2";
    switch (random.next() % 3) {
        case 0:
            ++parts->seq;
            break;
        case 1:
            parts->hash_start = std::string(16, 'a');
            break;
        default:
            parts->kind = parts->kind == sync::FileKind::events ? sync::FileKind::answer
                                                                : sync::FileKind::events;
    }
    return parts->text();
}

std::string conflict_name(const std::string& name, Random& random) {
    const std::string stem = name.substr(0, name.rfind('.'));
    switch (random.next() % 3) {
        case 0:
            return stem + ".sync-conflict-20260613-102400-ABCDEFG.json";
        case 1:
            return stem + " (1).json";
        default:
            return "." + name + ".Xy7fQ2";
    }
}

/// Its own, and that under which a clone of another writes.
std::set<std::string> names_at(const Party& kiosk) {
    std::set<std::string> names = {kiosk.name()};
    for (const std::string& name : kiosk.disk.folders_in(kiosk.sync_folder() + "/up"))
        names.insert(name);
    return names;
}

}  // namespace

std::string kind_of(const std::string& path) {
    if (path.starts_with("blobs/")) return "picture";
    if (path.find("/blobs/") != std::string::npos) return "photo";
    const std::string name = name_in(path);
    if (name == "root.json") return "root";
    const auto parts = sync::FileName::read(name);
    return parts ? std::string(sync::kind_word(parts->kind)) : "picture";
}

Carrier::Carrier(Coverage& coverage) : coverage_(coverage) {
    sync::KeySeed seed{};
    seed.fill(0xE5);
    enemy_ = sync::signing_key(seed);
}

void Carrier::carry_up(Party& kiosk, Party& headquarters, Fault fault, std::uint64_t seed) {
    std::vector<std::string> folders;
    for (const std::string& name : names_at(kiosk)) {
        folders.push_back("up/" + name);
        folders.push_back("up/" + name + "/blobs");
    }
    carry(kiosk, headquarters, folders, fault, seed);
}

void Carrier::carry_down(Party& headquarters, Party& kiosk, Fault fault, std::uint64_t seed) {
    std::vector<std::string> folders = {"blobs", "all"};
    for (const std::string& name : names_at(kiosk))
        folders.push_back("down/" + name);
    folders.push_back(".");
    carry(headquarters, kiosk, folders, fault, seed);
}

void Carrier::carry(Party& from, Party& to, const std::vector<std::string>& folders, Fault fault,
                    std::uint64_t seed) {
    SeededRandom random(seed);
    clear_away(from, to, folders);
    std::vector<Parcel> parcels = to_deliver(from, to, folders);
    const std::size_t victim = parcels.empty() ? 0 : random.next() % parcels.size();
    for (std::size_t i = 0; i < parcels.size(); ++i) {
        const bool spoilt = fault != Fault::none && fault != Fault::replay && i == victim;
        if (!spoilt || spoil(from, to, parcels[i], fault, random)) deliver(from, to, parcels[i]);
    }
    if (fault == Fault::replay) replay(to, folders, random);
    if (folders.back() == "." && random.next() % 6 == 0) spoil_root(from, to, fault, random);
    for (Parcel& parcel : parcels) {
        if (archived_.insert(parcel.path).second) archive_.push_back(std::move(parcel));
    }
}

std::vector<Carrier::Parcel> Carrier::to_deliver(Party& from, Party& to,
                                                 const std::vector<std::string>& folders) {
    std::vector<Parcel> parcels;
    for (const std::string& folder : folders) {
        const std::string place = folder == "." ? "" : folder + "/";
        const std::string source = from.sync_folder() + (folder == "." ? "" : "/" + folder);
        for (const std::string& name : from.disk.files_in(source)) {
            if (name.starts_with('.')) continue;
            const Disk::File file = from.disk.find(source + "/" + name);
            const Disk::File there = to.disk.find(to.sync_folder() + "/" + place + name);
            if (there && there->bytes == file->bytes) continue;
            parcels.push_back({place + name, file->bytes});
        }
    }
    return parcels;
}

void Carrier::clear_away(Party& from, Party& to, const std::vector<std::string>& folders) {
    for (const std::string& folder : folders) {
        if (folder == ".") continue;
        for (const std::string& name : to.disk.files_in(to.sync_folder() + "/" + folder)) {
            const std::string path = folder + "/" + name;
            if (from.disk.find(from.sync_folder() + "/" + path)) continue;
            if (delivered_.erase(from.name() + " " + to.name() + " " + path) > 0) {
                to.disk.erase(to.sync_folder() + "/" + path);
            }
        }
    }
}

bool Carrier::spoil(Party& from, Party& to, const Parcel& parcel, Fault fault, Random& random) {
    const std::string folder =
        parcel.path.substr(0, parcel.path.size() - name_in(parcel.path).size());
    const auto put = [&](const std::string& name, std::string bytes) {
        to.disk.place(to.sync_folder() + "/" + folder + name, std::move(bytes));
    };
    const std::string name = name_in(parcel.path);
    std::string bytes = parcel.bytes;
    note(fault, parcel);
    switch (fault) {
        case Fault::lose:
            // A mover, not a copier: what it loses is gone from where it came from.
            if (kind_of(parcel.path) != "root")
                from.disk.erase(from.sync_folder() + "/" + parcel.path);
            return false;
        case Fault::duplicate:
            for (const char* elsewhere : {"/up/kiosk-1/", "/up/kiosk-2/", "/down/kiosk-1/"}) {
                const bool own = to.is_headquarters() != (elsewhere[1] == 'u');
                if (!own) to.disk.place(to.sync_folder() + elsewhere + name, bytes);
            }
            return true;
        case Fault::tear:
            put(name, bytes.substr(0, random.next() % bytes.size()));
            return false;
        case Fault::flip: {
            const std::uint64_t bit = random.next() % (bytes.size() * 8);
            bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << bit % 8));
            put(name, bytes);
            return false;
        }
        case Fault::rename:
            put(other_name(name, random), bytes);
            return random.next() % 2 == 0;
        case Fault::conflict_copy:
            put(conflict_name(name, random), bytes);
            return true;
        case Fault::forge: {
            const auto stolen = by_a_thief(to, parcel, random);
            bytes = stolen ? *stolen : forged(bytes, random);
            auto parts = sync::FileName::read(name);
            if (parts) parts->hash_start = digest_hex(bytes).substr(0, 16);
            put(parts ? parts->text() : name, bytes);
            return random.next() % 2 == 0;
        }
        default:
            return false;
    }
}

void Carrier::spoil_root(Party& from, Party& to, Fault fault, Random& random) {
    const Disk::File root = from.disk.find(from.sync_folder() + "/root.json");
    if (!root) return;
    const Parcel parcel{"root.json", root->bytes};
    const bool possible = fault == Fault::lose || fault == Fault::tear || fault == Fault::flip ||
                          fault == Fault::forge;
    if (possible) spoil(from, to, parcel, fault, random);
    if (fault == Fault::lose) to.disk.erase(to.sync_folder() + "/root.json");
}

void Carrier::replay(Party& to, const std::vector<std::string>& folders, Random& random) {
    // Half the time something that is done with and gone.
    const bool gone = random.next() % 2 == 0;
    std::vector<const Parcel*> known;
    for (const Parcel& parcel : archive_) {
        const auto holds = [&](const std::string& folder) {
            return parcel.path.starts_with(folder + "/") ||
                   (folder == "." && parcel.path == "root.json");
        };
        const bool there = to.disk.find(to.sync_folder() + "/" + parcel.path) != nullptr;
        const bool suits = !gone || !there;
        if (suits && std::any_of(folders.begin(), folders.end(), holds)) known.push_back(&parcel);
    }
    if (known.empty()) return;
    const Parcel& old = *known[random.next() % known.size()];
    note(Fault::replay, old);
    to.disk.place(to.sync_folder() + "/" + old.path, old.bytes);
}

std::string Carrier::forged(const std::string& bytes, Random& random) {
    const std::size_t first = bytes.find('\n'), second = bytes.find('\n', first + 1);
    if (first == std::string::npos || second == std::string::npos) return bytes + "x";
    std::string header = bytes.substr(0, first);
    std::string body = bytes.substr(first + 1, second - first - 1);
    switch (random.next() % 3) {
        case 0: {
            // Its own body under somebody else's header, signed as before.
            const Parcel& other =
                archive_.empty() ? Parcel{"", bytes} : archive_[random.next() % archive_.size()];
            return other.bytes.substr(0, other.bytes.find('\n')) + bytes.substr(first);
        }
        case 1:
            // All in order, but signed with a key of the enemy's own.
            return sync::compose_lines(header, body, enemy_);
        default:
            // One letter of the content, the hash in the name repaired.
            body[random.next() % body.size()] ^= 1;
            return header + "\n" + body + bytes.substr(second);
    }
}

std::optional<std::string> Carrier::by_a_thief(Party& to, const Parcel& parcel, Random& random) {
    if (!stolen_ || kind_of(parcel.path) != "answer" || !to.running()) return std::nullopt;
    Store& store = to.journal().store();
    const auto known = sync::key_file_of(store.setting("sync.keys").value_or(""));
    const auto seed = sync::from_hex(store.setting("sync.sealing_seed").value_or(""));
    if (!known || known->answers == stolen_->public_key || !seed) return std::nullopt;
    auto header = sync::read_header(parcel.bytes.substr(0, parcel.bytes.find('\n')), {1, 9});
    if (header.fault != sync::EnvelopeFault::none) return std::nullopt;
    Event event;
    event.id = random_id(header.header.clock, random);
    event.kiosk = sync::headquarters_name;
    event.stamp = {header.header.clock, 0, random_id(header.header.clock, random), 1};
    event.actor = "thief";
    event.kind = "customer.weighed";
    event.body = "{}";
    sync::SealedContent content;
    content.events = {event};
    content.endorsement = sync::endorse(header.header.folder, content.events, *stolen_);
    return sync::compose_sealed(header.header, content, sync::sealing_key(*seed).public_key,
                                *stolen_, random);
}

void Carrier::deliver(const Party& from, Party& to, const Parcel& parcel) {
    to.disk.place(to.sync_folder() + "/" + parcel.path, parcel.bytes);
    delivered_.insert(from.name() + " " + to.name() + " " + parcel.path);
}

void Carrier::note(Fault fault, const Parcel& parcel) {
    coverage_.hit(fault, kind_of(parcel.path) + " on its way");
    notes_.push_back(std::string(word_of(fault)) + " " + parcel.path);
}

std::vector<std::string> Carrier::take_notes() {
    return std::exchange(notes_, {});
}

}  // namespace foyer::simulation

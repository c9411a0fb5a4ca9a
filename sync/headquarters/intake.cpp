#include <algorithm>
#include <set>

#include "sync/folder/sent_files.h"
#include "sync/folder/stream_reader.h"
#include "sync/format/strict_json.h"
#include "sync/headquarters/intake_group.h"

namespace foyer::sync {
namespace {

/// What a hello says about its writer. Proves nothing until proof and signature have been checked.
struct Introduction {
    SigningPublicKey signing{};
    SealingPublicKey sealing{};
    std::string proof;
    std::vector<Id> former;
    Have have;
};

std::optional<Introduction> introduction_in(std::string_view bytes) {
    const auto body = unverified_body(bytes);
    if (!body) return std::nullopt;
    FieldReader fields(*body);
    Introduction introduction;
    introduction.signing = fields.key("signing");
    introduction.sealing = fields.key("sealing");
    introduction.proof = fields.hex("proof", 64);
    if (body->contains("former")) {
        for (const auto& item : fields.array("former", longest_list)) {
            if (!item.is_string() || !is_hex(item.get<std::string>(), 32)) return std::nullopt;
            introduction.former.push_back(item.get<std::string>());
        }
    }
    if (body->contains("have")) {
        const auto have = have_in((*body)["have"]);
        if (!have) return std::nullopt;
        introduction.have = *have;
    }
    if (!fields.good()) return std::nullopt;
    return introduction;
}

Listing of_instance(const Listing& listing, const Id& instance) {
    Listing stream;
    for (const FileName& name : listing.names)
        if (instance.ends_with(name.instance_end)) stream.names.push_back(name);
    return stream;
}

}  // namespace

void Headquarters::take_in(std::span<const std::string> kiosks, std::size_t files_together,
                           RunReport& report) {
    Group group(*this, report, files_together);
    for (const std::string& kiosk : kiosks)
        take_in(kiosk, group);
    group.commit();
}

void Headquarters::take_in(const std::string& name, Group& group) {
    RunReport& report = group.report;
    const Listing listing =
        list_stream(folder_, folder_.up(name), name,
                    {FileKind::hello, FileKind::events, FileKind::snapshot, FileKind::part});
    report.strange += listing.strange;
    const std::size_t before = report.problems.size();
    meet(name, listing, report);
    std::set<std::string> read;
    for (const KnownInstance& known : KioskRegistry(store_).instances(name)) {
        if (!known.signing) continue;
        const Listing stream = of_instance(listing, known.instance);
        read.insert(known.instance.substr(known.instance.size() - 8));
        take_stream(*KioskRegistry(store_).find(name), known, stream, group);
    }
    for (const FileName& file : listing.names) {
        const bool carries = file.kind == FileKind::events || file.kind == FileKind::snapshot;
        if (!carries || read.contains(file.instance_end)) continue;
        report.problems.push_back({SyncProblemKind::foreign, file.text(),
                                   "of a store that is not, or no longer, enrolled"});
    }
    for (std::size_t i = before; i < report.problems.size(); ++i)
        report.problems[i].file.insert(0, name + "/");
}

void Headquarters::meet(const std::string& name, const Listing& listing, RunReport& report) {
    for (const FileName& file : listing.names) {
        if (file.kind != FileKind::hello) continue;
        const auto instances = KioskRegistry(store_).instances(name);
        const bool known =
            std::any_of(instances.begin(), instances.end(), [&](const KnownInstance& instance) {
                return instance.signing && instance.instance.ends_with(file.instance_end);
            });
        if (!known) introduce(*KioskRegistry(store_).find(name), file, report);
    }
}

void Headquarters::introduce(const EnrolledKiosk& kiosk, const FileName& name, RunReport& report) {
    const std::string text = name.text();
    const auto refuse = [&](SyncProblem problem) { report.problems.push_back(std::move(problem)); };
    const auto bytes = folder_.read(folder_.up(kiosk.name) / text, largest_file);
    if (!bytes) return;
    const auto said = introduction_in(*bytes);
    const OpenedFile file = open_file(*bytes, only(said ? said->signing : SigningPublicKey{}), name,
                                      folder_.id(), headquarters_name);
    if (file.fault != EnvelopeFault::none) return refuse(problem_of(file.fault, text));
    const std::string& instance = file.header.instance;
    const bool proven = kiosk.secret && file.header.seq == 1 &&
                        !KioskRegistry(store_).was_revoked(instance) &&
                        said->proof == enrolment_proof(*kiosk.secret, kiosk.name, instance,
                                                       said->signing, said->sealing);
    if (!proven) {
        report.refused.push_back({kiosk.name, instance, file.hash, file.header.clock});
        return refuse({SyncProblemKind::foreign, text,
                       kiosk.secret ? "made with another enrolment file than the last one"
                                    : "its enrolment file has been used already"});
    }
    EnrolledKiosk introduced = kiosk;
    introduced.instance = instance;
    introduced.signing = said->signing;
    introduced.sealing = said->sealing;
    introduced.stream = random_id(clock_.now(), random_);
    introduced.have = common(store_, said->have);
    Transaction transaction(store_.database());
    KioskRegistry registry(store_);
    for (const Id& former : said->former) {
        const std::string owner = registry.owner(former);
        if (owner.empty() || owner == kiosk.name) continue;
        Conflict conflict = conflict_of(ConflictKind::claimed_past, file.header);
        conflict.subject = former;
        conflict.detail = "was " + owner + " before: its store was cloned from that kiosk's";
        Conflicts(store_).note(conflict);
    }
    registry.introduce(introduced, said->former, clock_.now());
    SentFiles(store_).retire(kiosk.name);
    ReceivedStreams(store_).advance(file, {}, clock_.now());
    transaction.commit();
    ++report.files;
}

void Headquarters::take_stream(const EnrolledKiosk& kiosk, const KnownInstance& known,
                               const Listing& listing, Group& group) {
    if (listing.names.empty()) return;
    const StreamSource source{folder_.up(kiosk.name), kiosk.name,           headquarters_name,
                              known.instance,         only(*known.signing), options_.release};
    StreamReader reader(folder_, source, listing, with_store(), clock_.now());
    ReceivedStreams received(store_);
    StreamMark mark = received.mark(kiosk.name, known.instance);
    while (const auto file = reader.next(mark)) {
        if (!take_file(kiosk, reader, *file, group)) break;
        mark = received.mark(kiosk.name, known.instance);
    }
    reader.finish(mark, [&](const Header& header) { hear(kiosk, header); });
    std::vector<SyncProblem>& problems = group.report.problems;
    problems.insert(problems.end(), reader.problems().begin(), reader.problems().end());
}

}  // namespace foyer::sync

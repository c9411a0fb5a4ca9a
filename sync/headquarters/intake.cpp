#include <algorithm>
#include <stdexcept>

#include "sync/folder/sent_files.h"
#include "sync/format/strict_json.h"
#include "sync/headquarters.h"

namespace foyer::sync {
namespace {

// Design §2.2: headquarters alone owns approvals, payments and codes. A kiosk that says such a
// thing is broken or not in our hands any more.
constexpr std::string_view headquarters_kinds[] = {
    event_kind::referral_granted, event_kind::referral_refused, event_kind::code_issued,
    event_kind::claim_approved,   event_kind::claim_disputed,
};

bool may_write(const EnrolledKiosk& kiosk, const Event& event) {
    const bool reserved = std::find(std::begin(headquarters_kinds), std::end(headquarters_kinds),
                                    event.kind) != std::end(headquarters_kinds);
    return event.stamp.instance == kiosk.instance && !reserved;
}

/// What a hello says about its writer. Proves nothing until proof and signature have been checked.
struct Introduction {
    SigningPublicKey signing{};
    SealingPublicKey sealing{};
    std::string proof;
};

std::optional<Introduction> introduction_in(std::string_view bytes) {
    const auto body = unverified_body(bytes);
    if (!body) return std::nullopt;
    FieldReader fields(*body);
    Introduction introduction;
    introduction.signing = fields.key("signing");
    introduction.sealing = fields.key("sealing");
    introduction.proof = fields.hex("proof", 64);
    if (!fields.good()) return std::nullopt;
    return introduction;
}

}  // namespace

void Headquarters::take_in(const std::string& name, RunReport& report) {
    const Listing listing =
        list_stream(files_, folder_.up(name), name, {FileKind::hello, FileKind::events});
    report.strange += listing.strange;
    const std::size_t before = report.problems.size();
    meet(name, listing, report);
    const EnrolledKiosk kiosk = *KioskRegistry(store_).find(name);
    Listing stream;
    for (const FileName& file : listing.names) {
        const bool ours = kiosk.introduced() && kiosk.instance.ends_with(file.instance_end);
        if (ours) {
            stream.names.push_back(file);
        } else if (file.kind == FileKind::events) {
            report.problems.push_back({SyncProblemKind::foreign, file.text(),
                                       "of a store that is not, or no longer, enrolled"});
        }
    }
    if (kiosk.introduced()) take_stream(kiosk, stream, report);
    for (std::size_t i = before; i < report.problems.size(); ++i)
        report.problems[i].file.insert(0, name + "/");
}

void Headquarters::meet(const std::string& name, const Listing& listing, RunReport& report) {
    for (const FileName& file : listing.names) {
        const EnrolledKiosk kiosk = *KioskRegistry(store_).find(name);
        const bool known = kiosk.introduced() && kiosk.instance.ends_with(file.instance_end);
        if (file.kind == FileKind::hello && !known) introduce(kiosk, file, report);
    }
}

void Headquarters::introduce(const EnrolledKiosk& kiosk, const FileName& name, RunReport& report) {
    const std::string text = name.text();
    const auto refuse = [&](SyncProblem problem) { report.problems.push_back(std::move(problem)); };
    const auto bytes = files_.read(folder_.up(kiosk.name) / text, largest_file);
    if (!bytes) return;
    const auto said = introduction_in(*bytes);
    const OpenedFile file = open_file(*bytes, only(said ? said->signing : SigningPublicKey{}), name,
                                      folder_.id(), headquarters_name);
    if (file.fault != EnvelopeFault::none) return refuse(problem_of(file.fault, text));
    const std::string& instance = file.header.instance;
    const bool proven = kiosk.secret && file.header.seq == 1 &&
                        said->proof == enrolment_proof(*kiosk.secret, kiosk.name, instance,
                                                       said->signing, said->sealing);
    if (!proven) {
        return refuse({SyncProblemKind::foreign, text,
                       kiosk.secret ? "made with another enrolment file than the last one"
                                    : "its enrolment file has been used already"});
    }
    EnrolledKiosk introduced = kiosk;
    introduced.instance = instance;
    introduced.signing = said->signing;
    introduced.sealing = said->sealing;
    SQLite::Transaction transaction(store_.database(), SQLite::TransactionBehavior::IMMEDIATE);
    KioskRegistry(store_).introduce(introduced);
    ReceivedStreams(store_).advance(file, clock_.now());
    transaction.commit();
    ++report.files;
}

void Headquarters::take_stream(const EnrolledKiosk& kiosk, const Listing& listing,
                               RunReport& report) {
    ReceivedStreams received(store_);
    const auto marks = received.of(kiosk.name);
    const auto known = std::find_if(marks.begin(), marks.end(), [&](const StreamMark& mark) {
        return mark.instance == kiosk.instance;
    });
    if (known == marks.end() || listing.names.empty()) return;
    StreamMark mark = *known;
    const std::string instance_end = listing.names.front().instance_end;
    while (true) {
        const NextWanted wanted{instance_end, mark.seq + 1, kiosk.instance, mark.hash};
        NextFile next = read_next(folder_, folder_.up(kiosk.name), listing, wanted,
                                  only(kiosk.signing), headquarters_name);
        report.problems.insert(report.problems.end(), next.problems.begin(), next.problems.end());
        if (!next.file || !take_file(kiosk, *next.file, report)) return;
        mark.seq = next.file->header.seq;
        mark.hash = next.file->hash;
    }
}

bool Headquarters::take_file(const EnrolledKiosk& kiosk, const OpenedFile& file,
                             RunReport& report) {
    const std::string name = name_of(file.header, file.hash).text();
    const OpenedEvents opened = open_events(file, keys_.sealing);
    if (opened.fault != EnvelopeFault::none) {
        report.problems.push_back(problem_of(opened.fault, name));
        return false;
    }
    const auto refuse = [&](const char* code, const std::string& reason) {
        report.problems.push_back({SyncProblemKind::not_permitted, name, reason});
        ReceivedStreams(store_).refuse(file, code, clock_.now());
        return false;
    };
    const bool permitted = std::all_of(opened.events.begin(), opened.events.end(),
                                       [&](const Event& event) { return may_write(kiosk, event); });
    if (!permitted) return refuse("not_permitted", "says what only headquarters or another may");
    try {
        SQLite::Transaction transaction(store_.database(), SQLite::TransactionBehavior::IMMEDIATE);
        journal_.take_in(opened.events);
        ReceivedStreams(store_).advance(file, clock_.now());
        SentFiles sent(store_);
        for (const Acknowledgement& word : file.header.acknowledgements)
            sent.acknowledge(kiosk.name, word);
        transaction.commit();
    } catch (const std::invalid_argument& fork) {
        return refuse("fork", fork.what());
    }
    ++report.files;
    report.events += std::int64_t(opened.events.size());
    return true;
}

}  // namespace foyer::sync

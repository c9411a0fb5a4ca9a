#include <algorithm>

#include "sync/folder/conflicts.h"
#include "sync/folder/pack_in_use.h"
#include "sync/folder/stream_heads.h"
#include "sync/kiosk/endorsements.h"
#include "sync/kiosk/kiosk_link.h"
#include "sync/kiosk/returning.h"

namespace foyer::sync {
namespace {

// What is taken in on the store's thread at a time: a registration never waits for more.
constexpr std::size_t slice = 200;

/// Ids begin with the time they were made at, see random_id().
WallTime born_at(const Id& id) {
    return std::stoll(id.substr(0, 12), nullptr, 16);
}

Listing of_instance(const Listing& listing, const std::string& instance_end) {
    Listing stream;
    for (const FileName& name : listing.names)
        if (name.instance_end == instance_end) stream.names.push_back(name);
    return stream;
}

void note_strange(Journal& journal, const Header& header, const Journal::Strange& strange) {
    Conflict conflict;
    conflict.noticed_at = journal.clock().now();
    conflict.kiosk = header.from;
    conflict.instance = header.instance;
    conflict.kind = ConflictKind::twin_event;
    conflict.detail = "another event has the same number; both are kept";
    Conflicts conflicts(journal.store());
    for (const Id& event : strange.twins) {
        conflict.subject = event;
        conflicts.note(conflict);
    }
    conflict.kind = ConflictKind::altered_event;
    conflict.detail = "the event that is here says something else; the first counts";
    for (const Id& event : strange.altered) {
        conflict.subject = event;
        conflicts.note(conflict);
    }
}

}  // namespace

void KioskExchange::take_answers() {
    Listing listing =
        list_stream(link_->folder, link_->folder.down(link_->identity.kiosk), headquarters_name,
                    {FileKind::answer, FileKind::snapshot, FileKind::part, FileKind::refusal});
    state_.strange_files += listing.strange;
    std::erase_if(listing.names,
                  [](const FileName& name) { return name.kind == FileKind::refusal; });
    Following current;
    on_store([&](Journal& journal) { current = following(journal.store()); });
    Listing others = listing;
    std::erase_if(others.names, [&](const FileName& name) {
        return !current.stream.empty() && current.stream.ends_with(name.instance_end);
    });
    std::optional<Header> newest;
    for (const Header& header :
         stream_heads(link_->folder, answers_source(), others, state_.problems)) {
        const bool newer = !newest || header.epoch > newest->epoch;
        if (newer && may_follow(header)) newest = header;
    }
    // What the old stream still holds counts until the new one begins.
    for (const Id& instance : {current.stream, newest ? newest->instance : Id()}) {
        if (instance.empty() || !superseded_.empty()) continue;
        const std::string end = instance.substr(instance.size() - 8);
        take_stream(of_instance(listing, end), instance);
    }
}

bool KioskExchange::may_follow(const Header& header) {
    const KioskIdentity& self = link_->identity;
    Following current;
    bool formerly = false;
    on_store([&](Journal& journal) {
        current = following(journal.store());
        const auto former = former_instances(journal.store());
        formerly = std::find(former.begin(), former.end(), header.reader) != former.end();
    });
    const bool for_another = !header.reader.empty() && header.reader != self.instance;
    if (for_another) {
        // A stream that began after this kiosk's enrolment file was made, for one of its name.
        const Enrolment& enrolment = link_->enrolment;
        const bool later =
            header.instance != enrolment.stream && born_at(header.instance) > enrolment.made_at;
        if (!formerly && later && header.epoch >= current.epoch) {
            superseded_ = "another machine was enrolled under the name of this kiosk";
        }
        return false;
    }
    if (current.stream.empty()) return header.epoch >= current.epoch;
    if (header.epoch > current.epoch) return true;
    if (header.epoch < current.epoch) return false;
    Conflict conflict;
    conflict.noticed_at = clock_.now();
    conflict.kind = ConflictKind::second_stream;
    conflict.kiosk = headquarters_name;
    conflict.instance = header.instance;
    conflict.detail = "headquarters writes two streams in one epoch: it was copied or restored";
    state_.problems.push_back({SyncProblemKind::not_permitted, header.instance, conflict.detail});
    on_store([&](Journal& journal) {
        // Headquarters hears of it by what this kiosk acknowledges.
        if (Conflicts(journal.store()).note(conflict)) {
            speak_up(journal.store());
        }
    });
    return false;
}

StreamSource KioskExchange::answers_source(const Id& instance) const {
    return {link_->folder.down(link_->identity.kiosk),
            headquarters_name,
            link_->identity.kiosk,
            instance,
            only(link_->enrolment.answers),
            options_.release};
}

void KioskExchange::take_stream(const Listing& listing, const Id& instance) {
    StreamReader reader(link_->folder, answers_source(instance), listing, with_store(),
                        clock_.now());
    StreamMark mark;
    const auto read_mark = [&](Journal& journal) {
        mark = ReceivedStreams(journal.store()).mark(headquarters_name, instance);
    };
    on_store(read_mark);
    while (const auto file = reader.next(mark)) {
        if (!take_file(reader, *file)) break;
        on_store(read_mark);
    }
    reader.finish(mark, [&](const Header& header) {
        on_store([&](Journal& journal) { hear(journal, header); });
    });
    state_.files_ahead += reader.ahead();
    state_.problems.insert(state_.problems.end(), reader.problems().begin(),
                           reader.problems().end());
}

bool KioskExchange::take_file(StreamReader& reader, const OpenedFile& file) {
    const std::string name = name_of(file.header, file.hash).text();
    const OpenedContent opened = open_sealed(file, {link_->identity.sealing});
    if (opened.fault == EnvelopeFault::none) {
        if (file.header.kind == FileKind::snapshot && !take_parts(reader, file)) return false;
        const bool matters =
            opened.content.companion.has_value() || opened.content.photos.has_value();
        take_content(file, opened.content, {opened.content.events.size(), "", 0, matters});
        return true;
    }
    state_.problems.push_back(problem_of(opened.fault, name));
    // Nobody can read it, now or later: the stream goes on without it, and headquarters is told.
    const bool sealed_to_another = opened.fault == EnvelopeFault::sealed_to_another;
    Conflict conflict;
    conflict.noticed_at = clock_.now();
    conflict.kind = ConflictKind::refused_file;
    conflict.kiosk = headquarters_name;
    conflict.instance = file.header.instance;
    conflict.seq = file.header.seq;
    conflict.subject = file.hash;
    conflict.detail = std::string(explain(opened.fault));
    on_store([&](Journal& journal) { Conflicts(journal.store()).note(conflict); });
    take_content(file, {}, {0, sealed_to_another ? "sealed_to_another" : "damaged"});
    return true;
}

bool KioskExchange::take_parts(StreamReader& reader, const OpenedFile& manifest) {
    for (std::size_t number = 0; number < manifest.header.blobs.size(); ++number) {
        const auto part = reader.part(manifest, number);
        if (!part) return false;
        const OpenedContent opened = open_sealed(*part, {link_->identity.sealing});
        if (opened.fault != EnvelopeFault::none) {
            const std::string name = name_of(part->header, part->hash).text();
            state_.problems.push_back(problem_of(opened.fault, name));
            return false;
        }
        take_slices(opened.content);
    }
    return true;
}

/// Events may be taken in before the manifest's mark is set: they are what they are, however often
/// they come.
void KioskExchange::take_slices(const SealedContent& content) {
    for (std::size_t at = 0; at < content.events.size(); at += slice) {
        const auto begin = content.events.begin() + std::ptrdiff_t(at);
        const auto end = begin + std::ptrdiff_t(std::min(slice, content.events.size() - at));
        on_store([&](Journal& journal) {
            Transaction transaction(journal.store().database());
            fresh_ += journal.take_in({begin, end});
            transaction.commit();
        });
    }
    if (!content.endorsement) return;
    on_store([&](Journal& journal) {
        Endorsements(journal).keep(*content.endorsement, content.events);
    });
}

void KioskExchange::take_content(const OpenedFile& file, const SealedContent& content,
                                 const Taken& taken) {
    const Header& header = file.header;
    on_store([&](Journal& journal) {
        Store& store = journal.store();
        Transaction transaction(store.database());
        Journal::Strange strange;
        fresh_ += journal.take_in(content.events, &strange);
        note_strange(journal, header, strange);
        if (content.endorsement && !content.events.empty()) {
            Endorsements(journal).keep(*content.endorsement, content.events);
        }
        const Following before = following(store);
        if (content.companion) set_pack_companion(store, content.companion->text);
        if (content.photos) PhotoSender::hear(store, *content.photos);
        if (content.have) set_return_due(store, {*content.have, header.epoch > before.epoch});
        const bool news = before.stream != header.instance ||
                          before.reads_from != header.reads_from ||
                          before.reads_to != header.reads_to;
        if (news) {
            follow(store, {header.instance, header.epoch, header.reads_from, header.reads_to});
        }
        ReceivedStreams(store).advance(file, taken, clock_.now());
        hear(journal, header);
        transaction.commit();
    });
}

void KioskExchange::hear(Journal& journal, const Header& header) {
    const Id& self = link_->identity.instance;
    SentFiles sent(journal.store());
    for (const Acknowledgement& word : header.acknowledgements) {
        if (word.instance != self) continue;
        const Heard heard = sent.acknowledge(headquarters_name, word);
        const bool forked = word.level == AcknowledgementLevel::rejected && word.code == "fork" &&
                            sent.wrote(headquarters_name, word);
        if (heard == Heard::beyond || forked) {
            superseded_ =
                "headquarters knows another history of this store: it was cloned, or "
                "brought back from a backup";
        } else if (heard == Heard::refused) {
            // Its events are here, and may be understood when they come another way.
            set_return_due(journal.store(), {{}, true});
        }
    }
    if (header.wants_of != self || header.wants.empty()) return;
    // Who asks is answered. If something else bears the number of the next file, only that file
    // ends the asking.
    speak_up(journal.store());
    if (sent.want(headquarters_name, self, header.wants)) return;
    // The bytes are gone, the events are not.
    if (!return_due(journal.store())) set_return_due(journal.store(), {{}, true});
}

}  // namespace foyer::sync

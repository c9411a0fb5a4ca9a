#include "sync/kiosk/returning.h"

#include <algorithm>
#include <utility>

#include "sync/folder/gather.h"
#include "sync/folder/snapshot_writer.h"
#include "sync/format/event_json.h"
#include "sync/kiosk/endorsements.h"
#include "sync/kiosk/kiosk_link.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr const char* setting = "sync.return";

std::size_t weight_of(const std::vector<Event>& events) {
    std::size_t sum = 0;
    for (const Event& event : events)
        sum += weight(event);
    return sum;
}

/// The manifest is frozen, what it carries leaves the queue, and the debt is paid.
void keep_return(Store& store, const SnapshotWriter::Manifest& manifest, WallTime now) {
    Transaction transaction(store.database());
    SnapshotWriter::keep(store, manifest, now);
    Statement taken(store.database(), "DELETE FROM outbox WHERE position <= ?");
    taken.bind_all(manifest.file.position);
    taken.exec();
    clear_return_due(store);
    ReceivedStreams(store).answered(headquarters_name, following(store).stream, now);
    transaction.commit();
}

}  // namespace

std::optional<ReturnDue> return_due(Store& store) {
    const std::string text = store.setting(setting).value_or("");
    if (text.empty()) return std::nullopt;
    const json object = json::parse(text);
    ReturnDue due;
    due.have = have_in(object.at("have")).value_or(Have());
    due.answer = object.at("answer").get<bool>();
    return due;
}

void set_return_due(Store& store, const ReturnDue& due) {
    const json object = {{"have", to_json(due.have)}, {"answer", due.answer}};
    store.set_setting(setting, object.dump());
}

void clear_return_due(Store& store) {
    store.set_setting(setting, "");
}

bool is_empty(const SealedContent& content) {
    return content.events.empty() && content.returned.empty();
}

Lacking::Lacking(Journal& journal, const Have& theirs, bool current)
    : own_(former_instances(journal.store())), common_(common(journal.store(), theirs)) {
    if (current) own_.push_back(journal.author().instance);
}

bool Lacking::is_own(const Event& event) const {
    return std::find(own_.begin(), own_.end(), event.stamp.instance) != own_.end();
}

std::optional<ReturnedEvents> Lacking::take(Journal& journal) {
    if (left_over_) return std::exchange(left_over_, std::nullopt);
    return Endorsements(journal).next(endorsement_, common_);
}

SealedContent Lacking::next(Journal& journal) {
    const auto wanted = [&](const Event& event) { return is_own(event) && !is_in(common_, event); };
    Gathered own = gather(journal, position_, wanted, one_part);
    position_ = own.position;
    SealedContent content;
    content.events = std::move(own.events);
    if (!content.events.empty()) return content;
    std::size_t events = 0, filled = 0;
    while (auto returned = take(journal)) {
        events += returned->events.size();
        filled += weight_of(returned->events);
        const bool full = events > one_part.events || filled > one_part.weight;
        if (full && !content.returned.empty()) {
            left_over_ = std::move(returned);
            break;
        }
        content.returned.push_back(std::move(*returned));
    }
    return content;
}

bool KioskExchange::freeze_return() {
    std::optional<Lacking> lacking;
    SealedContent content, last;
    Header header = header_to_headquarters(link_->identity, clock_.now(), options_.release);
    on_store([&](Journal& journal) {
        Store& store = journal.store();
        const auto due = return_due(store);
        if (!due) return;
        // What was registered since is on its way by itself: a reason to give it back it is not.
        const bool lacks =
            due->answer || !is_empty(Lacking(journal, due->have, false).next(journal));
        if (!lacks) return clear_return_due(store);
        lacking.emplace(journal, due->have, true);
        content = lacking->next(journal);
        const StreamEnd end = SentFiles(store).end(headquarters_name, header.instance);
        const Following stream = following(store);
        header.seq = end.seq + 1;
        header.previous = end.hash;
        header.epoch = stream.epoch;
        header.schema = schema_for(stream.reads_from, stream.reads_to, options_.release)
                            .value_or(options_.release.newest);
        header.acknowledgements =
            ReceivedStreams(store).acknowledgements(headquarters_name, stream.stream);
        last.have = have_of(store);
    });
    if (!lacking) return false;
    SnapshotWriter writer(with_store(), header, link_->enrolment.sealing, link_->identity.signing,
                          random_);
    while (!is_empty(content)) {
        writer.add(content);
        on_store([&](Journal& journal) { content = lacking->next(journal); });
    }
    SnapshotWriter::Manifest manifest = writer.finish(last);
    manifest.file.position = lacking->position();
    on_store([&](Journal& journal) { keep_return(journal.store(), manifest, clock_.now()); });
    move_anchor();
    return true;
}

}  // namespace foyer::sync

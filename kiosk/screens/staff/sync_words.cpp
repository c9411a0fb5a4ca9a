#include "kiosk/screens/staff/sync_words.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "kiosk/screens/staff/staff_frame.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

using sync::SyncHealth;
using sync::SyncProblemKind;

/// As much as a clock may be off before somebody should look at it: merging clamps at ten minutes
/// (design §3), and the figure is an upper bound.
constexpr WallTime clock_tolerance = 5 * one_minute;

struct HealthWords {
    Text title, explained, folder;
    Tone tone;
    Icon icon;
    bool folder_lit;
};

HealthWords health_words(SyncHealth health) {
    switch (health) {
        case SyncHealth::no_headquarters:
            return {Text::sync_health_no_headquarters,
                    Text::sync_health_no_headquarters_why,
                    Text::sync_folder_none,
                    Tone::neutral,
                    Icon::store,
                    false};
        case SyncHealth::in_order:
            return {Text::sync_health_in_order, Text::sync_health_in_order_why,
                    Text::sync_folder_in_order, Tone::ok,
                    Icon::check_check,          true};
        case SyncHealth::waiting:
            return {Text::sync_health_waiting,
                    Text::sync_health_waiting_why,
                    Text::sync_folder_in_order,
                    Tone::info,
                    Icon::hourglass,
                    true};
        case SyncHealth::folder_missing:
            return {Text::sync_health_folder_missing,
                    Text::sync_health_folder_missing_why,
                    Text::sync_folder_missing,
                    Tone::warn,
                    Icon::usb,
                    false};
        case SyncHealth::folder_refused:
            return {Text::sync_health_folder_refused,
                    Text::sync_health_folder_refused_why,
                    Text::sync_folder_refused,
                    Tone::bad,
                    Icon::x_circle,
                    false};
        case SyncHealth::disk_full:
            return {Text::sync_health_disk_full, Text::sync_health_disk_full_why,
                    Text::sync_folder_full,      Tone::bad,
                    Icon::alert_triangle,        false};
        case SyncHealth::fault:
            break;
    }
    return {Text::sync_health_fault, Text::sync_health_fault_why,
            Text::sync_folder_fault, Tone::bad,
            Icon::alert_triangle,    false};
}

Text problem_text(SyncProblemKind kind) {
    switch (kind) {
        case SyncProblemKind::torn:
            return Text::sync_problem_torn;
        case SyncProblemKind::altered:
            return Text::sync_problem_altered;
        case SyncProblemKind::foreign:
            return Text::sync_problem_foreign;
        case SyncProblemKind::newer_release:
            return Text::sync_problem_newer_release;
        case SyncProblemKind::not_permitted:
            return Text::sync_problem_not_permitted;
        case SyncProblemKind::pack_refused:
            return Text::sync_problem_pack_refused;
        case SyncProblemKind::unreadable:
            break;
    }
    return Text::sync_problem_unreadable;
}

std::vector<SyncCount> counts(const Translator& text, const sync::SyncState& state) {
    const auto count = [&](std::int64_t number, Text label, Text why, Tone tone, Icon icon) {
        return SyncCount{number, text.number(number), text(label), text(why), tone, icon};
    };
    std::vector<SyncCount> rows = {
        count(state.not_written, Text::sync_row_not_written, Text::sync_row_not_written_why,
              state.health == SyncHealth::no_headquarters ? Tone::neutral : Tone::warn,
              Icon::clock),
        count(state.written_waiting, Text::sync_row_waiting, Text::sync_row_waiting_why, Tone::info,
              Icon::inbox),
        count(state.applied, Text::sync_row_applied, Text::sync_row_applied_why, Tone::ok,
              Icon::check_circle),
        count(state.fetched, Text::sync_row_fetched, Text::sync_row_fetched_why, Tone::ok,
              Icon::cloud_check),
        count(state.rejected, Text::sync_row_rejected, Text::sync_row_rejected_why, Tone::bad,
              Icon::x_circle),
    };
    // Most kiosks take none, most of the time.
    const std::int64_t photos = state.photos_not_written + state.photos_waiting;
    if (photos > 0) {
        rows.push_back(count(photos, Text::sync_row_photos, Text::sync_row_photos_why, Tone::info,
                             Icon::images));
    }
    return rows;
}

/// What a person has to do something about comes before how the exchange stands.
std::vector<SyncNotice> notices(const Translator& text, const sync::SyncState& state) {
    const HealthWords health = health_words(state.health);
    std::vector<SyncNotice> all;
    if (state.needs_enrolment) {
        all.push_back(
            {text(Text::sync_enrol), text(Text::sync_enrol_why), Tone::bad, Icon::phone_call});
    }
    // To whom nothing can be said, nothing else can be in order.
    const bool said = state.needs_enrolment;
    const SyncNotice standing{text(health.title), text(health.explained), health.tone, health.icon};
    const bool trouble = health.tone == Tone::bad || health.tone == Tone::warn;
    if (trouble) all.push_back(standing);
    if (state.reserve_used && state.health != SyncHealth::disk_full) {
        all.push_back({text(Text::sync_reserve), text(Text::sync_reserve_why), Tone::warn,
                       Icon::alert_triangle});
    }
    if (state.conflicts > 0) {
        all.push_back({text(Text::sync_conflicts, {{"n", std::int64_t(state.conflicts)}}),
                       text(Text::sync_conflicts_why), Tone::warn, Icon::merge});
    }
    // "All in order" beside something that is not would be understood as either.
    const bool contradicts = state.health == SyncHealth::in_order && !all.empty();
    if (!trouble && !said && !contradicts) all.push_back(standing);
    return all;
}

/// Under the folder's door: whether a stick may be pulled out now, where there is one.
std::pair<std::string, Tone> folder_words(const Translator& text, const sync::SyncState& state) {
    const bool there = state.health == SyncHealth::in_order || state.health == SyncHealth::waiting;
    if (!there) return {text(health_words(state.health).folder), Tone::neutral};
    if (state.safe_to_remove()) return {text(Text::sync_safe), Tone::ok};
    return {text(Text::sync_not_safe), Tone::warn};
}

/// "40 秒", "3 分钟", "2 小时"
std::string span(const Translator& text, WallTime length) {
    if (length < one_minute) return text(Text::seconds, {{"n", length / one_second}});
    if (length < one_hour) return text(Text::minutes, {{"n", length / one_minute}});
    return text(Text::hours, {{"n", length / one_hour}});
}

SyncFact clock_fact(const Translator& text, const sync::SyncState& state) {
    SyncFact fact;
    fact.label = text(Text::sync_fact_clock);
    if (!state.clock_skew) {
        fact.caption = text(Text::sync_fact_clock_unknown);
        return fact;
    }
    const WallTime skew = std::abs(*state.clock_skew);
    const bool right = skew < clock_tolerance;
    fact.caption = text(Text::sync_fact_clock_skew, {{"n", span(text, skew)}});
    fact.verdict = text(right ? Text::sync_fact_clock_right : Text::sync_fact_clock_wrong);
    fact.tone = right ? Tone::ok : Tone::warn;
    return fact;
}

std::vector<SyncFact> facts(const Translator& text, const sync::SyncState& state,
                            const std::string& installed_pack, WallTime now) {
    const bool enrolled = !state.kiosk.empty();
    SyncFact identity{text(Text::sync_fact_identity), state.kiosk,
                      text(enrolled ? Text::sync_fact_enrolled : Text::sync_fact_not_enrolled),
                      enrolled ? Tone::ok : Tone::neutral};
    if (state.needs_enrolment) {
        identity.verdict = text(Text::sync_tag_enrol);
        identity.tone = Tone::bad;
    }
    SyncFact pack{text(Text::sync_fact_pack),
                  text(Text::sync_fact_pack_version, {{"version", installed_pack}}),
                  text(state.pack_version.empty() ? Text::sync_fact_pack_installed
                                                  : Text::sync_fact_pack_received),
                  Tone::ok};
    SyncFact last{text(Text::sync_fact_last), "", "", Tone::neutral};
    if (state.last_exchange == 0) {
        last.caption = text(Text::sync_fact_never);
    } else {
        last.caption =
            text.month_and_day(state.last_exchange) + " " + text.time_of_day(state.last_exchange);
        last.verdict = how_long_ago(text, state.last_exchange, now);
        last.tone = now - state.last_exchange < one_day ? Tone::ok : Tone::warn;
    }
    return {identity, clock_fact(text, state), pack, last};
}

std::vector<std::string> problem_lines(const Translator& text, const sync::SyncState& state) {
    std::vector<std::string> lines;
    const auto how_many = [&](Text key, std::size_t number) {
        if (number > 0) lines.push_back(text(key, {{"n", std::int64_t(number)}}));
    };
    how_many(Text::sync_problems, state.problems.size());
    for (const sync::SyncProblem& problem : state.problems)
        lines.push_back(text(problem_text(problem.kind)) + "\n" + problem.file);
    how_many(Text::sync_ahead, std::size_t(std::max(0, state.files_ahead)));
    how_many(Text::sync_strange, std::size_t(std::max(0, state.strange_files)));
    // Plain English, for whoever looks after the folder.
    const bool fault = state.health == SyncHealth::fault || state.health == SyncHealth::disk_full ||
                       state.health == SyncHealth::folder_refused;
    if (fault && !state.detail.empty()) lines.push_back(state.detail);
    return lines;
}

}  // namespace

SyncWords sync_words(const Translator& text, const sync::SyncState& state,
                     const std::string& installed_pack, WallTime now) {
    const HealthWords health = health_words(state.health);
    SyncWords words;
    words.here = text(Text::sync_records, {{"n", state.records}});
    std::tie(words.folder, words.folder_tone) = folder_words(text, state);
    words.folder_lit = health.folder_lit;
    words.headquarters_lit = state.health == SyncHealth::in_order;
    words.headquarters =
        state.kiosk.empty() ? text(Text::sync_not_joined)
        : state.last_answer == 0
            ? text(Text::sync_never_answered)
            : text(Text::sync_answered, {{"when", how_long_ago(text, state.last_answer, now)}});
    words.written =
        text(Text::sync_written, {{"n", state.written_waiting + state.applied + state.rejected}});
    words.fetched = text(Text::sync_fetched, {{"n", state.fetched}});
    words.on_the_way = state.written_waiting > 0
                           ? text(Text::sync_on_the_way, {{"n", state.written_waiting}})
                           : text(Text::sync_arrived, {{"n", state.applied}});
    words.counts = counts(text, state);
    words.notices = notices(text, state);
    words.problems = problem_lines(text, state);
    words.facts = facts(text, state, installed_pack, now);
    return words;
}

}  // namespace foyer::kiosk

#include "sync/headquarters/listing.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace foyer::sync {
namespace {

using nlohmann::json;

std::string_view word_of(FolderState state) {
    switch (state) {
        case FolderState::present:
            return "in order";
        case FolderState::missing:
            return "missing";
        case FolderState::foreign:
            return "of another headquarters";
        case FolderState::damaged:
            return "damaged";
    }
    return "";
}

std::string yuan(std::int64_t fen) {
    char text[40];
    std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(fen / 100),
                  static_cast<long long>(fen % 100));
    return text;
}

json promised_amount(Headquarters& headquarters, const ReferralListing& item) {
    if (item.state != ReferralState::ordered || !headquarters.desk()) return item.amount;
    const auto reward = headquarters.desk()->reward_of(item.referral);
    return reward ? reward->amount : 0;
}

json referral_json(Headquarters& headquarters, const ReferralListing& item) {
    return {{"id", item.referral},
            {"referrer", {{"id", item.referrer}, {"name", item.referrer_name}}},
            {"referred", {{"id", item.referred}, {"name", item.referred_name}}},
            {"state", word(item.state)},
            {"rejection", word(item.rejection)},
            {"level", word(item.level)},
            {"consultant", item.consultant},
            {"product", item.product},
            {"submitted_at", iso_time(item.submitted_at)},
            {"visited_at", iso_time(item.visited_at)},
            {"ordered_at", iso_time(item.ordered_at)},
            {"granted_at", iso_time(item.granted_at)},
            {"amount_fen", promised_amount(headquarters, item)}};
}

json claim_json(const ClaimListing& item) {
    return {{"id", item.claim},
            {"referrer", {{"id", item.referrer}, {"name", item.referrer_name}}},
            {"receipt", item.receipt},
            {"kiosk", item.kiosk},
            {"staff", item.staff},
            {"state", word(item.state)},
            {"requested_at", iso_time(item.requested_at)},
            {"decided_at", iso_time(item.decided_at)},
            {"amount_fen", item.amount}};
}

/// Takes a number of exactly `digits` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    int value = 0;
    if (text.size() < digits) return std::nullopt;
    const auto read = std::from_chars(text.data(), text.data() + digits, value);
    if (read.ec != std::errc{} || read.ptr != text.data() + digits || value < 0)
        return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

/// "10:24" as milliseconds.
std::optional<WallTime> take_hours(std::string_view& text) {
    const auto hours = take_number(text, 2);
    if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_number(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    return *hours * one_hour + *minutes * one_minute;
}

}  // namespace

std::string iso_time(WallTime when) {
    if (when == 0) return "";
    const std::int64_t day = when >= 0 ? when / one_day : (when - one_day + 1) / one_day;
    const auto seconds = int((when - day * one_day) / one_second);
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", seconds / 3600, seconds / 60 % 60,
                  seconds % 60);
    return Date::from_day_number(day).iso() + text;
}

std::optional<WallTime> from_iso_time(std::string_view text) {
    const auto date = Date::from_iso(text.substr(0, 10));
    if (!date) return std::nullopt;
    text.remove_prefix(10);
    if (!take(text, 'T')) return std::nullopt;
    const auto time = take_hours(text);
    if (!time) return std::nullopt;
    WallTime moment = date->day_number() * one_day + *time;
    if (take(text, ':')) {
        const auto seconds = take_number(text, 2);
        if (!seconds || *seconds > 59) return std::nullopt;
        moment += *seconds * one_second;
    }
    if (text == "Z") return moment;
    const bool east = take(text, '+');
    if (!east && !take(text, '-')) return std::nullopt;
    const auto offset = take_hours(text);
    if (!offset || !text.empty()) return std::nullopt;
    return east ? moment - *offset : moment + *offset;
}

std::string status_text(const HeadquartersStatus& status) {
    std::string text = "folder: " + std::string(word_of(status.folder)) + "\n";
    text += "records: " + std::to_string(status.events) + "\n";
    text += "pack: " + (status.pack.empty() ? "none published" : status.pack) + "\n";
    text += "last run: " + (status.last_run ? iso_time(status.last_run) : "never") + "\n";
    text += "last backup: " + (status.last_backup ? iso_time(status.last_backup) : "never") + "\n";
    text += "epoch: " + std::to_string(status.epoch) + "\n";
    if (status.conflicts > 0) {
        text += "conflicts: " + std::to_string(status.conflicts) + ", see `foyer-hq conflicts`\n";
    }
    for (const KioskStatus& kiosk : status.kiosks) {
        text += "kiosk " + kiosk.name + ": ";
        if (kiosk.revoked) {
            text += "revoked\n";
            continue;
        }
        if (!kiosk.introduced) {
            text += "enrolled, not heard of yet\n";
            continue;
        }
        text += std::to_string(kiosk.events) + " records, last heard " +
                iso_time(kiosk.last_heard) + ", clock " +
                std::to_string(kiosk.clock_skew / one_second) + " s, " +
                std::to_string(kiosk.unanswered) + " answers on their way" +
                (kiosk.holding ? ", asked what it has\n" : "\n");
    }
    for (const SyncProblem& problem : status.problems)
        text += "not used: " + problem.file + ": " + problem.reason + "\n";
    return text;
}

std::string status_json(const HeadquartersStatus& status) {
    json kiosks = json::array(), problems = json::array();
    for (const KioskStatus& kiosk : status.kiosks) {
        kiosks.push_back({{"name", kiosk.name},
                          {"introduced", kiosk.introduced},
                          {"last_heard", iso_time(kiosk.last_heard)},
                          {"records", kiosk.events},
                          {"clock_skew_ms", kiosk.clock_skew},
                          {"answers_waiting", kiosk.unanswered},
                          {"holding", kiosk.holding},
                          {"revoked", kiosk.revoked}});
    }
    for (const SyncProblem& problem : status.problems)
        problems.push_back({{"file", problem.file}, {"reason", problem.reason}});
    const json object = {{"folder", word_of(status.folder)},
                         {"records", status.events},
                         {"pack", status.pack},
                         {"last_run", iso_time(status.last_run)},
                         {"last_backup", iso_time(status.last_backup)},
                         {"epoch", status.epoch},
                         {"conflicts", status.conflicts},
                         {"kiosks", kiosks},
                         {"problems", problems}};
    return object.dump(2) + "\n";
}

std::string referrals_text(Headquarters& headquarters) {
    std::string text;
    for (const ReferralListing& item : headquarters.referrals()) {
        const auto amount = promised_amount(headquarters, item).get<std::int64_t>();
        text += "referral " + item.referral + "  " + std::string(word(item.state)) + "  " +
                yuan(amount) + "  " + item.referrer_name + " -> " + item.referred_name;
        if (item.rejection != ReferralRejection::none) {
            text += "  (" + std::string(word(item.rejection)) + ")";
        }
        text += "\n";
    }
    for (const ClaimListing& item : headquarters.claims()) {
        text += "claim    " + item.claim + "  " + std::string(word(item.state)) + "  " +
                yuan(item.amount) + "  " + item.referrer_name + "  receipt " + item.receipt +
                " at " + item.kiosk + "\n";
    }
    return text.empty() ? "no referrals yet\n" : text;
}

std::string referrals_json(Headquarters& headquarters) {
    json referrals = json::array(), claims = json::array();
    for (const ReferralListing& item : headquarters.referrals())
        referrals.push_back(referral_json(headquarters, item));
    for (const ClaimListing& item : headquarters.claims())
        claims.push_back(claim_json(item));
    return json{{"referrals", referrals}, {"claims", claims}}.dump(2) + "\n";
}

std::string run_text(const RunReport& report) {
    return "took in " + std::to_string(report.files) + " files with " +
           std::to_string(report.events) + " records, issued " + std::to_string(report.codes) +
           " codes, wrote " + std::to_string(report.answers) + " answers" +
           (report.photos > 0 ? ", took in " + std::to_string(report.photos) + " parts of photos"
                              : "") +
           (report.conflicts > 0 ? ", noticed " + std::to_string(report.conflicts) +
                                       " conflicts: see `foyer-hq conflicts`"
                                 : "");
}

}  // namespace foyer::sync

#include "kiosk/program/check.h"

#include <chrono>
#include <ostream>
#include <thread>

#include "kiosk/input/handwriting.h"
#include "kiosk/input/rime_composer.h"
#include "kiosk/scan/gst_camera.h"
#include "kiosk/shell/shell.h"
#include "kiosk/shell/window.h"
#include "shared/journal/store.h"
#include "shared/pack/pack_loader.h"
#include "shared/text/text_keys.h"
#include "sync/enrolment.h"

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

enum class Verdict { good, note, bad };

constexpr std::int64_t camera_patience = 6 * one_second;
constexpr std::uint64_t least_free_bytes = std::uint64_t(512) << 20;
/// No kiosk of this release ran before this day: 2026-01-01.
constexpr WallTime earliest_plausible = 1'767'225'600'000;

/// Answers as they come, counting what is wrong.
class Report {
  public:
    Report(const Translator& text, std::ostream& out) : text_(text), out_(out) {}

    void say(Verdict verdict, Text what, const TextArguments& arguments = {}) {
        static constexpr const char* marks[] = {"  ok  ", "  --  ", "  !!  "};
        const std::string words = arguments.empty() ? text_(what) : text_(what, arguments);
        out_ << marks[int(verdict)] << words << std::endl;
        if (verdict == Verdict::bad) ++bad_;
    }
    int bad() const { return bad_; }

  private:
    const Translator& text_;
    std::ostream& out_;
    int bad_ = 0;
};

void check_display(const CommandLine& words, Report& report) {
    const SystemClock clock;
    SystemFiles files;
    ShellOptions options;
    options.icon_folder = words.assets / "icons";
    std::string missing;
    for (const std::string& font : options.fonts.missing())
        missing += font + " ";
    report.say(missing.empty()          ? Verdict::good
               : options.fonts.enough() ? Verdict::note
                                        : Verdict::bad,
               missing.empty() ? Text::check_fonts_good : Text::check_fonts_missing,
               missing.empty() ? TextArguments{} : TextArguments{{"detail", missing}});
    if (!options.fonts.enough()) return;
    try {
        const Shell shell(options, clock, files, [](InputQueue& input) {
            return std::make_unique<Window>(WindowOptions{.size = PixelSize{320, 320}}, input);
        });
        report.say(Verdict::good, Text::check_display_good);
    } catch (const std::exception& fault) {
        report.say(Verdict::bad, Text::check_display_missing,
                   {{"detail", std::string(fault.what())}});
    }
}

void check_pack(const CommandLine& words, Report& report) {
    const PackResult pack = load_pack(words.pack, words.assets / "schemas");
    if (const auto* problem = std::get_if<PackProblem>(&pack)) {
        report.say(Verdict::bad, Text::check_pack_refused, {{"detail", problem->message()}});
        return;
    }
    const Pack& good = std::get<Pack>(pack);
    report.say(Verdict::good, Text::check_pack_good,
               {{"name", good.name}, {"version", good.version}});
}

void check_clock(WallTime last_event, Report& report) {
    const WallTime now = SystemClock().now();
    if (now < earliest_plausible) {
        report.say(Verdict::bad, Text::check_clock_early);
    } else if (now < last_event) {
        report.say(Verdict::bad, Text::check_clock_behind,
                   {{"minutes", (last_event - now) / one_minute}});
    } else {
        report.say(Verdict::good, Text::check_clock_good);
    }
}

/// The time of the newest event written here, 0 if there is none.
WallTime check_store(const CommandLine& words, Report& report) {
    const fs::path file = words.home / "store.db";
    SystemFiles files;
    if (!files.exists(file)) {
        report.say(Verdict::note, Text::check_store_new, {{"folder", words.home.string()}});
        return 0;
    }
    try {
        Store store(file);
        if (const auto fault = store.fault()) {
            report.say(Verdict::bad, Text::check_store_damaged, {{"detail", *fault}});
            return 0;
        }
        report.say(Verdict::good, Text::check_store_good, {{"count", store.event_count()}});
        if (files.free_space(file) < least_free_bytes) {
            report.say(Verdict::bad, Text::check_disk_low,
                       {{"megabytes", std::int64_t(files.free_space(file) >> 20)}});
        }
        return store.newest_own_event();
    } catch (const std::exception& fault) {
        report.say(Verdict::bad, Text::check_store_damaged,
                   {{"detail", std::string(fault.what())}});
        return 0;
    }
}

void check_headquarters(const CommandLine& words, Report& report) {
    SystemFiles files;
    const sync::EnrolmentResult enrolment =
        sync::load_enrolment(files, sync::enrolment_path(words.home));
    if (enrolment.fault == sync::EnrolmentFault::missing) {
        report.say(Verdict::note, Text::check_not_enrolled,
                   {{"file", sync::enrolment_path(words.home).string()}});
        return;
    }
    if (!enrolment.enrolment) {
        report.say(Verdict::bad, Text::check_enrolment_bad, {{"detail", enrolment.detail}});
        return;
    }
    report.say(Verdict::good, Text::check_enrolled, {{"kiosk", enrolment.enrolment->kiosk}});
    if (words.sync_folder.empty() || !files.exists(words.sync_folder / "root.json")) {
        report.say(Verdict::bad, Text::check_sync_folder_missing,
                   {{"folder", words.sync_folder.string()}});
        return;
    }
    report.say(Verdict::good, Text::check_sync_folder_good,
               {{"folder", words.sync_folder.string()}});
}

/// Asks both engines a real question.
void check_typing(const CommandLine& words, Report& report) {
    try {
        ComposeQuery query;
        query.keys = "zhang";
        if (RimeComposer({.schemas = words.assets / "rime"}).compose(query).candidates.empty()) {
            throw std::runtime_error("no word for zhang");
        }
        const std::vector<InkStroke> one = {{{100, 500}, {900, 500}}};
        if (Handwriting(FOYER_HANDWRITING_TEMPLATES).recognise({.strokes = one}).empty()) {
            throw std::runtime_error("no character for one stroke");
        }
        report.say(Verdict::good, Text::check_typing_good);
    } catch (const std::exception& fault) {
        report.say(Verdict::bad, Text::check_typing_bad, {{"detail", std::string(fault.what())}});
    }
}

void check_camera(const CommandLine& words, Report& report) {
    const SystemClock clock;
    try {
        GstCamera camera({.source = words.camera}, clock);
        camera.start({[](const std::string&) {}, [] {}});
        const std::int64_t until = clock.ticks() + camera_patience;
        CameraStatus status = camera.status();
        while (status.state == CameraState::starting && clock.ticks() < until) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            status = camera.status();
        }
        camera.stop();
        if (status.state == CameraState::running) {
            report.say(Verdict::good, Text::check_camera_good);
        } else {
            // Codes can be typed, and a hardware scanner needs no camera.
            report.say(Verdict::note, Text::check_camera_missing, {{"detail", status.detail}});
        }
    } catch (const std::exception& fault) {
        report.say(Verdict::note, Text::check_camera_missing,
                   {{"detail", std::string(fault.what())}});
    }
}

}  // namespace

int check_kiosk(const CommandLine& words, std::ostream& out) {
    const Translator text(words.locale);
    Report report(text, out);
    check_display(words, report);
    check_pack(words, report);
    const WallTime last_event = check_store(words, report);
    check_headquarters(words, report);
    check_clock(last_event, report);
    check_typing(words, report);
    check_camera(words, report);
    if (report.bad() == 0) {
        out << text(Text::check_all_good) << std::endl;
        return 0;
    }
    out << text(Text::check_some_bad, {{"count", std::int64_t(report.bad())}}) << std::endl;
    return 1;
}

}  // namespace foyer::kiosk

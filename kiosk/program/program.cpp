#include "kiosk/program/program.h"

#include <utility>

#include "kiosk/input/rime_composer.h"
#include "kiosk/program/faults.h"
#include "kiosk/program/log.h"
#include "kiosk/scan/gst_camera.h"
#include "kiosk/screens/boot_problem.h"
#include "kiosk/screens/ways.h"
#include "shared/text/text_keys.h"
#include "sync/enrolment.h"

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr const char* pin_guard_setting = "pin.guard";

/// Let go of when the disk is full, so that reception goes on: room for some weeks of visits.
constexpr std::uint64_t bytes_for_a_full_disk = 16u << 20;

ShellOptions shell_options(const ProgramOptions& options) {
    ShellOptions shell;
    shell.defaults = options.defaults;
    shell.idle_limit = options.idle_limit;
    shell.icon_folder = options.assets / "icons";
    return shell;
}

/// The last good pack of headquarters, else the one this kiosk was installed with.
PackResult read_first_pack(const ProgramOptions& options) {
    const fs::path schemas = options.assets / "schemas";
    try {
        const fs::path file = options.home / "store.db";
        if (fs::exists(file)) {
            Store store(file);
            if (const auto sent = sync::SyncService::last_good_pack(store)) {
                PackResult pack = load_pack(*sent, schemas);
                if (std::holds_alternative<Pack>(pack)) return pack;
            }
        }
    } catch (const std::exception& fault) {
        // Told where records are asked for; a pack there is all the same.
        log_warning(std::string("the store was not asked for a pack: ") + fault.what());
    }
    return load_pack(options.pack, schemas);
}

std::unique_ptr<Camera> make_camera(const ProgramOptions& options, const Clock& clock) {
    try {
        return std::make_unique<GstCamera>(CameraOptions{.source = options.camera}, clock);
    } catch (const std::exception& fault) {
        log_warning(std::string("no camera: ") + fault.what());
        return nullptr;
    }
}

LazyEngines::Sources typing_sources(const ProgramOptions& options) {
    return {
        .composer =
            [assets = options.assets] {
                return std::make_unique<RimeComposer>(RimeFolders{.schemas = assets / "rime"});
            },
        .handwriting = [] { return std::make_unique<Handwriting>(FOYER_HANDWRITING_TEMPLATES); }};
}

Color brand_color(const Pack& pack) {
    return {pack.brand.color.red, pack.brand.color.green, pack.brand.color.blue};
}

}  // namespace

Program::Program(const ProgramOptions& options, const Clock& clock, Random& random, Files& files,
                 const Shell::MakeSurface& make_surface)
    : options_(options),
      clock_(clock),
      random_(random),
      files_(files),
      first_pack_(std::async(std::launch::async, [this] { return read_first_pack(options_); })),
      shell_(shell_options(options), clock, files, make_surface),
      pin_guard_(clock),
      records_(options.home / "store.db", clock, random),
      photos_(files, options.home),
      keys_(shell_.typing(), [this](const std::string& code) { shell_.navigator().on_code(code); }),
      typing_(shell_.tasks(), typing_sources(options)),
      sync_(
          {.home = options.home,
           .sync_folder = options.sync_folder,
           .interval = std::chrono::milliseconds(options.sync_interval),
           .schema_folder = options.assets / "schemas",
           .reserve = bytes_for_a_full_disk},
          [this](const std::function<void(Journal&)>& step) { records_.with_journal(step); }, clock,
          random, files, sync_callbacks()) {
    listen();
    start(first_pack_.get());
    sync_.start();
}

Program::~Program() {
    // It lends the records and posts to the shell: both must still be there.
    sync_.stop();
    // Screens hold what the members below own.
    shell_.navigator().clear();
    // What runs in the background reads the pack and writes the records.
    shell_.tasks().shut_down();
}

sync::SyncCallbacks Program::sync_callbacks() {
    return {.on_change = [this] { shell_.tasks().post([] {}); },
            .on_pack =
                [this](const fs::path& folder) {
                    shell_.tasks().post([this, folder] { take_pack(folder); });
                },
            .on_records = [this] { shell_.tasks().post([this] { ++records_version_; }); }};
}

void Program::listen() {
    shell_.tasks().on_failure([this](std::exception_ptr fault) { show_fault(fault); });
    shell_.photos().on_broken([](const fs::path& file, const std::string& reason) {
        log_warning("picture " + file.string() + " cannot be shown: " + reason);
    });
    shell_.photos().read_below(photos_.place(),
                               [this](const fs::path& name) { return photos_.read(name); });
    shell_.input().set_listener(&keys_);
    shell_.on_frame([this](Motion& motion) {
        keys_.poll(motion.now);
        const std::int64_t wait = keys_.next_poll(motion.now);
        if (wait != INT64_MAX) motion.wake_in(wait);
    });
    shell_.on_wipe([this] { go_home(); });
    shell_.on_idle_question([this] { return make_idle_question(*this); });
    scanner_ = std::make_unique<CameraScanner>(make_camera(options_, clock_), shell_.tasks(),
                                               clock_, [this](const std::string& code) {
                                                   shell_.noticed_someone();
                                                   shell_.navigator().on_code(code);
                                               });
    read_enrolment();
}

void Program::start(PackResult pack) {
    if (auto* problem = std::get_if<PackProblem>(&pack)) {
        log_warning("the pack is refused: " + problem->message());
        pack_problem_ = std::move(*problem);
        go_home();
        return;
    }
    show(std::make_shared<const Pack>(std::get<Pack>(std::move(pack))));
    restore_pin_guard();
}

void Program::show(std::shared_ptr<const Pack> pack) {
    // The page that slides out still shows the old one.
    previous_pack_ = std::exchange(pack_, std::move(pack));
    pack_problem_.reset();
    calendar_ = Calendar(pack_->time_zone);
    shell_.look().set_brand(brand_color(*pack_));
    shell_.photos().clear();
    records_.use_pack(pack_);
    shell_.navigator().reset(make_attract(*this));
}

void Program::take_pack(const fs::path& folder) {
    shell_.tasks().run(
        Lane::other, scope_,
        [folder, schemas = options_.assets / "schemas"] { return load_pack(folder, schemas); },
        [this](PackResult result) {
            if (auto* problem = std::get_if<PackProblem>(&result)) {
                log_warning("headquarters' pack is refused: " + problem->message());
                return;
            }
            next_pack_ = std::make_shared<const Pack>(std::get<Pack>(std::move(result)));
            const Screen* page = shell_.navigator().top();
            const bool nobody_there = !page || !page->allows_idle_return();
            if (nobody_there || pack_problem_) go_home();
        });
}

void Program::sign_out() {
    session_.reset();
    photos_.forget();
}

void Program::go_home() {
    sign_out();
    typing_.last_method.reset();
    if (next_pack_) return show(std::exchange(next_pack_, nullptr));
    if (pack_) return shell_.navigator().reset(make_attract(*this));
    shell_.navigator().reset(make_boot_problem(shell_, *pack_problem_));
}

void Program::read_enrolment() {
    const sync::EnrolmentResult result =
        sync::load_enrolment(files_, sync::enrolment_path(options_.home));
    if (result.enrolment) code_keys_ = result.enrolment->codes;
    if (result.fault != sync::EnrolmentFault::none &&
        result.fault != sync::EnrolmentFault::missing) {
        log_warning("the enrolment cannot be used: " + result.detail);
    }
}

void Program::restore_pin_guard() {
    ask(
        scope_,
        [](Desk& desk) { return desk.journal().store().setting(pin_guard_setting).value_or(""); },
        [this](const std::string& saved) {
            if (!saved.empty()) pin_guard_.restore(saved);
        });
}

void Program::check_pin(const TaskScope& scope, const std::string& staff, const std::string& pin,
                        std::function<void(PinOutcome)> done) {
    if (const std::int64_t wait = pin_guard_.wait(staff); wait > 0) {
        done({pin_guard_.locked(staff) ? PinAnswer::locked : PinAnswer::too_soon, wait,
              pin_guard_.tries_left(staff)});
        return;
    }
    const StaffMember* member = pack_->find_staff(staff);
    const std::string hash = member ? member->pin_hash : std::string();
    shell_.tasks().run(
        Lane::other, scope, [pin, hash] { return verify_pin(pin, hash); },
        [this, &scope, staff, done = std::move(done)](bool right) {
            pin_checked(scope, staff, right, done);
        });
}

void Program::pin_checked(const TaskScope& scope, const std::string& staff, bool right,
                          std::function<void(PinOutcome)> done) {
    if (right) {
        pin_guard_.succeeded(staff);
    } else {
        pin_guard_.failed(staff);
    }
    PinOutcome outcome{right ? PinAnswer::right : PinAnswer::wrong, pin_guard_.wait(staff),
                       pin_guard_.tries_left(staff)};
    if (pin_guard_.locked(staff)) outcome.answer = PinAnswer::locked;
    // Kept before anybody is told: pulling the plug wins no further guesses.
    ask(
        scope,
        [saved = pin_guard_.save()](Desk& desk) {
            desk.journal().store().set_setting(pin_guard_setting, saved);
            return true;
        },
        [outcome, done](bool) { done(outcome); },
        // A store that cannot be written must not lock everybody out of the desk; it is told, and
        // the count is kept in memory.
        [this, outcome, done](std::exception_ptr fault) {
            show_fault(fault);
            done(outcome);
        });
}

void Program::show_fault(std::exception_ptr fault) {
    log_error(fault_message(fault));
    const FaultTexts texts = fault_texts(fault);
    const Translator& text = shell_.text();
    shell_.navigator().open(make_question(*this, {.title = text(texts.title),
                                                  .sentence = text(texts.explained),
                                                  .confirm_label = text(Text::fault_understood),
                                                  .cancel_label = "",
                                                  .confirm = {}}));
}

}  // namespace foyer::kiosk

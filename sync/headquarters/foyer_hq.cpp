#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <memory>
#include <thread>

#include "sync/headquarters.h"
#include "sync/headquarters/listing.h"
#include "sync/headquarters/run_log.h"
#include "sync/inspect/conflict_listing.h"
#include "sync/inspect/inspect_command.h"
#include "sync/photos/photo_listing.h"

namespace {

using namespace foyer;
using namespace foyer::sync;

constexpr int exit_done = 0, exit_refused = 1, exit_usage = 2;

volatile std::sig_atomic_t stop_wished = 0;

void wish_stop(int) {
    stop_wished = 1;
}

struct Arguments {
    HeadquartersOptions options;
    std::string clock, kiosk, file, pack, id, backup, key, photos;
    bool json = false, once = false;
    int every = 30;
    InspectOptions inspect;
};

struct World {
    std::unique_ptr<Clock> clock;
    SystemRandom random;
    SystemFiles files;
};

int say(const Outcome& outcome) {
    (outcome.done ? std::cout : std::cerr) << outcome.sentence << "\n";
    return outcome.done ? exit_done : exit_refused;
}

int enrol(Headquarters& headquarters, const Arguments& arguments, World& world) {
    const auto enrolled = headquarters.enrol(arguments.kiosk);
    if (!enrolled.outcome.done) return say(enrolled.outcome);
    const std::string file =
        arguments.file.empty() ? arguments.kiosk + ".enrolment.json" : arguments.file;
    world.files.write_atomically(file, enrolled.file);
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    return say({true, arguments.kiosk + " is enrolled: carry " + file +
                          " to the kiosk by hand and destroy every other copy"});
}

void run_round(const Arguments& arguments, World& world, RunLog& log) {
    Headquarters headquarters(arguments.options, *world.clock, world.random, world.files);
    const RunReport report = headquarters.run_once();
    log.note(run_text(report));
    std::cout << run_text(report) << std::endl;
    for (const SyncProblem& problem : report.problems)
        log.warn(problem.file + ": " + problem.reason);
    for (const std::string& kiosk : report.unknown_kiosks)
        log.warn("up/" + kiosk + ": no kiosk of this name is enrolled");
    if (report.strange > 0) {
        log.note(std::to_string(report.strange) + " files are none of ours and were passed over");
    }
}

int run(const Arguments& arguments, World& world) {
    RunLog log(arguments.options.root / "foyer-hq.log");
    if (arguments.once) {
        run_round(arguments, world, log);
        return exit_done;
    }
    std::signal(SIGINT, wish_stop);
    std::signal(SIGTERM, wish_stop);
    while (!stop_wished) {
        // A folder that is away now may be back in the next round.
        try {
            run_round(arguments, world, log);
        } catch (const std::exception& error) {
            log.warn(error.what());
        }
        for (int waited = 0; waited < arguments.every * 10 && !stop_wished; ++waited)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return exit_done;
}

KeyRole role_of(const std::string& word) {
    return word == "answers" ? KeyRole::answers
           : word == "packs" ? KeyRole::packs
                             : KeyRole::sealing;
}

int photos(Headquarters& headquarters, const Arguments& arguments) {
    if (arguments.photos.empty()) {
        std::cout << (arguments.json ? photos_json(headquarters) : photos_text(headquarters));
        return exit_done;
    }
    const int written = headquarters.export_photos(arguments.photos);
    return say({true, std::to_string(written) + " photos written to " + arguments.photos +
                          ": they can be looked at by anybody now, so keep them safe"});
}

int act(const std::string& command, const Arguments& arguments, World& world) {
    if (command == "init") {
        return say(Headquarters::init(arguments.options, *world.clock, world.random, world.files));
    }
    if (command == "restore") {
        return say(Headquarters::restore(arguments.backup, arguments.options, *world.clock,
                                         world.random, world.files));
    }
    if (command == "run") return run(arguments, world);
    if (command == "inspect") {
        InspectOptions options = arguments.inspect;
        options.headquarters = arguments.options;
        options.json = arguments.json;
        const bool good = inspect(options, *world.clock, world.random, world.files, std::cout);
        return good ? exit_done : exit_refused;
    }
    Headquarters headquarters(arguments.options, *world.clock, world.random, world.files);
    if (command == "enrol") return enrol(headquarters, arguments, world);
    if (command == "publish") return say(headquarters.publish(arguments.pack));
    if (command == "revoke") return say(headquarters.revoke(arguments.kiosk));
    if (command == "rotate") return say(headquarters.rotate(role_of(arguments.key)));
    if (command == "backup") return say(headquarters.backup(arguments.backup));
    if (command == "conflicts") {
        std::cout << (arguments.json ? conflict_listing_json(headquarters).dump(2) + "\n"
                                     : conflict_listing_text(headquarters));
        return exit_done;
    }
    if (command == "photos") return photos(headquarters, arguments);
    if (command == "approve") return say(headquarters.approve(arguments.id));
    if (command == "status") {
        const HeadquartersStatus status = headquarters.status();
        std::cout << (arguments.json ? status_json(status) : status_text(status));
    } else {
        std::cout << (arguments.json ? referrals_json(headquarters) : referrals_text(headquarters));
    }
    return exit_done;
}

void describe(CLI::App& app, Arguments& arguments) {
    app.set_version_flag("--version", FOYER_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--root", arguments.options.root, "Folder of this headquarters");
    app.add_option("--schemas", arguments.options.schema_folder,
                   "Folder of the pack's JSON Schemas")
        ->capture_default_str();
    app.add_option("--root-key", arguments.options.root_key,
                   "The root key, where it does not lie in keys/: kept in a safe, say");
    app.add_option("--clock", arguments.clock,
                   "Act as if it were this time (2026-06-13T10:24+08:00); for demonstrations "
                   "and tests");
    app.add_subcommand("init", "Make a new headquarters");
    auto* enrol = app.add_subcommand("enrol", "Make a kiosk's enrolment file");
    enrol->add_option("kiosk", arguments.kiosk, "Name of the kiosk: a-z, 0-9, hyphens")->required();
    enrol->add_option("--out", arguments.file, "File to write (KIOSK.enrolment.json)");
    auto* publish = app.add_subcommand("publish", "Publish a showroom pack to every kiosk");
    publish->add_option("pack", arguments.pack, "Folder of the pack")->required();
    auto* run = app.add_subcommand("run", "Take in what kiosks wrote, and answer");
    run->add_flag("--once", arguments.once, "One round, then end");
    run->add_option("--every", arguments.every, "Seconds between two rounds")
        ->check(CLI::Range(1, 86'400))
        ->capture_default_str();
    auto* status = app.add_subcommand("status", "How kiosks, folder and pack stand");
    status->add_flag("--json", arguments.json, "As JSON");
    auto* referrals = app.add_subcommand("referrals", "List referrals and claims with their ids");
    referrals->add_flag("--json", arguments.json, "As JSON");
    auto* photos = app.add_subcommand("photos", "List the photos of visits, or write them out");
    photos->add_flag("--json", arguments.json, "As JSON");
    photos->add_option("--export", arguments.photos, "Folder to write every whole photo into");
    auto* revoke = app.add_subcommand(
        "revoke", "Believe a kiosk no longer, and tell it nothing: it was stolen, say");
    revoke->add_option("kiosk", arguments.kiosk, "Name of the kiosk")->required();
    auto* rotate = app.add_subcommand("rotate", "Change a key; the root key signs the new one");
    rotate->add_option("key", arguments.key, "Which: answers, packs or sealing")
        ->required()
        ->check(CLI::IsMember({"answers", "packs", "sealing"}));
    auto* conflicts = app.add_subcommand(
        "conflicts", "List forks, clones, quarantine, values that lost, claims in dispute");
    conflicts->add_flag("--json", arguments.json, "As JSON");
    auto* backup = app.add_subcommand(
        "backup", "Copy store, keys and pack, and read the copy back; kiosks may then forget");
    backup->add_option("folder", arguments.backup, "Folder to put the backup into")->required();
    auto* restore = app.add_subcommand(
        "restore", "Bring a headquarters back from a backup; kiosks give back what it lacks");
    restore->add_option("backup", arguments.backup, "A folder that `backup` made")->required();
    auto* approve = app.add_subcommand("approve", "Approve a referral or a claim");
    approve->add_option("id", arguments.id, "Its id, or at least the first 8 digits")->required();
}

void describe_inspect(CLI::App& app, Arguments& arguments) {
    auto* inspect = app.add_subcommand(
        "inspect", "Explain a sync file or folder; with --root, with headquarters' keys");
    inspect->add_option("subject", arguments.inspect.subject, "A file or a folder")->required();
    inspect->add_option("--enrolment", arguments.inspect.enrolment,
                        "Look with the public keys of this enrolment file instead");
    inspect->add_flag("--dry-run", arguments.inspect.dry_run,
                      "Also say what taking it in would do, without doing it");
    inspect->add_flag("--json", arguments.json, "As JSON");
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("Foyer's headquarters: enrols kiosks, publishes packs, approves and answers.",
                 "foyer-hq");
    Arguments arguments;
    arguments.options.schema_folder = FOYER_SCHEMA_FOLDER;
    describe(app, arguments);
    describe_inspect(app, arguments);
    World world;
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_usage;
    }
    const std::string command = app.get_subcommands().front()->get_name();
    if (arguments.options.root.empty() && command != "inspect") {
        std::cerr << "--root is required: the folder of this headquarters\n";
        return exit_usage;
    }
    try {
        world.clock = std::make_unique<SystemClock>();
        if (!arguments.clock.empty()) {
            const auto start = from_iso_time(arguments.clock);
            if (!start) {
                std::cerr << "--clock takes a time such as 2026-06-13T10:24+08:00\n";
                return exit_usage;
            }
            world.clock = std::make_unique<ShiftedClock>(*start);
        }
        return act(command, arguments, world);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return exit_refused;
    }
}

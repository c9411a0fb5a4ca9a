#include "tests/fuzz/seeds.h"

#include "sync/format/event_json.h"
#include "sync/format/key_file.h"
#include "sync/format/refusal.h"
#include "sync/format/sealed.h"
#include "tests/sync/golden.h"

namespace foyer::fuzz {
namespace {

using nlohmann::json;
using Seeds = std::map<std::string, std::string>;

std::string line_of(const std::string& bytes, int number) {
    std::size_t begin = 0;
    for (; number > 0; --number)
        begin = bytes.find('\n', begin) + 1;
    return bytes.substr(begin, bytes.find('\n', begin) - begin);
}

Seeds sealed_seeds(const test::GoldenWorld& world) {
    json events = json::array();
    for (const Event& event : world.events)
        events.push_back(sync::to_json(event));
    json body = {{"events", events}, {"header", "@HEADER@"}};
    Seeds seeds = {{"events", body.dump()}};
    body["have"] = {{world.kiosk_instance, {2, "0123456789abcdef"}}};
    seeds["have"] = body.dump();
    body["companion"] = {{"edition", 1}, {"text", "{}"}};
    seeds["companion"] = body.dump();
    body["photos"] = sync::to_json(test::golden_photo_words());
    seeds["photos"] = body.dump();
    const std::string signature(86, 'A');
    body["endorsement"] = {{"key", "0123456789abcdef"}, {"signature", signature + "=="}};
    seeds["endorsement"] = body.dump();
    json returned = body["endorsement"];
    returned["digests"] = {std::string(64, 'd'), std::string(64, 'e')};
    returned["events"] = events;
    seeds["returned"] =
        json{{"events", json::array()}, {"header", "@HEADER@"}, {"returned", {returned}}}.dump();
    return seeds;
}

Seeds refusal_seeds(const test::GoldenWorld& world) {
    const sync::Refusal refusal{"riverside-1", world.kiosk_instance, std::string(64, 'b'),
                                world.clock, 2};
    const std::string bytes = sync::compose_refusal(refusal, world.folder, world.answers);
    return {{"lines", line_of(bytes, 0) + "\n" + line_of(bytes, 1)}, {"header", line_of(bytes, 0)}};
}

Seeds companion_seeds() {
    const std::string pin = "$argon2id$v=19$m=65536,t=2,p=1$c29tZQ$c29tZQ";
    const json open = {{"staff", {{{"id", "tan"}, {"name", "谭"}}}}};
    json whole = open;
    whole["staff"][0]["pin_hash"] = pin;
    const std::string companion = json{{"tan", pin}}.dump();
    return {{"whole", whole.dump()},
            {"apart", open.dump() + '\0' + companion},
            {"nested", open.dump() + '\0' + json{{"tan", open["staff"][0]}}.dump()}};
}

}  // namespace

Seeds seeds(std::string_view target) {
    const test::GoldenWorld world;
    const auto golden = test::compose_golden(world);
    Seeds seeds;
    if (target == "envelope") return golden;
    if (target == "header") {
        for (const auto& [name, bytes] : golden)
            seeds[name] = line_of(bytes, 0);
    }
    if (target == "acknowledgement") {
        const json header = json::parse(line_of(golden.at("answer.json"), 0));
        seeds["answer"] = "\"acknowledgements\":" + header["acknowledgements"].dump();
    }
    if (target == "events" || target == "snapshot") return sealed_seeds(world);
    if (target == "event") {
        for (const Event& event : world.events)
            seeds[event.kind] = sync::to_json(event).dump();
    }
    if (target == "photos") seeds["words"] = sync::to_json(test::golden_photo_words()).dump();
    if (target == "refusal") return refusal_seeds(world);
    if (target == "companion") return companion_seeds();
    if (target == "hello") {
        for (const char* name : {"hello.json", "hello-again.json"}) {
            seeds[name] = golden.at(name);
            seeds[std::string("body-of-") + name] = line_of(golden.at(name), 1);
        }
    }
    if (target == "enrolment" || target == "root" || target == "pack") {
        const std::string& bytes = golden.at(std::string(target) + ".json");
        seeds["body"] = line_of(bytes, 1);
        seeds["whole"] = bytes;
    }
    if (target == "keys") {
        seeds["body"] =
            line_of(sync::compose_key_file({1, world.answers.public_key, world.packs.public_key,
                                            world.headquarters_sealing.public_key},
                                           world.folder, world.clock, world.root),
                    1);
    }
    if (target == "code") {
        seeds = {{"typed", "7K3M-9QXT-4HVR-D2W8"}, {"qr", "XR1" + std::string(128, '7')}};
    }
    return seeds;
}

}  // namespace foyer::fuzz

#include "sync/format/endorsement.h"

#include <algorithm>

#include "sync/format/event_json.h"

namespace foyer::sync {
namespace {

std::string message_of(const Id& folder, const std::vector<Digest>& digests) {
    std::string message = "foyer endorsement 1\n" + folder + "\n";
    for (const Digest& digest : digests)
        message += to_hex(digest) + "\n";
    return message;
}

}  // namespace

Endorsement endorse(const Id& folder, const std::vector<Event>& events, const SigningKey& answers) {
    Endorsement endorsement;
    endorsement.key = key_id(answers.public_key);
    for (const Event& event : events)
        endorsement.digests.push_back(event_digest(event));
    endorsement.signature = sign(message_of(folder, endorsement.digests), answers);
    return endorsement;
}

bool is_genuine(const Endorsement& endorsement, const Id& folder, const Signers& signers) {
    const auto key = signers(endorsement.key);
    return key && verify(message_of(folder, endorsement.digests), endorsement.signature, *key);
}

bool covers(const Endorsement& endorsement, const Event& event) {
    return std::find(endorsement.digests.begin(), endorsement.digests.end(), event_digest(event)) !=
           endorsement.digests.end();
}

}  // namespace foyer::sync

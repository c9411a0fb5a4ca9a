#include "sync/format/refusal.h"

namespace foyer::sync {
namespace {

constexpr const char* code = "not_enrolled";

}  // namespace

std::string compose_refusal(const Refusal& refusal, const Id& folder, const SigningKey& answers) {
    Header header;
    header.kind = FileKind::refusal;
    header.from = headquarters_name;
    header.to = refusal.kiosk;
    header.folder = folder;
    header.instance = header.reader = refusal.instance;
    header.seq = header.epoch = refusal.epoch;
    header.clock = refusal.hello_clock;
    header.acknowledgements.push_back(
        {refusal.instance, 1, refusal.hello, AcknowledgementLevel::rejected, code});
    return compose_plain(header, nlohmann::json::object(), answers);
}

std::optional<Refusal> refusal_in(const OpenedFile& file) {
    const Header& header = file.header;
    if (!plain_body(file) || header.kind != FileKind::refusal) return std::nullopt;
    if (header.acknowledgements.size() != 1 || header.reader != header.instance) {
        return std::nullopt;
    }
    const Acknowledgement& word = header.acknowledgements.front();
    const bool right = word.instance == header.instance && word.seq == 1 &&
                       word.level == AcknowledgementLevel::rejected;
    if (!right) return std::nullopt;
    return Refusal{header.to, header.instance, word.hash, header.clock, header.epoch};
}

}  // namespace foyer::sync

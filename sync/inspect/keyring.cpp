#include "sync/inspect/keyring.h"

#include <stdexcept>

#include "sync/enrolment.h"
#include "sync/headquarters/kiosk_registry.h"

namespace foyer::sync {
namespace {

constexpr const char* root_words = "headquarters (root)";
constexpr const char* answers_words = "headquarters (answers)";
constexpr const char* packs_words = "headquarters (packs)";
constexpr const char* folder_setting = "hq.folder";

}  // namespace

Signers Keyring::lookup() const {
    return [this](const std::string& id) -> std::optional<SigningPublicKey> {
        for (const KnownSigner& signer : signers)
            if (key_id(signer.key) == id) return signer.key;
        return std::nullopt;
    };
}

std::string Keyring::whose(const std::string& id) const {
    for (const KnownSigner& signer : signers)
        if (key_id(signer.key) == id) return signer.whose;
    return "";
}

Keyring keyring_of(const HeadquartersKeys& keys, Store& store) {
    Keyring ring;
    ring.signers = {{keys.root.public_key, root_words},
                    {keys.answers.public_key, answers_words},
                    {keys.packs.public_key, packs_words}};
    for (const SigningPublicKey& former : keys.former_answers)
        ring.signers.push_back({former, "headquarters (answers, a former key)"});
    ring.readers = keys.opening_keys();
    ring.folder = store.setting(folder_setting).value_or("");
    KioskRegistry registry(store);
    for (const EnrolledKiosk& kiosk : registry.all()) {
        if (kiosk.introduced()) ring.signers.push_back({kiosk.signing, "kiosk " + kiosk.name});
        for (const KnownInstance& former : registry.instances(kiosk.name)) {
            if (!former.signing || *former.signing == kiosk.signing) continue;
            ring.signers.push_back({*former.signing, "kiosk " + kiosk.name + ", a former key"});
        }
    }
    return ring;
}

Keyring keyring_in_enrolment(Files& files, const std::filesystem::path& path) {
    const EnrolmentResult found = load_enrolment(files, path);
    if (!found.enrolment) throw std::runtime_error(path.string() + ": " + found.detail);
    const Enrolment& enrolment = *found.enrolment;
    Keyring ring;
    ring.signers = {{enrolment.root, root_words},
                    {enrolment.answers, answers_words},
                    {enrolment.packs, packs_words}};
    ring.folder = enrolment.folder;
    return ring;
}

}  // namespace foyer::sync

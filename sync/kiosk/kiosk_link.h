#pragma once

#include <utility>

#include "sync/enrolment.h"
#include "sync/folder/sync_folder.h"
#include "sync/kiosk/kiosk_identity.h"
#include "sync/kiosk/pack_receiver.h"
#include "sync/kiosk_exchange.h"

namespace foyer::sync {

/// What a round has to work with once the kiosk is enrolled.
struct KioskExchange::Link {
    Enrolment enrolment;
    std::string enrolment_file;  ///< hash of the file it was read from
    KioskIdentity identity;
    SyncFolder folder;
    PackReceiver packs;

    Link(Files& files, const SyncOptions& options, const Enrolment& with, KioskIdentity as)
        : enrolment(with),
          identity(std::move(as)),
          folder(files, options.sync_folder, enrolment.folder, enrolment.root),
          packs(folder, files, options, enrolment.packs) {}
};

}  // namespace foyer::sync

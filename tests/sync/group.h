#pragma once

#include <algorithm>
#include <filesystem>
#include <vector>

#include "tests/sync/machine.h"

namespace foyer::test {

/// A headquarters whose store can be brought back, and a kiosk of its own.
struct Group {
    Group() : kiosk("machine one", 1, hq.sync_folder()) { kiosk.enrol(hq, "riverside-1"); }

    void settle(std::vector<Machine*> kiosks, int rounds = 4) {
        for (int i = 0; i < rounds; ++i) {
            for (Machine* machine : kiosks)
                machine->round();
            hq.hq->run_once();
        }
        for (Machine* machine : kiosks)
            machine->round();
    }
    /// Everybody has the same records, and headquarters has this many visits.
    bool same(std::vector<Machine*> kiosks) {
        const auto projections = projections_of(hq.hq->journal().store());
        return std::all_of(kiosks.begin(), kiosks.end(), [&](Machine* machine) {
            return projections_of(machine->store()) == projections;
        });
    }
    int visits() {
        return hq.hq->journal().store().database().execAndGet("SELECT count(*) FROM visit");
    }
    bool noticed(sync::ConflictKind kind) {
        const auto conflicts = hq.hq->conflicts();
        return std::any_of(conflicts.begin(), conflicts.end(),
                           [&](const sync::Conflict& conflict) { return conflict.kind == kind; });
    }
    /// As after a fire: the store is that of the saved folder, and nothing says so.
    void bring_back(const std::filesystem::path& saved) {
        hq.hq.reset();
        for (const char* name : {"hq.db", "hq.db-wal", "hq.db-shm"})
            std::filesystem::remove(hq.folder.path() / name);
        std::filesystem::copy(saved, hq.folder.path() / "hq.db");
        hq.restart();
    }
    std::filesystem::path save() {
        const std::filesystem::path saved = aside.path() / "hq.db";
        hq.hq.reset();
        std::filesystem::copy(hq.folder.path() / "hq.db", saved);
        hq.restart();
        return saved;
    }

    TestHeadquarters hq;
    TemporaryFolder aside;
    Machine kiosk;
};

}  // namespace foyer::test

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/desk/desk.h"
#include "sync/headquarters.h"
#include "sync/kiosk_exchange.h"
#include "tests/simulation/coverage.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/disk_files.h"
#include "tests/simulation/disk_vfs.h"

namespace foyer::simulation {

/// What a party has on its disk, and what its clock and chance were, at one moment.
struct Image {
    Disk disk;
    WallTime time = 0;
};

/// A computer with a disk, a clock and a store: a kiosk or headquarters. Starts switched off.
class Party {
  public:
    /// `root` is where its disk is mounted; it ends in its name.
    Party(std::string name, std::string root, DiskVfs& vfs);
    virtual ~Party() = default;
    Party(const Party&) = delete;
    Party& operator=(const Party&) = delete;

    /// A new life: the disk of `image`, chance by `seed`. Switched off.
    void become(const Image& image, std::uint64_t seed);
    /// Opens its store, if it can: what the world refuses is remembered in trouble().
    void start();
    /// The power went, or the program was killed: whatever was only in memory is gone.
    void stop();
    bool running() const { return running_; }

    virtual Journal& journal() = 0;
    /// One exchange of files, as the program does it every half minute.
    virtual void round() = 0;
    /// The files that are its store, as they are at this moment.
    using Copy = std::map<std::string, std::string>;
    Copy copy_of_store() const;
    /// The party is stopped; its disk has `copy` in place of its store.
    void put_store(const Copy& copy);

    /// It says that something is wrong with its disk or its store; trouble() says what.
    virtual bool complains() { return false; }
    /// Everything it has says that its records are safe in the folder.
    virtual bool says_all_written() const { return false; }

    const std::string& name() const { return name_; }
    const std::string& root() const { return root_; }
    std::string sync_folder() const { return root_ + "/sync"; }
    bool is_headquarters() const { return name_ == "hq"; }
    const std::string& trouble() const { return trouble_; }

    /// What it is doing; decides which Stage an action of its disk belongs to.
    void busy_with(Stage activity);
    Stage stage(DiskAction action, const std::string& path);
    /// "kiosk freeze"
    std::string place(Stage stage) const;

    Disk disk;
    DiskFiles files;
    ManualClock clock;
    SeededRandom random;
    WallTime skew = 0;      ///< its clock less the true time
    sync::Release release;  ///< it runs

  protected:
    void set_trouble(std::string trouble) { trouble_ = std::move(trouble); }
    virtual void open() = 0;
    virtual void close() = 0;
    /// Lets stage() know what is written.
    void watch(Store& store);

  private:
    friend struct StoreWatch;

    std::string store_path() const;

    std::string name_, root_;
    bool running_ = false;
    std::string trouble_;
    Stage activity_ = Stage::rest;
    Stage table_ = Stage::look;
    bool removing_ = false;
};

/// Runs what the product runs; packs are read from the simulated disk.
class Kiosk : public Party {
  public:
    Kiosk(std::string name, std::string root, DiskVfs& vfs, std::shared_ptr<const Pack> pack);

    Journal& journal() override { return parts_->journal; }
    Desk& desk() { return parts_->desk; }
    void round() override { parts_->exchange.round(); }
    bool complains() override;
    bool says_all_written() const override { return running() && state_.safe_to_remove(); }
    const sync::SyncState& state() const { return state_; }
    bool needs_enrolment() const { return running() && state_.needs_enrolment; }

  private:
    void open() override;
    void close() override;

    struct Parts {
        Parts(Kiosk& kiosk);
        Store store;
        Journal journal;
        Desk desk;
        sync::KioskExchange exchange;
    };
    std::shared_ptr<const Pack> pack_;
    sync::SyncState state_;
    std::unique_ptr<Parts> parts_;
};

class Centre : public Party {
  public:
    Centre(std::string root, DiskVfs& vfs, std::shared_ptr<const Pack> pack);

    Journal& journal() override { return hq_->journal(); }
    sync::Headquarters& hq() { return *hq_; }
    void round() override { report_ = hq_->run_once(); }
    const sync::RunReport& report() const { return report_; }

  private:
    void open() override;
    void close() override { hq_.reset(); }

    std::shared_ptr<const Pack> pack_;
    sync::RunReport report_;
    std::unique_ptr<sync::Headquarters> hq_;
};

/// Stands in for load_pack(): a folder whose pack.json and pictures are whole on the disk is the
/// showroom's pack.
PackLoader pack_loader(Disk& disk, std::shared_ptr<const Pack> pack);

/// A small pack's files below `folder`, told apart by `version`.
void place_pack(Disk& disk, const std::string& folder, int version);

}  // namespace foyer::simulation

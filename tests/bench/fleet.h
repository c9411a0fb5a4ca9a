#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sync/headquarters.h"
#include "tests/shared/journal/records.h"

namespace foyer::bench {

/// Headquarters with many enrolled kiosks, whose files this writes as they would. One thread.
class Fleet {
  public:
    explicit Fleet(int kiosks);
    ~Fleet();

    /// Each kiosk writes one file with the next few visits of its day.
    struct Written {
        std::int64_t events = 0, bytes = 0, files = 0;
    };
    Written write_files();
    /// The events of one round of every kiosk, file by file.
    using Round = std::vector<std::vector<Event>>;
    /// Those of the files written last.
    const Round& written() const { return written_; }

    /// Puts as many events as so many rounds of every kiosk bring straight into the journal, to
    /// make a history. `also` is given those of each round.
    void grow_history(int rounds, const std::function<void(const Round&)>& also);

    sync::Headquarters& headquarters() { return *headquarters_; }
    const std::filesystem::path& path() const { return folder_.path(); }

  private:
    struct Kiosk;
    /// The visits of the model kiosk as if this kiosk had received them, with ids nobody has.
    std::vector<Event> next_events(Kiosk& kiosk);
    void say_hello(Kiosk& kiosk);
    void put(const Kiosk& kiosk, const sync::Header& header, const std::string& bytes);

    test::TemporaryFolder folder_;
    ManualClock clock_;
    SeededRandom random_;
    std::unique_ptr<Files> files_;
    std::unique_ptr<sync::Headquarters> headquarters_;
    std::vector<Event> model_;
    std::vector<Kiosk> kiosks_;
    Round written_;
    std::uint64_t visits_ = 0;
};

}  // namespace foyer::bench

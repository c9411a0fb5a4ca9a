#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer::simulation {

/// The steps of the protocol at which something can go wrong, told apart by what a party is doing
/// and which file or table it touches.
enum class Stage {
    rest,        ///< between rounds
    open,        ///< opening the store after a start or a power cut
    capture,     ///< a desk command at a kiosk
    decide,      ///< approving, issuing codes, publishing a pack at headquarters
    enrol,       ///< reading the enrolment, freezing the hello
    look,        ///< reading root.json, listing and reading what others wrote
    take_in,     ///< applying events and moving the mark
    freeze,      ///< fixing a file's bytes and number
    publish,     ///< writing a frozen file into the folder
    checkpoint,  ///< moving what was committed from SQLite's log into its file
    mark,        ///< remembering that it was published, acknowledged or removed
    prune,       ///< removing what was acknowledged
    pack,        ///< writing or unpacking packs and pictures
    photo,       ///< keeping, writing, taking in and clearing away parts of photos
};
std::string_view word_of(Stage stage);

/// Every way the world can go wrong.
enum class Fault {
    none,
    // of a disk
    crash,
    error_once,
    error_forever,
    disk_full,
    // of a carrier
    lose,
    delay,
    duplicate,
    tear,
    flip,
    replay,
    rename,
    conflict_copy,
    forge,
    // of a clock
    clock_back,
    clock_ahead,
    // of people
    clone,
    restore_kiosk,
    restore_hq,
    restore_both,
    rotate,
    revoke,
    upgrade,
    downgrade,
};
std::string_view word_of(Fault fault);
Fault fault_of_word(std::string_view word);

/// How often each fault met each step of the protocol.
class Coverage {
  public:
    /// `where`: "kiosk take_in", "answer on its way".
    void hit(Fault fault, const std::string& where) {
        ++hits_[{std::string(word_of(fault)), where}];
    }
    void add(const Coverage& other);

    std::int64_t total() const;
    /// The pairs that can happen and were met fewer than `least` times.
    int below(std::int64_t least) const;
    /// A table, faults across, steps down.
    std::string table() const;

    /// For handing over between processes: a line a pair.
    std::string lines() const;
    void add_line(const std::string& line);

  private:
    std::string section(const std::vector<std::string_view>& faults,
                        const std::function<bool(const std::string&)>& belongs) const;

    std::map<std::pair<std::string, std::string>, std::int64_t> hits_;
};

}  // namespace foyer::simulation

#pragma once

#include <cstddef>
#include <optional>

#include "sync/headquarters.h"

namespace foyer::sync {

/// Files that are taken in together: what a flush of the disk costs, and a page that many of them
/// change, is paid once for all. What is not committed never happened, neither in the store nor in
/// memory: it is read again.
class Headquarters::Group {
  public:
    /// Begins the transaction. It ends, and another begins, after so many files.
    Group(Headquarters& headquarters, RunReport& report, std::size_t most_files)
        : report(report), headquarters_(headquarters), most_files_(most_files), before_(report) {
        begin();
    }
    ~Group() {
        if (!batch_) return;
        report = before_;
        headquarters_.foreign_epoch_ = foreign_epoch_before_;
    }
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;

    std::size_t take_in(const std::vector<Event>& events, Journal::Strange& strange) {
        events_ += events.size();
        return batch_->take_in(events, &strange);
    }

    /// All effects of a file, or of a part of one, are there.
    void end_file() {
        if (++files_ < most_files_ && events_ < most_events) return;
        commit();
        begin();
    }

    void commit() {
        batch_->commit();
        batch_.reset();
        // Problems are told again by who looks again.
        before_.files = report.files;
        before_.events = report.events;
    }

    RunReport& report;

  private:
    /// Their pages fit into the memory of the store.
    static constexpr std::size_t most_events = 20000;

    void begin() {
        files_ = events_ = 0;
        foreign_epoch_before_ = headquarters_.foreign_epoch_;
        batch_.emplace(headquarters_.journal_);
    }

    Headquarters& headquarters_;
    std::size_t most_files_, files_ = 0, events_ = 0;
    RunReport before_;
    std::uint64_t foreign_epoch_before_ = 0;
    std::optional<Journal::Batch> batch_;
};

}  // namespace foyer::sync

#include "kiosk/program/lazy_engines.h"

#include <utility>

#include "kiosk/program/faults.h"
#include "kiosk/program/log.h"

namespace foyer::kiosk {
namespace {

Tasks::Failure told(std::function<void()> failed) {
    return [failed = std::move(failed)](std::exception_ptr fault) {
        log_warning("cannot turn keys into characters: " + fault_message(fault));
        failed();
    };
}

}  // namespace

LazyEngines::LazyEngines(Tasks& tasks, Sources sources)
    : tasks_(tasks), opened_(std::make_shared<Opened>()) {
    opened_->sources = std::move(sources);
}

void LazyEngines::compose(const TaskScope& scope, ComposeQuery query,
                          std::function<void(Composed)> done, std::function<void()> failed) {
    tasks_.run(
        Lane::typing, scope,
        [opened = opened_, query = std::move(query)] {
            if (!opened->composer) opened->composer = opened->sources.composer();
            return opened->composer->compose(query);
        },
        std::move(done), told(std::move(failed)));
}

void LazyEngines::recognise(const TaskScope& scope, InkQuery query,
                            std::function<void(std::vector<std::string>)> done,
                            std::function<void()> failed) {
    tasks_.run(
        Lane::typing, scope,
        [opened = opened_, query = std::move(query)] {
            if (!opened->handwriting) opened->handwriting = opened->sources.handwriting();
            return opened->handwriting->recognise(query);
        },
        std::move(done), told(std::move(failed)));
}

}  // namespace foyer::kiosk

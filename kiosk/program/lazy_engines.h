#pragma once

#include <functional>
#include <memory>

#include "kiosk/input/composer.h"
#include "kiosk/input/handwriting.h"
#include "kiosk/screens/typing/engines.h"
#include "kiosk/shell/tasks.h"

namespace foyer::kiosk {

/// The engines behind the editor, each opened when it is first asked, on the thread where it then
/// answers. One that cannot be opened is tried again with the next question; the log says why.
class LazyEngines : public TypingEngines {
  public:
    struct Sources {
        std::function<std::unique_ptr<Composer>()> composer;
        std::function<std::unique_ptr<Handwriting>()> handwriting;
    };
    /// `tasks` outlives it. Both functions run on Lane::typing and may throw.
    LazyEngines(Tasks& tasks, Sources sources);

    void compose(const TaskScope& scope, ComposeQuery query, std::function<void(Composed)> done,
                 std::function<void()> failed) override;
    void recognise(const TaskScope& scope, InkQuery query,
                   std::function<void(std::vector<std::string>)> done,
                   std::function<void()> failed) override;

  private:
    /// Lives as long as any question that is under way; touched on Lane::typing alone.
    struct Opened {
        Sources sources;
        std::unique_ptr<Composer> composer;
        std::unique_ptr<Handwriting> handwriting;
    };
    Tasks& tasks_;
    const std::shared_ptr<Opened> opened_;
};

}  // namespace foyer::kiosk

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/input/text_editor.h"
#include "kiosk/shell/tasks.h"

namespace foyer::kiosk {

/// What turns keys and ink into characters, on a thread of its own, opened when first needed. The
/// program lends it to the editor. UI thread.
class TypingEngines {
  public:
    virtual ~TypingEngines() = default;

    /// The answer comes while `scope` lives; `failed` if the engine cannot be opened or used.
    virtual void compose(const TaskScope& scope, ComposeQuery query,
                         std::function<void(Composed)> done, std::function<void()> failed) = 0;
    virtual void recognise(const TaskScope& scope, InkQuery query,
                           std::function<void(std::vector<std::string>)> done,
                           std::function<void()> failed) = 0;

    /// The tab the visitor at hand used last; forgotten with the visitor.
    std::optional<TypingMethod> last_method;
};

}  // namespace foyer::kiosk

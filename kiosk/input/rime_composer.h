#pragma once

#include <memory>

#include "kiosk/input/composer.h"
#include "kiosk/input/rime_engine.h"

namespace foyer::kiosk {

/// Pinyin, Zhuyin and stroke order over librime's tables, with Foyer's own tables of surnames and
/// given names before them and every character of Unihan behind them. librime being global, there
/// can be one at a time. One thread at a time; construction and the first question of each table
/// read files.
class RimeComposer : public Composer {
  public:
    /// Throws as RimeEngine does.
    explicit RimeComposer(const RimeFolders& folders) : engine_(folders) {}

    Composed compose(const ComposeQuery& query) override;

  private:
    RimeEngine engine_;
};

}  // namespace foyer::kiosk

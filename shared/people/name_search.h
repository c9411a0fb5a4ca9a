#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace foyer {

/// How people are looked for: "zw", "zhangwei" and "wei" find 张伟, "张" and "伟" too; "lin" finds
/// Mei Lin. Keeps how names are read (20 µs a name the first time), so that looking through many
/// people again is quick. One thread.
class NameSearch {
  public:
    /// Whether what was typed, in small or capital letters, with spaces or without, means this
    /// name.
    bool matches(const std::string& name, std::string_view typed);
    /// sort_key() of the name.
    const std::string& order(const std::string& name) { return reading(name).key; }

  private:
    struct Reading {
        std::string key, initials;
    };
    const Reading& reading(const std::string& name);

    std::unordered_map<std::string, Reading> readings_;
};

}  // namespace foyer

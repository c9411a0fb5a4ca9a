#pragma once

#include <string>

#include "shared/people/names.h"

namespace foyer::kiosk {

/// Somebody's name and form of address while they are given, and what to say about the name. Plain
/// state, UI thread.
class NameEntry {
  public:
    Gender gender = Gender::unsaid;

    /// UTF-8, as it stands in the field.
    const std::string& text() const { return text_; }
    /// The field has changed: what was told of it no longer holds.
    void set(std::string text);
    bool empty() const { return clean_name(text_).fault == NameFault::empty; }
    /// As it is recorded; "" while it cannot be.
    std::string cleaned() const { return clean_name(text_).name; }

    /// Somebody wants to go on. True if this is a name; else told() says why not.
    bool submit();
    /// Goes on without one.
    void leave_out() { set({}); }
    NameFault told() const { return told_; }

  private:
    std::string text_;
    NameFault told_ = NameFault::none;
};

}  // namespace foyer::kiosk

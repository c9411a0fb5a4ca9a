#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <sstream>
#include <string>
#include <utility>

namespace foyer {

/// Runs a rapidcheck property inside a doctest case: a counter-example, shrunk, is the message of
/// the failed check. Use RC_ASSERT inside `testable`.
template <typename Testable>
void holds(const std::string& property, Testable&& testable) {
    rc::detail::TestMetadata metadata;
    metadata.description = property;
    const auto result = rc::detail::checkTestable(std::forward<Testable>(testable), metadata);
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    INFO(property << ": " << message.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}

}  // namespace foyer

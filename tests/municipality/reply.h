#pragma once

#include "tests/municipality/form.h"

#include <string>
#include <utility>
#include <vector>

namespace sango::municipality {

/// What goes back over the line.
struct Reply {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// application/problem+json (RFC 9457). At most 100 faults are told.
[[nodiscard]] Reply problem(int status, std::string_view title, const Faults& faults);
[[nodiscard]] Reply problem(int status, std::string_view title, std::string_view pointer, std::string_view ja,
                            std::string_view en);
/// The municipality's own fault: 500, to be sent again.
[[nodiscard]] Reply own_fault(const Error& error);

}  // namespace sango::municipality

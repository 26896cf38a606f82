#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::report {

/// What one try to send ended with, besides its outcome: kept sealed in send_attempt.reasons_sealed.
struct SendOutcome {
    Message sentence;  ///< for a person
    struct Reason {
        std::string pointer;  ///< JSON pointer into the body that was sent; empty: the whole of it
        Message text;

        bool operator==(const Reason&) const = default;
    };
    std::vector<Reason> reasons;

    bool operator==(const SendOutcome&) const = default;
};

[[nodiscard]] std::string outcome_text(const SendOutcome& outcome);
/// Whatever cannot be read is left out.
[[nodiscard]] SendOutcome parse_outcome(std::string_view text);

}  // namespace sango::report

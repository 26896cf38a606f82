#pragma once

#include "shared/clinic/check_in.h"
#include "shared/clinic/use.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sango::clinic {

/// What a slip for the mother (控え) tells of one use: nothing of care, health or a child.
struct SlipFacts {
    Use use;
    std::string name;  ///< hers
    int units = 1;
    std::string shown;
    std::vector<programme::CopayLine> lines;  ///< as they were said at check-in; they add up to use.copay
    std::optional<Yen> received;              ///< none: she has not left yet
    int coupons_used = 0;
    std::optional<int> coupons_left;  ///< none: the programme has none, or nobody knows
    /// What is left now, this use counted, one a service that she may use.
    std::vector<std::pair<programme::Service, programme::Allowance>> left;
};
/// Errors: not_found (no such use, or it was undone), unknown_programme.
[[nodiscard]] Result<SlipFacts> slip_facts(const Clinic& clinic, std::string_view use_id);

/// Keeps what the verdict said she pays. Inside the check-in's transaction.
[[nodiscard]] Result<Done> keep_copay_lines(Clinic& clinic, std::string_view use_id,
                                            const std::vector<programme::CopayLine>& lines);

}  // namespace sango::clinic

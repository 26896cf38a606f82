#pragma once

#include "shared/base/date.h"
#include "shared/programme/verdict.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::programme {

/// Whom the window counts from: the youngest birth, or the loss. After a loss (流産・死産) no child is looked
/// at.
struct Family {
    std::optional<Date> loss;
    std::optional<Date> born;           ///< the youngest birth; of twins over midnight the later
    std::optional<Date> expected;       ///< nobody is born yet; the due date, after the day of use
    bool multiples = false;             ///< 多胎; meaningful where `missing` is empty
    std::vector<std::string> missing;   ///< paths, where the youngest birth cannot be told
    std::vector<std::size_t> youngest;  ///< which of Request::children are of that birth

    /// Where a window begins; none while unknown or before birth.
    [[nodiscard]] std::optional<Date> begins() const { return loss ? loss : born; }
};

[[nodiscard]] Family family_of(const Request& request);

/// 修正月齢 of the youngest birth.
struct Correction {
    /// The day from which a corrected window counts: the due date for a child born more than 21 days before
    /// it (before 37 weeks 0 days) or under 2,500 g, if that is later than the birth; else the birth itself.
    Date from{};
    /// The latest day it could be if `missing` were known.
    Date at_most{};
    std::vector<std::string> missing;
};

/// Only with family.born.
[[nodiscard]] Correction correction_of(const Request& request, const Family& family);

/// 37 weeks 0 days is 21 days before the due date (40 weeks 0 days).
inline constexpr int kEarlyBirthDays = 21;
inline constexpr int kLightBirthGrams = 2500;
/// No child lives born before 22 weeks 0 days, 126 days before its due date; a longer gap is a slip of the
/// pen.
inline constexpr int kEarliestBirthDays = 126;
/// Births up to this many days apart are one birth: twins over midnight, or held back for weeks.
inline constexpr int kOneBirthDays = 90;

}  // namespace sango::programme

#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// Whom to call, with what to say.
struct Contact {
    Message name;
    std::string phone;
    std::vector<Message> steps;  ///< what to say, in order; may be empty

    bool operator==(const Contact&) const = default;
};

/// One municipality's office, as assets/safety/calls.toml has it.
struct Office {
    std::string programme;
    std::chrono::seconds opens{};  ///< after midnight, weekdays
    std::chrono::seconds closes{};
    std::chrono::month_day year_end_from{};   ///< closed from this day ...
    std::chrono::month_day year_end_until{};  ///< ... to this one, over New Year (年末年始)
    Contact open;
    Contact closed;
    std::string source;
};

/// assets/safety/holidays.toml. After `until` nobody has announced any yet.
struct Holidays {
    std::vector<Date> days;
    Date until{};
};

[[nodiscard]] Result<std::vector<Office>> read_offices(std::string_view toml, std::string_view file_name);
[[nodiscard]] Result<Holidays> read_holidays(std::string_view toml, std::string_view file_name);

/// Whether the office is open: weekdays in its hours, not on a national holiday, not over New Year. None: the
/// day lies after the last year whose holidays are known, and is a weekday in office hours.
[[nodiscard]] std::optional<bool> is_open(const Office& office, const Holidays& holidays, Instant now);
/// Whom to call now: one; both where it is not known whether the office is open.
[[nodiscard]] std::vector<Contact> call_now(const Office& office, const Holidays& holidays, Instant now);

}  // namespace sango::clinic

#pragma once

#include "shared/clinic/check_in.h"

#include <optional>
#include <string>

namespace sango::clinic {

/// One row of service_use with what became of it.
struct Use {
    std::string id;
    std::string mother_id;
    std::string programme;
    std::string user_number;
    programme::Service service{};
    Date first_day{};
    int days = 1;
    Yen copay{};
    Instant checked_in_at{};
    bool undone = false;
    std::optional<Instant> left_at;

    [[nodiscard]] Date last_day() const { return first_day + std::chrono::days(days - 1); }
};
[[nodiscard]] Result<std::optional<Use>> find_use(const Clinic& clinic, std::string_view use_id);
/// `not_found` where there is none, or it was undone.
[[nodiscard]] Result<Use> standing_use(const Clinic& clinic, std::string_view use_id);

}  // namespace sango::clinic

#pragma once

#include "shared/clinic/clinic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 操作の記録: what the audit chain tells, for a manager's eyes. No personal text stands in it.
struct AuditFilter {
    enum class Kind {
        all,
        read,     ///< whose page, paper or card was looked at, what was exported
        access,   ///< who signed in, PINs, badges, the staff
        decided,  ///< settings, programmes, places, erasing
    } kind = Kind::all;
    std::string staff_id = {};                ///< empty: anyone; kTerminalActor: the terminal itself
    std::optional<Date> day = {};             ///< on this day in Japan
    std::optional<std::int64_t> before = {};  ///< only links with a lower number
};

struct AuditEntry {
    std::int64_t seq = 0;
    Instant at{};
    std::string who;     ///< name; empty: the terminal
    std::string action;  ///< as the chain has it: "check_in"
    std::string table;
    std::string record;  ///< key of the row
};

/// The newest first, at most `most` (1 to 1,000). Errors: those of require(Right::staff).
[[nodiscard]] Result<std::vector<AuditEntry>> audit_log(const Clinic& clinic, const AuditFilter& filter,
                                                        int most);

}  // namespace sango::clinic

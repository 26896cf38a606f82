#pragma once

#include "shared/clinic/audit_log.h"

#include <string>
#include <utility>
#include <vector>

namespace sango::screens {

/// 操作の記録: the chosen part of the audit chain.
struct AuditView {
    clinic::AuditFilter filter;
    std::vector<clinic::AuditEntry> entries;                  ///< newest first
    std::vector<std::pair<std::string, std::string>> people;  ///< id and name
    bool more = false;                                        ///< there are older ones
    bool may_read = false;
    Date today{};
};

/// Another part of it is to be shown.
struct ShowAudit {
    clinic::AuditFilter filter;
};

}  // namespace sango::screens

#include "shared/clinic/audit_log.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::int64_t kEver = 4'000'000'000'000;

std::string_view condition(AuditFilter::Kind kind) {
    switch (kind) {
        case AuditFilter::Kind::all:
            break;
        case AuditFilter::Kind::read:
            return "a.action IN ('read', 'show_card', 'export')";
        case AuditFilter::Kind::access:
            return "a.table_name IN ('sign_in', 'staff', 'staff_pin', 'staff_badge', 'staff_end', "
                   "'emergency_seen')";
        case AuditFilter::Kind::decided:
            return "a.action IN ('set', 'unset', 'renew_key', 'take_in_programme', 'add_place', "
                   "'withdraw_place', "
                   "'close_days', 'open_days', 'order_erasure', 'certify_erasure', 'hold', 'lift_hold')";
    }
    return "1";
}

}  // namespace

Result<std::vector<AuditEntry>> audit_log(const Clinic& clinic, const AuditFilter& filter, int most) {
    if (auto allowed = require(clinic, Right::staff); !allowed) return allowed.error();
    const Instant from = filter.day ? japan_instant(*filter.day, std::chrono::seconds(0)) : Instant{};
    const Instant until = filter.day ? from + std::chrono::hours(24) : Instant(std::chrono::seconds(kEver));
    std::vector<AuditEntry> entries;
    const auto read = clinic.database.query(
        fmt::format(
            "SELECT a.seq, a.at, coalesce(s.name, ''), a.action, a.table_name, a.row_key FROM audit a LEFT "
            "JOIN staff s ON s.id = a.actor WHERE a.seq < ?1 AND (?2 = '' OR a.actor = ?2) AND a.at >= ?3 "
            "AND a.at < ?4 AND ({}) ORDER BY a.seq DESC LIMIT ?5",
            condition(filter.kind)),
        {value(filter.before.value_or(kEver)), value(filter.staff_id), value(from), value(until),
         value(std::clamp(most, 1, 1'000))},
        [&](const store::Row& row) {
            entries.push_back(
                {row.integer(0), row.instant(1), row.text(2), row.text(3), row.text(4), row.text(5)});
            return true;
        });
    if (!read) return read.error();
    return entries;
}

}  // namespace sango::clinic

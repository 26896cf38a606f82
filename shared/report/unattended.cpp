#include "shared/report/unattended.h"

#include "shared/report/implementation_report.h"

namespace sango::report {
namespace {

constexpr std::chrono::hours kFrom{9};

}  // namespace

Result<std::vector<ClosedUnattended>> close_due_months(clinic::Clinic& clinic) {
    std::vector<ClosedUnattended> closed;
    const auto allowed = clinic::setting(clinic, kUnattended);
    if (!allowed) return allowed.error();
    if (*allowed != std::optional<std::string>("1") || !clinic::clock_trustworthy(clinic)) return closed;
    const Instant now = clinic.clock.now();
    const auto month = month_of(japan_date(now)) - std::chrono::months(1);
    const auto reports = build_all(clinic, month);
    if (!reports) return reports.error();
    for (const ImplementationReport& report : *reports) {
        if (report.stage != Stage::checked || !report.due || now < japan_instant(*report.due, kFrom))
            continue;
        const clinic::AsTerminal acting(clinic);
        const auto done = close(clinic, report.programme, month);
        if (!done) return done.error();
        closed.push_back({report.programme, month});
    }
    return closed;
}

Result<std::optional<Instant>> closed_unattended(const clinic::Clinic& clinic, std::string_view programme,
                                                 std::chrono::year_month month) {
    std::optional<Instant> at;
    const auto read = clinic.database.query(
        "SELECT closed_at, closed_by FROM implementation_report WHERE programme = ?1 AND month = ?2 ORDER BY "
        "revision DESC LIMIT 1",
        {store::value(programme), store::value(month_text(month))}, [&](const store::Row& row) {
            if (row.text(1) == clinic::kTerminalActor) at = row.instant(0);
            return false;
        });
    if (!read) return read.error();
    return at;
}

}  // namespace sango::report

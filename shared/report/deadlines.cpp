#include "shared/report/deadlines.h"

#include "shared/programme/rules.h"
#include "shared/report/paper_words.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::report {
namespace {

using store::value;

Result<bool> accepted(const clinic::Clinic& clinic, const char* table, std::string_view programme,
                      std::chrono::year_month month) {
    const auto found = clinic.database.integer(
        fmt::format(
            "SELECT 1 FROM {0} r JOIN receipt c ON c.outbox_id = r.outbox_id WHERE r.programme = ?1 "
            "AND r.month = ?2 AND NOT EXISTS (SELECT 1 FROM {0} n WHERE n.programme = r.programme AND "
            "n.month = r.month AND n.revision > r.revision)",
            table),
        {value(programme), value(month_text(month))});
    if (!found) return found.error();
    return found->has_value();
}

Result<bool> closed_here(const clinic::Clinic& clinic, const char* table, std::string_view programme,
                         std::chrono::year_month month) {
    const auto found =
        clinic.database.integer(fmt::format("SELECT 1 FROM {} WHERE programme = ?1 AND month = ?2", table),
                                {value(programme), value(month_text(month))});
    if (!found) return found.error();
    return found->has_value();
}

Result<std::vector<std::string>> programmes_used(const clinic::Clinic& clinic,
                                                 std::chrono::year_month month) {
    std::vector<std::string> ids;
    const auto read = clinic.database.query(
        "SELECT DISTINCT m.programme FROM service_use u JOIN mother m ON m.id = u.mother_id WHERE "
        "u.first_day "
        "BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id)",
        {value(first_day(month)), value(last_day(month))}, [&](const store::Row& row) {
            ids.push_back(row.text(0));
            return true;
        });
    if (!read) return read.error();
    return ids;
}

}  // namespace

Result<std::vector<Deadline>> open_deadlines(const clinic::Clinic& clinic, int days_ahead) {
    std::vector<Deadline> open;
    const Date today = japan_date(clinic.clock.now());
    const auto month = month_of(today) - std::chrono::months(1);
    const auto ids = programmes_used(clinic, month);
    if (!ids) return ids.error();
    for (const std::string& id : *ids) {
        const auto* programme = version_for(clinic, id, month);
        if (programme == nullptr) continue;
        const auto add = [&](Deadline::Paper paper, const char* table, Date due) -> Result<Done> {
            const int left = static_cast<int>((due - today).count());
            if (left > days_ahead) return Done{};
            const auto done = accepted(clinic, table, id, month);
            if (!done) return done.error();
            if (*done) return Done{};
            const auto closed = closed_here(clinic, table, id, month);
            if (!closed) return closed.error();
            open.push_back({paper, id, programme->name(), month, due, left, *closed});
            return Done{};
        };
        const Date first_of_next = first_day(month + std::chrono::months(1));
        const Date end_of_next = last_day(month + std::chrono::months(1));
        if (const auto day = programme->report_due_day())
            if (auto added = add(Deadline::Paper::report, "implementation_report",
                                 std::min(first_of_next + std::chrono::days(*day - 1), end_of_next));
                !added)
                return added.error();
        if (programme->rules().report.invoice_month_end.value_or(false))
            if (auto added = add(Deadline::Paper::invoice, "invoice", end_of_next); !added)
                return added.error();
    }
    std::ranges::stable_sort(open, {}, &Deadline::days_left);
    return open;
}

}  // namespace sango::report

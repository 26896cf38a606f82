#include "shared/clinic/earlier_uses.h"

#include "shared/clinic/csv.h"
#include "shared/clinic/writing.h"

#include <map>
#include <tuple>

namespace sango::clinic {
namespace {

using store::value;

std::optional<int> as_number(const std::optional<bool>& flag) {
    return flag ? std::optional<int>(*flag ? 1 : 0) : std::nullopt;
}

enum class Known { no, the_same, differs };

/// Checked in at this desk: her own record says more than the file.
Result<bool> checked_in(const Clinic& clinic, const EarlierUse& use) {
    const auto found = clinic.database.integer(
        "SELECT 1 FROM service_use u JOIN mother m ON m.id = u.mother_id WHERE m.programme = ?1 AND "
        "m.user_number = ?2 AND u.service = ?3 AND u.first_day = ?4 AND NOT EXISTS (SELECT 1 FROM use_undone "
        "x WHERE x.use_id = u.id)",
        {value(use.programme), value(use.user_number), value(programme::word(use.service)),
         value(use.first_day)});
    if (!found) return found.error();
    return found->has_value();
}

Result<Known> known(const Clinic& clinic, const EarlierUse& use, int occurrence) {
    auto known = Known::no;
    const auto read = clinic.database.query(
        "SELECT days, units, born, copay, first_time, applied, decided FROM earlier_use WHERE programme = ?1 "
        "AND user_number = ?2 AND service = ?3 AND first_day = ?4 AND occurrence = ?5",
        {value(use.programme), value(use.user_number), value(programme::word(use.service)),
         value(use.first_day), value(occurrence)},
        [&](const store::Row& row) {
            const bool same = row.value(0) == value(use.days) && row.value(1) == value(use.units) &&
                              row.value(2) == value(use.born) && row.value(3) == value(use.copay) &&
                              row.value(4) == value(as_number(use.first_time)) &&
                              row.value(5) == value(use.applied) && row.value(6) == value(use.decided);
            known = same ? Known::the_same : Known::differs;
            return false;
        });
    if (!read) return read.error();
    return known;
}

Result<Done> keep(Clinic& clinic, const EarlierUse& use, int occurrence) {
    const store::Stamp now = stamp(clinic);
    return store::insert(clinic.database, "earlier_use",
                         {{"id", value(clinic.ids.next())},
                          {"programme", value(use.programme)},
                          {"user_number", value(use.user_number)},
                          {"service", value(programme::word(use.service))},
                          {"first_day", value(use.first_day)},
                          {"days", value(use.days)},
                          {"units", value(use.units)},
                          {"born", value(use.born)},
                          {"copay", value(use.copay)},
                          {"first_time", value(as_number(use.first_time))},
                          {"applied", value(use.applied)},
                          {"decided", value(use.decided)},
                          {"occurrence", value(occurrence)},
                          {"recorded_at", value(now.at)},
                          {"recorded_by", value(now.actor)}},
                         now, "import_use");
}

}  // namespace

Result<ImportResult> import_uses(Clinic& clinic, std::string_view csv) {
    const auto uses = read_earlier_uses(csv, clinic.programmes, japan_date(clinic.clock.now()));
    if (!uses) return uses.error();
    return transact(clinic, Right::reception, [&]() -> Result<ImportResult> {
        ImportResult result;
        std::map<std::tuple<std::string_view, std::string_view, programme::Service, Date>, int> seen;
        for (const EarlierUse& use : *uses) {
            const int occurrence = seen[{use.programme, use.user_number, use.service, use.first_day}]++;
            const auto here = checked_in(clinic, use);
            if (!here) return here.error();
            const auto before = known(clinic, use, occurrence);
            if (!before) return before.error();
            if (*before == Known::differs)
                return csv_error(use.line, "", "前に取り込んだ同じ利用と内容が違います。",
                                 "It says something else than when it was imported before.");
            if (*here || *before == Known::the_same) {
                ++result.known;
                continue;
            }
            if (auto kept = keep(clinic, use, occurrence); !kept) return kept.error();
            ++result.added;
        }
        return result;
    });
}

}  // namespace sango::clinic

#include "shared/report/births.h"

namespace sango::report {

Result<Births> births_of(const clinic::Clinic& clinic, std::string_view programme) {
    Births births;
    const auto read = clinic.database.query(
        "SELECT k.mother_id, k.born FROM mother m JOIN child k ON k.mother_id = m.id WHERE m.programme = ?1 "
        "AND k.born IS NOT NULL AND NOT EXISTS (SELECT 1 FROM child r WHERE r.replaces = k.id)",
        {store::value(programme)}, [&](const store::Row& row) {
            births[row.text(0)].push_back(row.date(1));
            return true;
        });
    if (!read) return read.error();
    return births;
}

std::optional<Date> youngest(const Births& births, std::string_view mother, Date on) {
    std::optional<Date> born;
    if (const auto hers = births.find(mother); hers != births.end())
        for (const Date day : hers->second)
            if (day <= on && (!born || *born < day)) born = day;
    return born;
}

}  // namespace sango::report

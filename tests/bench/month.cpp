#include "shared/report/figures.h"
#include "shared/report/report_paper.h"
#include "tests/bench/big_clinic.h"
#include "tests/bench/measure.h"

#include <fstream>

#include <fmt/format.h>

namespace sango::bench {
namespace {

/// The users as the receiver must know them before it takes their month.
void write_roster(const clinic::Clinic& clinic, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    std::string_view before = "{\"users\":[";
    (void)must(clinic.database.query("SELECT user_number FROM mother", {}, [&](const store::Row& row) {
        out << before << "{\"user_number\":\"" << row.text(0) << "\"}";
        before = ",";
        return true;
    }));
    out << "]}\n";
}

}  // namespace

/// A month of 20, 200 and 2,000 uses with 100 notes each: built anew as the screen does, and closed. Also
/// what the desk asks for with each tap (who is in the house, who is expected, what a mother may use).
void month_closed(const Places& places) {
    for (const int size : {1, 10, 100}) {
        BigClinic big(places.work / fmt::format("clinic-{}", size), size);
        clinic::Clinic& clinic = big.clinic();
        const std::string of = fmt::format(", {} uses, {} notes", big.uses(), big.notes());

        Samples built;
        for (int i = 0; i < 11; ++i)
            built.add(milliseconds([&] { (void)must(report::build(clinic, "nerima", BigClinic::kMonth)); }));
        print({"month built" + of, ms(built.median()), "-", "-", "-", "1 s", built.n()});

        Samples asked;
        for (int i = 0; i < 21; ++i)
            asked.add(milliseconds([&] {
                (void)must(clinic::in_house(clinic));
                (void)must(clinic::expected_today(clinic));
                (void)must(clinic::assess(clinic, big.arrival()));
            }));
        print({"what the desk asks for with a tap" + of, ms(asked.median()), "-", "-", "-", "-", asked.n()});

        Samples closed;
        const auto already = must(report::build(clinic, "nerima", BigClinic::kMonth));
        if (already.stage != report::Stage::closed) {
            closed.add(milliseconds([&] {
                const auto report = must(report::close(clinic, "nerima", BigClinic::kMonth));
                const auto paper = must(report::report_paper(clinic, report, report::Tongue::ja));
                (void)must(report::pdf(paper));
            }));
            print({"month closed, with PDF" + of, ms(closed.median()), "-", "-", "-", "1 s", closed.n()});
        }
        Samples counted;
        for (int i = 0; i < 5; ++i)
            counted.add(milliseconds([&] { (void)must(report::figures(clinic, "nerima", 2026)); }));
        print({"figures of a year" + of, ms(counted.median()), "-", "-", "-", "-", counted.n()});
        if (size == 100) write_roster(clinic, places.work / "roster.json");
    }
}

}  // namespace sango::bench

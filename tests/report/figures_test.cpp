#include "shared/report/figures.h"

#include "shared/clinic/earlier_uses.h"
#include "tests/report/month_desk.h"

#include <array>

#include <fmt/format.h>

namespace sango::report {
namespace {

using programme::Service;
using test::MonthDesk;

constexpr std::string_view kHeader =
    "programme,user_number,service,date,days,units,born,copay_yen,first_time,applied,decided\n";

void take_in(MonthDesk& desk, const std::string& lines) {
    const auto imported = clinic::import_uses(desk.clinic(), std::string(kHeader) + lines);
    REQUIRE_MESSAGE(imported.ok(), (imported.ok() ? "" : imported.error().message.en));
}

/// `persons` users of a service who use `days` days between them, in one fiscal year.
std::string uses_of(std::string_view programme, std::string_view service, int year, int persons, int days) {
    std::string lines;
    for (int i = 0; i < persons; ++i)
        lines += fmt::format("{},{}-{:04},{},{}-06-{:02},{},1,,,,,\n", programme, service, i, service, year,
                             1 + i % 28, days / persons + (i < days % persons ? 1 : 0));
    return lines;
}

struct Published {
    int year;
    std::string_view service;
    int persons;
    int days;
};
// 000 4 妊娠期相談支援プラン作成数及び産後ケア事業利用日数の推移
constexpr std::array<Published, 9> kNakano{{{2021, "short_stay", 343, 1'311},
                                            {2021, "day_care", 580, 1'630},
                                            {2021, "outreach", 297, 564},
                                            {2022, "short_stay", 375, 1'621},
                                            {2022, "day_care", 697, 2'552},
                                            {2022, "outreach", 287, 602},
                                            {2023, "short_stay", 325, 1'692},
                                            {2023, "day_care", 879, 3'078},
                                            {2023, "outreach", 359, 881}}};

TEST_CASE("000 4: Nakano's published persons and days follow from its imported uses") {
    MonthDesk desk;
    for (const Published& cell : kNakano)
        take_in(desk, uses_of("nakano", cell.service, cell.year, cell.persons, cell.days));
    for (const Published& cell : kNakano) {
        const auto year = figures(desk.clinic(), "nakano", cell.year);
        REQUIRE(year.ok());
        const Counts& counts = year->services.at(*programme::service_from(cell.service));
        CHECK(counts.persons == cell.persons);
        CHECK(counts.days == cell.days);
    }
    const std::string line = figures_json(figures(desk.clinic(), "nakano", 2023).value());
    CHECK(line.starts_with(R"({"services":{"short_stay":{"persons":325,"days":1692,)"));
    CHECK(line.find(R"("day_care":{"persons":879,"days":3078,)") != std::string::npos);
    CHECK(line.find(R"("outreach":{"persons":359,"days":881,)") != std::string::npos);
    CHECK(line.find(R"("decision_rate_percent":null)") != std::string::npos);  // nobody said how many applied
}

struct Centre {
    int year;
    int days;
    int utilisation;  ///< tenths of a percent, as it follows from the parts
    int applied;
    int decided;
    int rate;
    std::array<int, 4> ages;
};
// 001 II 2 (1) to (4), the centre (産後ケアセンター). The paper prints whole percents, and 87 for the last
// year, which holds a 29 February: 4,695 of 363 days x 15 places are 86.2.
constexpr std::array<Centre, 5> kCentre{{{2019, 4'427, 813, 3'268, 1'782, 545, {596, 353, 362, 466}},
                                         {2020, 3'292, 606, 1'618, 1'208, 747, {445, 220, 163, 278}},
                                         {2021, 4'355, 802, 3'139, 1'700, 542, {537, 295, 315, 427}},
                                         {2022, 4'431, 816, 4'051, 1'868, 461, {553, 346, 323, 465}},
                                         {2023, 4'695, 862, 5'233, 2'005, 383, {522, 389, 371, 517}}}};

std::string year_of(const Centre& centre) {
    int uses = 0;
    for (const int of_age : centre.ages) uses += of_age;
    std::string lines;
    int n = 0;
    for (std::size_t age = 0; age < centre.ages.size(); ++age)
        for (int i = 0; i < centre.ages[age]; ++i, ++n)
            lines += fmt::format("setagaya,S-{}-{:04},short_stay,{}-09-15,{},1,{}-{:02}-10,,,1,1\n",
                                 centre.year, n, centre.year,
                                 centre.days / uses + (n < centre.days % uses ? 1 : 0), centre.year, 9 - age);
    lines += fmt::format("setagaya,S-{}-none,short_stay,{}-09-15,0,0,,,,{},{}\n", centre.year, centre.year,
                         centre.applied - uses, centre.decided - uses);
    return lines;
}

TEST_CASE("001 II 2: Setagaya's utilisation, decision rate and ages follow from imported uses") {
    MonthDesk desk;
    REQUIRE(clinic::set_setting(desk.clinic(), "programme.setagaya.capacity.places", "15").ok());
    REQUIRE(clinic::set_setting(desk.clinic(), "programme.setagaya.capacity.closed_days", "3").ok());
    for (const Centre& centre : kCentre) take_in(desk, year_of(centre));
    for (const Centre& centre : kCentre) {
        const auto year = figures(desk.clinic(), "setagaya", centre.year);
        REQUIRE(year.ok());
        CHECK(year->all.days == centre.days);
        const bool leap = centre.year == 2019 || centre.year == 2023;  // its February has 29 days
        CHECK(year->capacity == (leap ? 5'445 : 5'430));
        CHECK(utilisation(*year) == centre.utilisation);
        CHECK(year->all.applied == centre.applied);
        CHECK(year->all.decided == centre.decided);
        CHECK(decision_rate(year->all) == centre.rate);
        for (int age = 0; age < 4; ++age)
            CHECK(year->all.ages.at(age) == centre.ages[static_cast<std::size_t>(age)]);
    }
}

TEST_CASE("what was checked in here counts, once, beside what was imported; what was undone does not") {
    MonthDesk desk;
    desk.whole_use();
    const std::string undone = desk.use_in_house();
    REQUIRE(clinic::undo_check_in(desk.clinic(), undone, "間違えた").ok());
    take_in(desk,
            "nerima,N-OLD,day_care,2026-06-01,1,1,2026-05-01,1500,,,\n"
            "nerima,N-OLD,short_stay,2026-06-03,2,1,2026-05-01,,,,\n");
    const auto year = figures(desk.clinic(), "nerima", 2026);
    REQUIRE(year.ok());
    CHECK(year->all.persons == 2);
    CHECK(year->all.uses == 3);
    CHECK(year->services.at(Service::day_care).uses == 2);
    CHECK(year->services.at(Service::day_care).copay == Yen(3'000));
    CHECK(year->all.copay_unknown == 1);
    CHECK(year->all.first_time == 2);  // each once
    CHECK(year->all.ages.at(2) == 1);  // born 12 September, used 21 November
    CHECK(year->all.ages.at(1) == 2);
    CHECK(average_uses(year->all) == 150);
    CHECK(utilisation(*year) == std::nullopt);  // nobody said how many places there are
}

TEST_CASE("a stay belongs whole to the year of its first day") {
    MonthDesk desk;
    take_in(desk, "nakano,K-1,short_stay,2024-03-31,3,1,,,,,\n");
    CHECK(figures(desk.clinic(), "nakano", 2023)->all.days == 3);
    CHECK(figures(desk.clinic(), "nakano", 2024)->all.uses == 0);
}

TEST_CASE("shares round half up and never divide by nothing") {
    CHECK(tenths_of_percent(4'695, 5'430) == 865);  // 86.46
    CHECK(tenths_of_percent(1, 2'000) == 1);
    CHECK(tenths_of_percent(0, 0) == std::nullopt);
    CHECK(percent_text(862) == "86.2%");
}

TEST_CASE("an unknown programme and a year that is none are refused") {
    MonthDesk desk;
    CHECK(figures(desk.clinic(), "atlantis", 2023).error().code == "unknown_programme");
    CHECK(figures(desk.clinic(), "nakano", 23).error().code == "bad_year");
}

}  // namespace
}  // namespace sango::report

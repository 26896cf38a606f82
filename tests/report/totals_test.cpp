#include "shared/report/totals.h"

#include "tests/report/month_desk.h"

#include <numeric>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::report;
using programme::Service;
using test::MonthDesk;

namespace {

Row row(std::string user, Service service, int days = 1, int units = 1, std::int64_t copay = 1'500) {
    Row one;
    one.user_number = std::move(user);
    one.service = service;
    one.first_day = make_date(2026, 11, 21);
    one.days = days;
    one.units = units;
    one.copay = Yen(copay);
    return one;
}

void set_price(MonthDesk& desk, const std::string& programme, const std::string& service, const char* yen) {
    REQUIRE(
        clinic::set_setting(desk.clinic(), "programme." + programme + ".unit_price." + service, yen).ok());
}

}  // namespace

TEST_CASE("a person counts once a service and once in all, days every time") {
    MonthDesk desk;
    const auto totals = add_up(desk.clinic(), "nerima",
                               {row("N-1", Service::day_care), row("N-1", Service::day_care),
                                row("N-1", Service::short_stay, 3), row("N-2", Service::day_care)});
    REQUIRE(totals.ok());
    CHECK(totals->by_service.at(Service::day_care).persons == 2);
    CHECK(totals->by_service.at(Service::day_care).days == 3);
    CHECK(totals->by_service.at(Service::short_stay).persons == 1);
    CHECK(totals->by_service.at(Service::short_stay).days == 3);
    CHECK(totals->persons == 2);
    CHECK(totals->days == 6);
    CHECK(totals->copay == Yen(6'000));
}

TEST_CASE("the fee is there once every service's unit price is set") {
    MonthDesk desk;
    const std::vector<Row> rows{row("N-1", Service::day_care), row("N-2", Service::short_stay, 3)};
    CHECK_FALSE(add_up(desk.clinic(), "nerima", rows)->fee.has_value());
    set_price(desk, "nerima", "day_care", "20000");
    CHECK_FALSE(add_up(desk.clinic(), "nerima", rows)->fee.has_value());
    set_price(desk, "nerima", "short_stay", "30000");
    CHECK(add_up(desk.clinic(), "nerima", rows)->fee == Yen(20'000 + 3 * 30'000));
}

TEST_CASE("a unit price that is no whole number of yen counts as not set") {
    MonthDesk desk;
    for (const char* wrong : {"", "20,000", "-1", "2e4", "99999999"}) {
        CAPTURE(wrong);
        set_price(desk, "nerima", "day_care", wrong);
        CHECK_FALSE(add_up(desk.clinic(), "nerima", {row("N-1", Service::day_care)})->fee.has_value());
    }
}

TEST_CASE("003 利用回数: six hours of day care are one use, and three times the fee") {
    MonthDesk desk;
    set_price(desk, "minamiaso", "day_care", "10000");
    const auto totals = add_up(desk.clinic(), "minamiaso", {row("M-1", Service::day_care, 1, 3)});
    CHECK(totals->days == 1);
    CHECK(totals->units == 3);
    CHECK(totals->fee == Yen(30'000));
}

TEST_CASE("003 利用回数: a stay of two nights is billed twice") {
    MonthDesk desk;
    set_price(desk, "minamiaso", "short_stay", "30000");
    CHECK(add_up(desk.clinic(), "minamiaso", {row("M-1", Service::short_stay, 3)})->fee == Yen(60'000));
}

TEST_CASE("whatever the rows, the totals are their sums") {
    MonthDesk desk;
    CHECK(rc::check("totals are sums", [&] {
        const auto count = *rc::gen::inRange(0, 40);
        std::vector<Row> rows;
        for (int index = 0; index < count; ++index)
            rows.push_back(row("N-" + std::to_string(*rc::gen::inRange(0, 6)),
                               static_cast<Service>(*rc::gen::inRange(0, programme::kServiceCount)),
                               *rc::gen::inRange(1, 61), *rc::gen::inRange(1, 61),
                               *rc::gen::inRange(0, 100'000)));
        const auto totals = add_up(desk.clinic(), "setagaya", rows);
        RC_ASSERT(totals.ok());
        int days = 0;
        int units = 0;
        Yen copay;
        for (const Row& one : rows) {
            days += one.days;
            units += one.units;
            copay += one.copay;
        }
        RC_ASSERT(totals->days == days);
        RC_ASSERT(totals->units == units);
        RC_ASSERT(totals->copay == copay);
        int service_days = 0;
        int service_units = 0;
        int most_persons = 0;
        for (const auto& [service, sums] : totals->by_service) {
            service_days += sums.days;
            service_units += sums.units;
            most_persons = std::max(most_persons, sums.persons);
            RC_ASSERT(sums.persons >= 1);
        }
        RC_ASSERT(service_days == days);
        RC_ASSERT(service_units == units);
        RC_ASSERT(totals->persons >= most_persons);
        RC_ASSERT(totals->persons <= static_cast<int>(rows.size()));
    }));
}

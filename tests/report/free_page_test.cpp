#include "shared/report/free_page.h"

#include "shared/base/text.h"
#include "tests/clinic/house.h"

#include <doctest/doctest.h>

using namespace sango;
using sango::test::House;

namespace {

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("The page of free places stands by itself, in Japanese, with a word for each mark") {
    House house;
    (void)house.placed(house.stay(house.someone(), 1, 2));
    (void)house.placed(house.stay(house.someone(), 2, 2, 2));
    const auto days = clinic::free_days(house.clinic(), house.today(), 56);
    const std::string page = report::free_page("さくら <助産院>", house.clock.now(), *days);
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.find("<html lang=\"ja\">") != std::string::npos);
    CHECK(page.find("さくら &lt;助産院&gt;") != std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("http") == std::string::npos);
    CHECK(count(page, "<table") == 8);
    CHECK(count(page, "scope=\"row\"") == 56);
    CHECK(page.find("× 満員") != std::string::npos);
    CHECK(page.find("△ <span class=\"said\">残り</span>1") != std::string::npos);
    CHECK(page.find("○ <span class=\"said\">空き</span>2") != std::string::npos);
    CHECK(page.find("山田") == std::string::npos);
}

TEST_CASE("The calendar holds the bookings without names, in lines of at most 75 octets") {
    House house;
    (void)house.placed(house.stay(house.someone(), 1, 3));
    clinic::BookingDraft day = house.day(house.someone(), 2);
    day.starts_at = 600;
    day.minutes = 120;
    (void)house.placed(day);
    const auto places = clinic::places(house.clinic());
    const auto spans = clinic::held_between(house.clinic(), *places, house.today(), 14);
    const std::string calendar =
        report::bookings_calendar("sakura-0123", "とても長い名前の、さくら助産院; ねりま産後ケアセンター別館",
                                  house.clock.now(), *places, *spans);
    CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(calendar.ends_with("END:VCALENDAR\r\n"));
    CHECK(calendar.find("DTSTART;VALUE=DATE:20261122\r\nDTEND;VALUE=DATE:20261125\r\n") != std::string::npos);
    CHECK(calendar.find("DTSTART:20261123T010000Z\r\nDTEND:20261123T030000Z\r\n") != std::string::npos);
    CHECK(calendar.find("SUMMARY:101 宿泊\r\n") != std::string::npos);
    CHECK(calendar.find("山田") == std::string::npos);
    CHECK(count(calendar, "BEGIN:VEVENT") == 2);
    for (std::size_t at = 0; at < calendar.size();) {
        const std::size_t end = calendar.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        CHECK(end - at <= 75);
        CHECK(is_utf8(calendar.substr(at, end - at)));
        at = end + 2;
    }
}

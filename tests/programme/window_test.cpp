#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

struct Edge {
    const char* born;
    const char* last_day;
    const char* day_after;
};

}  // namespace

TEST_CASE(
    "002 利用できる方: day care ends the day before the first birthday, whatever the day of the month") {
    const Programme nerima = rules_of("nerima");
    for (const Edge& edge :
         {Edge{"2025-03-01", "2026-02-28", "2026-03-01"}, Edge{"2025-03-28", "2026-03-27", "2026-03-28"},
          Edge{"2025-03-31", "2026-03-30", "2026-03-31"}, Edge{"2024-02-28", "2025-02-27", "2025-02-28"},
          Edge{"2024-02-29", "2025-02-28", "2025-03-01"}, Edge{"2023-03-01", "2024-02-29", "2024-03-01"}}) {
        CAPTURE(edge.born);
        const Verdict on_last = judge(nerima, request_for_birth(Service::day_care, edge.born, edge.last_day));
        CHECK(on_last.last_day == day(edge.last_day));
        CHECK(outcome(on_last, "window") == "accept");
        const Verdict after = judge(nerima, request_for_birth(Service::day_care, edge.born, edge.day_after));
        CHECK(outcome(after, "window") == "refuse");
        CHECK(after.verdict == Outcome::refuse);
    }
}

TEST_CASE("002 利用日数 ※1: a short stay past about four months is asked about, past a year refused") {
    const Programme nerima = rules_of("nerima");
    for (const Edge& edge :
         {Edge{"2026-01-28", "2026-05-27", "2026-05-28"}, Edge{"2025-10-28", "2026-02-27", "2026-02-28"},
          Edge{"2025-10-29", "2026-02-28", "2026-03-01"}, Edge{"2025-10-30", "2026-02-28", "2026-03-01"},
          Edge{"2025-10-31", "2026-02-28", "2026-03-01"}, Edge{"2024-02-29", "2024-06-28", "2024-06-29"},
          Edge{"2023-10-29", "2024-02-28", "2024-02-29"}, Edge{"2023-10-31", "2024-02-29", "2024-03-01"}}) {
        CAPTURE(edge.born);
        const Verdict on_last =
            judge(nerima, request_for_birth(Service::short_stay, edge.born, edge.last_day));
        CHECK(on_last.last_day == day(edge.last_day));
        CHECK(outcome(on_last, "window") == "accept");
        CHECK(outcome(judge(nerima, request_for_birth(Service::short_stay, edge.born, edge.day_after)),
                      "window") == "ask");
    }
    CHECK(outcome(judge(nerima, request_for_birth(Service::short_stay, "2026-03-01", "2027-02-28")),
                  "window") == "ask");
    CHECK(outcome(judge(nerima, request_for_birth(Service::short_stay, "2026-03-01", "2027-03-01")),
                  "window") == "refuse");
}

TEST_CASE("002 利用日数: every day of a stay has to lie in the window, the last one too") {
    const Programme nerima = rules_of("nerima");
    CHECK(outcome(judge(nerima, request(Service::short_stay, "2026-06-29", 2)), "window") == "accept");
    CHECK(outcome(judge(nerima, request(Service::short_stay, "2026-06-30", 2)), "window") == "ask");
    CHECK(outcome(judge(nerima, request(Service::short_stay, "2026-06-24", 7)), "window") == "accept");
    CHECK(outcome(judge(nerima, request(Service::short_stay, "2026-06-25", 7)), "window") == "ask");
    CHECK(outcome(judge(nerima, request(Service::short_stay, "2027-02-27", 2)), "window") == "ask");
    CHECK(outcome(judge(nerima, request(Service::short_stay, "2027-02-28", 2)), "window") == "refuse");
}

TEST_CASE("003 3 対象者: in Minamiaso all three services end the day before the first birthday") {
    const Programme minamiaso = rules_of("minamiaso");
    for (const Service service : {Service::short_stay, Service::day_care, Service::outreach}) {
        const Verdict on_last = judge(minamiaso, request_for_birth(service, "2025-05-31", "2026-05-30"));
        CHECK(outcome(on_last, "window") == "accept");
        CHECK(on_last.last_day == day("2026-05-30"));
        CHECK(outcome(judge(minamiaso, request_for_birth(service, "2025-05-31", "2026-05-31")), "window") ==
              "refuse");
    }
}

TEST_CASE("000 1: Nakano's windows are five, seven and twelve months") {
    const Programme nakano = rules_of("nakano");
    CHECK(judge(nakano, request_for_birth(Service::short_stay, "2026-01-15", "2026-06-14")).last_day ==
          day("2026-06-14"));
    CHECK(judge(nakano, request_for_birth(Service::short_stay, "2025-09-30", "2026-02-01")).last_day ==
          day("2026-02-28"));
    CHECK(judge(nakano, request_for_birth(Service::day_care, "2026-01-15", "2026-06-14")).last_day ==
          day("2026-08-14"));
    CHECK(judge(nakano, request_for_birth(Service::outreach, "2026-01-15", "2026-06-14")).last_day ==
          day("2027-01-14"));
    CHECK(outcome(judge(nakano, request_for_birth(Service::short_stay, "2026-01-15", "2026-06-15")),
                  "window") == "refuse");
}

TEST_CASE("No use comes before the birth, and the day of birth is the first") {
    const Programme nerima = rules_of("nerima");
    CHECK(outcome(judge(nerima, request(Service::day_care, "2026-02-28")), "window") == "refuse");
    CHECK(outcome(judge(nerima, request(Service::day_care, "2026-03-01")), "window") == "accept");
    Request expecting = request(Service::day_care);
    expecting.children = {Child{std::nullopt, day("2026-08-01"), std::nullopt}};
    CHECK(outcome(judge(nerima, expecting), "window") == "refuse");
}

TEST_CASE("002 利用できる方 ★: Nerima answers a corrected age with a question") {
    const Programme nerima = rules_of("nerima");
    Request early = request_for_birth(Service::day_care, "2025-05-01", "2026-05-10");
    CHECK(outcome(judge(nerima, early), "window") == "refuse");
    early.children = {Child{day("2025-05-01"), day("2025-06-01"), 2800}};
    CHECK(outcome(judge(nerima, early), "window") == "ask");
    CHECK(judge(nerima, early).last_day == day("2026-04-30"));
    early.start = day("2026-06-01");
    CHECK(outcome(judge(nerima, early), "window") == "refuse");
    early.start = day("2026-04-30");
    CHECK(outcome(judge(nerima, early), "window") == "accept");
}

TEST_CASE("37 weeks 0 days is not early, a day before is; 2,500 g is not light, a gram less is") {
    const Programme nakano = rules_of("nakano");
    Request asked = request_for_birth(Service::day_care, "2026-01-01", "2026-07-20");
    const auto last_day = [&](const char* due, int grams) {
        asked.children = {Child{day("2026-01-01"), day(due), grams}};
        return date_text(*judge(nakano, asked).last_day);
    };
    CHECK(last_day("2026-01-22", 2500) == "2026-07-31");  // 21 days before the due date: 37 weeks 0 days
    CHECK(last_day("2026-01-23", 2500) == "2026-08-22");
    CHECK(last_day("2026-01-10", 2499) == "2026-08-09");
    CHECK(last_day("2025-12-25", 2499) == "2026-07-31");  // light but late: the due date would only shorten
}

TEST_CASE("001 V 3: Setagaya corrects the age for stays and day care, not for visits") {
    const Programme setagaya = rules_of("setagaya");
    const auto last_day = [&](Service service) {
        Request asked = request_for_birth(service, "2026-01-01", "2026-03-01");
        asked.children = {Child{day("2026-01-01"), day("2026-02-01"), 2000}};
        return date_text(*judge(setagaya, asked).last_day);
    };
    CHECK(last_day(Service::short_stay) == "2026-05-31");
    CHECK(last_day(Service::day_care) == "2026-05-31");
    CHECK(last_day(Service::outreach) == "2026-12-31");
    CHECK(last_day(Service::sibling_short_stay) == "2026-05-31");
}

TEST_CASE("A due date or weight is asked for only where it could change the answer") {
    const Programme nerima = rules_of("nerima");
    Request asked = request_for_birth(Service::day_care, "2025-05-01", "2026-05-10");
    asked.children = {Child{day("2025-05-01"), std::nullopt, 3000}};
    CHECK(missing(judge(nerima, asked), "window") == std::vector<std::string>{"children[0].due"});
    asked.start = day("2026-04-30");
    CHECK(outcome(judge(nerima, asked), "window") == "accept");
    asked.start = day("2026-09-10");  // 18 weeks past the window no due date helps
    CHECK(outcome(judge(nerima, asked), "window") == "refuse");

    asked.start = day("2026-05-10");
    asked.children = {Child{day("2025-05-01"), day("2025-05-15"), std::nullopt}};
    CHECK(missing(judge(nerima, asked), "window") == std::vector<std::string>{"children[0].weight_g"});
    asked.children = {Child{day("2025-05-01"), day("2025-05-05"), std::nullopt}};
    CHECK(outcome(judge(nerima, asked), "window") == "refuse");

    asked.children = {Child{day("2025-05-01"), day("2026-05-01"), 3000}};  // a slip: due a year later
    CHECK(missing(judge(nerima, asked), "window") == std::vector<std::string>{"children[0].due"});
}

TEST_CASE("002 利用日数 ※2: a clinic's own ages narrow day care, and restrict nothing while unset") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::day_care, "2026-05-10");  // born 1 March: two months old
    CHECK(outcome(judge(nerima, asked), "window") == "accept");
    asked.settings["clinic.day_care_from_months"] = 3;
    CHECK(outcome(judge(nerima, asked), "window") == "refuse");
    asked.start = day("2026-06-01");
    CHECK(outcome(judge(nerima, asked), "window") == "accept");
    asked.settings["clinic.day_care_until_months"] = 3;
    CHECK(outcome(judge(nerima, asked), "window") == "refuse");
    CHECK(find(judge(nerima, asked), "window")->source == "002 利用日数 ※2");
    asked.service = Service::outreach;
    CHECK(outcome(judge(nerima, asked), "window") == "accept");
}

TEST_CASE("004: Kashiwa's window is the city's setting, asked for until it is answered") {
    const Programme kashiwa = rules_of("kashiwa");
    Request asked = request(Service::day_care);
    CHECK(outcome(judge(kashiwa, asked), "window") == "-");
    asked.settings["window.months"] = 4;
    CHECK(judge(kashiwa, asked).last_day == day("2026-06-30"));
}

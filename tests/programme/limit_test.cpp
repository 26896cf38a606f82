#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

void used_days(Request& request, Service service, int count) {
    for (int i = 0; i < count; ++i)
        request.used->push_back({service, day("2026-03-05") + std::chrono::days(i), 1, 1});
}

/// Uses that fill a limit to the last one, and one more.
void check_limit(const Programme& one, Request asked, int total) {
    used_days(asked, asked.service, total - 1);
    Verdict verdict = judge(one, asked);
    CHECK(verdict.remaining == Remaining{1, 0});
    CHECK(outcome(verdict, "limit") == "accept");
    used_days(asked, asked.service, 1);
    verdict = judge(one, asked);
    CHECK(verdict.remaining == Remaining{0, 0});
    CHECK(outcome(verdict, "limit") == "refuse");
}

void make_twins(Request& asked) {
    asked.children->push_back(asked.children->front());
}

}  // namespace

TEST_CASE("002 利用日数: 7 days of short stay, the first and the last day counted") {
    const Programme nerima = rules_of("nerima");
    CHECK(judge(nerima, request(Service::short_stay, "2026-05-10", 7)).remaining == Remaining{7, 0});
    CHECK(outcome(judge(nerima, request(Service::short_stay, "2026-05-10", 8)), "limit") == "refuse");
    Request asked = request();
    asked.used = {use(Service::short_stay, "2026-04-01", 3), use(Service::short_stay, "2026-04-20", 2)};
    CHECK(judge(nerima, asked).remaining == Remaining{2, 0});
    asked.days = 3;
    CHECK(judge(nerima, asked).remaining == Remaining{2, 0});
    CHECK(outcome(judge(nerima, asked), "limit") == "refuse");
}

TEST_CASE("002 利用日数: 12 days of day care, 18 for multiples") {
    const Programme nerima = rules_of("nerima");
    check_limit(nerima, request(Service::day_care), 12);
    Request twins = request(Service::day_care);
    make_twins(twins);
    check_limit(nerima, twins, 18);
}

TEST_CASE("002 利用日数: 6 visits, 10 for multiples") {
    const Programme nerima = rules_of("nerima");
    check_limit(nerima, request(Service::outreach), 6);
    Request twins = request(Service::outreach);
    make_twins(twins);
    check_limit(nerima, twins, 10);
}

TEST_CASE("002 利用日数: each service has its own limit, and a decision's extra days widen none") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::short_stay);
    used_days(asked, Service::day_care, 12);
    used_days(asked, Service::outreach, 6);
    CHECK(judge(nerima, asked).remaining == Remaining{7, 5});
    asked.decision->extra_days = 3;
    CHECK(judge(nerima, asked).remaining == Remaining{7, 5});
}

TEST_CASE("003 5: 7 uses over all services, one night of a stay being one") {
    const Programme minamiaso = rules_of("minamiaso");
    Request asked = request(Service::short_stay, "2026-05-10", 2);
    CHECK(judge(minamiaso, asked).remaining == Remaining{7, 6});
    asked.days = 3;
    CHECK(judge(minamiaso, asked).remaining == Remaining{7, 5});
    asked.used = {use(Service::outreach, "2026-04-01"), use(Service::day_care, "2026-04-02"),
                  use(Service::short_stay, "2026-04-10", 4)};
    CHECK(judge(minamiaso, asked).remaining == Remaining{2, 0});
    asked.days = 4;
    CHECK(outcome(judge(minamiaso, asked), "limit") == "refuse");
}

TEST_CASE("003 5 ※: day care carried on within one day is one use, whatever its units") {
    const Programme minamiaso = rules_of("minamiaso");
    Request asked = request(Service::day_care);
    asked.units = 3;
    CHECK(judge(minamiaso, asked).remaining == Remaining{7, 6});
    asked.used = {use(Service::day_care, "2026-04-20", 1, 3), use(Service::day_care, "2026-04-20", 1, 1)};
    CHECK(judge(minamiaso, asked).remaining == Remaining{6, 5});

    asked.used = {use(Service::day_care, "2026-05-10")};  // this morning, carried on in the afternoon
    CHECK(judge(minamiaso, asked).remaining == Remaining{6, 6});
}

TEST_CASE("003 5 ※: the last use may be carried on within its day; a use beyond the limit may not") {
    const Programme minamiaso = rules_of("minamiaso");
    Request asked = request(Service::day_care);
    used_days(asked, Service::day_care, 6);
    asked.used->push_back(use(Service::day_care, "2026-05-10"));
    CHECK(outcome(judge(minamiaso, asked), "limit") == "accept");
    CHECK(judge(minamiaso, asked).remaining == Remaining{0, 0});
    asked.used->push_back(use(Service::outreach, "2026-05-09"));
    CHECK(outcome(judge(minamiaso, asked), "limit") == "refuse");
}

TEST_CASE("003 5: a home visit of more than two hours is as many uses as it has units") {
    const Programme minamiaso = rules_of("minamiaso");
    Request asked = request(Service::outreach);
    asked.units = 2;
    CHECK(judge(minamiaso, asked).remaining == Remaining{7, 5});
    asked.units.reset();
    CHECK(missing(judge(minamiaso, asked), "limit") == std::vector<std::string>{"units"});
}

TEST_CASE("003 5: the limit is per birth, and the village may widen it") {
    const Programme minamiaso = rules_of("minamiaso");
    Request asked = request(Service::outreach);
    for (int i = 0; i < 7; ++i) asked.used->push_back(use(Service::outreach, "2025-01-10"));
    CHECK(judge(minamiaso, asked).remaining == Remaining{7, 6});  // they belong to the birth before
    asked.used->clear();
    used_days(asked, Service::outreach, 7);
    CHECK(outcome(judge(minamiaso, asked), "limit") == "refuse");
    asked.decision->extra_days = 2;
    CHECK(judge(minamiaso, asked).remaining == Remaining{2, 1});
    asked.decision.reset();
    CHECK(missing(judge(minamiaso, asked), "limit") == std::vector<std::string>{"decision.extra_days"});
}

TEST_CASE("001 III 1 (2) ③: Setagaya's visits and day care share 7; a decision may raise them") {
    const Programme setagaya = rules_of("setagaya");
    Request asked = request(Service::outreach);
    used_days(asked, Service::day_care, 4);
    used_days(asked, Service::outreach, 2);
    used_days(asked, Service::short_stay, 7);
    CHECK(judge(setagaya, asked).remaining == Remaining{1, 0});
    asked.decision->extra_days = 3;
    CHECK(judge(setagaya, asked).remaining == Remaining{4, 3});
    CHECK_FALSE(judge(setagaya, request(Service::sibling_day_care)).remaining);
}

TEST_CASE("000 1: Nakano's one limit is a setting, another for multiples") {
    const Programme nakano = rules_of("nakano");
    Request asked = request(Service::day_care);
    used_days(asked, Service::short_stay, 4);
    CHECK(outcome(judge(nakano, asked), "limit") == "-");
    CHECK(missing(judge(nakano, asked), "setting") == std::vector<std::string>{"settings.limit.total"});
    asked.settings["limit.total"] = 10;
    CHECK(judge(nakano, asked).remaining == Remaining{6, 5});
    CHECK(outcome(judge(nakano, asked), "setting") == "-");
    make_twins(asked);
    CHECK(missing(judge(nakano, asked), "setting") ==
          std::vector<std::string>{"settings.limit.total_multiples"});
    asked.settings["limit.total_multiples"] = 14;
    CHECK(judge(nakano, asked).remaining == Remaining{10, 9});
}

TEST_CASE("004: where Kashiwa has set no limit, the decision's own days are it") {
    const Programme kashiwa = rules_of("kashiwa");
    Request asked = request(Service::day_care);
    CHECK(judge(kashiwa, asked).remaining == std::nullopt);
    asked.decision->extra_days = 5;
    CHECK(judge(kashiwa, asked).remaining == Remaining{5, 4});
}

TEST_CASE("Earlier uses whose length is not known are asked for") {
    const Programme nerima = rules_of("nerima");
    Request asked = request();
    asked.used = {use(Service::day_care, "2026-04-01", 0), use(Service::short_stay, "2026-04-01", 0)};
    CHECK(missing(judge(nerima, asked), "limit") == std::vector<std::string>{"used[1].days"});
    CHECK_FALSE(judge(nerima, asked).remaining);
    asked.used.reset();
    CHECK(missing(judge(nerima, asked), "limit") == std::vector<std::string>{"used"});
}

TEST_CASE("What is left of a limit is told without a use being asked for") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::day_care);
    used_days(asked, Service::day_care, 4);
    asked.days.reset();
    const auto left = allowance(nerima, asked);
    REQUIRE(left);
    CHECK(left->left == 8);
    CHECK(left->total == 12);
    CHECK_FALSE(allowance(rules_of("nakano"), asked));
    asked.service = Service::sibling_day_care;
    CHECK_FALSE(allowance(nerima, asked));
}

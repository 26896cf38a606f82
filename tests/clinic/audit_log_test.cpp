#include "shared/clinic/audit_log.h"

#include "shared/clinic/sign_in.h"
#include "shared/clinic/staff.h"
#include "tests/clinic/hanakos_stay.h"

#include <algorithm>

using namespace sango;
using namespace sango::clinic;
using Kind = AuditFilter::Kind;

namespace {

std::vector<std::string> actions(const Clinic& clinic, const AuditFilter& filter) {
    std::vector<std::string> said;
    const auto entries = audit_log(clinic, filter, 1'000);
    for (const AuditEntry& one : *entries) said.push_back(one.action);
    return said;
}

}  // namespace

TEST_CASE("whose page was looked at, by whom and when, is found") {
    test::HanakosStay stay;
    Clinic& clinic = stay.desk.clinic();
    const auto mother = (*find_by_number(clinic, "nerima", "N-4821-1"))->id;
    REQUIRE(act_as(clinic, stay.suzuki).ok());
    stay.desk.clock.turn(std::chrono::hours(24));
    REQUIRE(record_reading(clinic, mother).ok());
    CHECK(audit_log(clinic, {}, 10).error().code == "not_allowed");

    REQUIRE(act_as(clinic, stay.sato).ok());
    const auto read = audit_log(clinic, {.kind = Kind::read, .staff_id = stay.suzuki}, 10);
    REQUIRE(read->size() == 1);
    CHECK(read->front().who == "鈴木 恵");
    CHECK(read->front().record == mother);
    CHECK(read->front().table == "mother");
    CHECK(read->front().at == stay.desk.clock.now());
    CHECK(actions(clinic, {.staff_id = stay.suzuki, .day = make_date(2026, 11, 21)}).empty());
    CHECK(actions(clinic, {.staff_id = stay.suzuki, .day = make_date(2026, 11, 22)}).size() == 1);
}

TEST_CASE("who signed in and who decided stand apart from the day's work") {
    test::HanakosStay stay;
    Clinic& clinic = stay.desk.clinic();
    REQUIRE(set_pin(clinic, stay.suzuki, "805512").ok());
    CHECK(sign_in(clinic, stay.suzuki, "000001").error().code == "wrong_pin");
    REQUIRE(set_setting(clinic, "clinic.name", "さくら").ok());
    CHECK(actions(clinic, {.kind = Kind::access}) ==
          std::vector<std::string>{"wrong_pin", "set_pin", "add_staff", "add_staff"});
    const auto decided = actions(clinic, {.kind = Kind::decided});
    CHECK(decided.front() == "set");
    CHECK(std::ranges::find(decided, "check_in") == decided.end());
}

TEST_CASE("page by page the whole chain is read, newest first") {
    test::HanakosStay stay;
    const auto all = audit_log(stay.desk.clinic(), {}, 1'000);
    std::vector<std::int64_t> paged;
    AuditFilter filter;
    for (;;) {
        const auto page = audit_log(stay.desk.clinic(), filter, 3);
        if (page->empty()) break;
        for (const AuditEntry& one : *page) paged.push_back(one.seq);
        filter.before = page->back().seq;
    }
    CHECK(paged.size() == all->size());
    CHECK(static_cast<std::int64_t>(paged.size()) == stay.desk.count("audit"));
    CHECK(std::ranges::is_sorted(paged, std::ranges::greater()));
}

#include "shared/report/deadlines.h"

#include "shared/report/unattended.h"
#include "tests/report/month_desk.h"

namespace sango::report {
namespace {

using test::MonthDesk;

/// 南阿蘇村: the report by the 10th of the next month, the invoice by that month's end (003 6 (3)).
struct Village : MonthDesk {
    std::string one_use() {
        clinic::Registration told = hanako();
        told.programme = "minamiaso";
        told.user_number = "M-1001";
        told.facts.unwell_or_anxious = true;
        told.decision.granted = true;
        told.decision.request_letter = true;
        const auto mother = clinic::register_mother(clinic(), told);
        REQUIRE(mother.ok());
        clinic::CheckInDraft draft;
        draft.mother_id = *mother;
        draft.service = programme::Service::day_care;
        draft.acute_infection = false;
        draft.medical_treatment = false;
        draft.copay_per_unit = Yen(300);
        const auto use = clinic::check_in(clinic(), draft);
        REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().message.en));
        REQUIRE(clinic::write_note(clinic(), milk(*use)).ok());
        leave(*use, Yen(300));
        return *use;
    }
    std::vector<Deadline> open_now(int days = 7) {
        auto open = open_deadlines(clinic(), days);
        REQUIRE(open.ok());
        return std::move(open).value();
    }
};

TEST_CASE("003 6 (3): a paper that is due is counted down from a week before, and beyond its day") {
    Village desk;
    (void)desk.one_use();
    desk.go_to("2026-12-02T09:00:00+09:00");
    CHECK(desk.open_now().empty());
    desk.go_to("2026-12-03T09:00:00+09:00");
    REQUIRE(desk.open_now().size() == 1);
    CHECK(desk.open_now().front().days_left == 7);
    CHECK(desk.open_now().front().due == make_date(2026, 12, 10));
    desk.go_to("2026-12-11T09:00:00+09:00");
    CHECK(desk.open_now().front().days_left == -1);
    desk.go_to("2026-12-24T09:00:00+09:00");
    CHECK(desk.open_now().size() == 2);  // the invoice, by 31 December, as well
}

TEST_CASE("where nobody presses the button the terminal closes a complete month on its day, and says so") {
    Village desk;
    (void)desk.one_use();
    desk.go_to("2026-12-10T09:00:00+09:00");
    CHECK(close_due_months(desk.clinic())->empty());  // nobody allowed it
    REQUIRE(clinic::set_setting(desk.clinic(), kUnattended, "1").ok());
    const std::string staff = desk.clinic().actor.staff_id;
    desk.go_to("2026-12-10T08:59:00+09:00");
    CHECK(close_due_months(desk.clinic())->empty());
    desk.go_to("2026-12-10T09:00:00+09:00");
    REQUIRE(close_due_months(desk.clinic())->size() == 1);
    CHECK(desk.clinic().actor.staff_id == staff);
    CHECK(closed_unattended(desk.clinic(), "minamiaso", MonthDesk::kNovember)->has_value());
    CHECK(close_due_months(desk.clinic())->empty());
    CHECK(desk.audit_holds());
}

TEST_CASE("a month of which something is missing is never closed by the terminal itself") {
    Village desk;
    clinic::Clinic& clinic = desk.clinic();
    REQUIRE(clinic::set_setting(clinic, kUnattended, "1").ok());
    (void)desk.use_in_house();  // never checked out, and Nerima sets no day
    desk.go_to("2026-12-20T09:00:00+09:00");
    CHECK(close_due_months(clinic)->empty());
}

}  // namespace
}  // namespace sango::report

#include "shared/clinic/programme_settings.h"

#include "shared/clinic/booking.h"
#include "shared/clinic/retention.h"
#include "shared/programme/describe.h"
#include "tests/clinic/managed_desk.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;

namespace {

struct SettingsDesk : test::ManagedDesk {
    [[nodiscard]] OpenAnswer answer(std::string_view programme, std::string_view name) {
        const auto open = open_answers(clinic(), programme);
        REQUIRE(open.ok());
        for (const OpenAnswer& one : *open)
            if (one.asked.name == name) return one;
        FAIL("no such setting");
        return {};
    }
    /// A mother of Nakano, who is well.
    [[nodiscard]] CheckInDraft of_nakano() {
        Registration told = hanako();
        told.programme = "nakano";
        told.user_number = "K-1";
        const auto id = register_mother(clinic(), told);
        REQUIRE(id.ok());
        CheckInDraft draft;
        draft.mother_id = *id;
        draft.service = programme::Service::short_stay;
        draft.days = 2;
        draft.acute_infection = false;
        return draft;
    }
    [[nodiscard]] programme::Verdict verdict(const CheckInDraft& draft) {
        const auto assessment = assess(clinic(), draft);
        REQUIRE(assessment.ok());
        return assessment->verdict;
    }
};

bool asks_for_settings(const programme::Verdict& verdict) {
    return std::ranges::any_of(verdict.reasons, [](const programme::Reason& reason) {
        return reason.rule == "setting" && reason.verdict == programme::Outcome::ask;
    });
}

}  // namespace

TEST_CASE("a programme that is off takes nobody in, says why, and keeps what was") {
    SettingsDesk desk;
    const std::string use = desk.check_in_hanako();
    REQUIRE(set_contract(desk.clinic(), "nerima", false).ok());
    CHECK_FALSE(*contracted(desk.clinic(), "nerima"));

    const auto refused = check_in(desk.clinic(), desk.draft_of_someone_new());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "not_contracted");
    CHECK(refused.error().message.ja.find("練馬区") != std::string::npos);
    CHECK_FALSE(assess(desk.clinic(), desk.draft_of_someone_new())->contracted);

    // Who is in the house leaves as usual, and her use stands in the month.
    CheckOut out;
    out.use_id = use;
    out.received = Yen(1'500);
    CHECK(check_out(desk.clinic(), out).ok());
    CHECK(uses_between(desk.clinic(), "nerima", desk.today(), desk.today())->size() == 1);

    REQUIRE(set_contract(desk.clinic(), "nerima", true).ok());
    CHECK(check_in(desk.clinic(), desk.draft_of_someone_new()).ok());
    CHECK(desk.audit_holds());
}

TEST_CASE("a programme that nobody switched on is off") {
    SettingsDesk desk;
    REQUIRE(unset_setting(desk.clinic(), "contract.setagaya").ok());
    CHECK_FALSE(*contracted(desk.clinic(), "setagaya"));
    CHECK(set_contract(desk.clinic(), "atlantis", true).error().code == "unknown_programme");
    REQUIRE(set_contract(desk.clinic(), "131121", true).ok());
    CHECK(*contracted(desk.clinic(), "setagaya"));
    desk.open();
    CHECK(*contracted(desk.clinic(), "setagaya"));
}

TEST_CASE("only a manager decides about programmes and their numbers") {
    SettingsDesk desk;
    desk.hand_to_the_night();
    const auto before = desk.count("audit");
    CHECK(set_contract(desk.clinic(), "nerima", false).error().code == "not_allowed");
    CHECK(answer_setting(desk.clinic(), "nakano", "limit.total", 14).error().code == "not_allowed");
    CHECK(desk.count("audit") == before);
    CHECK(*contracted(desk.clinic(), "nerima"));
}

TEST_CASE("what the papers leave open is listed with who answers and where it stands") {
    SettingsDesk desk;
    const OpenAnswer limit = desk.answer("nakano", "limit.total");
    CHECK_FALSE(limit.answer);
    CHECK(limit.asked.by == programme::OpenSetting::By::municipality);
    CHECK(limit.asked.kind == programme::OpenSetting::Kind::count);
    CHECK(limit.asked.counter.ja == "日");
    CHECK(limit.asked.source == "000 1 事業の概要");
    CHECK(desk.answer("nakano", "copay.outreach").asked.kind == programme::OpenSetting::Kind::yen);
    CHECK(desk.answer("kashiwa", "window.months").asked.kind == programme::OpenSetting::Kind::months);
    CHECK(desk.answer("nerima", "clinic.orientation").asked.kind == programme::OpenSetting::Kind::yes_no);
    CHECK(desk.answer("nerima", "clinic.day_care_until_months").asked.by ==
          programme::OpenSetting::By::clinic);
    // Whether one mother has had the orientation is no setting of the clinic's.
    const auto open = open_answers(desk.clinic(), "nerima");
    for (const OpenAnswer& one : *open) CHECK(one.asked.name != "clinic.orientation_done");
    // Minamiaso's paper leaves nothing open that a verdict asks for: unit prices for the invoice, and the end
    // of the contract, from which the records are kept.
    const auto village = open_answers(desk.clinic(), "minamiaso");
    CHECK(std::ranges::count(*village, NeededFor::invoice, &OpenAnswer::needed_for) == 3);
    CHECK(std::ranges::count(*village, NeededFor::records, &OpenAnswer::needed_for) == 1);
    CHECK(village->size() == 4);
    CHECK(village->front().asked.source == "003 6 (3) 利用後の処理");
    CHECK(desk.answer("minamiaso", "contract.ends").asked.kind == programme::OpenSetting::Kind::date);
    CHECK(desk.answer("nerima", "unit_price.day_care").needed_for == NeededFor::verdicts);
    CHECK(desk.answer("nerima", "invoice.waived_share").needed_for == NeededFor::invoice);
    CHECK(desk.answer("nerima", "invoice.late_cancel").asked.kind == programme::OpenSetting::Kind::yes_no);
    CHECK(open_answers(desk.clinic(), "atlantis").error().code == "unknown_programme");
}

TEST_CASE("a number that is not set asks, and once it is written the next verdict goes by it") {
    SettingsDesk desk;
    const CheckInDraft draft = desk.of_nakano();
    CHECK(asks_for_settings(desk.verdict(draft)));
    CHECK_FALSE(desk.verdict(draft).copay);
    for (const auto& [name, number] :
         {std::pair{"limit.total", 14}, {"limit.total_multiples", 20}, {"copay.short_stay", 3'000}})
        REQUIRE(answer_setting(desk.clinic(), "nakano", name, number).ok());
    CHECK_FALSE(asks_for_settings(desk.verdict(draft)));
    CHECK(desk.verdict(draft).copay == Yen(6'000));
    CHECK(desk.verdict(draft).remaining == programme::Remaining{14, 12});
    REQUIRE(answer_setting(desk.clinic(), "nakano", "copay.short_stay", std::nullopt).ok());
    CHECK(asks_for_settings(desk.verdict(draft)));
    CHECK_FALSE(desk.verdict(draft).copay);
}

TEST_CASE("a number outside its bounds is not written, and the bounds are said") {
    SettingsDesk desk;
    const auto wrong = answer_setting(desk.clinic(), "nakano", "copay.outreach", 100'001);
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == "out_of_range");
    CHECK(wrong.error().message.ja == "0円から100,000円までの数で入れてください。");
    CHECK(answer_setting(desk.clinic(), "nakano", "copay.outreach", -1).error().code == "out_of_range");
    CHECK(answer_setting(desk.clinic(), "nakano", "limit.total", 0).error().code == "out_of_range");
    CHECK(answer_setting(desk.clinic(), "nakano", "limit.tofu", 1).error().code == "unknown_setting");
    CHECK(answer_setting(desk.clinic(), "nerima", "clinic.orientation_done", 1).error().code ==
          "unknown_setting");
    CHECK_FALSE(desk.answer("nakano", "copay.outreach").answer);
}

TEST_CASE("each change is kept with what stood there before, when and by whom") {
    SettingsDesk desk;
    REQUIRE(answer_setting(desk.clinic(), "nakano", "limit.total", 14).ok());
    desk.clock.turn(std::chrono::hours(1));
    REQUIRE(answer_setting(desk.clinic(), "nakano", "limit.total", 10).ok());
    REQUIRE(answer_setting(desk.clinic(), "nakano", "limit.total", 10).ok());  // nothing new, nothing kept
    desk.clock.turn(std::chrono::hours(1));
    REQUIRE(answer_setting(desk.clinic(), "nakano", "limit.total", std::nullopt).ok());
    desk.open();
    const auto changes = programme_history(desk.clinic(), "nakano");
    REQUIRE(changes.ok());
    REQUIRE(changes->size() == 4);
    const auto one = [&](std::size_t i) { return (*changes)[i]; };
    CHECK(std::ranges::count(*changes, "contract", &SettingChange::name) == 1);
    CHECK_FALSE(one(0).after);
    CHECK(one(1).name == "limit.total");
    CHECK(one(1).before == "14");
    CHECK(one(1).after == "10");
    CHECK(one(1).by == "高木 直子");
    CHECK(time_text(one(1).at) == "15:05");
    CHECK_FALSE(one(2).before);
    CHECK(one(3).name == "contract");
    CHECK(desk.audit_holds());
    // A setting of another programme is no change of this one.
    CHECK(programme_history(desk.clinic(), "kashiwa")->size() == 1);
}

TEST_CASE(
    "the end of a contract is a day: it is changed while the term runs, and a term that is over stays") {
    SettingsDesk desk;
    const auto day = [](Date date) { return std::int64_t{date.time_since_epoch().count()}; };
    const auto end = [&] { return desk.answer("minamiaso", "contract.ends"); };
    const auto write = [&](Date date) {
        return answer_setting(desk.clinic(), "minamiaso", "contract.ends", day(date));
    };
    CHECK(erasable(desk.clinic(), "minamiaso").error().code == "no_contract");
    CHECK_FALSE(end().answer);
    REQUIRE(write(make_date(2028, 3, 31)).ok());
    REQUIRE(write(make_date(2027, 3, 31)).ok());  // a slip mended: one term, not two
    CHECK(contract_terms(desk.clinic(), "minamiaso").value() == std::vector{make_date(2027, 3, 31)});
    CHECK(end().answer == day(make_date(2027, 3, 31)));
    CHECK(erasable(desk.clinic(), "minamiaso").ok());
    CHECK(programme::answer_text(end().asked, end().answer).ja == "令和9年3月31日(水)");

    desk.clock.jump_to(*parse_instant("2027-04-01T09:00:00+09:00"));
    REQUIRE(confirm_clock(desk.clinic()).ok());
    const auto before_it = write(make_date(2027, 3, 31));
    CHECK(before_it.error().code == "out_of_range");
    CHECK(before_it.error().message.ja.starts_with("令和9年4月1日(木)から"));
    REQUIRE(write(make_date(2028, 3, 31)).ok());
    CHECK(contract_terms(desk.clinic(), "minamiaso").value() ==
          std::vector{make_date(2027, 3, 31), make_date(2028, 3, 31)});
    REQUIRE(answer_setting(desk.clinic(), "minamiaso", "contract.ends", std::nullopt).ok());
    CHECK(end().answer == day(make_date(2027, 3, 31)));

    const auto changes = programme_history(desk.clinic(), "minamiaso");
    CHECK(changes->front().name == "contract.ends");
    CHECK(changes->front().before == "2027-03-31,2028-03-31");
    CHECK(desk.audit_holds());
}

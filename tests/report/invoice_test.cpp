#include "shared/report/invoice.h"

#include "tests/report/month_desk.h"
#include "tests/report/words_on.h"

#include <algorithm>

namespace sango::report {
namespace {

using test::MonthDesk;

struct Office : MonthDesk {
    void set(const char* name, const char* text) { REQUIRE(clinic::set_setting(clinic(), name, text).ok()); }
    Invoice november_invoice() {
        auto invoice = build_invoice(clinic(), "nerima", kNovember);
        REQUIRE_MESSAGE(invoice.ok(), (invoice.ok() ? "" : invoice.error().message.en));
        return std::move(invoice).value();
    }
    [[nodiscard]] static bool lacks(const Invoice& invoice, std::string_view code) {
        return std::ranges::any_of(invoice.gaps, [&](const Gap& gap) { return gap.code.starts_with(code); });
    }
    [[nodiscard]] static Yen amount(const Invoice& invoice, Billed billed) {
        Yen sum;
        for (const InvoiceLine& line : invoice.lines)
            if (line.billed == billed) sum += line.amount;
        return sum;
    }
    /// 生活保護 or 非課税, confirmed for this tax year: she pays nothing.
    void exempt_use() {
        clinic::CheckInDraft draft = draft_of_someone_new();
        clinic::Registration told = hanako();
        told.user_number = *make_user_number('N', std::to_string(strangers));
        told.facts.household = programme::Household::welfare;
        told.facts.household_confirmed_on = make_date(2026, 7, 10);
        REQUIRE(clinic::register_mother(clinic(), told).ok());
        const auto use = clinic::check_in(clinic(), draft);
        REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().message.en));
        REQUIRE(clinic::write_note(clinic(), milk(*use)).ok());
        leave(*use, Yen(0));
    }
};

TEST_CASE("an invoice bills the uses of the closed month at the unit price") {
    Office desk;
    desk.set_up_invoice();
    desk.whole_use();
    desk.whole_use();
    desk.go_to_december();
    CHECK(Office::lacks(desk.november_invoice(), "no_report"));
    REQUIRE(desk.close_november().ok());
    const Invoice invoice = desk.november_invoice();
    CHECK(invoice.gaps.empty());
    CHECK(invoice.total == Yen(40'000));
    REQUIRE(invoice.lines.size() == 1);
    CHECK(invoice.lines[0].count == 2);
    CHECK(invoice.report_revision == 1);
    CHECK(invoice.number.empty());
}

TEST_CASE("what is not set is named, and nothing is guessed") {
    Office desk;
    desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    CHECK(Office::lacks(desk.november_invoice(), "no_unit_price.day_care"));
    CHECK(Office::lacks(desk.november_invoice(), "no_payee"));
    const auto closed = close_invoice(desk.clinic(), "nerima", MonthDesk::kNovember);
    REQUIRE(!closed.ok());
    CHECK(closed.error().code == "gaps");
}

TEST_CASE("002 ※4: the copay that an exempt household does not pay goes to whoever the setting says") {
    Office desk;
    desk.set_up_invoice();
    desk.exempt_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    CHECK(Office::lacks(desk.november_invoice(), "no_waived_share"));
    desk.set("programme.nerima.invoice.waived_share", "1");
    CHECK(Office::amount(desk.november_invoice(), Billed::exempt) == Yen(1'500));
    CHECK(desk.november_invoice().total == Yen(21'500));
    desk.set("programme.nerima.invoice.waived_share", "0");
    CHECK(desk.november_invoice().total == Yen(20'000));
}

TEST_CASE(
    "002 キャンセル: what counts as used though nobody came is billed only if the municipality pays for it") {
    Office desk;
    Row row;
    row.service = programme::Service::day_care;
    row.first_day = make_date(2026, 11, 3);
    row.copay = Yen(1'500);
    row.shown = "did_not_come";
    ImplementationReport report;
    report.programme = "nerima";
    report.month = MonthDesk::kNovember;
    report.rows = {row};
    desk.set("programme.nerima.unit_price.day_care", "20000");
    const auto* ward = desk.clinic().programmes.find("nerima", row.first_day);
    REQUIRE(ward != nullptr);
    CHECK(bill(desk.clinic(), *ward, report)->gaps.front().code == "no_late_cancel");
    desk.set("programme.nerima.invoice.late_cancel", "0");
    CHECK(bill(desk.clinic(), *ward, report)->lines.empty());
    desk.set("programme.nerima.invoice.late_cancel", "1");
    const auto billing = bill(desk.clinic(), *ward, report);
    REQUIRE(billing->lines.size() == 1);
    CHECK(billing->lines[0].billed == Billed::late_cancel);
    CHECK(billing->lines[0].amount == Yen(20'000));
}

TEST_CASE("an issued invoice has a number and waits in the outbox; a correction names the one it replaces") {
    Office desk;
    desk.set_up_invoice();
    desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    const auto first = close_invoice(desk.clinic(), "nerima", MonthDesk::kNovember);
    REQUIRE_MESSAGE(first.ok(), (first.ok() ? "" : first.error().message.en));
    CHECK(first->number == "R8-001");
    CHECK(first->stage == Stage::closed);
    CHECK(!first->changed_since_close);
    CHECK(desk.clinic().database.text("SELECT path FROM outbox WHERE kind = 'invoice'")->value_or("") ==
          "/v1/invoices");
    CHECK(close_invoice(desk.clinic(), "nerima", MonthDesk::kNovember).error().code == "already_closed");

    desk.set("clinic.bank.number", "7654321");
    CHECK(desk.november_invoice().changed_since_close);
    const auto second = close_invoice(desk.clinic(), "nerima", MonthDesk::kNovember);
    REQUIRE(second.ok());
    CHECK(second->number == "R8-002");
    CHECK(second->replaces == "R8-001");
    CHECK(second->revision == 2);
    CHECK(desk.audit_holds());
}

TEST_CASE("the paper says where the money goes, and while nobody has written it, that it is missing") {
    Office desk;
    desk.set("programme.nerima.unit_price.day_care", "20000");
    desk.whole_use();
    desk.go_to_december();
    const auto words = [&] {
        const auto paper = invoice_paper(desk.clinic(), desk.november_invoice(), Tongue::ja);
        REQUIRE(paper.ok());
        return test::words_on(*paper);
    };
    CHECK(words().find("振込先が未設定です") != std::string::npos);
    desk.set_up_invoice();
    desk.set("clinic.invoice.registration", "T1234567890123");
    for (const char* said :
         {"金融機関:さくら銀行|", "支店:練馬支店|", "口座の種類:普通|", "口座番号:1234567|",
          "口座名義:サクラジヨサンイン|", "登録番号 T1234567890123", "さくら助産院|"})
        CHECK_MESSAGE(words().find(said) != std::string::npos, said);
    CHECK(words().find("未設定") == std::string::npos);
}

TEST_CASE("003 5 ※: a day care of six hours is three units on the invoice, and one use") {
    Office desk;
    Row row;
    row.service = programme::Service::day_care;
    row.days = 1;
    row.units = 3;
    row.first_day = make_date(2026, 11, 3);
    row.copay = Yen(900);
    ImplementationReport report;
    report.programme = "minamiaso";
    report.month = MonthDesk::kNovember;
    report.rows = {row};
    desk.set("programme.minamiaso.unit_price.day_care", "6000");
    const auto* village = desk.clinic().programmes.find("minamiaso", row.first_day);
    REQUIRE(village != nullptr);
    const auto billing = bill(desk.clinic(), *village, report);
    REQUIRE(billing.ok());
    REQUIRE(billing->lines.size() == 1);
    CHECK(billing->lines[0].count == 3);
    CHECK(billing->lines[0].amount == Yen(18'000));
    CHECK(billing->gaps.empty());
}

TEST_CASE("a use that the mother paid whole, over the limit, costs the municipality nothing") {
    Office desk;
    Row row;
    row.service = programme::Service::day_care;
    row.first_day = make_date(2026, 11, 3);
    row.copay = Yen(21'500);  // copay and unit price
    ImplementationReport report;
    report.programme = "nerima";
    report.month = MonthDesk::kNovember;
    report.rows = {row};
    desk.set("programme.nerima.unit_price.day_care", "20000");
    const auto* ward = desk.clinic().programmes.find("nerima", row.first_day);
    REQUIRE(ward != nullptr);
    const auto billing = bill(desk.clinic(), *ward, report);
    REQUIRE(billing.ok());
    Yen total;
    for (const InvoiceLine& line : billing->lines) total += line.amount;
    CHECK(total == Yen(0));
    CHECK(billing->lines.size() == 2);
}

TEST_CASE("001 III 1 (2) ②: what coupons took off the copay is a line of its own") {
    Office desk;
    Row row;
    row.use_id = "with-coupon";
    row.service = programme::Service::short_stay;
    row.first_day = make_date(2026, 11, 3);
    row.days = 2;
    row.copay = Yen(4'000);  // 2 x 2,000 instead of 2 x 4,500
    ImplementationReport report;
    report.programme = "setagaya";
    report.month = MonthDesk::kNovember;
    report.rows = {row};
    desk.set("programme.setagaya.unit_price.short_stay", "30000");
    desk.set("programme.setagaya.invoice.waived_share", "1");
    const auto* ward = desk.clinic().programmes.find("setagaya", row.first_day);
    REQUIRE(ward != nullptr);
    const auto billing = bill(desk.clinic(), *ward, report);
    REQUIRE(billing.ok());
    REQUIRE(billing->lines.size() == 2);
    CHECK(billing->lines[0].amount == Yen(60'000));
    CHECK(billing->lines[1].amount == Yen(5'000));
}

}  // namespace
}  // namespace sango::report

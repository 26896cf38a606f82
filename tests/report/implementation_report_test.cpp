#include "shared/report/implementation_report.h"

#include "shared/clinic/incident.h"
#include "shared/report/report_paper.h"
#include "shared/report/send_outcome.h"
#include "shared/store/audit.h"
#include "tests/report/month_desk.h"
#include "tests/report/words_on.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::report;
using test::MonthDesk;

namespace {

/// What a try to send the newest report ended with.
void answered(MonthDesk& desk, std::string_view outcome, const SendOutcome& said = {}) {
    auto& clinic = desk.clinic();
    const auto outbox = clinic.database.text("SELECT max(id) FROM outbox WHERE kind = 'report'");
    const std::string id = clinic.ids.next();
    const Instant now = clinic.clock.now();
    const auto sealed =
        clinic.keys.seal_for_clinic({"send_attempt", "reasons_sealed", id}, outcome_text(said));
    REQUIRE(store::insert(clinic.database, "send_attempt",
                          {{"id", store::value(id)},
                           {"outbox_id", store::value(**outbox)},
                           {"outcome", store::value(outcome)},
                           {"http_status", store::value(outcome == "accepted" ? 201 : 422)},
                           {"reasons_sealed", store::value(sealed)},
                           {"next_try_at", outcome == "later" ? store::value(now + std::chrono::minutes(2))
                                                              : store::Value(store::Null{})},
                           {"ended_at", store::value(now)}},
                          {now, "system"}, "send")
                .ok());
    if (outcome != "accepted") return;
    REQUIRE(store::insert(clinic.database, "receipt",
                          {{"outbox_id", store::value(**outbox)},
                           {"number", store::value("R8-12-0007")},
                           {"body", store::value(Bytes{1})},
                           {"signature", store::value(Bytes{2})},
                           {"received_at", store::value(now)}},
                          {now, "system"}, "receive_receipt")
                .ok());
}

std::vector<std::string> gaps_of(const Row& row) {
    std::vector<std::string> codes;
    for (const Gap& gap : row.gaps) codes.push_back(gap.code);
    return codes;
}

}  // namespace

TEST_CASE("a month without a use has nothing to report") {
    MonthDesk desk;
    const auto report = desk.november();
    CHECK(report.rows.empty());
    CHECK(report.stage == Stage::collected);
    CHECK(report.programme_name.ja == "練馬区");
    desk.go_to_december();
    CHECK(desk.close_november().error().code == "empty");
}

TEST_CASE("an unknown programme is said to be unknown") {
    MonthDesk desk;
    CHECK(report::build(desk.clinic(), "atlantis", MonthDesk::kNovember).error().code == "unknown_programme");
    CHECK(report::close(desk.clinic(), "atlantis", MonthDesk::kNovember).error().code == "unknown_programme");
}

TEST_CASE("a use from check-in to check-out stands in the report with what was done") {
    MonthDesk desk;
    const std::string use = desk.whole_use();
    const auto report = desk.november();
    REQUIRE(report.rows.size() == 1);
    const Row& row = report.rows[0];
    CHECK(row.use_id == use);
    CHECK(row.service == programme::Service::day_care);
    CHECK(row.first_day == make_date(2026, 11, 21));
    CHECK(row.copay == Yen(1'500));
    CHECK(row.care == std::vector<std::pair<std::string, int>>{{"milk", 1}});
    REQUIRE(row.left.has_value());
    CHECK(row.left->on_leaving == clinic::Condition::well);
    CHECK(row.gaps.empty());
    CHECK(report.gaps == 0);
    CHECK(report.stage == Stage::checked);
}

TEST_CASE("what is missing of a use is named in both languages") {
    MonthDesk desk;
    (void)desk.use_in_house();
    const auto report = desk.november();
    REQUIRE(report.rows.size() == 1);
    CHECK(gaps_of(report.rows[0]) == std::vector<std::string>{"no_check_out", "no_care"});
    CHECK(report.rows[0].gaps[0].text == Message{"退所の記録なし", "No check-out recorded"});
    CHECK(report.gaps == 2);
    CHECK(report.stage == Stage::collected);
    desk.go_to_december();
    const auto closed = desk.close_november();
    REQUIRE_FALSE(closed.ok());
    CHECK(closed.error().code == "gaps");
    CHECK(closed.error().message.ja == "あと2件を直すと確定できます。");
}

TEST_CASE("an undone use and a retracted note are nowhere in the report") {
    MonthDesk desk;
    const std::string kept = desk.whole_use();
    const std::string undone = desk.use_in_house();
    const auto wrong = clinic::write_note(desk.clinic(), desk.milk(undone));
    REQUIRE(wrong.ok());
    REQUIRE(clinic::undo_check_in(desk.clinic(), undone, "人違い").ok());
    const auto bath = clinic::write_note(desk.clinic(), [&] {
        auto note = desk.milk(kept);
        note.kind = clinic::NoteKind::bath;
        note.amount.reset();
        return note;
    }());
    REQUIRE(bath.ok());
    REQUIRE(clinic::retract_note(desk.clinic(), *bath, "別の方の記録").ok());
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    const std::string body = desk.frozen();
    CHECK(body.find(kept) != std::string::npos);
    CHECK(body.find(undone) == std::string::npos);
    CHECK(body.find("bath") == std::string::npos);
    CHECK(body.find("\"milk\":1") != std::string::npos);
}

TEST_CASE("no name, address or phone is in what the municipality gets") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    for (const char* personal : {"山田", "花子", "やまだ", "豊玉", "090-1234", "あおい", "卵"})
        CHECK(desk.frozen().find(personal) == std::string::npos);
}

TEST_CASE("a use belongs to the month of its first day, whole") {
    MonthDesk desk;
    desk.go_to("2026-11-30T10:00:00+09:00");
    auto draft = desk.draft_of_someone_new();
    draft.service = programme::Service::short_stay;
    draft.days = 3;
    const auto stay = clinic::check_in(desk.clinic(), draft);
    REQUIRE(stay.ok());
    REQUIRE(clinic::write_note(desk.clinic(), desk.milk(*stay)).ok());
    desk.go_to("2026-12-02T10:00:00+09:00");
    desk.leave(*stay, Yen(10'500));
    CHECK(desk.november().rows.size() == 1);
    CHECK(desk.november().totals.days == 3);
    const auto december =
        report::build(desk.clinic(), "nerima", MonthDesk::kNovember + std::chrono::months(1));
    REQUIRE(december.ok());
    CHECK(december->rows.empty());
}

TEST_CASE("rows stand in the order of their days") {
    MonthDesk desk;
    desk.go_to("2026-11-24T10:00:00+09:00");
    const std::string later = desk.whole_use();
    desk.go_to("2026-11-25T10:00:00+09:00");
    const std::string last = desk.whole_use();
    const auto report = desk.november();
    REQUIRE(report.rows.size() == 2);
    CHECK(report.rows[0].use_id == later);
    CHECK(report.rows[1].use_id == last);
}

TEST_CASE("a month cannot be closed before it is over") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to("2026-11-30T23:59:59+09:00");
    CHECK(desk.close_november().error().code == "not_over");
    desk.go_to("2026-12-01T00:00:00+09:00");
    CHECK(desk.close_november().ok());
}

TEST_CASE("the report is due on the programme's day of the next month") {
    MonthDesk desk;
    (void)desk.whole_use();
    const auto minamiaso = report::build(desk.clinic(), "minamiaso", MonthDesk::kNovember);
    REQUIRE(minamiaso.ok());
    CHECK(minamiaso->due == make_date(2026, 12, 10));  // 003: by the 10th of the next month
    const auto december =
        report::build(desk.clinic(), "minamiaso", MonthDesk::kNovember + std::chrono::months(1));
    CHECK(december->due == make_date(2027, 1, 10));
}

TEST_CASE("from closing to the receipt") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to_december();
    const auto closed = desk.close_november();
    REQUIRE(closed.ok());
    CHECK(closed->stage == Stage::closed);
    CHECK(closed->revision == 1);
    CHECK_FALSE(closed->changed_since_close);
    CHECK(desk.close_november().error().code == "already_closed");

    answered(desk, "later", {{"つながりません。", "No connection."}, {}});
    auto report = desk.november();
    CHECK(report.stage == Stage::sent);
    REQUIRE(report.next_try_at.has_value());
    CHECK(report.waiting_because == Message{"つながりません。", "No connection."});
    CHECK(desk.close_november().error().code == "already_closed");

    answered(desk, "accepted");
    report = desk.november();
    CHECK(report.stage == Stage::accepted);
    CHECK(report.receipt_number == "R8-12-0007");
    CHECK(report.received_at == desk.clock.now());
    CHECK_FALSE(report.next_try_at.has_value());
    CHECK_FALSE(report.waiting_because.has_value());
    CHECK(desk.audit_holds());
}

TEST_CASE("a refusal names the rows it speaks of, where they stand today") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to("2026-11-23T10:00:00+09:00");
    (void)desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    const Message number{"利用者番号を確かめてください。", "Check the user number."};
    answered(desk, "refused",
             {{}, {{"/rows/1/user_number", number}, {"", number}, {"/rows/9", number}, {"/rows/x", number}}});
    const auto report = desk.november();
    CHECK(report.stage == Stage::refused);
    REQUIRE(report.reasons.size() == 4);
    CHECK(report.reasons[0].row == 1U);
    CHECK(report.reasons[0].text == number);
    CHECK_FALSE(report.reasons[1].row.has_value());
    CHECK_FALSE(report.reasons[2].row.has_value());
    CHECK_FALSE(report.reasons[3].row.has_value());
}

TEST_CASE("after a refusal the month is closed again as the next revision") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    answered(desk, "refused");
    const auto again = desk.close_november();
    REQUIRE(again.ok());
    CHECK(again->revision == 2);
    CHECK(again->stage == Stage::closed);
    CHECK(again->reasons.empty());
    CHECK(desk.frozen().find("\"revision\":2") != std::string::npos);
    CHECK(desk.count("implementation_report") == 2);
}

TEST_CASE("a correction after closing shows, and makes the next revision, also when the first was accepted") {
    MonthDesk desk;
    const std::string use = desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    answered(desk, "accepted");
    auto forgotten = desk.milk(use, 60);
    forgotten.observed_at = *parse_instant("2026-11-21T14:05:00+09:00");
    REQUIRE(clinic::write_note(desk.clinic(), forgotten).ok());
    const auto report = desk.november();
    CHECK(report.stage == Stage::accepted);
    CHECK(report.changed_since_close);
    const auto again = desk.close_november();
    REQUIRE(again.ok());
    CHECK(again->revision == 2);
    CHECK_FALSE(again->changed_since_close);
    CHECK(desk.frozen().find("\"milk\":2") != std::string::npos);
}

TEST_CASE("the frozen body holds the audit chain's head and stays as it is") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to_december();
    const auto head = store::audit_head(desk.clinic().database);
    REQUIRE(desk.close_november().ok());
    const std::string body = desk.frozen();
    CHECK(body.find("\"audit_head\":\"" + *head + "\"") != std::string::npos);
    desk.open();
    CHECK(desk.frozen() == body);
}

TEST_CASE("closing fails whole: no report without its place in the outbox") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to_december();
    // Something already stands under the key of this report.
    const auto before = desk.count("outbox");
    {
        auto transaction = store::Transaction::begin(desk.clinic().database);
        REQUIRE(transaction.ok());
        REQUIRE(clinic::announce(desk.clinic(), {"report", "nerima", "/v1/reports", "2026-11/1", "{}"}).ok());
        REQUIRE(transaction->commit().ok());
    }
    CHECK_FALSE(desk.close_november().ok());
    CHECK(desk.count("outbox") == before + 1);
    CHECK(desk.count("implementation_report") == 0);
    CHECK(desk.audit_holds());
}

TEST_CASE("all programmes with a use or a contract are built, each once") {
    MonthDesk desk;
    (void)desk.whole_use();
    for (const char* programme : {"nerima", "setagaya", "nakano", "kashiwa"})
        REQUIRE(clinic::set_setting(desk.clinic(), std::string("contract.") + programme, "0").ok());
    const auto reports = report::build_all(desk.clinic(), MonthDesk::kNovember);
    REQUIRE(reports.ok());
    std::vector<std::string> ids;
    for (const auto& report : *reports) ids.push_back(report.programme);
    std::sort(ids.begin(), ids.end());
    CHECK(ids == std::vector<std::string>{"minamiaso", "nerima"});
}

TEST_CASE(
    "003 8: an incident is told by word, stands in the month's report, and holds it up until it was told") {
    MonthDesk desk;
    const std::string use = desk.whole_use();
    const std::string quiet = desk.whole_use();
    const auto happened = desk.clock.now() - std::chrono::minutes(20);
    const auto incident = clinic::report_incident(
        desk.clinic(), {clinic::Gravity::spoken, use, "", happened, "授乳中に気分が悪くなり受診"});
    REQUIRE(incident.ok());
    REQUIRE(clinic::report_incident(desk.clinic(),
                                    {clinic::Gravity::near_miss, quiet, "", happened, "転びかけた"})
                .ok());
    auto report = desk.november();
    const auto row_of = [&](const std::string& id) -> const Row& {
        return *std::ranges::find(report.rows, id, &Row::use_id);
    };
    CHECK(gaps_of(row_of(use)) == std::vector<std::string>{"not_told"});
    CHECK(row_of(use).untold == *incident);
    CHECK(row_of(quiet).gaps.empty());  // a near miss need not be told

    desk.clock.turn(std::chrono::minutes(5));
    REQUIRE(clinic::record_told(desk.clinic(), *incident, "健康推進課").ok());
    desk.go_to_december();
    report = desk.november();
    CHECK(row_of(use).gaps.empty());
    REQUIRE(row_of(use).told.size() == 1);
    CHECK(row_of(use).told[0].gravity == clinic::Gravity::spoken);
    CHECK(row_of(quiet).told.empty());
    REQUIRE(desk.close_november().ok());
    const std::string body = desk.frozen();
    CHECK(body.find(R"("told":[{"class":"spoken","happened_at":"2026-11-21T13:45:00+09:00",)"
                    R"("told_at":"2026-11-21T14:10:00+09:00","told_to":"健康推進課"}])") !=
          std::string::npos);
    CHECK(body.find("受診") == std::string::npos);  // what was written of it is not the report's
    CHECK(body.find("転びかけた") == std::string::npos);

    const auto paper = report_paper(desk.clinic(), desk.november(), Tongue::ja);
    const std::string words = test::words_on(*paper);
    CHECK(words.find("口頭で伝えた出来事") != std::string::npos);
    CHECK(words.find("11/21 13:45|症状の悪化・受診・トラブル|11/21 14:10|健康推進課") != std::string::npos);
    const auto sheets = report_sheets(desk.clinic(), desk.november(), Tongue::ja);
    CHECK(sheets.front().titles.back() == "口頭で伝えた出来事");
    CHECK(
        csv_utf8(sheets.front()).find("11/21 13:45 症状の悪化・受診・トラブル（11/21 14:10 健康推進課へ）") !=
        std::string::npos);
}

TEST_CASE("an incident that is told after the month was closed makes a new revision") {
    MonthDesk desk;
    const std::string use = desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    answered(desk, "accepted");
    CHECK_FALSE(desk.november().changed_since_close);
    const auto incident = clinic::report_incident(
        desk.clinic(),
        {clinic::Gravity::other, use, "", *parse_instant("2026-11-21T14:00:00+09:00"), "擦り傷"});
    REQUIRE(incident.ok());
    REQUIRE(clinic::record_told(desk.clinic(), *incident, "健康推進課").ok());
    CHECK(desk.november().changed_since_close);
    CHECK(desk.close_november()->revision == 2);
}

TEST_CASE("a month without an incident has no empty list of them") {
    MonthDesk desk;
    (void)desk.whole_use();
    desk.go_to_december();
    REQUIRE(desk.close_november().ok());
    CHECK(desk.frozen().find("told") == std::string::npos);
    CHECK(test::words_on(*report_paper(desk.clinic(), desk.november(), Tongue::ja)).find("口頭") ==
          std::string::npos);
}

#include "kiosk/screens/report_screen.h"

#include "tests/sample_views/sample_settings.h"
#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

namespace {

KioskView with(ReportView report) {
    KioskView view = sample::kiosk();
    view.bar.now = sample::at(17, 40, 9);
    view.report = std::move(report);
    return view;
}

}  // namespace

TEST_CASE("one screen says which municipality is incomplete, and why the month cannot be closed") {
    KioskStage stage(with(sample::report()), Screen::report);
    CHECK(stage.text("report.month") == "令和8年10月分");
    CHECK(stage.text("report.due") == "実施報告書 あと1日（11月10日まで）");
    CHECK(stage.text("report.state.setagaya") == "確認が2件");
    CHECK(stage.text("report.progress.setagaya") == "2/5");
    CHECK(stage.find("report.card.setagaya")->selected);
    CHECK(stage.text("report.total.0") == "18人");
    CHECK(stage.why("report.action") == "あと2件を直すと押せます");
    CHECK_FALSE(stage.hand.tap("report.action").ok());
    CHECK(stage.asked.empty());
}

TEST_CASE("a row with a gap leads to where it is mended") {
    KioskStage stage(with(sample::report()), Screen::report);
    CHECK(stage.text("report.row.3").find("退所の記録なし") != std::string::npos);
    stage.tap("report.row.3");
    CHECK(stage.asked_for<OpenCheckOut>().use_id == "r4");
    CHECK(stage.state.frame.screen == Screen::check_in);
    stage.tap("rail.report");
    CHECK_FALSE(stage.find("report.row.0")->pressable);
    stage.tap("report.row.2");
    CHECK(stage.asked_for<ChoosePair>().use_id == "r3");
    CHECK(stage.state.frame.screen == Screen::care);
}

TEST_CASE("months and municipalities are switched, also over the turn of a year") {
    ReportView january = sample::report();
    january.month = std::chrono::year(2027) / std::chrono::January;
    KioskStage stage(with(january), Screen::report);
    stage.tap("report.prev");
    CHECK(stage.asked_for<ShowMonth>().month == std::chrono::year(2026) / std::chrono::December);
    stage.tap("report.next");
    CHECK(stage.asked_for<ShowMonth>().month == std::chrono::year(2027) / std::chrono::February);
    stage.tap("report.card.nakano");
    CHECK(stage.asked_for<ChooseProgramme>().programme == "nakano");
}

TEST_CASE("a complete month is closed by one press") {
    ReportView report = sample::report();
    report.action_blocked.reset();
    KioskStage stage(with(report), Screen::report);
    stage.tap("report.action");
    (void)stage.asked_for<CloseMonth>();
}

TEST_CASE("what waits is sent at once by one press, and the next try is said") {
    ReportView report = sample::report();
    report.action = ReportView::Action::send;
    report.action_blocked.reset();
    report.next_try_at = sample::at(18, 20, 9);
    KioskStage stage(with(report), Screen::report);
    CHECK(stage.text("report.next_try").find("18:20") != std::string::npos);
    stage.tap("report.action");
    (void)stage.asked_for<SendReports>();
}

TEST_CASE("sending shows how far it is and can be stopped") {
    ReportView report = sample::report();
    report.action = ReportView::Action::cancel;
    report.action_blocked.reset();
    report.sending = true;
    report.sending_percent = 64;
    KioskStage stage(with(report), Screen::report);
    CHECK(stage.text("report.sending") == "64%");
    CHECK(stage.text("report.action") == "送信をやめる");
    stage.tap("report.action");
    (void)stage.asked_for<CancelSending>();
}

TEST_CASE("the municipality's own number is the proof, and then nothing is left to press") {
    KioskStage stage(with(sample::accepted_report()), Screen::report);
    CHECK(stage.text("report.receipt") == "R8-10-0412");
    CHECK(stage.text("report.received") == "令和8年11月9日(月) 17:42 受理");
    CHECK_FALSE(stage.shows("report.action"));
    stage.view.report = sample::report();
    stage.frame();
    CHECK_FALSE(stage.shows("report.receipt"));
}

TEST_CASE("a refused report shows the reasons in their rows and above them") {
    KioskStage stage(with(sample::refused_report()), Screen::report);
    CHECK(stage.text("report.refusal.0") == "委託料の合計が明細と合いません。");
    CHECK(stage.text("report.row.1").find("利用日数が決定の日数を超えています") != std::string::npos);
    stage.tap("report.row.4");
    CHECK(stage.asked_for<OpenCheckOut>().use_id == "q4");
}

TEST_CASE("deadlines: today, and days late") {
    ReportView report = sample::report();
    report.days_left = 0;
    report.invoice_days_left = -3;
    KioskStage stage(with(report), Screen::report);
    CHECK(stage.text("report.due") == "実施報告書 きょうまで");
    CHECK(stage.text("report.invoice") == "請求書 3日遅れ（11月30日まで）");
    stage.tap("lang.en");
    CHECK(stage.text("report.due") == "Report: due today");
}

TEST_CASE(
    "a month without uses says what will appear here, and a month not looked at yet shows nothing wrong") {
    ReportView empty = sample::report();
    empty.rows.clear();
    KioskStage stage(with(empty), Screen::report);
    CHECK(stage.text("report.none").find("この月の利用はまだありません") != std::string::npos);
}

TEST_CASE("a month that was not looked at yet is not drawn") {
    KioskStage unasked(with({}), Screen::report);
    unasked.tap("lang.en");
    CHECK_FALSE(unasked.shows("report.month"));
}

TEST_CASE("an invoice without a bank account says so, and leads to the form") {
    ReportView report = sample::accepted_report();
    report.action = ReportView::Action::invoice;
    report.action_blocked = Message{"振込先が未設定です", "The bank account is not set"};
    report.papers.invoice_gaps = {{{"振込先が未設定です", "The bank account is not set"}, ""},
                                  {{"委託単価が未設定です", "No unit price"}, "nerima"},
                                  {{"減免分が未設定です", "No share"}, "nerima"}};
    KioskView view = with(report);
    view.settings = sample::settings();
    KioskStage stage(view, Screen::report);
    CHECK(stage.text("report.invoice_gap") == "請求書: 振込先が未設定です");
    CHECK_FALSE(stage.shows("report.action"));
    stage.tap("report.invoice_gap");
    CHECK(stage.asked_for<OpenSettings>().programme.empty());
    CHECK(stage.state.frame.screen == Screen::settings);
    CHECK(stage.shows("clinic.bank.number"));
    stage.view.report.papers.invoice_gaps.erase(stage.view.report.papers.invoice_gaps.begin());
    stage.tap("rail.report");
    stage.tap("report.invoice_gap");
    CHECK(stage.asked_for<OpenSettings>().programme == "nerima");
    CHECK(stage.state.settings.tab == SettingsState::Tab::answers);
}

#include "kiosk/screens/report_screen.h"
#include "tests/screens/kiosk_stage.h"

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

namespace {

KioskView with_papers() {
    KioskView view = sample::kiosk();
    view.bar.now = sample::at(17, 40, 9);
    view.report = sample::report_with_papers();
    return view;
}

}  // namespace

TEST_CASE("a month leaves as CSV in the coding and to the place that were chosen") {
    KioskStage stage(with_papers(), Screen::report);
    stage.tap("report.csv");
    stage.tap("export.coding.cp932");
    stage.tap("export.folder.1");
    stage.tap("export.confirm");
    const auto& asked = stage.asked_for<ExportPapers>();
    CHECK(asked.what == ExportPapers::What::report_csv);
    CHECK(asked.cp932);
    CHECK(asked.folder == "/var/lib/sango/exports");
    CHECK_FALSE(stage.shows("export"));
}

TEST_CASE("receipts leave as proof; an invoice that was not issued does not, and the choice says so") {
    KioskStage stage(with_papers(), Screen::report);
    stage.tap("report.pdf");
    CHECK(stage.why("export.what.invoice") == "未発行です");
    stage.tap("export.what.proofs");
    stage.tap("export.confirm");
    CHECK(stage.asked_for<ExportPapers>().what == ExportPapers::What::proofs);
}

TEST_CASE("without a place to export to, the button says what to do") {
    KioskView view = with_papers();
    view.report.papers.folders.clear();
    KioskStage stage(view, Screen::report);
    stage.tap("report.sheet");
    CHECK(stage.why("export.confirm") == "USBメモリーを差すと選べます");
}

TEST_CASE("every try is on the screen, and what was refused can be sent again by itself") {
    KioskStage stage(with_papers(), Screen::report);
    stage.tap("report.log");
    CHECK(stage.text("log.0").find("登録されていません") != std::string::npos);
    CHECK(stage.text("log.2").find("次は 17:40") != std::string::npos);
    stage.tap("log.again.0");
    CHECK(stage.asked_for<SendAgain>().outbox_id == "o-1");
    stage.tap("log.close");
    CHECK_FALSE(stage.shows("log.0"));
}

TEST_CASE("once the report is accepted, the invoice is the one thing left to do") {
    KioskStage stage(with_papers(), Screen::report);
    CHECK(stage.text("report.action").find("請求書を発行") != std::string::npos);
    CHECK(stage.text("report.unattended").find("自動で確定しました") != std::string::npos);
    stage.tap("report.action");
    CHECK(stage.asked_for<IssueInvoice>().programme == stage.view.report.programme);
}

TEST_CASE("a deadline is counted down on the bar, on every screen") {
    KioskView view = sample::kiosk();
    view.bar.deadline = BarDeadline{{"世田谷区 実施報告書 あと3日", "Setagaya City report: 3 d. left"}, 3};
    KioskStage stage(view, Screen::check_in);
    CHECK(stage.text("bar.deadline") == "世田谷区 実施報告書 あと3日");
}

TEST_CASE("a use without a report of its own leads to it; more than counts needs her consent") {
    KioskView view = with_papers();
    view.report.rows[0].gaps = {{"利用者別報告なし", "No report on this use"}};
    view.report.rows[0].mended_at = ReportRowView::Mend::user_report;
    view.report.rows[0].use_id = "r1";
    KioskStage stage(view, Screen::report);
    stage.tap("report.row.0");
    CHECK(stage.why("user_report.confirm").empty());
    stage.tap("user_report.urgent");
    CHECK(stage.why("user_report.confirm") == "同意がいります");
    stage.tap("user_report.consent");
    stage.type("user_report.remarks", "夜に眠れない");
    stage.tap("user_report.confirm");
    const auto& asked = stage.asked_for<WriteUserReport>();
    CHECK(asked.use_id == "r1");
    CHECK(asked.urgent);
    CHECK(asked.consent);
    CHECK(asked.remarks == "夜に眠れない");
    CHECK(stage.state.frame.screen == Screen::report);
}

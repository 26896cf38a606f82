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

TEST_CASE("an export waits until someone has decided what stands for each character that CP932 lacks") {
    KioskView view = with_papers();
    view.report.papers.lacking = sample::lacking_characters();
    view.report.papers.lacking_folder = "/media/sango/USB-16GB";
    KioskStage stage(view, Screen::report);
    CHECK(stage.text("decide.0") == "𠮷");
    CHECK(stage.why("decide.confirm") == "「𠮷」の代わりを決めてください");
    stage.tap("decide.0.likely.0");
    CHECK(stage.find("decide.0.likely.0")->selected);
    CHECK(stage.why("decide.confirm") == "「鷗」の代わりを決めてください");
    stage.type("decide.1.text", "𠮟");
    CHECK(stage.why("decide.confirm") == "「𠮟」も Shift_JIS にありません");
    stage.tap("decide.1.likely.1");
    CHECK(stage.why("decide.confirm").empty());
    stage.tap("decide.confirm");
    const auto again = stage.asked_for<ExportPapers>();
    CHECK(again.cp932);
    CHECK(again.folder == "/media/sango/USB-16GB");
    REQUIRE(again.substitutes.size() == 2);
    CHECK(again.substitutes[0] == std::pair<char32_t, std::string>(U'𠮷', "吉"));
    CHECK(again.substitutes[1].second == "〓");
    stage.tap("decide.cancel");
    (void)stage.asked_for<LeaveExport>();
}

TEST_CASE("a report says how many incidents of a use were told by word, and an untold one leads to it") {
    KioskView view = with_papers();
    view.report.rows[0].told = 2;
    view.report.rows[1].gaps = {{"出来事をまだ自治体に伝えていません", "An incident was not told"}};
    view.report.rows[1].mended_at = ReportRowView::Mend::incident;
    view.report.rows[1].incident_id = "i-7";
    KioskStage stage(view, Screen::report);
    CHECK(stage.text("report.row.0").find("口頭 2件") != std::string::npos);
    stage.tap("report.row.1");
    CHECK(stage.asked_for<OpenIncident>().incident_id == "i-7");
    CHECK(stage.state.frame.screen == Screen::safety);
}

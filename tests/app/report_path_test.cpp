#include "tests/app/terminal.h"
#include "tests/app/town.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

namespace {

std::size_t reports_of(const Town& town) {
    const auto receipts = town.receipts();
    return static_cast<std::size_t>(std::ranges::count_if(
        receipts, [](const std::string& receipt) { return receipt.starts_with("report "); }));
}

}  // namespace

TEST_CASE("the month is closed with one press, sent with the next, and its receipt stands on the screen") {
    const DemoData data;
    Town town(data.path());
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.report
        expect report.month 令和8年10月
        tap report.card.nerima
        expect report.action 確定
        tap report.action
    )");
    if (!terminal.there("report.receipt")) terminal.play("tap report.action");
    CHECK(terminal.text("report.receipt").find("R8-") != std::string::npos);
    CHECK(terminal.text("report.state.nerima").find("受理") != std::string::npos);
    CHECK(reports_of(town) == 1);
}

TEST_CASE("a month that is not over cannot be closed, and the button says when it can") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(
        "tap rail.report\ntap report.next\nexpect report.month 令和8年11月\ntap report.card.nerima");
    const std::string why = terminal.try_to("tap report.action");
    CHECK(why.find("月が終わると押せます") != std::string::npos);
}

TEST_CASE(
    "a report that is sent back says why, holds nothing back, and goes out again as the next revision") {
    const DemoData data;
    Town town(data.path());
    Terminal terminal(data.path());
    terminal.play("tap rail.report\ntap report.card.nerima");
    town.open({"--misbehave", "refuse", "--misbehave-times", "1"});
    terminal.play("tap report.action\nexpect report.state.nerima 差し戻し\nexpect bar.refused 1");
    CHECK((terminal.there("report.refusal.0") || terminal.says("差し戻し")));
    CHECK_FALSE(terminal.there("report.receipt"));
    CHECK(reports_of(town) == 0);

    terminal.play("expect report.action 確定\ntap report.action\nexpect report.state.nerima 受理");
    CHECK_FALSE(terminal.there("bar.refused"));
    CHECK(reports_of(town) == 1);
}

TEST_CASE("without network a closed month waits and says so; with it, it arrives once") {
    const DemoData data;
    Town town(data.path());
    town.close();
    Terminal terminal(data.path());
    terminal.play(
        "tap rail.report\ntap report.card.nerima\ntap report.action\nexpect report.state.nerima 送信待ち");
    CHECK_FALSE(terminal.there("report.receipt"));
    CHECK(terminal.text("bar.sending").find("未送信") != std::string::npos);
    town.open();
    terminal.play("wait 7200\nexpect report.state.nerima 受理\nexpect report.receipt R8-");
    CHECK(reports_of(town) == 1);
}

TEST_CASE("whatever the line does to the report, it ends in one receipt") {
    for (const char* how : {"reset", "doubled", "truncated", "5xx", "forged", "redirect"}) {
        CAPTURE(how);
        const DemoData data;
        Town town(data.path());
        Terminal terminal(data.path());
        terminal.play("tap rail.report\ntap report.card.nerima");
        town.open({"--misbehave", how, "--misbehave-times", "1"});
        terminal.play("tap report.action");
        for (int hour = 0; hour < 8 && !terminal.there("report.receipt"); ++hour) terminal.play("wait 3600");
        CHECK(terminal.there("report.receipt"));
        CHECK(reports_of(town) == 1);
    }
}

TEST_CASE("the bank account that the invoice lacks is written from its link, and the invoice goes out") {
    const DemoData data;
    Town town(data.path());
    set_in(data.path(), "clinic.bank.holder", "");
    {
        Terminal terminal(data.path());
        terminal.play(R"(
        tap rail.settings
        tap settings.takeover.0
        tap rail.report
        tap report.card.nerima
        tap report.action
    )");
        if (!terminal.there("report.receipt")) terminal.play("tap report.action");
        terminal.play(R"(
        expect report.invoice_gap 振込先が未設定です
        tap report.invoice_gap
        type clinic.bank.holder さくらジョサンイン
        tap clinic.save
        expect notice 記録しました
        tap rail.report
        tap report.action
        expect notice R8-001
    )");
        CHECK_FALSE(terminal.there("report.invoice_gap"));
    }
    CHECK(setting_in(data.path(), "clinic.bank.holder") == "サクラジョサンイン");
}

TEST_CASE("Setagaya's two uses without a report lead to it, and the month can be closed") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.report
        expect report.state.setagaya 確認が2件
        expect report.title 世田谷区
        tap report.row.0
        tap user_report.confirm
        expect report.state.setagaya 確認が1件
        tap report.row.0
        tap user_report.consent
        tap user_report.confirm
        expect report.state.setagaya 点検ずみ
        expect report.action 確定
    )");
}

TEST_CASE("what a municipality waits for is counted down on the bar from a week before, on every screen") {
    const DemoData data;
    Terminal terminal(data.path(), "2026-11-28T09:00:00+09:00");
    terminal.play("expect bar.deadline 南阿蘇村 請求書 あと2日\ntap rail.care\nexpect bar.deadline あと2日");
    terminal.play("wait 172800\nexpect bar.deadline きょうまで");
}

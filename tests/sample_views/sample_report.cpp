#include "tests/sample_views/sample_views.h"

#include <fmt/format.h>

namespace sango::sample {

using namespace screens;

namespace {

ReportRowView row(std::string number, Message service, std::string days_text, int days, int yen,
                  std::string use) {
    ReportRowView view;
    view.user_number = std::move(number);
    view.service = std::move(service);
    view.days_text = std::move(days_text);
    view.days = days;
    view.copay = Yen(yen);
    view.use_id = std::move(use);
    return view;
}

const Message kStay{"ショートステイ", "Short stay"};
const Message kDay{"デイケア", "Day care"};
const Message kVisit{"訪問", "Visit"};

}  // namespace

ReportView report() {
    ReportView view;
    using std::chrono::year_month;
    view.month = year_month(std::chrono::year(2026), std::chrono::October);
    using Tone = ReportCard::Tone;
    view.cards = {{"nerima",
                   {"練馬区", "Nerima City"},
                   0xD9482F,
                   42,
                   96,
                   Step::accepted,
                   Tone::done,
                   {"受理 R8-10-0412", "Accepted R8-10-0412"}},
                  {"setagaya",
                   {"世田谷区", "Setagaya City"},
                   0x2B6CA3,
                   18,
                   71,
                   Step::checked,
                   Tone::attention,
                   {"確認が2件", "2 to mend"}},
                  {"nakano",
                   {"中野区", "Nakano City"},
                   0x3C7D4E,
                   25,
                   52,
                   Step::closed,
                   Tone::waiting,
                   {"送信中 64%", "Sending 64%"}},
                  {"minamiaso",
                   {"南阿蘇村", "Minamiaso Village"},
                   0x8A5A9E,
                   3,
                   5,
                   Step::collected,
                   Tone::neutral,
                   {"点検ずみ", "Checked"}}};
    view.programme = "setagaya";
    view.name = {"世田谷区", "Setagaya City"};
    view.colour = 0x2B6CA3;
    view.step = Step::checked;
    view.rows = {row("S-20418-2", kStay, "10/3〜10/6", 4, 8000, "r1"),
                 row("S-20433-F", kDay, "10/8", 1, 500, "r2"),
                 row("S-20433-F", kVisit, "10/15", 1, 0, "r3"),
                 row("S-20461-9", kStay, "10/19〜10/21", 3, 6000, "r4"),
                 row("S-20470-A", {"きょうだいデイケア", "Sibling day care"}, "10/22", 1, 3000, "r5"),
                 row("S-20488-3", kStay, "10/25〜10/31", 7, 19000, "r6")};
    view.rows[2].gaps = {{"ケアの記録なし", "No care notes"}};
    view.rows[2].mended_at = ReportRowView::Mend::care;
    view.rows[3].gaps = {{"退所の記録なし", "No check-out"}};
    view.totals = {{{"実人員", "Persons"}, {"18人", "18 persons"}},
                   {{"延日数", "Days"}, {"71日", "71 days"}},
                   {{"利用者負担", "Copay"}, {"118,500円", "¥118,500"}},
                   {{"委託料", "Fee"}, {"1,846,000円", "¥1,846,000"}}};
    view.report_due = make_date(2026, 11, 10);
    view.days_left = 1;
    view.invoice_due = make_date(2026, 11, 30);
    view.invoice_days_left = 21;
    view.action = ReportView::Action::close;
    view.action_blocked = Message{"あと2件を直すと押せます", "Mend 2 more first"};
    return view;
}

ReportView accepted_report() {
    ReportView view = report();
    view.programme = "nerima";
    view.name = {"練馬区", "Nerima City"};
    view.colour = 0xD9482F;
    view.step = Step::accepted;
    for (ReportRowView& each : view.rows) each.gaps.clear();
    view.receipt_number = "R8-10-0412";
    view.received_at = at(17, 42, 9);
    view.action = ReportView::Action::none;
    view.action_blocked.reset();
    return view;
}

ReportView refused_report() {
    ReportView view = report();
    view.step = Step::checked;
    view.refused = true;
    view.rows.clear();
    for (int i = 0; i < 30; ++i) {
        const int day = 1 + i;
        view.rows.push_back(
            row(fmt::format("S-20{:03}-{}", 400 + i, i % 10), i % 3 == 0 ? kStay : kDay,
                i % 3 == 0 ? fmt::format("10/{}〜10/{}", day, day + 1) : fmt::format("10/{}", day),
                i % 3 == 0 ? 2 : 1, i % 3 == 0 ? 4000 : 500, fmt::format("q{}", i)));
    }
    view.rows[1].refused = {{"利用日数が決定の日数を超えています", "More days than were decided"}};
    view.rows[4].refused = {{"この利用者番号は登録がありません。番号をお確かめください",
                             "This user number is not registered; check it"}};
    view.refusals = {{"委託料の合計が明細と合いません。", "The total fee does not match its lines."}};
    view.cards[1].state = {"差し戻し", "Sent back"};
    view.action_blocked.reset();
    return view;
}

}  // namespace sango::sample

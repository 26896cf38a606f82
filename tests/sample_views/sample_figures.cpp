#include "tests/sample_views/sample_views.h"

#include <fmt/format.h>

namespace sango::sample {

using namespace screens;

FiguresView figures() {
    FiguresView view;
    view.year = 2025;
    view.year_name = {"令和7年度", "FY 2025"};
    view.programmes = {{"nerima", {"練馬区", "Nerima City"}, 0xD9482F},
                       {"setagaya", {"世田谷区", "Setagaya City"}, 0x2B6CA3},
                       {"nakano", {"中野区", "Nakano City"}, 0x3C7D4E},
                       {"minamiaso", {"南阿蘇村", "Minamiaso Village"}, 0x8A5A9E}};
    view.programme = "nakano";
    view.colour = 0x3C7D4E;
    const auto years = [](int a, int b, int c, int d, int e, int f) {
        return std::vector<FiguresView::Year>{{{"令和5年度", "FY 2023"}, a, b},
                                              {{"令和6年度", "FY 2024"}, c, d},
                                              {{"令和7年度", "FY 2025"}, e, f}};
    };
    view.services = {
        {"short_stay", {"ショートステイ", "Short stay"}, years(311, 1'402, 352, 1'588, 329, 1'701)},
        {"day_care", {"デイケア", "Day care"}, years(590, 1'711, 688, 2'497, 861, 3'050)},
        {"outreach", {"アウトリーチ", "Home visit"}, years(288, 571, 301, 640, 352, 870)}};
    view.rates = {
        {"utilisation",
         {"稼働率", "Utilisation"},
         "87.5%",
         0.875,
         {"4,751日／5,430枠", "4,751 of 5,430 places"}},
        {"decision",
         {"利用決定率", "Decision rate"},
         "38.3%",
         0.383,
         {"決定2,005／申込5,233", "2,005 of 5,233 applied"}},
        {"first_time", {"初回の割合", "First uses"}, std::nullopt, 0, {"記録なし", "none on record"}}};
    view.ages = {{0, 522}, {1, 389}, {2, 371}, {3, 517}, {4, 88}, {5, 41}, {6, 12}};
    view.sums = {{{"利用者負担の合計", "Copay"}, {"9,180,500円", "¥9,180,500"}},
                 {{"請求額の合計", "Invoiced"}, {"184,600,000円", "¥184,600,000"}},
                 {{"おひとりの平均利用", "Uses per mother"}, {"2.41件", "2.41"}}};
    view.titles = {{"年度・サービス", "Year, service"},
                   {"実人員", "Persons"},
                   {"延日数", "Days"},
                   {"件数", "Uses"},
                   {"初回", "First"},
                   {"申込", "Applied"},
                   {"決定", "Decided"},
                   {"利用者負担額", "Copay"}};
    for (const FiguresView::Year& year : view.services.front().years)
        for (const FiguresView::Service& service : view.services)
            view.table.push_back(
                {year.name.ja + " " + service.name.ja + "\n" + year.name.en + " " + service.name.en, "325",
                 "1,692", "610", "288", "0", "0", "3,384,000"});
    return view;
}

FiguresView no_figures() {
    FiguresView view = figures();
    view.programmes.clear();
    view.services.clear();
    return view;
}

std::vector<LackingCharacter> lacking_characters() {
    return {{U'\U00020BB7', "𠮷", "U+20BB7", {"吉", "〓"}, ""},
            {U'\u9DD7', "鷗", "U+9DD7", {"鴎", "〓"}, ""}};
}

ReportView report_with_papers() {
    ReportView view = accepted_report();
    view.papers.folders = {"/media/sango/USB-16GB", "/var/lib/sango/exports"};
    view.papers.has_receipt = true;
    view.papers.unattended =
        Message{"11/10 9:10に自動で確定しました", "Closed by the terminal at 11/10 9:10"};
    view.totals.emplace_back(Message{"請求書", "Invoice"}, Message{"未発行", "not issued"});
    view.action = ReportView::Action::invoice;
    using Tone = ReportPapersView::Try::Tone;
    view.papers.tries = {{Tone::refused,
                          "11/9 17:31",
                          {"利用の連絡", "use notice"},
                          {"この利用者番号は登録されていません。", "This user number is not registered."},
                          "o-1"},
                         {Tone::done,
                          "11/9 17:40",
                          {"実施報告書 2026-10/1", "implementation report 2026-10/1"},
                          {"受理", "Accepted"},
                          ""},
                         {Tone::waiting,
                          "11/9 17:38",
                          {"実施報告書 2026-10/1", "implementation report 2026-10/1"},
                          {"自治体につながりません。自動で送り直します。（次は 17:40）",
                           "The municipality cannot be reached; it will be sent again. (next try 17:40)"},
                          ""}};
    return view;
}

}  // namespace sango::sample

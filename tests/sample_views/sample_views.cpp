#include "tests/sample_views/sample_views.h"

namespace sango::sample {

using namespace screens;
using clinic::Attendance;
using programme::Outcome;
using programme::Service;

namespace {

const Message kNerima{"練馬区", "Nerima City"};
constexpr std::uint32_t kNerimaColour = 0xD9482F;
const Message kDayCare{"母子デイケア", "Day care"};
const Message kStay{"母子ショートステイ", "Short stay"};
const Message kVisit{"産後ケア訪問", "Visit"};

clinic::InHouse in_house(std::string use, std::string place, std::string name, int hour) {
    clinic::InHouse pair;
    pair.use_id = std::move(use);
    pair.place = std::move(place);
    pair.mother.name = std::move(name);
    pair.service = Service::day_care;
    pair.first_day = japan_date(at(hour, 0));
    pair.since = at(hour, 0);
    pair.copay = Yen(1500);
    return pair;
}

}  // namespace

Instant at(int hour, int minute, unsigned day) {
    return japan_instant(make_date(2026, 11, day), std::chrono::hours(hour) + std::chrono::minutes(minute));
}

BarView bar() {
    BarView bar;
    bar.clinic_name = "さくら助産院";
    bar.now = at(14, 5);
    bar.staff_name = "佐藤 美咲";
    bar.emergency = {{{"救急車", "Ambulance"}, "119"},
                     {{"協力病院 みどり病院", "Midori Hospital"}, "03-1234-5678"}};
    return bar;
}

CheckInView desk() {
    CheckInView view;
    view.expected = {
        {"b1", "m1", "u1", "田中 陽菜", 600, kDayCare, Attendance::arrived, false},
        {"b2", "m2", "", "山田 花子", 810, kDayCare, Attendance::late, false},
        {"b3", "m3", "", "𠮷野 葵", 900, {"母子ショートステイ", "Short stay"}, Attendance::expected, false},
        {"b4", "m4", "", "髙橋 凛", 990, kDayCare, Attendance::expected, false},
    };
    view.in_house = {in_house("u1", "デイ1", "田中 陽菜", 10), in_house("u5", "101", "井上 澪", 9),
                     in_house("u6", "102", "勅使河原 佐知子", 9)};
    view.programmes = {{"nerima", kNerima}, {"minamiaso", {"南阿蘇村", "Minamiaso"}}};
    return view;
}

CandidateView candidate() {
    CandidateView who;
    who.mother_id = "m2";
    who.name = "山田 花子";
    who.kana = "やまだ はなこ";
    who.user_number = "N-4821-7";
    who.programme = kNerima;
    who.colour = kNerimaColour;
    who.children = {
        {"あおい", {"生後2か月9日 (修正2か月0日)", "2 months 9 days (corrected 2 months 0 days)"}}};
    who.alerts = {{"allergy", {"卵アレルギー", "Egg allergy"}, false}};
    who.services = {{Service::short_stay, kStay}, {Service::day_care, kDayCare}, {Service::outreach, kVisit}};
    who.service = Service::day_care;
    who.counts_days = false;
    who.verdict = Outcome::ask;
    who.headline = {"確認が必要です", "Something must be confirmed"};
    who.subtitle = {"母子デイケア　きょう1日", "Day care, today"};
    who.reasons = {
        {"residency", Outcome::accept, {"区内にお住まいです", "She lives in the ward"}, "利用できる方"},
        {"window",
         Outcome::accept,
         {"生後1年未満です（令和9年9月11日まで）", "The child is under 1 year (until 11 September 2027)"},
         "利用できる方"},
        {"limit", Outcome::accept, {"残り 8日 → 7日", "8 days left, 7 after this"}, "利用日数"},
        {"infection",
         Outcome::ask,
         {"急性感染症の有無をお聞きください", "Ask about acute infections"},
         "ご利用できない場合"},
        {"household",
         Outcome::accept,
         {"課税世帯の利用者負担額です。", "The copay of a taxed household."},
         "利用日数 ※4・利用者負担額について"},
        {"card",
         Outcome::accept,
         {"利用者カードを確かめました。", "Her card was checked."},
         "利用までの流れ 1"},
        {"medical",
         Outcome::accept,
         {"医療的な処置は必要ありません。", "No medical treatment is needed."},
         "利用できる方"},
        {"booking_window",
         Outcome::accept,
         {"お申し込みの時期に問題はありません。", "Booked at the right time."},
         "利用までの流れ 2"}};
    who.allowances = {{Service::short_stay, kStay, 5, 7},
                      {Service::day_care, kDayCare, 8, 12},
                      {Service::outreach, kVisit, 6, 6}};
    who.balance_note = Message{"ほかの施設での利用: 13:50 時点", "Uses elsewhere: as of 13:50"};
    who.lines = {{{"デイケア 1日", "Day care, 1 day"}, Yen(1500)}};
    who.copay = Yen(1500);
    who.asks_infection = true;
    who.asks_stamp = true;
    who.stamp_sentence = {"カードに日付を記入・押印して返却", "Date written, stamped and handed back"};
    who.card_shown = true;
    who.cannot_confirm = Message{"きょうの体調をお聞きください", "Ask how they feel today"};
    return who;
}

CandidateView ready() {
    CandidateView who = candidate();
    who.alerts[0].acknowledged = true;
    who.infected = false;
    who.stamped = true;
    who.verdict = Outcome::accept;
    who.headline = {"ご利用いただけます", "She may come in"};
    who.reasons[3] = {"infection",
                      Outcome::accept,
                      {"急性感染症はありません（きょう確認）", "No acute infection (asked today)"},
                      "ご利用できない場合"};
    who.cannot_confirm.reset();
    return who;
}

CandidateView crowded() {
    CandidateView who = candidate();
    who.reasons.resize(5);
    who.name = "勅使河原 エリザベス佐知子マリアンヌ";
    who.kana = "てしがわら えりざべすさちこまりあんぬ";
    who.children = {{"はると", {"生後1か月28日 (修正11日)", "1 month 28 days (corrected 11 days)"}},
                    {"ゆづき", {"生後1か月28日 (修正11日)", "1 month 28 days (corrected 11 days)"}}};
    who.alerts = {{"allergy", {"卵・乳アレルギー", "Allergy: egg, milk"}, true},
                  {"follow_up", {"前回、睡眠の不安を相談", "Last time: worried about sleep"}, false},
                  {"support", {"支援計画あり", "Has a support plan"}, false}};
    who.service = Service::short_stay;
    who.days = 3;
    who.counts_days = true;
    who.shows_stepper = true;
    who.subtitle = {"母子ショートステイ　2泊3日（11月23日まで）",
                    "Short stay, 3 days until Mon 23 November 2026"};
    who.asks_treatment = true;
    who.infected = false;
    who.reasons[3] = {"infection",
                      Outcome::accept,
                      {"急性感染症はありません（きょう確認）", "No acute infection (asked today)"},
                      "ご利用できない場合"};
    who.reasons.push_back({"medical",
                           Outcome::ask,
                           {"医療的な処置の有無をお聞きください", "Ask about medical treatment"},
                           "利用できる方"});
    who.reasons.push_back(
        {"card", Outcome::accept, {"利用者カードをお持ちです", "She has a user card"}, "利用者カード"});
    who.reasons.push_back({"household",
                           Outcome::ask,
                           {"非課税の確認が7月より前のものです。区にご確認ください",
                            "The tax exemption was confirmed before July; ask the ward"},
                           "利用者負担額 ※2"});
    who.reasons.push_back({"booking_window",
                           Outcome::accept,
                           {"出産後のお申し込みです", "Booked after the birth"},
                           "お申し込み"});
    who.lines = {{{"ショートステイ 1泊2日", "Short stay, 2 days"}, Yen(7000)},
                 {{"追加 1日", "1 further day"}, Yen(3500)}};
    who.copay = Yen(10500);
    return who;
}

CandidateView with_triplets() {
    CandidateView who = ready();
    who.name = "𠮷野 葵";
    who.kana = "よしの あおい";
    const Message age{"生後1か月28日 (修正11日)", "1 month 28 days (corrected 11 days)"};
    who.children = {{"はると", age}, {"ゆづき", age}, {"そら", age}};
    return who;
}

CandidateView after_loss() {
    CandidateView who = ready();
    who.name = "髙橋 凛";
    who.kana = "たかはし りん";
    who.user_number = "N-5530-4";
    who.children.clear();
    who.alerts.clear();
    who.services = {{Service::outreach, kVisit}};
    who.service = Service::outreach;
    who.subtitle = {"訪問　きょう1回", "Visit, today"};
    who.reasons = {
        {"residency", Outcome::accept, {"区内にお住まいです", "She lives in the ward"}, "利用できる方"},
        {"window",
         Outcome::accept,
         {"訪問をご利用いただけます（令和9年3月1日まで）", "Visits until 1 March 2027"},
         "利用できる方"},
        {"limit", Outcome::accept, {"残り 6回 → 5回", "6 visits left, 5 after this"}, "利用日数"}};
    who.allowances = {{Service::outreach, kVisit, 6, 6}};
    who.lines = {{{"訪問 1回", "Visit"}, Yen(500)}};
    who.copay = Yen(500);
    who.asks_infection = false;
    return who;
}

CandidateView refused() {
    CandidateView who = candidate();
    who.name = "﨑山 美紀";
    who.kana = "さきやま みき";
    who.user_number = "N-7702-K";
    who.alerts.clear();
    who.verdict = Outcome::refuse;
    who.headline = {"ご利用いただけません", "She cannot use it today"};
    who.infected = true;
    who.reasons[3] = {
        "infection",
        Outcome::refuse,
        {"急性感染症があるため、きょうはご利用いただけません", "Not today, because of an acute infection"},
        "ご利用できない場合"};
    who.reasons[2] = {"limit",
                      Outcome::refuse,
                      {"デイケアの12日をすべて使われました", "All 12 days of day care are used"},
                      "利用日数 ※1"};
    who.allowances[1].left = 0;
    who.copay.reset();
    who.lines.clear();
    who.asks_stamp = false;
    who.card_shown = false;
    who.card_forgotten = true;
    who.forgotten_sentence = {"母子健康手帳の16ページに記入し、後日カードに写します。",
                              "Write it in her handbook, p. 16, and copy it to the card later."};
    who.cannot_confirm = Message{"この方は今日は利用できません", "She cannot use it today"};
    return who;
}

DoneView done() {
    return {"u7", "山田 花子", kDayCare, Yen(1500), false};
}

CheckOutView leaving() {
    return {"u1", "田中 陽菜", kDayCare, make_date(2026, 11, 21), 1, Yen(1500)};
}

KioskView kiosk() {
    KioskView view;
    view.bar = bar();
    view.check_in = desk();
    view.care = care();
    view.report = report();
    view.figures = figures();
    view.version = 1;
    return view;
}

KioskView kiosk_with(CandidateView who) {
    KioskView view = kiosk();
    view.check_in.candidate = std::move(who);
    return view;
}

}  // namespace sango::sample

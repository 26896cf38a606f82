#include "tests/sample_views/sample_views.h"

#include <array>

namespace sango::sample {

using namespace screens;
using clinic::BookingState;
using clinic::PlaceKind;
using programme::Service;

namespace {

constexpr Date kToday = make_date(2026, 11, 21);
const Message kNerima{"練馬", "Nerima"};
const Message kSetagaya{"世田谷", "Setagaya"};
const Message kNakano{"中野", "Nakano"};
const Message kMinamiaso{"南阿蘇", "Minamiaso"};
constexpr std::uint32_t kRed = 0xD9482F;
constexpr std::uint32_t kBlue = 0x2B6CA3;
constexpr std::uint32_t kGreen = 0x3C7D4E;
constexpr std::uint32_t kPurple = 0x8A5A9E;

BoardBar bar(int place, PlaceKind kind, int from, int days, std::string name, Message town,
             std::uint32_t colour, BookingState state = BookingState::booked) {
    const clinic::Place where{place, kind, "", 600, 960, 0};
    const std::string id = "b" + std::to_string(place) + "-" + std::to_string(from);
    return {id,
            "m-" + id,
            place,
            clinic::span_of(where, kToday + std::chrono::days(from), days, 600, 360),
            std::move(name),
            std::move(town),
            colour,
            state};
}

}  // namespace

BoardView board() {
    BoardView view;
    view.shown = true;
    view.today = view.first = kToday;
    view.days = 14;
    view.rows = {{1, "101", PlaceKind::bed},
                 {2, "102", PlaceKind::bed},
                 {3, "103", PlaceKind::bed},
                 {5, "105", PlaceKind::bed},
                 {11, "デイ 1", PlaceKind::day_place, 600, 960},
                 {12, "デイ 2", PlaceKind::day_place, 600, 960},
                 {13, "デイ 3", PlaceKind::day_place, 600, 960},
                 {21, "訪問 佐藤", PlaceKind::midwife, 600, 960, 0}};
    view.bars = {bar(1, PlaceKind::bed, 0, 3, "山田 花子", kNerima, kRed, BookingState::arrived),
                 bar(1, PlaceKind::bed, 5, 3, "佐々木 楓", kSetagaya, kBlue),
                 bar(2, PlaceKind::bed, 1, 6, "𠮷野 葵（双子）", kNakano, kGreen),
                 bar(3, PlaceKind::bed, 3, 2, "井上 澪", kMinamiaso, kPurple),
                 bar(3, PlaceKind::bed, 10, 3, "勅使河原 佐知子", kNerima, kRed, BookingState::offered),
                 bar(11, PlaceKind::day_place, 0, 1, "田中 陽菜", kNerima, kRed, BookingState::left),
                 bar(11, PlaceKind::day_place, 3, 1, "伊藤 さくら", kSetagaya, kBlue),
                 bar(12, PlaceKind::day_place, 1, 1, "加藤 結", kNakano, kGreen),
                 bar(21, PlaceKind::midwife, 4, 1, "小林 美穂", kMinamiaso, kPurple)};
    for (const int place : {11, 12, 13, 21})
        view.closed.push_back(
            {place, make_date(2026, 11, 23), {"研修のためお休みです。", "Closed: training"}});
    view.waiting = {{"w1", "m21", "森 詩織", {"11月28日から2泊3日", "Sat 28 November, 3 days"}, {}, 1},
                    {"w2", "m22", "池田 結衣", {"12月1日 10:00", "Tue 1 December 10:00"}, at(14, 5, 22), 2},
                    {"w3", "m23", "原 真央", {"12月3日から1泊2日", "Thu 3 December, 2 days"}, {}, 3}};
    view.free = 23;
    view.today_line = {"これから 4組・利用中 3組・お帰り 1組", "4 to come, 3 in the house, 1 gone home"};
    return view;
}

BoardView board_placing() {
    BoardView view = board();
    BoardCandidate who;
    who.mother_id = "m6";
    who.name = "髙橋 凛";
    who.town = kNerima;
    who.colour = kRed;
    who.services = {{Service::short_stay, {"宿泊", "Stay"}, PlaceKind::bed},
                    {Service::day_care, {"日帰り", "Day"}, PlaceKind::day_place},
                    {Service::outreach, {"訪問", "Visit"}, PlaceKind::midwife}};
    who.draft.mother_id = who.mother_id;
    who.draft.service = Service::short_stay;
    who.draft.first_day = kToday;
    who.draft.days = 2;
    who.day_why.resize(14);
    for (const std::size_t day : {0U, 1U})
        who.day_why[day] = Message{"お申し込みは前日の10時までです。", "It could be asked for until 10:00."};
    view.candidate = who;
    return view;
}

BoardView board_judged(programme::Outcome outcome) {
    BoardView view = board_placing();
    BoardAnswer answer;
    answer.draft = view.candidate->draft;
    answer.draft.first_day = make_date(2026, 11, 29);
    answer.draft.days = 4;
    answer.draft.place_no = 5;
    answer.outcome = outcome;
    if (outcome == programme::Outcome::refuse) {
        answer.why = {"上限の7日まで残り3日で、このご利用の4日には足りません。超えた分は全額自己負担です。",
                      "Of 7 days only 3 left, too few for the 4 of this use."};
    } else {
        answer.copay = Yen(14'000);
        answer.before = 7;
        answer.after = 3;
        answer.counter = {"日", "days"};
        answer.cancel_by = at(10, 0, 28);
    }
    view.answer = answer;
    return view;
}

BoardView board_opened() {
    BoardView view = board();
    view.chosen =
        BoardChosen{"b1-5",
                    "m-b1-5",
                    "佐々木 楓",
                    kSetagaya,
                    kBlue,
                    {"母子ショートステイ", "Short stay"},
                    {"11月26日から2泊3日", "Thu 26 November, 3 days"},
                    "101",
                    {"予約", "booked"},
                    at(10, 0, 25),
                    true,
                    true,
                    false,
                    false,
                    {"佐々木 楓さんの予約を取り消します。", "This cancels the booking of 佐々木 楓."}};
    return view;
}

BoardView crowded_board(int places, int days) {
    BoardView view = board();
    view.days = days;
    view.rows.clear();
    view.bars.clear();
    view.closed.clear();
    constexpr std::array<std::pair<std::uint32_t, std::string_view>, 4> kTowns{
        {{kRed, "練馬"}, {kBlue, "世田谷"}, {kGreen, "中野"}, {kPurple, "南阿蘇"}}};
    constexpr std::array<std::string_view, 5> kPeople{"山田 花子", "勅使河原 佐知子", "𠮷野 葵", "髙橋 凛",
                                                      "﨑山 真帆"};
    for (int no = 1; no <= places; ++no) {
        const PlaceKind kind = no * 2 <= places ? PlaceKind::bed : PlaceKind::day_place;
        view.rows.push_back(
            {no, (kind == PlaceKind::bed ? "" : "デイ ") + std::to_string(100 + no), kind, 600, 960});
        for (int day = no % 4; day < days; day += kind == PlaceKind::bed ? 4 : 2) {
            const auto& [colour, town] = kTowns[static_cast<std::size_t>(no + day) % 4];
            view.bars.push_back(bar(no, kind, day, kind == PlaceKind::bed ? 3 : 1,
                                    std::string(kPeople[static_cast<std::size_t>(no * 7 + day) % 5]),
                                    {std::string(town), std::string(town)}, colour));
        }
    }
    return view;
}

}  // namespace sango::sample

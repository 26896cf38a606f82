#include "tests/sample_views/sample_views.h"

#include <tuple>

#include <fmt/format.h>

namespace sango::sample {

using namespace screens;
using clinic::NoteKind;

namespace {

TimelineMark mark(Lane lane, int minutes, std::string detail, std::string label = {}, int lasts = 0,
                  bool out_of_range = false) {
    TimelineMark m;
    m.lane = lane;
    m.from = at(14, 5, 20) + std::chrono::minutes(minutes);
    if (lasts > 0) m.until = m.from + std::chrono::minutes(lasts);
    m.label = std::move(label);
    m.detail = std::move(detail);
    m.out_of_range = out_of_range;
    return m;
}

NoteRow note(std::string id, NoteKind kind, Instant when, Message text, std::string child = "c1") {
    NoteRow row;
    row.note_id = id;
    row.note.id = std::move(id);
    row.note.what.use_id = "u5";
    row.note.what.child_id = std::move(child);
    row.note.what.kind = kind;
    row.note.what.observed_at = when;
    row.note.recorded_at = when;
    row.note.recorded_by = "佐藤 美咲";
    row.text = std::move(text);
    return row;
}

std::vector<TimelineMark> a_day() {
    return {mark(Lane::feed, 70, "milk", "60"),
            mark(Lane::feed, 260, "breast", "", 15),
            mark(Lane::feed, 430, "milk", "60"),
            mark(Lane::feed, 630, "milk", "80"),
            mark(Lane::feed, 820, "breast", "", 10),
            mark(Lane::feed, 990, "milk", "60"),
            mark(Lane::feed, 1180, "milk", "80"),
            mark(Lane::feed, 1370, "milk", "60"),
            mark(Lane::nappy, 80, "urine"),
            mark(Lane::nappy, 180, "stool"),
            mark(Lane::nappy, 300, "urine"),
            mark(Lane::nappy, 480, "both"),
            mark(Lane::nappy, 660, "urine"),
            mark(Lane::nappy, 840, "stool"),
            mark(Lane::nappy, 1020, "urine"),
            mark(Lane::nappy, 1200, "urine"),
            mark(Lane::nappy, 1370, "stool"),
            mark(Lane::sleep, 110, "", "", 105),
            mark(Lane::sleep, 290, "", "", 110),
            mark(Lane::sleep, 490, "", "", 110),
            mark(Lane::sleep, 690, "", "", 110),
            mark(Lane::sleep, 840, "", "", 115),
            mark(Lane::sleep, 1020, "", "", 130),
            mark(Lane::sleep, 1210, "", "", 130),
            mark(Lane::temperature, 120, "", "36.8"),
            mark(Lane::temperature, 540, "", "36.9"),
            mark(Lane::temperature, 900, "", "37.6", 0, true),
            mark(Lane::temperature, 1260, "", "36.9")};
}

}  // namespace

CareView care() {
    CareView view;
    using Urgency = PairTile::Urgency;
    view.tiles = {
        {"u5", "101", "山田 花子", {"あおい"}, Message{"授乳 14:30", "Feed 14:30"}, Urgency::soon},
        {"u6", "102", "𠮷野 葵", {"はると", "ゆづき"}, Message{"体温 △", "Temperature △"}, Urgency::now},
        {"u8", "103", "勅使河原 佐知子", {"さくら"}, Message{"おむつ 15:00", "Nappy 15:00"}, Urgency::calm},
        {"u1", "デイ1", "田中 陽菜", {"りん"}, std::nullopt, Urgency::calm}};
    view.use_id = "u5";
    view.child_id = "c1";
    view.tabs = {{"c1", "あおい", {"生後2か月9日", "2 months 9 days"}},
                 {"", "山田 花子", {"お母さん", "Mother"}}};
    view.name = "あおい";
    view.age = {"生後2か月9日", "2 months 9 days"};
    view.mother = "山田 花子";
    view.place = "101";
    view.alerts = {{"allergy", {"卵アレルギー", "Egg allergy"}, true}};
    view.weight_g = 4820;
    view.grams_per_day = 32;
    for (const auto& [day, grams] : {std::pair{1U, 4180}, {6U, 4330}, {11U, 4480}, {16U, 4660}, {21U, 4820}})
        view.weights.push_back({at(9, 0, day), grams});
    view.timeline_from = at(14, 5, 20);
    view.marks = a_day();
    view.milk_ml = 400;
    view.feeds = {{make_date(2026, 11, 19), 420, 8},
                  {make_date(2026, 11, 20), 560, 9},
                  {make_date(2026, 11, 21), 400, 6}};
    view.urine = 5;
    view.stool = 4;
    view.last_milk_ml = 80;
    view.notes = {
        note("n5", NoteKind::milk, at(12, 55), {"ミルク 60 ml", "Milk 60 ml"}),
        note("n4", NoteKind::nappy, at(12, 50), {"おむつ うんち", "Nappy dirty"}),
        note("n3", NoteKind::temperature, at(5, 5), {"体温 37.6 ℃", "Temperature 37.6 ℃"}),
        note("n2", NoteKind::text, at(3, 20),
             {"メモ 少し吐いたが、すぐに落ち着いて眠った。次の授乳は様子を見ながら少なめに始める。",
              "Note: brought up a little milk, settled at once and slept. Begin the next feed with less."}),
        note("n1", NoteKind::milk, at(15, 15, 20), {"ミルク 60 ml", "Milk 60 ml"})};
    view.notes[0].note.what.amount = 60;
    view.notes[1].note.what.detail = "stool";
    view.notes[2].note.what.amount = 376;
    view.notes[2].out_of_range = true;
    view.notes[4].note.corrected = true;
    return view;
}

CareView care_of_twins() {
    CareView view = care();
    view.use_id = "u6";
    view.child_id = "c3";
    view.tabs = {{"c2", "はると", {"生後1か月28日", "1 month 28 days"}},
                 {"c3", "ゆづき", {"生後1か月28日", "1 month 28 days"}},
                 {"", "𠮷野 葵", {"お母さん", "Mother"}}};
    view.name = "ゆづき";
    view.age = {"生後1か月28日 (修正11日)", "1 month 28 days (corrected 11 days)"};
    view.mother = "𠮷野 葵";
    view.place = "102";
    view.alerts.clear();
    view.weight_g = 3105;
    view.grams_per_day = -12;
    view.weights.clear();
    view.last_milk_ml = 35;
    return view;
}

CareView care_of_triplets() {
    CareView view = care_of_twins();
    view.tiles[1].babies = {"はると", "ゆづき", "そら"};
    view.tiles[1].due = Message{"授乳 14:00 △", "Feed 14:00 △"};
    view.tabs.insert(view.tabs.begin() + 2, {"c4", "そら", {"生後1か月28日", "1 month 28 days"}});
    view.alerts = {{"allergy", {"卵アレルギー", "Egg allergy"}, true}};
    view.weight_g = 3'105;
    view.birth_weight_g = 2'250;
    for (const auto& [day, grams] : {std::pair{15U, 2'900}, {17U, 2'960}, {19U, 3'050}, {21U, 3'105}})
        view.weights.push_back({at(9, 0, day), grams});
    view.grams_per_day = 34;
    view.timers = {{"t1", "c2", NoteKind::breast, "はると", {"授乳 左", "Breast left"}, at(13, 52)},
                   {"t2", "c3", NoteKind::sleep, "ゆづき", {"睡眠", "Sleep"}, at(13, 40)},
                   {"t3", "c4", NoteKind::sleep, "そら", {"睡眠", "Sleep"}, at(13, 31)}};
    for (const auto& [id, child, name] : {std::tuple{"t4", "c2", "はると"}, {"t5", "c3", "ゆづき"}})
        view.timers.push_back({id, child, NoteKind::bath, name, {"沐浴", "Bath"}, at(12, 40)});
    return view;
}

}  // namespace sango::sample

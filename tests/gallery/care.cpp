#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/chart.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "tests/gallery/pages.h"

#include <fmt/format.h>

namespace sango::gallery {
using namespace ui;

namespace {

void people(Context& ui, Rect side) {
    const struct {
        std::string_view room, mother, baby, due;
    } all[] = {{"101", "山田 花子", "あおい", "授乳 14:30"},
               {"102", "𠮷野 葵", "はると・ゆづき", "体温 △"},
               {"103", "井上 澪", "さくら", "おむつ 15:00"},
               {"デイ1", "勅使河原 エリザベス真理亜", "りん", "退所 16:00"}};
    int number = 0;
    for (const auto& one : all) {
        const float name = text_height(ui, Type::name, one.mother, side.w - 2 * kGap);
        Rect inside;
        (void)card_button(ui, fmt::format("care.person.{}", number), side.cut_top(name + 76, kGap),
                          one.mother, &inside, {.selected = number == 0});
        ++number;
        inside = inside.inset(0, -4);
        text(ui, {}, inside, one.due,
             {.type = Type::small, .ink = ink_of(ui.theme(), Tone::warn), .align = Align::right});
        inside.cut_top(text(ui, {}, inside, one.room, {.type = Type::small, .ink = ui.theme().quiet_ink}));
        inside.cut_top(text(ui, {}, inside, one.mother, {.type = Type::name}));
        text(ui, {}, inside, one.baby, {.ink = ui.theme().quiet_ink});
    }
}

void day(Context& ui, Rect at) {
    Rect inside = card(ui, at);
    inside.cut_top(caption(ui, "care.day", inside,
                           say(ui, "これまでの24時間　ミルク 400 ml　おしっこ 5　うんち 4",
                               "Last 24 hours: milk 400 ml, wet 5, stool 4")),
                   8);
    const Theme& t = ui.theme();
    using Shape = ChartItem::Shape;
    std::vector<ChartLane> lanes(4);
    lanes[0].name = say(ui, "授乳", "Feeds");
    lanes[1].name = say(ui, "おむつ", "Nappies");
    lanes[2].name = say(ui, "睡眠", "Sleep");
    lanes[3].name = say(ui, "体温", "Temp.");
    for (const auto& [minute, ml] :
         {std::pair{70, 60}, {260, 0}, {430, 60}, {630, 80}, {820, 0}, {990, 60}, {1180, 80}, {1370, 60}})
        lanes[0].items.push_back({.shape = Shape::bar,
                                  .from = minute,
                                  .color = ml > 0 ? t.chart_feed : t.chart_feed_soft,
                                  .words = ml > 0 ? fmt::format("{}", ml) : ""});
    for (const auto& [minute, stool] : {std::pair{80, 0},
                                        {180, 1},
                                        {300, 0},
                                        {480, 1},
                                        {660, 0},
                                        {840, 1},
                                        {1020, 0},
                                        {1200, 0},
                                        {1370, 1}})
        lanes[1].items.push_back({.from = minute, .color = stool != 0 ? t.chart_stool : t.chart_wet});
    for (const auto& [from, to] :
         {std::pair{110, 215}, {290, 400}, {490, 600}, {650, 790}, {840, 960}, {1020, 1150}, {1210, 1340}})
        lanes[2].items.push_back({.shape = Shape::span, .from = from, .to = to, .color = t.chart_sleep});
    lanes[3].items = {{.shape = Shape::point, .from = 120, .color = t.ink, .words = "36.8"},
                      {.shape = Shape::point, .from = 540, .color = t.ink, .words = "36.9"},
                      {.shape = Shape::point,
                       .from = 900,
                       .color = t.warn,
                       .words = "37.6 △",
                       .ink = ink_of(t, Tone::warn)},
                      {.shape = Shape::point, .from = 1260, .color = t.ink, .words = "36.9"}};
    timeline(ui, "care.timeline", inside, lanes, 1440, 14);
}

}  // namespace

void care(Context& ui) {
    Rect all = frame(ui, 2, say(ui, "令和8年11月21日(土) 14:05", "Sat 21 November 2026, 14:05"));
    people(ui, all.cut_left(264, kGap));
    Rect who = card(ui, all.cut_top(80, kGap)).inset(0, -8);
    const Rect weight = who.cut_right(120, kGap);
    text(ui, "care.weight", {weight.x, weight.y - 2, weight.w, 48}, "4,820 g",
         {.type = Type::name, .align = Align::right});
    text(ui, {}, {weight.x, weight.y + 36, weight.w, 22}, "▲ 32 g／日",
         {.type = Type::small, .ink = ink_of(ui.theme(), Tone::good), .align = Align::right});
    chip(ui, {}, who, say(ui, "卵アレルギー", "Egg allergy"), {.tone = Tone::warn, .icon = Icon::alert},
         true);
    text(ui, "care.baby", who, "あおい", {.type = Type::name, .middle = true});
    text(ui, {}, Rect{who.x + 104, who.y, 400, who.h}, "生後2か月9日　山田 花子さん・101",
         {.ink = ui.theme().quiet_ink, .middle = true});
    day(ui, all.cut_top(266, kGap));
    Rect inside = card(ui, all);
    const struct {
        std::string_view id, ja, en;
        Icon icon;
    } kinds[] = {{"milk", "ミルク", "Milk", Icon::bottle},
                 {"breast", "母乳", "Breast", Icon::breast},
                 {"nappy", "おむつ", "Nappy", Icon::nappy},
                 {"temperature", "体温", "Temp.", Icon::thermometer},
                 {"weight", "体重", "Weight", Icon::weight},
                 {"bath", "沐浴", "Bath", Icon::bath},
                 {"sleep", "睡眠", "Sleep", Icon::sleep},
                 {"breast_care", "乳房ケア", "Breast care", Icon::breast_care},
                 {"meal", "食事", "Meal", Icon::meal},
                 {"medicine", "服薬", "Medicine", Icon::medicine},
                 {"counselling", "相談", "Talk", Icon::counselling},
                 {"memo", "メモ", "Memo", Icon::memo}};
    Rect amount = inside.cut_bottom(kBigButton, kGap);
    int number = 0;
    for (const Rect& line : inside.rows(2, 12))
        for (const Rect& place : line.columns(6, 12)) {
            const auto& kind = kinds[number];
            (void)tile(ui, fmt::format("care.kind.{}", kind.id), place, say(ui, kind.ja, kind.en),
                       {.icon = kind.icon,
                        .selected = number == 0,
                        .why_disabled = number == 9 ? say(ui, "医師の指示待ち", "Needs an order") : ""});
            ++number;
        }
    text(ui, {}, amount.cut_left(86, kGap), say(ui, "ミルク", "Milk"),
         {.ink = ui.theme().quiet_ink, .middle = true});
    (void)button(ui, "care.record", amount.cut_right(170, 12), say(ui, "記録", "Record"),
                 {.kind = ButtonKind::primary});
    (void)button(ui, "care.time", amount.cut_right(108, 12), "14:05");
    text(ui, {}, amount.cut_right(28, 8), "ml", {.middle = true});
    const Choice choices[] = {{"40", "40"}, {"60", "60"}, {"80", "80"}, {"100", "100"}, {"120", "120"}};
    (void)segmented(ui, "care.amount", amount, choices, 2);
}

}  // namespace sango::gallery

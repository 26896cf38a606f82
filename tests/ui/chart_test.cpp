#include "kiosk/ui/chart.h"

#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "tests/ui/stage.h"

#include <imgui.h>

namespace sango::ui {

TEST_CASE("a day of care is one entry that says its lanes in words") {
    const std::vector<ChartLane> lanes{
        {.name = "授乳",
         .items = {{.shape = ChartItem::Shape::bar, .from = 60, .words = "60"}},
         .words = "授乳 1回 60ml"},
        {.name = "睡眠", .items = {{.shape = ChartItem::Shape::span, .from = -90, .to = 5000}}}};
    test::Stage stage([&](Context& ui) { timeline(ui, "care.day", {0, 0, 800, 200}, lanes, 1440, 14); });
    stage.frame();
    CHECK(stage.at("care.day").role == Role::chart);
    CHECK(stage.at("care.day").text == "授乳 1回 60ml; 睡眠");
}

TEST_CASE("figures that would run into the next mark are left out, the marks never are") {
    const auto vertices = [](int between) {
        std::vector<ChartLane> lanes(1);
        for (const int minute : {100, 100 + between})
            lanes[0].items.push_back({.shape = ChartItem::Shape::dot, .from = minute, .words = "36.8"});
        test::Stage stage([&](Context& ui) { timeline(ui, "t", {0, 0, 800, 100}, lanes, 1440, 0); });
        stage.frame();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    CHECK(vertices(300) - vertices(20) == 4 * 4);  // one figure of four characters
}

TEST_CASE("an empty chart and a curve of one weighing are drawn") {
    test::Stage stage([&](Context& ui) {
        timeline(ui, "none", {0, 0, 800, 100}, {}, 1440, 0);
        const CurvePoint points[] = {{.x = 0, .y = 3020}};
        curve(ui, "one", {0, 200, 800, 300}, points, {.least_y = 3020, .most_y = 3020}, "体重 3,020 g");
        curve(ui, "no", {0, 500, 800, 300}, {}, {}, "体重の記録なし");
    });
    stage.frame();
    CHECK(stage.at("one").text == "体重 3,020 g");
    CHECK(stage.at("no").text == "体重の記録なし");
}

TEST_CASE("a chip too long for its place wraps and grows, and is never cut") {
    Rect took;
    const std::string_view words = "卵・乳・小麦アレルギーがあります。食事は別献立にしてください。";
    test::Stage stage([&](Context& ui) {
        took = chip(ui, "c", {0, 0, 300, 60}, words, {.tone = Tone::warn, .icon = Icon::alert});
    });
    stage.frame();
    CHECK(took.w <= 300);
    CHECK(took.h > 60);
    CHECK(stage.at("c").text == words);
}

TEST_CASE("an outcome is said as a sign and in words") {
    test::Stage stage([](Context& ui) {
        outcome_mark(ui, "m", {0, 0, 50, 50}, Outcome::ask, 40, "要確認");
        progress(ui, "p", {0, 100, 100, 16}, 7.0, "7/5");
        segments(ui, "s", {0, 150, 100, 16}, 1, 0, "0/0");
    });
    stage.frame();
    CHECK(stage.at("m").text == "△ 要確認");
    CHECK(stage.at("p").text == "7/5");
}

}  // namespace sango::ui

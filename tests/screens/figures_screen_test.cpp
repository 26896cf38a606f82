#include "kiosk/screens/figures_screen.h"

#include "tests/screens/kiosk_stage.h"

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

TEST_CASE("a year's persons and days, rates and ages stand as pictures, the figures beside them") {
    KioskStage stage(sample::kiosk(), Screen::figures);
    CHECK(stage.text("figures.year") == "令和7年度");
    CHECK(stage.text("figures.bar.short_stay.2") == "329人 1,701日");
    CHECK(stage.text("figures.rate.utilisation") == "87.5%");
    CHECK(stage.text("figures.rate.first_time") == "—");  // not known is said, never made up
    CHECK(stage.text("figures.age.3") == "517");
    CHECK(stage.text("figures.sum.0") == "9,180,500円");
}

TEST_CASE("the table is one tap behind the pictures") {
    KioskStage stage(sample::kiosk(), Screen::figures);
    CHECK_FALSE(stage.shows("figures.row.0"));
    stage.tap("figures.as.table");
    CHECK(stage.text("figures.row.0").find("令和5年度 ショートステイ") != std::string::npos);
    stage.tap("figures.as.pictures");
    CHECK_FALSE(stage.shows("figures.row.0"));
}

TEST_CASE("years and municipalities are switched, the table leaves as CSV") {
    KioskStage stage(sample::kiosk(), Screen::figures);
    stage.tap("figures.prev");
    CHECK(stage.asked_for<ShowFiguresYear>().year == 2024);
    stage.tap("figures.next");
    CHECK(stage.asked_for<ShowFiguresYear>().year == 2026);
    stage.tap("figures.programme.nerima");
    CHECK(stage.asked_for<ShowFiguresOf>().programme == "nerima");
    stage.tap("figures.csv");
    (void)stage.asked_for<ExportFigures>();
}

TEST_CASE("where nothing is on record, the screen says what will stand there") {
    KioskView view = sample::kiosk();
    view.figures = sample::no_figures();
    KioskStage stage(view, Screen::figures);
    CHECK(stage.text("figures.none").find("利用の記録がまだありません") != std::string::npos);
}

#include "kiosk/ui/layout.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace sango::ui {

TEST_CASE("a screen is laid out by cutting its area up") {
    Rect area{0, 0, 100, 80};
    CHECK(area.cut_left(30, 10) == Rect{0, 0, 30, 80});
    CHECK(area == Rect{40, 0, 60, 80});
    CHECK(area.cut_bottom(20, 5) == Rect{40, 60, 60, 20});
    CHECK(area == Rect{40, 0, 60, 55});
    CHECK(area.cut_top(100) == Rect{40, 0, 60, 55});
    CHECK(area.h == 0);
}

TEST_CASE("columns fill the width, gaps between them only") {
    const auto columns = Rect{10, 0, 100, 20}.columns(3, 5);
    REQUIRE(columns.size() == 3);
    CHECK(columns.front().x == 10);
    CHECK(columns.back().right() == doctest::Approx(110));
    CHECK(columns[1].x - columns[0].right() == doctest::Approx(5));
}

TEST_CASE("no cut makes an area negative, and the piece lies inside") {
    CHECK(rc::check([] {
        const Rect before{0, 0, static_cast<float>(*rc::gen::inRange(0, 500)), 100};
        Rect area = before;
        const Rect piece = area.cut_left(static_cast<float>(*rc::gen::inRange(0, 600)),
                                         static_cast<float>(*rc::gen::inRange(0, 50)));
        RC_ASSERT(area.w >= 0);
        RC_ASSERT(piece.w + area.w <= before.w);
    }));
}

}  // namespace sango::ui

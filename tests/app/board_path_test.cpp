#include "tests/app/terminal.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

TEST_CASE("a mother is booked, moved and cancelled at the board, and it can be undone") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.board
        expect board.row.5 105
        expect board.waiting 待ち 4
        tap board.book
        type board.person.field さきやま
        tap board.person.hit.0
        expect board.who 﨑山 真帆
        tap board.service.day_care
        tap board.cell.11.1126
        expect board.answer 残り
        tap board.book
        expect board.undo 﨑山 真帆さんの予約をとりました
        tap board.undo.action
    )");
    CHECK(terminal.says("元に戻しました"));
}

TEST_CASE("the board shows who is in the house, and why a day is greyed") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap rail.board\nexpect board.today_line 利用中 4組\nexpect board.closed.11.1123 研修");
    CHECK(terminal.says("利用中"));
}

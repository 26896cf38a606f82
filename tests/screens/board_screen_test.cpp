#include "kiosk/screens/board_screen.h"

#include "tests/screens/kiosk_stage.h"

#include <chrono>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

namespace {

KioskView with(BoardView board) {
    KioskView view = sample::kiosk();
    view.board = std::move(board);
    return view;
}

/// Everything of one kind that was asked for; the rest is forgotten.
template <class What>
std::vector<What> all_of(KioskStage& stage) {
    std::vector<What> found;
    for (const Intent& intent : stage.asked)
        if (const What* what = intent.as<What>()) found.push_back(*what);
    stage.asked.clear();
    return found;
}

ui::Point middle(const KioskStage& stage, std::string_view id) {
    const ui::Entry* entry = stage.find(id);
    REQUIRE_MESSAGE(entry != nullptr, std::string(id));
    return entry->seen.center();
}

}  // namespace

TEST_CASE("the board asks for its days once, and says when another screen hides it") {
    KioskStage stage(sample::kiosk(), Screen::board);
    const auto asked = all_of<ShowBoard>(stage);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().visible);
    CHECK(asked.front().days == 14);
    stage.view.board = sample::board();
    stage.hand.settle();
    CHECK(all_of<ShowBoard>(stage).empty());
    stage.tap("board.span.month");
    CHECK(all_of<ShowBoard>(stage).front().days == 30);
    stage.tap("rail.care");
    const auto hidden = all_of<ShowBoard>(stage);
    REQUIRE(hidden.size() == 1);
    CHECK_FALSE(hidden.front().visible);
}

TEST_CASE("a booking is four taps: 予約をとる, her, a day, 予約する") {
    KioskStage stage(with(sample::board()), Screen::board);
    stage.tap("board.book");
    stage.tap("board.person.kana.ta");
    CHECK(stage.asked_for<SearchForBoard>().text == "た");
    stage.view.board.hits = {
        {"m6", "髙橋 凛", "たかはし りん", "N-7745-2", {"練馬区", "Nerima City"}, 0xD9482F}};
    stage.hand.settle();
    stage.tap("board.person.hit.0");
    CHECK(stage.asked_for<BeginBooking>().mother_id == "m6");
    stage.view.board = sample::board_placing();
    stage.hand.settle();
    CHECK(stage.why("board.book") == "場所と日を選びます");
    stage.tap("board.cell.5.1129");
    const auto tried = all_of<TryBooking>(stage);
    REQUIRE_FALSE(tried.empty());
    CHECK(tried.back().draft.place_no == 5);
    CHECK(tried.back().draft.first_day == make_date(2026, 11, 29));
    stage.tap("board.days.more");
    stage.tap("board.days.more");
    CHECK(all_of<TryBooking>(stage).back().draft.days == 4);
    CHECK(stage.why("board.book") == "確かめています");
    stage.view.board = sample::board_judged(programme::Outcome::accept);
    stage.hand.settle();
    CHECK(stage.text("board.answer") == "残り 7日 → 3日");
    CHECK(stage.text("board.copay") == "14,000円");
    CHECK(stage.text("board.cancel_by") == "取消は 11月28日 10:00 まで");
    CHECK(stage.text("board.ghost").find("3泊4日 14,000円 ○") != std::string::npos);
    stage.tap("board.book");
    CHECK(stage.asked_for<PlaceBooking>().draft.days == 4);
    CHECK(stage.why("board.book") == "記録しています");
}

TEST_CASE("what cannot be says why, on the cell and under the ghost") {
    KioskStage stage(with(sample::board_placing()), Screen::board);
    CHECK(stage.text("board.cell.5.1121").find("お申し込みは前日の10時までです。") != std::string::npos);
    stage.tap("board.cell.5.1129");
    stage.asked.clear();
    stage.view.board = sample::board_judged(programme::Outcome::refuse);
    stage.view.board.answer->draft.days = 2;
    stage.hand.settle();
    CHECK(stage.why("board.book") == "ここには入れません");
    CHECK(stage.text("board.why").find("上限の7日まで残り3日") != std::string::npos);
    stage.view.board.candidate.reset();
    stage.view.board.answer.reset();
    stage.hand.settle();
    CHECK(stage.text("board.closed.11.1123") == "研修のためお休みです。");
}

TEST_CASE("the ghost is dragged, and pulled longer at its end") {
    KioskStage stage(with(sample::board_placing()), Screen::board);
    stage.tap("board.cell.5.1124");
    stage.asked.clear();
    const ui::Point from = middle(stage, "board.ghost");
    const ui::Point there = middle(stage, "board.cell.2.1128");
    stage.hand.drag({from.x - 20, from.y}, {there.x, there.y});
    auto tried = all_of<TryBooking>(stage);
    REQUIRE_FALSE(tried.empty());
    CHECK(tried.back().draft.place_no == 2);
    CHECK(tried.back().draft.first_day == make_date(2026, 11, 28));
    CHECK(tried.back().draft.days == 2);
    const ui::Entry* ghost = stage.find("board.ghost");
    REQUIRE(ghost != nullptr);
    const ui::Point edge{ghost->at.right() - 4, ghost->at.center().y};
    stage.hand.drag(edge, {edge.x + 146, edge.y});
    tried = all_of<TryBooking>(stage);
    REQUIRE_FALSE(tried.empty());
    CHECK(tried.back().draft.days == 4);
}

TEST_CASE("with keys: the arrows move the ghost, page up lengthens it, escape leaves") {
    KioskStage stage(with(sample::board_placing()), Screen::board);
    stage.tap("board.cell.5.1124");
    stage.asked.clear();
    stage.ui.focus("");
    stage.hand.settle();
    for (const char* key : {"right", "right", "up", "page_up"}) REQUIRE(stage.hand.key(key).ok());
    const auto tried = all_of<TryBooking>(stage);
    REQUIRE_FALSE(tried.empty());
    CHECK(tried.back().draft.first_day == make_date(2026, 11, 26));
    CHECK(tried.back().draft.place_no == 3);
    CHECK(tried.back().draft.days == 3);
    REQUIRE(stage.hand.key("escape").ok());
    CHECK(all_of<LeaveBooking>(stage).size() == 1);
}

TEST_CASE("a booking opens by a tap; it is moved by dragging it; cancelling says what it means and why") {
    KioskStage stage(with(sample::board()), Screen::board);
    stage.tap("board.bar.1");
    CHECK(stage.asked_for<OpenBooking>().booking_id == "b1-5");
    const ui::Point from = middle(stage, "board.bar.1");
    stage.hand.drag(from, {from.x + 160, from.y + 54});
    CHECK_FALSE(all_of<BeginBooking>(stage).empty());
    stage.view.board = sample::board_opened();
    stage.hand.settle();
    stage.asked.clear();
    CHECK(stage.text("board.chosen").find("取消は 11月25日 10:00 まで") != std::string::npos);
    stage.tap("board.chosen.cancel");
    CHECK(stage.text("board.cancel.sentence") == "佐々木 楓さんの予約を取り消します。");
    stage.tap("board.cancel.reason.0");
    stage.tap("board.cancel.confirm");
    const auto cancel = stage.asked_for<CancelBooking>();
    CHECK(cancel.booking_id == "b1-5");
    CHECK(cancel.reason == "体調がすぐれない");
}

TEST_CASE("who waits is placed by a tap, and what was done can be undone") {
    KioskStage stage(with(sample::board()), Screen::board);
    CHECK(stage.text("board.waiting") == "待ち 3");
    stage.tap("board.waiting.1");
    CHECK(stage.asked_for<BeginBooking>().booking_id == "w2");
    stage.view.board.notice =
        Notice{Notice::Tone::done, "booked", {"髙橋 凛さんの予約をとりました", "Booked"}};
    stage.view.board.undo_id = "b9";
    stage.hand.settle();
    stage.tap("board.undo.action");
    CHECK(stage.asked_for<TakeBackBooking>().booking_id == "b9");
}

TEST_CASE("only the rows in sight are drawn: 60 places, 8 weeks") {
    BoardView large = sample::crowded_board(60, 56);
    KioskStage stage(with(large), Screen::board);
    stage.state.board.extent = BoardState::Extent::eight_weeks;
    stage.hand.settle();
    CHECK(large.bars.size() > 1'000);
    std::size_t drawn = 0;
    for (const ui::Entry& entry : stage.ui.registry().entries())
        drawn += entry.id.starts_with("board.bar.") ? 1 : 0;
    CHECK(drawn > 50);
    CHECK(drawn < 250);
}

TEST_CASE("a day opens its hours, and a board without places says what will appear") {
    KioskStage stage(with(sample::board()), Screen::board);
    stage.tap("board.day.1124");
    const auto asked = all_of<ShowBoard>(stage);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().days == 1);
    CHECK(asked.front().first == make_date(2026, 11, 24));
    BoardView empty = sample::board();
    empty.rows.clear();
    empty.bars.clear();
    stage.view.board = empty;
    stage.hand.settle();
    CHECK(stage.text("board.none").find("場所を登録すると") != std::string::npos);
}

TEST_CASE("a row below the fold is tapped by its name: the board brings it into view") {
    KioskView view = with(sample::crowded_board(60, 14));
    KioskStage stage(view, Screen::board);
    (void)all_of<ShowBoard>(stage);
    const int last = stage.view.board.rows.back().place_no;
    const std::string row = "board.row." + std::to_string(last);
    CHECK_FALSE(stage.shows(row));
    std::size_t bar = stage.view.board.bars.size();
    while (bar-- > 0 && stage.view.board.bars[bar].place_no != last) {
    }
    REQUIRE(bar < stage.view.board.bars.size());
    stage.tap("board.bar." + std::to_string(bar));
    CHECK(stage.asked_for<OpenBooking>().booking_id == stage.view.board.bars[bar].booking_id);
    REQUIRE(stage.shows(row));
    CHECK(stage.find(row)->visible);
    CHECK(stage.hand.tap("board.row.9999").error().code == "no_such_id");
}

TEST_CASE("the keys move the ghost past the fold, and the board goes along") {
    KioskView view = with(sample::crowded_board(60, 14));
    BoardCandidate who = *sample::board_placing().candidate;
    who.draft.service = programme::Service::short_stay;
    who.draft.first_day = view.board.first;
    who.draft.days = 2;
    who.draft.place_no = view.board.rows.front().place_no;
    view.board.candidate = who;
    KioskStage stage(view, Screen::board);
    stage.ui.focus("");
    stage.hand.settle();
    REQUIRE(stage.shows("board.ghost"));
    for (int i = 0; i < 20; ++i) REQUIRE(stage.hand.key("down").ok());
    CHECK(stage.state.board.ghost.draft.place_no > who.draft.place_no);
    REQUIRE(stage.shows("board.ghost"));
    CHECK(stage.find("board.ghost")->visible);
}

TEST_CASE("the week from the first day shown is printed by one tap") {
    KioskStage stage(with(sample::board()), Screen::board);
    stage.asked.clear();
    stage.tap("board.print");
    CHECK(all_of<PrintWeek>(stage).front().first == sample::board().first);
}

TEST_CASE("searching finds her bookings too, and a tap goes to the day and opens it") {
    BoardView found = sample::board();
    found.hits = {{{"m1", "山田 花子", "やまだ はなこ", "N-4821-1", {"練馬区", "Nerima"}, 0xD9482F}}};
    found.found = {{"b1-9",
                    found.today + std::chrono::days(19),
                    "山田 花子",
                    {"12月10日 10:00", "Thu 10 December"},
                    "デイ 1"}};
    KioskStage stage(with(found), Screen::board);
    stage.tap("board.book");
    CHECK_FALSE(stage.shows("board.person.booking.0"));
    stage.tap("board.person.kana.ya");
    stage.asked.clear();
    stage.tap("board.person.booking.0");
    const auto opened = all_of<OpenBooking>(stage);
    REQUIRE(opened.size() == 1);
    CHECK(opened.front().booking_id == "b1-9");
    CHECK(stage.state.board.first == found.today + std::chrono::days(19));
    CHECK_FALSE(stage.state.board.searching);
}

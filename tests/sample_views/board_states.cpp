#include "tests/sample_views/sample_views.h"
#include "tests/sample_views/shown_states.h"

namespace sango::sample {

using namespace screens;

namespace {

ShownState on_board(std::string name, BoardView board, std::vector<Touch> touches = {}) {
    KioskView view = sample::kiosk();
    view.board = std::move(board);
    return shown_on(Screen::board, std::move(name), std::move(view), std::move(touches));
}

/// The ghost stands where the view's answer judged it.
ShownState with_ghost(ShownState state) {
    BoardState& board = state.state.board;
    board.ghost = {state.view.board.answer->draft, true};
    board.tried = state.view.board.answer->draft;
    board.candidate = state.view.board.candidate->mother_id + "/";
    return state;
}

}  // namespace

std::vector<ShownState> board_states() {
    using programme::Outcome;
    std::vector<ShownState> all;
    all.push_back(on_board("board", sample::board()));
    all.push_back(on_board("board-placing", sample::board_placing()));
    all.push_back(with_ghost(on_board("board-ghost", sample::board_judged(Outcome::accept))));
    all.push_back(with_ghost(on_board("board-refused", sample::board_judged(Outcome::refuse))));
    all.push_back(on_board("board-opened", sample::board_opened()));
    all.push_back(on_board("board-cancel", sample::board_opened(), {{"board.chosen.cancel"}}));
    all.push_back(on_board("board-search", sample::board(), {{"board.book"}, {"board.person.kana.ta"}}));
    BoardView found = sample::board();
    found.hits = {{{"m1", "山田 花子", "やまだ はなこ", "N-4821-1", {"練馬区", "Nerima"}, 0xD9482F}}};
    found.found = {
        {"b1-0", found.today, "山田 花子", {"11月21日から2泊3日", "Sat 21 November, 3 days"}, "101"},
        {"b1-9",
         found.today + std::chrono::days(9),
         "山田 花子",
         {"11月30日 10:00–16:00", "Mon 30 November 10:00–16:00"},
         "デイ 1"}};
    all.push_back(on_board("board-found", found, {{"board.book"}, {"board.person.kana.ya"}}));
    BoardView month = sample::crowded_board(8, 30);
    ShownState a_month = on_board("board-month", month);
    a_month.state.board.extent = BoardState::Extent::month;
    all.push_back(a_month);
    ShownState large = on_board("board-60x56", sample::crowded_board(60, 56));
    large.state.board.extent = BoardState::Extent::eight_weeks;
    all.push_back(large);
    BoardView hours = sample::board();
    hours.days = 1;
    ShownState a_day = on_board("board-hours", hours);
    a_day.state.board.extent = BoardState::Extent::hours;
    all.push_back(a_day);
    BoardView empty;
    empty.shown = true;
    empty.today = empty.first = sample::board().today;
    empty.days = 14;
    all.push_back(on_board("board-empty", empty));
    all.push_back(by_night(on_board("board", sample::board())));
    return all;
}

}  // namespace sango::sample

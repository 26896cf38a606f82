#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/reason_dialog.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

/// 予約: the clinic's places at a glance, and a booking placed with the verdict before one's eyes. Who is
/// placed has a dashed ghost on the board: put it by a tap on a day, move it by dragging, lengthen it by its
/// right edge; with keys: the arrows, page up and down for its length, Enter to book, Escape to leave.
///
/// Ids: board.earlier, board.later, board.today, board.title; board.span.two / .month / .eight / .hours;
/// board.print; board.free; board.book (予約をとる, or 予約する while someone is placed); board.day.<MMDD>
/// (head; opens the hours), board.row.<place>, board.bar.<n> (n in the order of the view),
/// board.cell.<place>.<MMDD>, board.closed.<place>.<MMDD>, board.ghost; board.person.* (search: field,
/// kana.*, hit.N, booking.N, none, close); board.who, board.service.<service>, board.days (stepper),
/// board.starts (stepper), board.answer, board.why, board.copay, board.cancel_by, board.offer, board.wait,
/// board.leave; board.chosen, board.chosen.move / .cancel / .missed / .close; board.cancel.* (dialog);
/// board.today_line; board.waiting, board.waiting.N; board.undo (toast).

struct BoardGhost {
    clinic::BookingDraft draft;
    bool placed = false;  ///< it is somewhere on the board
};

/// What the hand left standing.
struct BoardState {
    enum class Extent { two_weeks, month, eight_weeks, hours };
    enum class Hold { nothing, bar, placing, moving, stretching };

    Extent extent = Extent::two_weeks;
    std::optional<Date> first;  ///< none: today
    std::optional<ShowBoard> asked;

    bool searching = false;
    std::string name;

    BoardGhost ghost;
    std::string candidate;  ///< of whom the ghost is: mother and booking
    std::optional<clinic::BookingDraft> tried;

    Hold hold = Hold::nothing;
    std::string held_bar;
    int grabbed = 0;         ///< days between the ghost's first day and the finger; minutes in the hours
    bool picked_up = false;  ///< the owner of a held bar was asked for

    bool pending = false;  ///< a booking was handed over and is not yet seen
    std::string cancelling;
    ReasonDraft cancel;
    std::string undone;  ///< the change whose undo was pressed
};

[[nodiscard]] std::vector<Intent> draw_board(ui::Context& ui, ui::Rect area, const BoardView& view,
                                             BoardState& state, Instant now);
/// Another screen is shown: the board need not be read any more.
void hide_board(const BoardView& view, BoardState& state, std::vector<Intent>& intents);

}  // namespace sango::screens

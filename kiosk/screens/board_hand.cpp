#include "kiosk/screens/board_parts.h"

#include <algorithm>
#include <cmath>

namespace sango::screens {
namespace {

using clinic::BookingDraft;
using clinic::PlaceKind;
using std::chrono::days;
using Hold = BoardState::Hold;

constexpr float kHandEdge = 24;  // the part of the ghost's right end that lengthens it
constexpr float kDrag = 12;      // a tap does not wander further
constexpr int kLongest = 60;

const BoardRow* row_at(const BoardView& view, float y, float rows_top, float row_height) {
    const auto at = static_cast<std::ptrdiff_t>(std::floor((y - rows_top) / row_height));
    if (at < 0 || at >= std::ssize(view.rows)) return nullptr;
    return &view.rows[static_cast<std::size_t>(at)];
}

float row_top(const BoardView& view, int place_no, float rows_top, float row_height) {
    for (std::size_t i = 0; i < view.rows.size(); ++i)
        if (view.rows[i].place_no == place_no) return rows_top + row_height * static_cast<float>(i);
    return -1'000;
}

const BoardBar* bar_under(const BoardView& view, const BoardScale& scale, const BoardRow& row, float x) {
    for (std::size_t i = 0; i < view.bars.size(); ++i) {
        if (view.bars[i].place_no != row.place_no) continue;
        const Stretch stretch = stretch_in(scale, view, i, row);
        if (x >= stretch.from && x < stretch.until) return &view.bars[i];
    }
    return nullptr;
}

bool is_narrow(const BoardScale& scale, const BoardView& view, const BoardBar& bar, const BoardRow& row) {
    const Stretch stretch = stretch_in(scale, view, static_cast<std::size_t>(&bar - view.bars.data()), row);
    return stretch.until - stretch.from < 56;
}

/// A bar that is picked up: its booking becomes the one that is moved.
void pick_up(const BoardView& view, const BoardBar& bar, BoardState& state, Intents& intents) {
    if (bar.state != clinic::BookingState::booked) return;
    const BoardRow* row = row_of(view, bar.place_no);
    if (row == nullptr) return;
    intents.push_back(BeginBooking{bar.mother_id, bar.booking_id});
    state.picked_up = true;
}

void move_to(BoardGhost& ghost, const BoardRow& row, Date first_day, std::optional<int> minute) {
    const bool same_kind = clinic::place_kind_of(ghost.draft.service) == row.kind;
    if (!same_kind) return;
    if (ghost.draft.place_no != row.place_no && row.kind != PlaceKind::bed) {
        // Another place has other hours.
        if (!minute && ghost.draft.starts_at &&
            (*ghost.draft.starts_at < row.opens_at || *ghost.draft.starts_at >= row.closes_at)) {
            ghost.draft.starts_at.reset();
            ghost.draft.minutes.reset();
        }
    }
    ghost.draft.place_no = row.place_no;
    ghost.draft.parts.clear();
    ghost.draft.first_day = first_day;
    if (minute && row.kind != PlaceKind::bed) ghost.draft.starts_at = *minute;
    ghost.placed = true;
}

void by_keys(ui::Context& ui, const BoardScale& scale, const BoardView& view, BoardState& state,
             Intents& intents) {
    if (ui.typing() || ui.dialog_open()) return;
    const ui::Input& input = ui.input();
    if (input.escape && (view.candidate || view.chosen)) {
        intents.push_back(LeaveBooking{});
        return;
    }
    if (!state.ghost.placed || !view.candidate || !ui.focused().empty()) return;
    BookingDraft& draft = state.ghost.draft;
    const int sideways = (input.right ? 1 : 0) - (input.left ? 1 : 0);
    if (sideways != 0 && scale.hours && draft.starts_at)
        draft.starts_at = std::clamp(*draft.starts_at + 15 * sideways, 0, 1'425);
    else if (sideways != 0)
        draft.first_day += days(sideways);
    const int length = (input.page_up ? 1 : 0) - (input.page_down ? 1 : 0);
    if (length != 0 && clinic::place_kind_of(draft.service) == PlaceKind::bed)
        draft.days = std::clamp(draft.days + length, 1, kLongest);
    else if (length != 0)
        draft.minutes = std::clamp(draft.minutes.value_or(120) + 15 * length, 15, 1'440);
    const int along = (input.down_key ? 1 : 0) - (input.up ? 1 : 0);
    const BoardRow* row = row_of(view, draft.place_no);
    if (along == 0 || row == nullptr) return;
    const auto next = row - view.rows.data() + along;
    if (next >= 0 && next < std::ssize(view.rows))
        move_to(state.ghost, view.rows[static_cast<std::size_t>(next)], draft.first_day, std::nullopt);
}

}  // namespace

void put_ghost(const BoardView& view, BoardState& state, const BoardRow& row, Date day,
               std::optional<int> minute) {
    if (!view.candidate) return;
    move_to(state.ghost, row, day, minute);
}

void handle_board_hand(ui::Context& ui, const ui::Rect& body, float rows_top, float row_height,
                       const BoardScale& scale, const BoardView& view, BoardState& state, Intents& intents) {
    by_keys(ui, scale, view, state, intents);
    if (ui.layer() < ui.top_layer()) return;
    const ui::Input& input = ui.input();
    const ui::Point at = input.pointer;
    const BoardRow* row = row_at(view, at.y, rows_top, row_height);
    BookingDraft& draft = state.ghost.draft;
    if (input.pressed && body.contains(at) && row != nullptr) {
        state.hold = Hold::nothing;
        const BoardRow* own = state.ghost.placed ? row_of(view, draft.place_no) : nullptr;
        const Stretch ghost = own != nullptr ? ghost_stretch(scale, *own, draft) : Stretch{};
        const float top = own != nullptr ? row_top(view, draft.place_no, rows_top, row_height) : 0;
        const bool on_ghost = own != nullptr && at.y >= top && at.y < top + row_height &&
                              at.x >= ghost.from && at.x < ghost.until + 8;
        if (on_ghost && at.x > ghost.until - std::min(kHandEdge, (ghost.until - ghost.from) / 2)) {
            state.hold = Hold::stretching;
        } else if (on_ghost) {
            state.hold = Hold::moving;
            state.grabbed = scale.hours ? scale.minute_at(at.x) - draft.starts_at.value_or(0)
                                        : static_cast<int>((scale.day_at(at.x) - draft.first_day).count());
        } else if (view.candidate) {
            state.hold = Hold::placing;
            put_ghost(view, state, *row, scale.day_at(at.x),
                      scale.hours ? std::optional(scale.minute_at(at.x)) : std::nullopt);
        } else if (const BoardBar* bar = bar_under(view, scale, *row, at.x)) {
            state.hold = Hold::bar;
            state.picked_up = false;
            state.held_bar = bar->booking_id;
        }
    }
    if (!input.down || input.released) {
        // A bar too narrow to be a button of its own opens from here.
        if (state.hold == Hold::bar && input.released && !ui.dragging() && row != nullptr) {
            const BoardBar* bar = bar_under(view, scale, *row, at.x);
            const bool narrow = bar != nullptr && is_narrow(scale, view, *bar, *row);
            if (narrow && !bar->booking_id.empty() && bar->booking_id == state.held_bar)
                intents.push_back(OpenBooking{bar->booking_id});
        }
        state.hold = Hold::nothing;
        return;
    }
    if (state.hold == Hold::nothing) return;
    const bool wandered =
        std::abs(at.x - ui.press_start().x) > kDrag || std::abs(at.y - ui.press_start().y) > kDrag;
    if (!wandered) return;
    ui.start_drag();
    ui.settle();
    if (state.hold == Hold::bar) {
        // Once it is the one that is moved, the ghost goes on under the finger.
        if (view.candidate && view.candidate->draft.booking_id == state.held_bar && state.ghost.placed) {
            state.hold = Hold::moving;
            state.grabbed =
                scale.hours ? scale.minute_at(ui.press_start().x) - draft.starts_at.value_or(0)
                            : static_cast<int>((scale.day_at(ui.press_start().x) - draft.first_day).count());
        } else if (!state.picked_up) {
            const auto bar = std::ranges::find(view.bars, state.held_bar, &BoardBar::booking_id);
            if (bar != view.bars.end()) pick_up(view, *bar, state, intents);
        }
        return;
    }
    if (!state.ghost.placed) return;
    const bool bed = clinic::place_kind_of(draft.service) == PlaceKind::bed;
    if (state.hold == Hold::moving && row != nullptr) {
        if (scale.hours && !bed)
            move_to(state.ghost, *row, draft.first_day,
                    std::clamp(scale.minute_at(at.x) - state.grabbed, 0, 1'425));
        else
            move_to(state.ghost, *row, scale.day_at(at.x) - days(state.grabbed), std::nullopt);
    } else if (state.hold == Hold::stretching || state.hold == Hold::placing) {
        // Placing and pulling on is one movement: the ghost grows with the finger.
        if (bed && !scale.hours)
            draft.days =
                std::clamp(static_cast<int>((scale.day_at(at.x) - draft.first_day).count()) + 1, 1, kLongest);
        else if (scale.hours && !bed && draft.starts_at)
            draft.minutes = std::clamp(scale.minute_at(at.x) + 15 - *draft.starts_at, 15, 1'440);
    }
}

}  // namespace sango::screens

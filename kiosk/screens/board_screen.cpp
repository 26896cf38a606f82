#include "kiosk/screens/board_parts.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kHead = 52;
constexpr float kCard = 148;
constexpr float kWaiting = 310;

int days_of(BoardState::Extent extent) {
    switch (extent) {
        case BoardState::Extent::two_weeks:
            return 14;
        case BoardState::Extent::month:
            return 30;
        case BoardState::Extent::eight_weeks:
            return 56;
        case BoardState::Extent::hours:
            break;
    }
    return 1;
}

void ask_for_days(const BoardView& view, BoardState& state, Intents& intents) {
    const ShowBoard wanted{true, state.first.value_or(Date()), days_of(state.extent)};
    const Date first = state.first.value_or(view.today);
    if (view.shown && view.days == wanted.days && view.first == first) {
        state.asked.reset();
        return;
    }
    if (state.asked && state.asked->visible && state.asked->first == wanted.first &&
        state.asked->days == wanted.days)
        return;
    state.asked = wanted;
    intents.push_back(wanted);
}

/// Another one is placed, or nobody: the ghost begins anew.
void follow_candidate(ui::Context& ui, const BoardView& view, BoardState& state) {
    const std::string who =
        view.candidate ? view.candidate->mother_id + "/" + view.candidate->draft.booking_id : std::string();
    if (view.candidate && state.ghost.draft.service != view.candidate->draft.service &&
        who == state.candidate) {
        const int place_before = state.ghost.draft.place_no;
        state.ghost.draft.service = view.candidate->draft.service;
        const BoardRow* row = row_of(view, place_before);
        if (row == nullptr || row->kind != clinic::place_kind_of(state.ghost.draft.service)) {
            state.ghost = {view.candidate->draft, false};
            state.tried.reset();
        }
    }
    if (who == state.candidate) return;
    state.candidate = who;
    state.ghost = {};
    state.tried.reset();
    state.pending = false;
    if (!view.candidate) return;
    state.searching = false;
    state.ghost.draft = view.candidate->draft;
    state.ghost.placed = state.ghost.draft.place_no != 0;
    ui.settle();
}

bool same_try(const clinic::BookingDraft& a, const clinic::BookingDraft& b) {
    return a.booking_id == b.booking_id && a.mother_id == b.mother_id && a.service == b.service &&
           a.first_day == b.first_day && a.days == b.days && a.place_no == b.place_no &&
           a.starts_at == b.starts_at && a.minutes == b.minutes;
}

void ask_for_answer(const BoardView& view, BoardState& state, Intents& intents) {
    if (!view.candidate || !state.ghost.placed) return;
    if (state.tried && same_try(*state.tried, state.ghost.draft)) return;
    state.tried = state.ghost.draft;
    state.pending = false;
    intents.push_back(TryBooking{state.ghost.draft});
}

void draw_undo(ui::Context& ui, const BoardView& view, BoardState& state, Intents& intents) {
    if (view.undo_id.empty() || !view.notice || view.candidate || view.chosen) return;
    if (ui::toast(ui, "board.undo", ui.pick(view.notice->text), ui.tr("board.undo"), ui::Tone::good)) {
        state.undone = view.undo_id;
        intents.push_back(TakeBackBooking{view.undo_id});
    }
}

}  // namespace

std::vector<Intent> draw_board(ui::Context& ui, ui::Rect area, const BoardView& view, BoardState& state,
                               Instant now) {
    Intents intents;
    ask_for_days(view, state, intents);
    follow_candidate(ui, view, state);
    draw_board_head(ui, area.cut_top(kHead, 12), view, state, intents);
    const bool shows_strip = view.notice && (view.undo_id.empty() || view.candidate || view.chosen);
    if (shows_strip) draw_notice(ui, area, view.notice, intents);
    if (state.searching) {
        draw_board_person(ui, area, view, state, intents);
        return intents;
    }
    ui::Rect foot = area.cut_bottom(kCard, 12);
    draw_board_grid(ui, area, view, state, intents, now);
    draw_board_waiting(ui, foot.cut_right(kWaiting, 12), view, intents);
    draw_board_card(ui, foot, view, state, intents);
    ask_for_answer(view, state, intents);
    draw_undo(ui, view, state, intents);
    if (state.cancel.open) draw_cancel_dialog(ui, view, state, intents);
    return intents;
}

void hide_board(const BoardView& view, BoardState& state, std::vector<Intent>& intents) {
    if (!view.shown || (state.asked && !state.asked->visible)) return;
    state.asked = ShowBoard{false, Date(), 0};
    intents.push_back(*state.asked);
}

const BoardRow* row_of(const BoardView& view, int place_no) {
    const auto found = std::ranges::find(view.rows, place_no, &BoardRow::place_no);
    return found == view.rows.end() ? nullptr : &*found;
}

std::string day_id(Date day) {
    const std::chrono::year_month_day date = day;
    return fmt::format("{:02}{:02}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string days_text(const ui::Context& ui, int days, clinic::PlaceKind kind) {
    if (kind != clinic::PlaceKind::bed || days < 2) return ui.tr("board.days", {std::to_string(days)});
    return ui.tr("board.nights", {std::to_string(days - 1), std::to_string(days)});
}

std::string short_date(const ui::Context& ui, Date day) {
    if (ui.language == ui::Language::ja) return month_day_text(day);
    const std::chrono::year_month_day date = day;
    constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return fmt::format("{} {}", static_cast<unsigned>(date.day()),
                       kMonths[static_cast<unsigned>(date.month()) - 1]);
}

std::string clock_text(int minutes) {
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

}  // namespace sango::screens

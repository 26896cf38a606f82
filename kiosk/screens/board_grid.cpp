#include "kiosk/screens/board_parts.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using clinic::PlaceKind;
using std::chrono::days;

constexpr float kNames = 120;
constexpr float kHead = 54;
constexpr int kMostCells = 31;  // days up to which each free cell can be tapped by itself

unsigned weekday(Date day) {
    return std::chrono::weekday(day).c_encoding();
}

ui::Color day_ink(const ui::Context& ui, Date day) {
    const ui::Theme& theme = ui.theme();
    if (weekday(day) == 0) return ui::ink_of(theme, ui::Tone::bad);
    if (weekday(day) == 6) return theme.night ? ui::rgb(0x8FB4E0) : ui::rgb(0x1F62A8);
    return theme.ink;
}

std::string weekday_text(const ui::Context& ui, Date day) {
    return ui.tr(fmt::format("board.weekday_{}", weekday(day)));
}

ui::Rect cell_of(const BoardGrid& grid, std::size_t row, Date day) {
    return {grid.scale.x_of_day(day), grid.top + kBoardRow * static_cast<float>(row), grid.scale.column(),
            kBoardRow};
}

void draw_day_heads(ui::Context& ui, const ui::Rect& at, const BoardGrid& grid, const BoardView& view,
                    BoardState& state) {
    const float width = grid.scale.column();
    for (int i = 0; i < grid.scale.days; ++i) {
        const Date day = grid.scale.first + days(i);
        const ui::Rect here{grid.scale.x_of_day(day), at.y, width, at.h};
        const std::chrono::year_month_day date = day;
        const auto number = static_cast<unsigned>(date.day());
        if (day == view.today) ui::fill(ui, here.inset(1, 2), ui.theme().accent_chip.fill, 10);
        const bool narrow = width < 30;
        if (narrow && weekday(day) != 1 && number != 1) continue;
        // The first of a month says more than the Monday just before it.
        const std::chrono::year_month_day soon = day + days(2);
        if (narrow && number != 1 && static_cast<unsigned>(soon.day()) <= 2) continue;
        const ui::Rect wide = narrow ? ui::Rect{here.x - 14, here.y, width + 28, here.h} : here;
        const bool names_month = number == 1 && i > 0 && !narrow && width >= 60;
        const std::string shown =
            narrow && number == 1 ? fmt::format("{}/1", static_cast<unsigned>(date.month()))
            : names_month         ? fmt::format("{}/{}", static_cast<unsigned>(date.month()), number)
                                  : std::to_string(number);
        const ui::Press press =
            width < ui::kTarget
                ? ui::Press{}
                : ui.press({.id = fmt::format("board.day.{}", day_id(day)),
                            .role = ui::Role::button,
                            .text = fmt::format("{} {}", short_date(ui, day), weekday_text(ui, day)),
                            .at = here});
        if (press.pressed) {
            state.extent = BoardState::Extent::hours;
            state.first = day;
        }
        if (press.focused) ui::outline(ui, here.inset(1), ui.theme().ink, 8, 2);
        ui::Rect lines = wide.inset(0, 5);
        ui::text(ui, "", lines.cut_top(22), shown,
                 {.type = narrow ? ui::Type::source : ui::Type::body,
                  .ink = day_ink(ui, day),
                  .align = ui::Align::center,
                  .middle = true});
        if (!narrow)
            ui::text(ui, "", lines, weekday_text(ui, day),
                     {.type = ui::Type::source,
                      .ink = day_ink(ui, day),
                      .align = ui::Align::center,
                      .middle = true});
    }
}

void draw_hour_heads(ui::Context& ui, const ui::Rect& at, const BoardGrid& grid) {
    for (int minute = grid.scale.from; minute < grid.scale.until; minute += 60) {
        const ui::Rect here{grid.scale.x_of_minute(minute), at.y,
                            grid.scale.x_of_minute(minute + 60) - grid.scale.x_of_minute(minute), at.h};
        ui::text(ui, "", {here.x + 4, here.y, here.w, here.h}, std::to_string(minute / 60),
                 {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    }
}

void draw_lines(ui::Context& ui, const ui::Rect& at, const BoardGrid& grid, const BoardView& view) {
    const ui::Color line = ui.theme().line;
    const float top = at.y;
    if (grid.scale.hours) {
        for (int minute = grid.scale.from; minute < grid.scale.until; minute += 60)
            ui::fill(ui, {grid.scale.x_of_minute(minute), top, 1, at.h}, line);
    } else {
        for (int i = 0; i < grid.scale.days; ++i) {
            const Date day = grid.scale.first + days(i);
            const bool narrow = grid.scale.column() < 30;
            if (!narrow || weekday(day) == 1) ui::fill(ui, {grid.scale.x_of_day(day), top, 1, at.h}, line);
        }
    }
    for (std::size_t row = grid.first; row < grid.last; ++row) {
        const float y = grid.top + kBoardRow * static_cast<float>(row + 1);
        const bool last_of_kind =
            row + 1 < view.rows.size() && view.rows[row + 1].kind != view.rows[row].kind;
        ui::fill(ui, {grid.body.x, y - 1, grid.body.w, last_of_kind ? 2.0F : 1.0F}, line);
    }
}

void draw_names(ui::Context& ui, const BoardGrid& grid, const BoardView& view) {
    for (std::size_t row = grid.first; row < grid.last; ++row) {
        const ui::Rect at{grid.body.x, grid.top + kBoardRow * static_cast<float>(row), kNames, kBoardRow};
        ui::fill(ui, {at.x, at.y, at.w, at.h - 1}, ui.theme().ground);
        const BoardRow& place = view.rows[row];
        const ui::Type type =
            ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, place.name, at.w - 12);
        ui::text(ui, fmt::format("board.row.{}", place.place_no), at.inset(6, 2), place.name,
                 {.type = type, .align = ui::Align::center, .middle = true});
    }
}

bool is_closed(const BoardView& view, int place_no, Date day) {
    return std::ranges::any_of(view.closed, [&](const BoardClosed& closed) {
        return closed.place_no == place_no && closed.day == day;
    });
}

/// Why nothing can begin in this cell; empty: it can.
std::string why_not(const ui::Context& ui, const BoardView& view, const BoardRow& row, Date day) {
    for (const BoardClosed& closed : view.closed)
        if (closed.place_no == row.place_no && closed.day == day) return ui.pick(closed.why);
    if (day < view.today) return ui.tr("board.past");
    if (!view.candidate) return {};
    if (clinic::place_kind_of(view.candidate->draft.service) != row.kind) return ui.tr("board.other_service");
    const auto at = (day - view.first).count();
    if (at >= 0 && at < std::ssize(view.candidate->day_why))
        if (const auto& why = view.candidate->day_why[static_cast<std::size_t>(at)]) return ui.pick(*why);
    return {};
}

void draw_cells(ui::Context& ui, const BoardGrid& grid, const BoardView& view, BoardState& state) {
    const ui::Theme& theme = ui.theme();
    for (const BoardClosed& closed : view.closed) {
        const BoardRow* row = row_of(view, closed.place_no);
        if (row == nullptr) continue;
        const auto at = static_cast<std::size_t>(row - view.rows.data());
        if (at < grid.first || at >= grid.last) continue;
        ui::Rect cell = cell_of(grid, at, closed.day);
        if (grid.scale.hours) cell = {grid.scale.left, cell.y, grid.scale.width, kBoardRow};
        cell = {cell.x + 1, cell.y, cell.w - 1, cell.h - 1};
        ui::fill(ui, cell, theme.ground);
        ui::stripes(ui, cell, theme.line);
        if (!view.candidate)
            ui.note({.id = fmt::format("board.closed.{}.{}", closed.place_no, day_id(closed.day)),
                     .role = ui::Role::mark,
                     .text = ui.pick(closed.why),
                     .at = cell});
    }
    if (!view.candidate || grid.scale.hours) return;
    const auto wanted = clinic::place_kind_of(view.candidate->draft.service);
    for (std::size_t row = grid.first; row < grid.last; ++row) {
        const BoardRow& place = view.rows[row];
        if (place.kind != wanted) {
            const ui::Rect whole{grid.scale.left + 1, grid.top + kBoardRow * static_cast<float>(row),
                                 grid.scale.width - 1, kBoardRow - 1};
            ui::fill(ui, whole, theme.ground);
            continue;
        }
        for (int i = 0; i < grid.scale.days; ++i) {
            const Date day = grid.scale.first + days(i);
            const std::string why = why_not(ui, view, place, day);
            const ui::Rect cell = cell_of(grid, row, day);
            if (!why.empty() && !is_closed(view, place.place_no, day))
                ui::fill(ui, {cell.x + 1, cell.y, cell.w - 1, cell.h - 1}, theme.well);
            if (grid.scale.days > kMostCells) continue;
            const std::string words =
                fmt::format("{} {}{}{}", place.name, short_date(ui, day), why.empty() ? "" : " ", why);
            const ui::Press press =
                ui.press({.id = fmt::format("board.cell.{}.{}", place.place_no, day_id(day)),
                          .role = ui::Role::mark,
                          .text = words,
                          .at = cell,
                          .why = {}});
            if (press.focused) ui::outline(ui, cell.inset(2), theme.ink, 6, 2.5F);
            if (press.pressed) {
                put_ghost(view, state, place, day, std::nullopt);
                ui.focus("");  // from here on the arrows are the ghost's
            }
        }
    }
}

void draw_now(ui::Context& ui, const BoardGrid& grid, const BoardView& view, Instant now) {
    if (!grid.scale.hours || view.first != view.today) return;
    const auto minute =
        static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(japan_time_of_day(now)).count());
    if (minute < grid.scale.from || minute >= grid.scale.until) return;
    ui::fill(ui, {grid.scale.x_of_minute(minute) - 1, grid.body.y, 2, grid.body.h}, ui.theme().accent);
}

/// From the earliest opening to the latest closing, whole hours.
void fit_hours(BoardScale& scale, const BoardView& view) {
    int from = 1440;
    int until = 0;
    for (const BoardRow& row : view.rows) {
        if (row.kind == PlaceKind::bed) continue;
        from = std::min(from, row.opens_at);
        until = std::max(until, row.closes_at);
    }
    if (from >= until) {
        from = 540;
        until = 1080;
    }
    scale.from = from / 60 * 60;
    scale.until = std::min(1440, (until + 59) / 60 * 60);
}

/// The row of "board.cell.21.1203", "board.row.21", "board.closed.21.1203" or "board.bar.7"; nothing of
/// another id.
std::optional<std::size_t> row_of_id(const BoardView& view, std::string_view id) {
    const auto number = [&](std::string_view prefix) -> std::optional<int> {
        if (!id.starts_with(prefix)) return std::nullopt;
        int no = 0;
        const auto* const end = id.data() + id.size();
        if (std::from_chars(id.data() + prefix.size(), end, no).ec != std::errc()) return std::nullopt;
        return no;
    };
    std::optional<int> place;
    for (const std::string_view prefix : {"board.cell.", "board.row.", "board.closed."})
        if (!place) place = number(prefix);
    if (const auto bar = number("board.bar."); bar && *bar >= 0 && *bar < std::ssize(view.bars))
        place = view.bars[static_cast<std::size_t>(*bar)].place_no;
    const BoardRow* row = place ? row_of(view, *place) : nullptr;
    if (row == nullptr) return std::nullopt;
    return static_cast<std::size_t>(row - view.rows.data());
}

/// Rows far below the fold are not drawn and so are not in the registry: what takes the keyboard, and the
/// ghost that the keys move, are brought into view by where their row lies.
void scroll_to_row(ui::Context& ui, const ui::Rect& at, const BoardView& view, const BoardState& state) {
    std::optional<std::size_t> row;
    if (ui.focus_moved()) row = row_of_id(view, ui.focused());
    const int ghost = view.candidate && state.ghost.placed ? state.ghost.draft.place_no : 0;
    float& shown = ui.memory("board.ghost.row");  // the place that was last brought into view
    const bool went = std::exchange(shown, static_cast<float>(ghost)) != static_cast<float>(ghost);
    if (went && ghost != 0 && state.hold == BoardState::Hold::nothing)
        if (const BoardRow* own = row_of(view, ghost)) row = static_cast<std::size_t>(own - view.rows.data());
    if (!row) return;
    float& offset = ui.memory("board.rows.scroll");
    const float top = kBoardRow * static_cast<float>(*row);
    const float before = offset;
    if (top + kBoardRow > offset + at.h) offset = top + kBoardRow - at.h + ui::kSmallGap;
    if (top < offset) offset = std::max(0.0F, top - ui::kSmallGap);
    if (offset != before) ui.settle();
}

}  // namespace

void draw_board_grid(ui::Context& ui, const ui::Rect& place, const BoardView& view, BoardState& state,
                     Intents& intents, Instant now) {
    const ui::Theme& theme = ui.theme();
    ui::fill(ui, place, theme.card, ui::kCardCorner);
    ui::Rect at = place.inset(1);
    if (view.rows.empty()) {
        ui::outline(ui, place, theme.line, ui::kCardCorner, 1);
        return ui::empty_state(ui, "board.none", place, ui::Icon::bookings,
                               ui.tr(view.shown ? "board.no_places" : "board.opening"));
    }
    BoardGrid grid;
    grid.scale.hours = state.extent == BoardState::Extent::hours && view.days == 1;
    grid.scale.first = view.first;
    grid.scale.days = std::max(1, view.days);
    grid.scale.left = at.x + kNames;
    grid.scale.width = at.w - kNames;
    fit_hours(grid.scale, view);
    const ui::Rect head = at.cut_top(kHead);
    if (grid.scale.hours)
        draw_hour_heads(ui, head, grid);
    else
        draw_day_heads(ui, head, grid, view, state);
    ui::fill(ui, {at.x, at.y - 1, at.w, 1}, theme.line);

    const float content = kBoardRow * static_cast<float>(view.rows.size());
    const bool busy = state.hold != BoardState::Hold::nothing || view.candidate.has_value();
    scroll_to_row(ui, at, view, state);
    const ui::Rect rows = ui::begin_scroll(ui, "board.rows", at, content, theme.card, !busy);
    grid.body = at;
    grid.top = rows.y;
    // One more either way, so that the arrow keys find it.
    grid.first = static_cast<std::size_t>(std::max(0.0F, std::floor((at.y - rows.y) / kBoardRow) - 1));
    grid.last = std::min(view.rows.size(),
                         static_cast<std::size_t>(std::ceil((at.bottom() - rows.y) / kBoardRow)) + 1);
    const ui::Rect days_place{grid.scale.left, at.y, grid.scale.width, at.h};
    handle_board_hand(ui, days_place, grid.top, kBoardRow, grid.scale, view, state, intents);
    if (!grid.scale.hours && view.today >= view.first && view.today < view.first + days(view.days)) {
        const ui::Rect column{grid.scale.x_of_day(view.today) + 1, at.y, grid.scale.column() - 1, at.h};
        ui::Color tint = theme.accent_chip.fill;
        tint.a = 90;
        ui::fill(ui, column, tint);
    }
    draw_cells(ui, grid, view, state);
    draw_lines(ui, at, grid, view);
    draw_names(ui, grid, view);
    ui::fill(ui, {grid.scale.left, at.y, 1, std::min(at.h, content)}, theme.line);
    draw_board_bars(ui, grid, view, intents);
    draw_board_ghost(ui, grid, view, state);
    draw_now(ui, grid, view, now);
    ui::end_scroll(ui);
    ui::outline(ui, place, theme.line, ui::kCardCorner, 1);
}

}  // namespace sango::screens

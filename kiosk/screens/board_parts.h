#pragma once

#include "kiosk/screens/board_screen.h"
#include "kiosk/ui/button.h"

#include <span>
#include <string_view>

namespace sango::screens {

using Intents = std::vector<Intent>;

/// How days and quarters of an hour lie on the glass.
struct BoardScale {
    bool hours = false;
    Date first{};
    int days = 14;  ///< columns; in the hours 1
    int from = 0;   ///< minutes after midnight at the left edge of the hours
    int until = 1440;
    float left = 0;
    float width = 0;

    [[nodiscard]] float column() const { return width / static_cast<float>(days); }
    [[nodiscard]] float x_of_day(Date day) const {
        return left + column() * static_cast<float>((day - first).count());
    }
    [[nodiscard]] float x_of_minute(int minute) const {
        return left + width * static_cast<float>(minute - from) / static_cast<float>(until - from);
    }
    [[nodiscard]] Date day_at(float x) const;
    [[nodiscard]] int minute_at(float x) const;  ///< to the quarter below
};
/// Where a span of a row lies, left and right; a bed's by whole days, a day place's by its part of the hours.
struct Stretch {
    float from = 0;
    float until = 0;
};
[[nodiscard]] Stretch stretch_of(const BoardScale& scale, const BoardRow& row, const clinic::Span& span);
/// The same of the view's nth bar: in the days a place that is booked once that day is filled, so that the
/// name can be read.
[[nodiscard]] Stretch stretch_in(const BoardScale& scale, const BoardView& view, std::size_t bar,
                                 const BoardRow& row);
[[nodiscard]] Stretch ghost_stretch(const BoardScale& scale, const BoardRow& row,
                                    const clinic::BookingDraft& draft);
[[nodiscard]] clinic::Span span_of(const BoardRow& row, const clinic::BookingDraft& draft);
[[nodiscard]] const BoardRow* row_of(const BoardView& view, int place_no);

inline constexpr float kBoardRow = 54;
/// Where rows and days lie while the grid is drawn.
struct BoardGrid {
    BoardScale scale;
    ui::Rect body;                    ///< the rows that can be seen, names and days
    float top = 0;                    ///< of the first row, scrolled
    std::size_t first = 0, last = 0;  ///< rows that are drawn: [first, last)
};

[[nodiscard]] std::string day_id(Date day);                                                    ///< "1129"
[[nodiscard]] std::string days_text(const ui::Context& ui, int days, clinic::PlaceKind kind);  ///< 3泊4日
[[nodiscard]] std::string short_date(const ui::Context& ui, Date day);  ///< 11月29日 / 29 Nov
[[nodiscard]] std::string clock_text(int minutes);                      ///< 10:00

/// One of several, quieter than the one coral button: the chosen one stands on a tint. Ids "<id>.<choice
/// id>"; the index pressed, or -1.
[[nodiscard]] int quiet_choice(ui::Context& ui, std::string_view id, const ui::Rect& at,
                               std::span<const ui::Choice> choices, int selected);

// The pieces of the screen, each in its own file.
void draw_board_head(ui::Context& ui, ui::Rect at, const BoardView& view, BoardState& state,
                     Intents& intents);
void draw_board_grid(ui::Context& ui, const ui::Rect& at, const BoardView& view, BoardState& state,
                     Intents& intents, Instant now);
/// Every booking on its place, and whoever sits there without one.
void draw_board_bars(ui::Context& ui, const BoardGrid& grid, const BoardView& view, Intents& intents);
/// What is being placed, with what the verdict says of it.
void draw_board_ghost(ui::Context& ui, const BoardGrid& grid, const BoardView& view, const BoardState& state);
void draw_board_card(ui::Context& ui, const ui::Rect& at, const BoardView& view, BoardState& state,
                     Intents& intents);
void draw_board_waiting(ui::Context& ui, const ui::Rect& at, const BoardView& view, Intents& intents);
void draw_board_person(ui::Context& ui, const ui::Rect& at, const BoardView& view, BoardState& state,
                       Intents& intents);
void draw_cancel_dialog(ui::Context& ui, const BoardView& view, BoardState& state, Intents& intents);

/// What the finger and the keys do to the ghost. `rows_top`: where the first row begins; rows are
/// `row_height` high.
void handle_board_hand(ui::Context& ui, const ui::Rect& body, float rows_top, float row_height,
                       const BoardScale& scale, const BoardView& view, BoardState& state, Intents& intents);
/// Puts the ghost where the service fits; nothing happens where it does not.
void put_ghost(const BoardView& view, BoardState& state, const BoardRow& row, Date day,
               std::optional<int> minute);

}  // namespace sango::screens

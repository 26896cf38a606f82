#include "kiosk/screens/board_parts.h"

#include <algorithm>
#include <cmath>

namespace sango::screens {

using clinic::kSlotsInDay;
using clinic::PlaceKind;

Date BoardScale::day_at(float x) const {
    if (hours) return first;
    const int column = static_cast<int>(std::floor((x - left) / this->column()));
    return first + std::chrono::days(std::clamp(column, 0, days - 1));
}

int BoardScale::minute_at(float x) const {
    const float minute = static_cast<float>(from) + (x - left) / width * static_cast<float>(until - from);
    return std::clamp(static_cast<int>(minute) / 15 * 15, from, until - 15);
}

Stretch stretch_of(const BoardScale& scale, const BoardRow& row, const clinic::Span& span) {
    const auto day_of = [](clinic::Slot slot) { return Date(std::chrono::days(slot / kSlotsInDay)); };
    const auto minutes_of = [](clinic::Slot slot) { return static_cast<int>(slot % kSlotsInDay) * 15; };
    if (scale.hours) {
        if (day_of(span.last) < scale.first || day_of(span.first) > scale.first) return {};
        const bool before = day_of(span.first) < scale.first;
        const bool after = day_of(span.last) > scale.first;
        return {scale.x_of_minute(before ? scale.from : std::max(scale.from, minutes_of(span.first))),
                scale.x_of_minute(after ? scale.until : std::min(scale.until, minutes_of(span.last) + 15))};
    }
    if (row.kind == PlaceKind::bed)
        return {scale.x_of_day(day_of(span.first)), scale.x_of_day(day_of(span.last) + std::chrono::days(1))};
    // The place's own hours fill the cell.
    const float open = static_cast<float>(std::max(15, row.closes_at - row.opens_at));
    const auto share = [&](int minutes) {
        return std::clamp(static_cast<float>(minutes - row.opens_at) / open, 0.0F, 1.0F);
    };
    const float x = scale.x_of_day(day_of(span.first));
    return {x + scale.column() * share(minutes_of(span.first)),
            x + scale.column() * share(minutes_of(span.last) + 15)};
}

Stretch stretch_in(const BoardScale& scale, const BoardView& view, std::size_t bar, const BoardRow& row) {
    const BoardBar& one = view.bars[bar];
    if (scale.hours || row.kind == PlaceKind::bed) return stretch_of(scale, row, one.span);
    const auto shares_day = [&](std::size_t other) {
        return other < view.bars.size() && view.bars[other].place_no == one.place_no &&
               view.bars[other].span.first / kSlotsInDay == one.span.first / kSlotsInDay;
    };
    if (shares_day(bar + 1) || (bar > 0 && shares_day(bar - 1))) return stretch_of(scale, row, one.span);
    const Date day(std::chrono::days(one.span.first / kSlotsInDay));
    return {scale.x_of_day(day), scale.x_of_day(day) + scale.column()};
}

Stretch ghost_stretch(const BoardScale& scale, const BoardRow& row, const clinic::BookingDraft& draft) {
    if (scale.hours || row.kind == PlaceKind::bed) return stretch_of(scale, row, span_of(row, draft));
    return {scale.x_of_day(draft.first_day), scale.x_of_day(draft.first_day) + scale.column()};
}

clinic::Span span_of(const BoardRow& row, const clinic::BookingDraft& draft) {
    const clinic::Place place{row.place_no, row.kind, row.name, row.opens_at, row.closes_at, row.travel};
    const int starts = draft.starts_at.value_or(row.opens_at + row.travel);
    const int minutes =
        draft.minutes.value_or(row.kind == PlaceKind::midwife ? 90 : std::max(15, row.closes_at - starts));
    return clinic::span_of(place, draft.first_day, draft.days, starts, minutes);
}

}  // namespace sango::screens

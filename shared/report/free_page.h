#pragma once

#include "shared/clinic/board.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::report {

/// 空き状況: one page of HTML that stands by itself: no script, nothing fetched, Japanese, made for the width
/// of a phone and for a screen reader. One table a week; each figure with a mark and a word. Days of no place
/// at all are left out as columns are.
[[nodiscard]] std::string free_page(std::string_view clinic_name, Instant as_of,
                                    const std::vector<clinic::FreeDay>& days);

/// The clinic's bookings as iCalendar (RFC 5545): one event a stretch, no names, lines folded at 75 octets,
/// CRLF. Stays are whole days; the rest has its hours in UTC. The same booking keeps its UID.
[[nodiscard]] std::string bookings_calendar(std::string_view clinic_id, std::string_view clinic_name,
                                            Instant as_of, const std::vector<clinic::Place>& places,
                                            const std::vector<clinic::BoardSpan>& spans);
/// One content line, folded (RFC 5545 3.1): no line longer than 75 octets, no character cut.
[[nodiscard]] std::string folded(std::string_view line);

}  // namespace sango::report

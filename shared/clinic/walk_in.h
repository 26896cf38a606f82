#pragma once

#include "shared/clinic/board.h"

namespace sango::clinic {

// 飛び込み: who comes without a booking. Nothing is held for her, and yet the place she sits in is taken.

/// Uses in the house that began without a booking, in the place the desk gave them: a bed by whole days, a
/// day place from her arrival until it closes. Their booking_id is empty. By place, then by time.
[[nodiscard]] Result<std::vector<BoardSpan>> walk_ins_between(const Clinic& clinic,
                                                              const std::vector<Place>& places, Date first,
                                                              int days);
/// What is held and who came without: by place, then by time.
[[nodiscard]] Result<std::vector<BoardSpan>> taken_between(const Clinic& clinic,
                                                           const std::vector<Place>& places, Date first,
                                                           int days);
/// Where someone without a booking can be seated from now on: the name of the first place of this service's
/// kind that is open and taken by nobody on any of the days; empty: there is none, or the service needs none.
[[nodiscard]] Result<std::string> place_for_walk_in(const Clinic& clinic, programme::Service service,
                                                    int days);

}  // namespace sango::clinic

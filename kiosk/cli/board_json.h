#pragma once

#include "kiosk/cli/command.h"
#include "shared/clinic/booking.h"

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace sango::cli {

[[nodiscard]] Error malformed_field(std::string_view field);
/// "10:00" is 600; up to "24:00".
[[nodiscard]] std::optional<int> minutes_of_clock(const std::string& text);
/// Exit code of an error of the booking board: malformed input, busy, else refused.
int fail_board(const Error& error);

/// A file, or standard input for "-"; at most 1 MiB.
[[nodiscard]] Result<std::string> read_booking_file(const std::string& path);
/// What is to be booked, strictly: {"programme":"nerima","user_number":"N-4821-1","service":"short_stay",
/// "first_day":"2026-11-29","days":4,"place":"105","starts_at":"10:00","minutes":120,"units":1,"booking":"<id>",
/// "rides_on":"<id>"}. With booking, what is left out stays as it is. Error: malformed, which names the
/// field.
[[nodiscard]] Result<clinic::BookingDraft> read_draft(const clinic::Clinic& clinic, std::string_view json);
[[nodiscard]] nlohmann::ordered_json booking_json(const clinic::Clinic& clinic,
                                                  const clinic::Booking& booking);

}  // namespace sango::cli

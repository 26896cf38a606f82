#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sango::programme::sample {

/// What `sango verdict` answers, in one line: "accept, until 2026-06-30, 7 to 5, 7000 yen, cancel by
/// 2026-05-08 10:00:00", then each rule that does not accept: "; ask window (children[0].due)". Left out is
/// what is null; several copay lines stand in parentheses after their sum.
///
/// `patch` is laid over a whole request (JSON merge patch, so null takes a field away): a stay in Nerima from
/// 2026-05-10 for 2 days, asked for on 1 May, of a mother of whom all is known and in order, her child born
/// on 2026-03-01 at term, one day care used on 20 April, 5 coupons, 600 yen a unit, the clinic closed on 9
/// May. The programme's version is the one in force on the day of use.
[[nodiscard]] std::string answer_to(std::string_view patch);

/// The request that a patch comes to, as JSON.
[[nodiscard]] std::string patched(std::string_view patch);

/// The names of an object of the answer in their order, or of the first one of a list: "" is the whole,
/// "reasons" the first reason.
[[nodiscard]] std::vector<std::string> names_in(std::string_view json, std::string_view under);

}  // namespace sango::programme::sample

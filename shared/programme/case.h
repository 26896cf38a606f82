#pragma once

#include "shared/base/date.h"
#include "shared/base/yen.h"
#include "shared/programme/family.h"
#include "shared/programme/rules.h"
#include "shared/programme/verdict.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::programme {

/// One request laid beside the rules of its service: what every rule below reads. The references outlive it.
struct Case {
    const Rules& rules;
    const ServiceRules& service;
    const Request& request;
    Family family;
    std::optional<Date> last;  ///< last day of the use; none if the days are not known

    /// The mother's facts; all unknown if the request has none.
    [[nodiscard]] const Mother& mother() const;
    [[nodiscard]] const Card& card() const;
    [[nodiscard]] const Decision& decision() const;
};

[[nodiscard]] Case make_case(const Rules& rules, const ServiceRules& service, const Request& request);

/// What a setting was answered with; none while it is unanswered, or answered outside the bounds that the
/// programme's file gives.
[[nodiscard]] std::optional<std::int64_t> answer(const Case& at, std::string_view setting);
/// What a figure or price comes to: its number, or the setting's answer.
[[nodiscard]] std::optional<int> value_of(const Case& at, const Figure& figure);
[[nodiscard]] std::optional<Yen> value_of(const Case& at, const Price& price);

/// Who is asked at the municipality. After a loss not every office's name can be spoken: then it is the
/// municipality itself.
[[nodiscard]] const Message& office(const Case& at);
/// "3 days", "1 day": `word` is the plural.
[[nodiscard]] std::string counted_en(int number, std::string_view word);

/// A rule's answer for want of `missing` (paths into the request): asks for them by their everyday names.
[[nodiscard]] Reason ask_for(std::string_view rule, std::vector<std::string> missing,
                             std::string_view source);
[[nodiscard]] Reason reason(std::string_view rule, Outcome outcome, Message text, std::string_view source);

// The rules, each pure. nullopt: the programme does not rule it.
[[nodiscard]] Reason judge_residency(const Case& at);
[[nodiscard]] std::optional<Reason> judge_card(const Case& at);
[[nodiscard]] std::optional<Reason> judge_medical(const Case& at);
[[nodiscard]] std::optional<Reason> judge_infection(const Case& at);
[[nodiscard]] std::optional<Reason> judge_need(const Case& at);
[[nodiscard]] std::optional<Reason> judge_decision(const Case& at);
[[nodiscard]] std::optional<Reason> judge_booking(const Case& at);
[[nodiscard]] std::optional<Reason> judge_household(const Case& at);
[[nodiscard]] std::optional<Reason> judge_orientation(const Case& at);

/// Whether the household pays nothing; none where that cannot be told yet.
[[nodiscard]] std::optional<bool> exempt(const Case& at);

struct WindowAnswer {
    std::optional<Reason> reason;  ///< none where the window itself is an unanswered setting
    std::optional<Date> last_day;
    std::vector<std::string> open_settings;
};
[[nodiscard]] WindowAnswer judge_window(const Case& at);

struct LimitAnswer {
    std::optional<Reason> reason;  ///< none without a limit, or where it is an unanswered setting
    std::optional<Remaining> remaining;
    int over = 0;  ///< how much of this use lies beyond the limit, as the limit counts
    std::vector<std::string> open_settings;
    std::string open_source;
};
[[nodiscard]] LimitAnswer judge_limit(const Case& at);
/// What is left of the limit that binds the service before this use; needs neither days nor units of it.
[[nodiscard]] std::optional<Allowance> allowance_of(const Case& at);

struct CopayAnswer {
    std::optional<Yen> copay;
    std::vector<CopayLine> lines;
    int coupons_used = 0;
    std::vector<std::string> open_settings;
    std::string open_source;
};
/// `beyond_limit`: how much of the use, its last part, lies beyond the limit, as the limit counts. Where the
/// programme says so, that part and what comes after she moved out is at her whole cost.
[[nodiscard]] CopayAnswer work_out_copay(const Case& at, int beyond_limit);
/// How many of the use's days lie after she moved out.
[[nodiscard]] int days_after_moving(const Case& at);

/// The last moment to cancel without it counting as a use.
[[nodiscard]] std::optional<Instant> cancel_by(const Cancel& cancel, Date start,
                                               const std::vector<Date>& closed_days);

}  // namespace sango::programme

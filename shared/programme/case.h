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

/// What a figure comes to: its number, or the setting's answer; none while that is unanswered.
[[nodiscard]] std::optional<std::int64_t> value_of(const Figure& figure, const Settings& settings);
[[nodiscard]] std::optional<std::int64_t> answer(const Settings& settings, std::string_view name);

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
/// `over`: how many of the days, the last ones, are at the mother's whole cost.
[[nodiscard]] CopayAnswer work_out_copay(const Case& at, int over);
/// How many of the use's days lie after she moved out.
[[nodiscard]] int days_after_moving(const Case& at);

/// The last moment to cancel without it counting as a use.
[[nodiscard]] std::optional<Instant> cancel_by(const Cancel& cancel, Date start,
                                               const std::vector<Date>& closed_days);

}  // namespace sango::programme

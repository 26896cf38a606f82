#pragma once

#include "shared/clinic/clinic.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace sango::report {

/// Counts of one service, or of all together, in one fiscal year.
struct Counts {
    int persons = 0;        ///< 実人員: each user once
    int uses = 0;           ///< 利用件数: a stay of seven days is one
    int days = 0;           ///< 延日数
    int units = 0;          ///< as the copay counts them
    Yen copay{};            ///< 利用者負担額, of the uses of which it is known
    int copay_unknown = 0;  ///< uses of which it is not
    int first_time = 0;     ///< 初回: said so, or the user's earliest use here
    int applied = 0;        ///< 申込数 and 利用決定数, where they are known
    int decided = 0;
    std::map<int, int> ages;  ///< uses by full months since the youngest child's birth
    int age_unknown = 0;      ///< uses without a known birth
};

/// 統計 of one programme and fiscal year (年度), counted from what was recorded and from earlier uses; a use
/// belongs to the year of its first day, whole. What was undone is nowhere.
struct Figures {
    std::string programme;
    Message programme_name;
    std::uint32_t colour = 0;
    int fiscal_year = 0;  ///< 2023: 1 April 2023 to 31 March 2024
    std::map<programme::Service, Counts> services;
    Counts all;
    /// Places times open days (枠): settings "programme.<id>.capacity.places" and ".capacity.closed_days"
    /// (days closed a year; none is 0). Only stays and day care at the clinic fill it.
    std::optional<int> capacity;
    int days_in_places = 0;
    int questionnaires_shown = 0;  ///< アンケートの案内: how often its code was shown as she left
    std::optional<int> questionnaires_answered;  ///< as the municipality said; none: it has not
    std::optional<Instant> answered_as_of;
    std::optional<Yen> invoiced;  ///< the newest invoices of the year's months; none: no month was invoiced
};
/// Error: unknown_programme, bad_year.
[[nodiscard]] Result<Figures> figures(const clinic::Clinic& clinic, std::string_view programme,
                                      int fiscal_year);

/// Tenths of a percent, rounded half up: 4,695 of 5,430 is 865. None of a whole of 0.
[[nodiscard]] std::optional<std::int64_t> tenths_of_percent(std::int64_t part, std::int64_t whole);
/// "86.5%".
[[nodiscard]] std::string percent_text(std::int64_t tenths);
/// 稼働率, 利用決定率, share of first uses, in tenths of a percent.
[[nodiscard]] std::optional<std::int64_t> utilisation(const Figures& figures);
[[nodiscard]] std::optional<std::int64_t> decision_rate(const Counts& counts);
[[nodiscard]] std::optional<std::int64_t> first_time_share(const Counts& counts);
/// Uses and days per mother, in hundredths.
[[nodiscard]] std::optional<std::int64_t> average_uses(const Counts& counts);
[[nodiscard]] std::optional<std::int64_t> average_days(const Counts& counts);

/// {"services":{"short_stay":{"persons":325,"days":1692,...},...},"persons":...,...}, one line,
/// deterministic.
[[nodiscard]] std::string figures_json(const Figures& figures);

}  // namespace sango::report

#pragma once

#include "shared/clinic/clinic.h"
#include "shared/programme/rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// Whether the clinic is contracted with this programme (契約中): only then new check-ins are taken. Past
/// uses and reports stay whole either way.
[[nodiscard]] Result<bool> contracted(const Clinic& clinic, std::string_view programme);
/// A manager's act. Errors: not_manager, unknown_programme.
[[nodiscard]] Result<Done> set_contract(Clinic& clinic, std::string_view programme, bool on);
/// Why a use of a programme that is off is not taken.
[[nodiscard]] Error not_contracted(const Message& municipality);
/// Nobody is booked, asked for, offered a place or checked in under a programme that is off. Errors:
/// not_contracted, unknown_programme.
[[nodiscard]] Result<Done> require_contract(const Clinic& clinic, std::string_view programme);

/// One number or choice which the papers leave open, with its answer.
struct OpenAnswer {
    programme::OpenSetting asked;
    std::optional<std::int64_t> answer;  ///< none: 未定
    /// First day of the version that asks it first, where that is not in force yet.
    std::optional<Date> asked_from;
    bool for_invoice = false;  ///< 委託単価 that no rule reads: only the invoice does, no verdict asks for it
};
/// What a programme leaves open for the clinic as a whole, in the order of its file: today's version, what
/// later versions ask besides, and the unit price of each service. Error: unknown_programme.
[[nodiscard]] Result<std::vector<OpenAnswer>> open_answers(const Clinic& clinic, std::string_view programme);
/// A manager writes what was answered; none: 未定 again. The next verdict goes by it. Errors: not_manager,
/// unknown_programme, unknown_setting, out_of_range (names the bounds).
[[nodiscard]] Result<Done> answer_setting(Clinic& clinic, std::string_view programme,
                                          std::string_view setting, std::optional<std::int64_t> answer);

/// Every answer of a programme, as its rules read them.
[[nodiscard]] Result<programme::Settings> programme_settings(const Clinic& clinic,
                                                             std::string_view programme);

/// What was changed about a programme, newest first: `name` is "contract" or the setting's name.
[[nodiscard]] Result<std::vector<SettingChange>> programme_history(const Clinic& clinic,
                                                                   std::string_view programme);

}  // namespace sango::clinic

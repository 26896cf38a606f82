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

/// What waits for an answer.
enum class NeededFor {
    verdicts,
    invoice,  ///< no rule reads it, no verdict asks for it
    records,  ///< how long they are kept: retention.h
};

/// One number, day or choice which the papers leave open, with its answer.
struct OpenAnswer {
    programme::OpenSetting asked;
    std::optional<std::int64_t> answer;  ///< none: 未定
    /// First day of the version that asks it first, where that is not in force yet.
    std::optional<Date> asked_from;
    NeededFor needed_for = NeededFor::verdicts;
};
/// What a programme leaves open for the clinic as a whole, in the order of its file: today's version, what
/// later versions ask besides, then what the invoice needs (unit prices, who bears what is waived, late
/// cancellations) and, where the programme rules how long records are kept, `contract.ends`: the last day of
/// the contract's term. Error: unknown_programme.
[[nodiscard]] Result<std::vector<OpenAnswer>> open_answers(const Clinic& clinic, std::string_view programme);
/// A manager writes what was answered; none: 未定 again. The next verdict goes by it. Errors: not_manager,
/// unknown_programme, unknown_setting, out_of_range (names the bounds). A term that is over stays when the
/// end of the next one is written; a term that runs still gets its new end; none takes the last one back.
[[nodiscard]] Result<Done> answer_setting(Clinic& clinic, std::string_view programme,
                                          std::string_view setting, std::optional<std::int64_t> answer);

/// The last days of the contract's terms, in order; empty: none was written.
[[nodiscard]] Result<std::vector<Date>> contract_terms(const Clinic& clinic, std::string_view programme);

/// Every answer of a programme, as its rules read them.
[[nodiscard]] Result<programme::Settings> programme_settings(const Clinic& clinic,
                                                             std::string_view programme);

/// What was changed about a programme, newest first: `name` is "contract", "contract.ends" or the
/// setting's name.
[[nodiscard]] Result<std::vector<SettingChange>> programme_history(const Clinic& clinic,
                                                                   std::string_view programme);

}  // namespace sango::clinic

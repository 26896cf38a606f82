#pragma once

#include "shared/clinic/clinic.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sango::clinic {

/// One thing that papers say of the clinic itself (施設情報): a setting "clinic.<name>".
struct Particular {
    enum class Group {
        clinic,   ///< 施設: at the head of every paper
        invoice,  ///< 請求書
        bank,     ///< 振込先
    };
    enum class Kind {
        line,          ///< any text of one line
        registration,  ///< 適格請求書発行事業者の登録番号: T and 13 digits
        account_kind,  ///< 普通 or 当座
        digits,        ///< 口座番号: at most 7 digits
        kana,          ///< 口座名義: katakana and what else banks take
    };
    std::string_view name;  ///< "bank.number"
    Group group;
    Kind kind;
    std::string_view ja, en;  ///< what it is called
};

/// All of them, in the order of the form.
[[nodiscard]] std::span<const Particular> particulars();
inline constexpr std::array<std::string_view, 2> kAccountKinds{"普通", "当座"};

/// What each is set to, in the order of particulars(); empty: nothing was written yet.
[[nodiscard]] Result<std::vector<std::string>> known_particulars(const Clinic& clinic);

/// `typed` as it is kept: no spaces around it, digits and letters of the account in ASCII, kana in katakana.
/// Empty stays empty. Errors: bad_registration, bad_account_kind, bad_account_number, bad_holder,
/// bad_particular (several lines, or too long).
[[nodiscard]] Result<std::string> tidy_particular(const Particular& what, std::string_view typed);

/// A manager writes them: name ("bank.number") and text, empty: nothing is said of it any more. What is as
/// before is no change. Errors: not_manager, unknown_particular, bad_particular (also: the name is empty),
/// those of tidy_particular.
[[nodiscard]] Result<Done> set_particulars(Clinic& clinic,
                                           std::span<const std::pair<std::string, std::string>> told);

}  // namespace sango::clinic

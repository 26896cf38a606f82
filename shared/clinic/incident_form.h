#pragma once

#include "shared/base/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace sango::clinic {

/// 様式1「産後ケア事業 事案等発生時報告様式」, every field of it (003 8, 令和5年1月19日付事務連絡). The
/// paper's text does not tell which cells lie inside the red frame of the first report, so the first report
/// takes whatever is known.
struct FormField {
    enum class Section { header, facility, user, event, condition, municipality };
    enum class Kind { text, long_text, number, date, moment, yes_no };
    std::string_view key;  ///< stable: in the stored form and in what is sent
    Section section{};
    Kind kind{};
    std::string_view ja;
    std::string_view en;
    bool municipalitys = false;  ///< filled in by the municipality or the prefecture
};
[[nodiscard]] std::span<const FormField> form_fields();
[[nodiscard]] const FormField* form_field(std::string_view key);

/// Field -> what stands in it. Unknown fields and empty ones are never kept.
using FormValues = std::map<std::string, std::string, std::less<>>;
/// Errors: unknown_field, bad_text (control characters, longer than 6,000 bytes), bad_number, bad_date,
/// bad_moment, bad_answer: each names the field.
[[nodiscard]] Result<Done> check_form(const FormValues& values);
[[nodiscard]] std::string form_json(const FormValues& values);
[[nodiscard]] Result<FormValues> form_from_json(std::string_view json);

}  // namespace sango::clinic

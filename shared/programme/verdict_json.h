#pragma once

#include "shared/base/result.h"
#include "shared/programme/verdict.h"

#include <string>
#include <string_view>

namespace sango::programme {

/// A request as it came: which programme (id or code) is asked, and what.
struct ParsedRequest {
    std::string programme;
    Request request;
};

/// Reads one JSON object, strictly: an unknown or doubled field, a wrong type, a word that is none of the
/// list and a day that does not exist are refused (code "malformed"), the field named by its path
/// ("children[0].born"). null is the same as leaving a field out. An earlier use without service or date
/// makes `used` unknown.
[[nodiscard]] Result<ParsedRequest> parse_request(std::string_view json);

/// One JSON object on one line, without a line end. Texts are Japanese; where a rule lacks something, its
/// sentence ends with the paths in parentheses. What is not known is null.
[[nodiscard]] std::string verdict_json(const Verdict& verdict);

}  // namespace sango::programme

#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace sango::municipality {

/// One thing that is wrong with a body: where (JSON pointer) and what, in both languages.
struct Fault {
    std::string pointer;
    Message text;
};
using Faults = std::vector<Fault>;

/// One JSON object, read field by field against the contract. Whatever does not fit becomes a fault, and the
/// read gives a harmless value, so that one pass finds every fault. `finish` names the members nobody asked
/// for.
class Form {
public:
    Form(const nlohmann::json& object, std::string pointer, Faults& faults);

    /// UTF-8 without control characters, 1 to `most` bytes (0 to `most` where `may_be_empty`).
    std::string text(std::string_view name, std::size_t most, bool may_be_empty = false);
    std::string user_number(std::string_view name);
    std::string clinic(std::string_view name);
    std::string use_id(std::string_view name);
    std::string sha256(std::string_view name);
    std::optional<std::string> sha256_or_null(std::string_view name);
    std::string audit_head(std::string_view name);  ///< "<number>:<SHA-256>"
    std::string one_of(std::string_view name, std::initializer_list<std::string_view> words);
    std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> whole_or_null(std::string_view name, std::int64_t least, std::int64_t most);
    bool flag(std::string_view name);
    Date day(std::string_view name);
    Instant moment(std::string_view name);
    std::chrono::year_month month(std::string_view name);
    /// The members of an array or object; nullptr after a fault.
    const nlohmann::json* list(std::string_view name, std::size_t least, std::size_t most);
    const nlohmann::json* object(std::string_view name);

    /// True if the object has the member. Optional members are read only then.
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::string at(std::string_view name) const;  ///< pointer of a member
    void fault(std::string_view name, std::string_view ja, std::string_view en);
    void finish();

private:
    const nlohmann::json* member(std::string_view name);

    const nlohmann::json& object_;
    std::string pointer_;
    Faults& faults_;
    std::set<std::string, std::less<>> asked_;
};

/// The body as a JSON object; nullopt and one fault if it is none, or if a member stands twice.
[[nodiscard]] std::optional<nlohmann::json> parse_object(std::string_view body, Faults& faults);

}  // namespace sango::municipality

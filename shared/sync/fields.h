#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace sango::sync {

/// One JSON object of a municipality's answer, read field by field against openapi.yaml. The first member
/// that does not fit is remembered as an error naming it (`bad_answer`); reads after that give harmless
/// values.
class Fields {
public:
    Fields(const nlohmann::json& object, std::string pointer, std::optional<Error>& wrong);

    [[nodiscard]] bool has(std::string_view name) const;
    /// UTF-8 without control characters, `least` to `most` bytes.
    std::string text(std::string_view name, std::size_t least, std::size_t most);
    std::string one_of(std::string_view name, std::initializer_list<std::string_view> words);
    std::string sha256(std::string_view name);
    std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most);
    bool flag(std::string_view name);
    Date day(std::string_view name);
    Instant moment(std::string_view name);
    /// nullptr after an error.
    const nlohmann::json* list(std::string_view name, std::size_t most);
    const nlohmann::json* object(std::string_view name);
    [[nodiscard]] std::string at(std::string_view name) const;
    void complain(std::string_view name);
    /// Members that nobody asked for are wrong too.
    void finish();

private:
    const nlohmann::json* member(std::string_view name);

    const nlohmann::json& object_;
    std::string pointer_;
    std::optional<Error>& wrong_;
    std::set<std::string, std::less<>> asked_;
};

/// At most 64 levels deep; nullopt for what is no JSON object.
[[nodiscard]] std::optional<nlohmann::json> parse_answer(std::string_view text);
[[nodiscard]] Error bad_answer(std::string_view pointer);

}  // namespace sango::sync

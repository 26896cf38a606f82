#include "shared/sync/fields.h"

#include "shared/base/text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sango::sync {
namespace {

using nlohmann::json;

bool plain(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char sign) {
               const auto byte = static_cast<unsigned char>(sign);
               return byte < 0x20 || byte == 0x7f;
           });
}

}  // namespace

Error bad_answer(std::string_view pointer) {
    const std::string where(pointer.empty() ? "/" : pointer);
    return Error{"bad_answer",
                 {"自治体の返事に正しくない項目があります(" + where +
                      ")。取り込まずに前の内容を使います。自治体に連絡してください。",
                  "The municipality's answer has a wrong field (" + where +
                      "). It was not taken in; what was known before stays. Call the municipality."}};
}

std::optional<json> parse_answer(std::string_view text) {
    bool too_deep = false;
    const auto watch = [&](int depth, json::parse_event_t, json&) {
        too_deep = too_deep || depth > 64;
        return !too_deep;
    };
    json parsed = json::parse(text, watch, false);
    if (too_deep || !parsed.is_object()) return std::nullopt;
    return parsed;
}

Fields::Fields(const json& object, std::string pointer, std::optional<Error>& wrong)
    : object_(object), pointer_(std::move(pointer)), wrong_(wrong) {
    if (!object_.is_object()) complain("");
}

std::string Fields::at(std::string_view name) const {
    return name.empty() ? pointer_ : pointer_ + "/" + std::string(name);
}

void Fields::complain(std::string_view name) {
    if (!wrong_) wrong_ = bad_answer(at(name));
}

bool Fields::has(std::string_view name) const {
    return object_.is_object() && object_.contains(name);
}

const json* Fields::member(std::string_view name) {
    asked_.emplace(name);
    if (has(name)) return &*object_.find(name);
    complain(name);
    return nullptr;
}

std::string Fields::text(std::string_view name, std::size_t least, std::size_t most) {
    const json* value = member(name);
    if (value == nullptr) return {};
    const auto* words = value->get_ptr<const std::string*>();
    if (words != nullptr && words->size() >= least && words->size() <= most && plain(*words)) return *words;
    complain(name);
    return {};
}

std::string Fields::one_of(std::string_view name, std::initializer_list<std::string_view> words) {
    std::string word = text(name, 1, 64);
    if (std::find(words.begin(), words.end(), word) == words.end()) complain(name);
    return word;
}

std::string Fields::sha256(std::string_view name) {
    std::string digest = text(name, 64, 64);
    if (digest.find_first_not_of("0123456789abcdef") != std::string::npos) complain(name);
    return digest;
}

std::int64_t Fields::whole(std::string_view name, std::int64_t least, std::int64_t most) {
    const json* value = member(name);
    if (value == nullptr) return least;
    // Unsigned numbers above 2^63 turn negative here and fall out of every range.
    if (value->is_number_integer())
        if (const auto number = value->get<std::int64_t>(); number >= least && number <= most) return number;
    complain(name);
    return least;
}

bool Fields::flag(std::string_view name) {
    const json* value = member(name);
    if (value != nullptr && value->is_boolean()) return value->get<bool>();
    complain(name);
    return false;
}

Date Fields::day(std::string_view name) {
    const auto date = parse_date(text(name, 10, 10));
    if (!date) complain(name);
    return date.value_or(Date());
}

Instant Fields::moment(std::string_view name) {
    const auto at = parse_instant(text(name, 1, 64));
    if (!at) complain(name);
    return at.value_or(Instant());
}

const json* Fields::list(std::string_view name, std::size_t most) {
    const json* value = member(name);
    if (value != nullptr && value->is_array() && value->size() <= most) return value;
    complain(name);
    return nullptr;
}

const json* Fields::object(std::string_view name) {
    const json* value = member(name);
    if (value != nullptr && value->is_object()) return value;
    complain(name);
    return nullptr;
}

void Fields::finish() {
    if (!object_.is_object()) return;
    for (const auto& [name, value] : object_.items())
        if (!asked_.contains(name)) complain(name);
}

}  // namespace sango::sync

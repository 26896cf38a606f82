#include "tests/municipality/form.h"

#include "shared/base/id.h"
#include "shared/base/text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using nlohmann::json;

bool plain(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char sign) {
               const auto byte = static_cast<unsigned char>(sign);
               return byte < 0x20 || byte == 0x7f;
           });
}

bool is_hex64(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_clinic(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() != '-' && text.back() != '-' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::string escaped(std::string_view name) {
    std::string out;
    for (const char sign : name) {
        if (sign == '~')
            out += "~0";
        else if (sign == '/')
            out += "~1";
        else
            out += sign;
    }
    return out;
}

}  // namespace

Form::Form(const json& object, std::string pointer, Faults& faults)
    : object_(object), pointer_(std::move(pointer)), faults_(faults) {
    if (!object_.is_object()) fault("", "オブジェクトを入れてください。", "Must be an object.");
}

std::string Form::at(std::string_view name) const {
    return name.empty() ? pointer_ : pointer_ + "/" + escaped(name);
}

void Form::fault(std::string_view name, std::string_view ja, std::string_view en) {
    faults_.push_back({at(name), {std::string(ja), std::string(en)}});
}

bool Form::has(std::string_view name) const {
    return object_.is_object() && object_.contains(name);
}

const json* Form::member(std::string_view name) {
    asked_.emplace(name);
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    if (found != object_.end()) return &*found;
    fault(name, "この項目がありません。", "This member is missing.");
    return nullptr;
}

std::string Form::text(std::string_view name, std::size_t most, bool may_be_empty) {
    const json* value = member(name);
    if (value == nullptr) return {};
    const auto* words = value->get_ptr<const std::string*>();
    if (words != nullptr && words->size() <= most && (may_be_empty || !words->empty()) && plain(*words))
        return *words;
    const std::string limit = std::to_string(most);
    fault(name, limit + "バイト以内の文字を入れてください。", "Must be text of at most " + limit + " bytes.");
    return {};
}

std::string Form::user_number(std::string_view name) {
    return text(name, 64);
}

std::string Form::clinic(std::string_view name) {
    std::string id = text(name, 64);
    if (!id.empty() && !is_clinic(id))
        fault(name, "施設番号の形が違います。", "Not the form of a clinic number.");
    return id;
}

std::string Form::use_id(std::string_view name) {
    std::string id = text(name, 36);
    if (!id.empty() && !is_uuid(id)) fault(name, "利用の番号の形が違います。", "Must be a UUID.");
    return id;
}

std::string Form::sha256(std::string_view name) {
    std::string digest = text(name, 64);
    if (!digest.empty() && !is_hex64(digest))
        fault(name, "SHA-256の形が違います。", "Must be SHA-256 in hexadecimal.");
    return digest;
}

std::optional<std::string> Form::sha256_or_null(std::string_view name) {
    if (has(name) && object_.find(name)->is_null()) {
        asked_.emplace(name);
        return std::nullopt;
    }
    return sha256(name);
}

std::string Form::audit_head(std::string_view name) {
    std::string head = text(name, 80);
    const auto colon = head.find(':');
    const std::string_view number = std::string_view(head).substr(0, colon);
    if (!head.empty() && (colon == std::string::npos || number.empty() || number.size() > 15 ||
                          number.find_first_not_of("0123456789") != std::string_view::npos ||
                          !is_hex64(std::string_view(head).substr(colon + 1))))
        fault(name, "監査記録の先頭の形が違います。", "Not the form of an audit head.");
    return head;
}

std::string Form::one_of(std::string_view name, std::initializer_list<std::string_view> words) {
    const json* value = member(name);
    if (value == nullptr) return {};
    if (const auto* word = value->get_ptr<const std::string*>();
        word != nullptr && std::find(words.begin(), words.end(), *word) != words.end())
        return *word;
    std::string all;
    for (const std::string_view word : words) all += (all.empty() ? "" : ", ") + std::string(word);
    fault(name, all + " のどれかを入れてください。", "Must be one of " + all + ".");
    return {};
}

std::int64_t Form::whole(std::string_view name, std::int64_t least, std::int64_t most) {
    const json* value = member(name);
    if (value == nullptr) return least;
    if (value->is_number_integer() &&
        !(value->is_number_unsigned() &&
          value->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))) {
        const auto number = value->get<std::int64_t>();
        if (number >= least && number <= most) return number;
    }
    const std::string from = std::to_string(least);
    const std::string to = std::to_string(most);
    fault(name, from + "から" + to + "までの整数を入れてください。",
          "Must be a whole number from " + from + " to " + to + ".");
    return least;
}

std::optional<std::int64_t> Form::whole_or_null(std::string_view name, std::int64_t least,
                                                std::int64_t most) {
    if (has(name) && object_.find(name)->is_null()) {
        asked_.emplace(name);
        return std::nullopt;
    }
    return whole(name, least, most);
}

bool Form::flag(std::string_view name) {
    const json* value = member(name);
    if (value == nullptr) return false;
    if (value->is_boolean()) return value->get<bool>();
    fault(name, "trueかfalseを入れてください。", "Must be true or false.");
    return false;
}

Date Form::day(std::string_view name) {
    const json* value = member(name);
    if (value == nullptr) return {};
    if (const auto* words = value->get_ptr<const std::string*>())
        if (const auto date = parse_date(*words)) return *date;
    fault(name, "日付を「2026-11-21」の形で入れてください。", "Must be a day like 2026-11-21.");
    return {};
}

Instant Form::moment(std::string_view name) {
    const json* value = member(name);
    if (value == nullptr) return {};
    if (const auto* words = value->get_ptr<const std::string*>())
        if (const auto at = parse_instant(*words)) return *at;
    fault(name, "日時を「2026-11-21T14:05:00+09:00」の形で入れてください。",
          "Must be a moment like 2026-11-21T14:05:00+09:00.");
    return {};
}

std::chrono::year_month Form::month(std::string_view name) {
    const json* value = member(name);
    if (value == nullptr) return {};
    if (const auto* words = value->get_ptr<const std::string*>())
        if (const auto found = parse_month(*words)) return *found;
    fault(name, "月を「2026-11」の形で入れてください。", "Must be a month like 2026-11.");
    return {};
}

const json* Form::list(std::string_view name, std::size_t least, std::size_t most) {
    const json* value = member(name);
    if (value == nullptr) return nullptr;
    if (value->is_array() && value->size() >= least && value->size() <= most) return value;
    const std::string from = std::to_string(least);
    const std::string to = std::to_string(most);
    fault(name, from + "件から" + to + "件までの一覧を入れてください。",
          "Must be a list of " + from + " to " + to + " items.");
    return nullptr;
}

const json* Form::object(std::string_view name) {
    const json* value = member(name);
    if (value == nullptr) return nullptr;
    if (value->is_object()) return value;
    fault(name, "オブジェクトを入れてください。", "Must be an object.");
    return nullptr;
}

void Form::finish() {
    if (!object_.is_object()) return;
    for (const auto& [name, value] : object_.items())
        if (!asked_.contains(name))
            fault(name, "この項目は決まりにありません。", "The contract has no such member.");
}

std::optional<json> parse_object(std::string_view body, Faults& faults) {
    // A member that stands twice would be read differently by different programs.
    std::vector<std::set<std::string>> open;
    bool twice = false;
    const auto watch = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start) open.emplace_back();
        if (event == json::parse_event_t::object_end) open.pop_back();
        if (event == json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
            twice = true;
        return true;
    };
    json parsed = json::parse(body, watch, false);
    if (parsed.is_discarded() || !parsed.is_object()) {
        faults.push_back({"", {"JSONのオブジェクトとして読めません。", "Not a JSON object."}});
        return std::nullopt;
    }
    if (twice) {
        faults.push_back({"", {"同じ項目が二度あります。", "A member stands twice."}});
        return std::nullopt;
    }
    return parsed;
}

}  // namespace sango::municipality

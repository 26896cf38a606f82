#include "shared/card/issue.h"

#include <algorithm>
#include <array>
#include <limits>

#include <nlohmann/json.hpp>

namespace sango::card {
namespace {

using Json = nlohmann::ordered_json;

struct Name {
    std::string_view name;
    std::string_view label;
    bool outer;  // stands beside "-70000" in the form by label, not inside it
};
constexpr std::array kNames{
    Name{"issuer", "1", true},
    Name{"user", "2", true},
    Name{"expires", "4", true},
    Name{"not_before", "5", true},
    Name{"issued_at", "6", true},
    Name{"id", "7", true},
    Name{"kind", "k", false},
    Name{"births", "b", false},
    Name{"due", "d", false},
    Name{"weights_g", "w", false},
    Name{"household", "m", false},
    Name{"household_confirmed_on", "h", false},
    Name{"interview_on", "i", false},
    Name{"coupons_left", "c", false},
    Name{"copay_per_unit", "u", false},
    Name{"loss_on", "l", false},
};
constexpr std::string_view kPrivateClaimsName = "-70000";

Error wrong(std::string_view field, std::string_view ja, std::string_view en) {
    const std::string name(field);
    return error("bad_claims", "カードの項目「" + name + "」" + std::string(ja),
                 "The card's field \"" + name + "\" " + std::string(en));
}

Error wrong_value(std::string_view field) {
    return wrong(field, "の値が正しくありません。書き方をご確認ください。",
                 "is wrong. Check how it is written.");
}

Error not_json() {
    return error("bad_claims", "カードの内容のファイルがJSONとして読めません。書式をご確認ください。",
                 "The claims file cannot be read as JSON. Check how it is written.");
}

/// The members by name, whichever form they came in; nulls gone.
Result<Json> by_name(const Json& given) {
    const bool labelled = given.contains(kPrivateClaimsName) || given.contains("1");
    Json named = Json::object();
    const auto copy = [&](const Json& from, bool outer, bool inner) -> std::optional<Error> {
        for (const auto& member : from.items()) {
            const std::string& key = member.key();
            const auto* found = std::ranges::find_if(kNames, [&](const Name& each) {
                return (each.outer ? outer : inner) && key == (labelled ? each.label : each.name);
            });
            if (found != kNames.end()) {
                if (!member.value().is_null()) {
                    named[std::string(found->name)] = member.value();
                }
            } else if (!labelled || !outer || key != kPrivateClaimsName) {
                return wrong(key, "は使えません。書き間違いでないかご確認ください。",
                             "is not known. Check its spelling.");
            }
        }
        return std::nullopt;
    };
    if (auto failed = copy(given, true, !labelled)) {
        return *failed;
    }
    if (labelled && given.contains(kPrivateClaimsName)) {
        const Json& inner = given[std::string(kPrivateClaimsName)];
        if (!inner.is_object()) {
            return wrong_value(kPrivateClaimsName);
        }
        if (auto failed = copy(inner, false, true)) {
            return *failed;
        }
    }
    return named;
}

std::optional<std::int64_t> integer(const Json& value) {
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return std::nullopt;
    }
    return value.is_number_integer() ? std::optional(value.get<std::int64_t>()) : std::nullopt;
}

std::optional<int> small_integer(const Json& value) {
    const auto n = integer(value);
    return n && *n >= -1'000'000'000 && *n <= 1'000'000'000 ? std::optional(static_cast<int>(*n))
                                                            : std::nullopt;
}

std::optional<Date> json_date(const Json& value) {
    if (value.is_string()) {
        return parse_date(value.get_ref<const std::string&>());
    }
    const auto days = small_integer(value);
    return days && *days >= -1'000'000 && *days <= 1'000'000 ? std::optional(Date(std::chrono::days(*days)))
                                                             : std::nullopt;
}

std::optional<Instant> json_instant(const Json& value) {
    if (value.is_string()) {
        return parse_instant(value.get_ref<const std::string&>());
    }
    const auto seconds = integer(value);
    return seconds ? std::optional(Instant(std::chrono::seconds(*seconds))) : std::nullopt;
}

std::optional<std::string> text(const Json& value) {
    return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

std::optional<Bytes> bytes(const Json& value) {
    return value.is_string() ? from_hex(value.get_ref<const std::string&>()) : std::nullopt;
}

std::optional<std::vector<Date>> dates(const Json& value) {
    std::vector<Date> days;
    for (const Json& each : value) {
        const auto day = json_date(each);
        if (!day) {
            return std::nullopt;
        }
        days.push_back(*day);
    }
    return value.is_array() ? std::optional(days) : std::nullopt;
}

std::optional<std::vector<std::optional<int>>> weights(const Json& value) {
    std::vector<std::optional<int>> grams;
    for (const Json& each : value) {
        const auto n = each.is_null() ? std::nullopt : small_integer(each);
        if (!n && !each.is_null()) {
            return std::nullopt;
        }
        grams.push_back(n);
    }
    return value.is_array() ? std::optional(grams) : std::nullopt;
}

/// Reads one member after the other and remembers the first that is missing or wrong.
class Members {
public:
    explicit Members(const Json& json) : json_(json) {}

    template <class T, class Read, class Store>
    void read(std::string_view field, bool required, Read&& parse, Store&& store) {
        const auto found = json_.find(field);
        if (found == json_.end()) {
            if (required) {
                fail(wrong(field, "がありません。追加してください。", "is missing. Add it."));
            }
            return;
        }
        if (std::optional<T> value = parse(*found)) {
            store(*std::move(value));
        } else {
            fail(wrong_value(field));
        }
    }
    void fail(Error found) {
        if (!first_) {
            first_ = std::move(found);
        }
    }
    [[nodiscard]] const std::optional<Error>& failure() const { return first_; }

private:
    const Json& json_;
    std::optional<Error> first_;
};

template <class T>
auto into(T& target) {
    return [&target](auto&& value) { target = std::forward<decltype(value)>(value); };
}

Json optional_date(const std::optional<Date>& day) {
    return day ? Json(date_text(*day)) : Json(nullptr);
}

}  // namespace

Result<Claims> parse_claims(std::string_view json_text, const Random& random, Instant now) {
    const Json given = Json::parse(json_text, nullptr, false);
    if (!given.is_object()) {
        return not_json();
    }
    const auto named = by_name(given);
    if (!named) {
        return named.error();
    }
    Claims claims;
    Members members(*named);
    const auto kind = [](const Json& v) {
        return v.is_string() ? kind_of(v.get<std::string>()) : std::nullopt;
    };
    const auto household = [](const Json& v) {
        return v.is_string() ? household_of(v.get<std::string>()) : std::nullopt;
    };
    members.read<std::string>("issuer", true, text, into(claims.issuer));
    members.read<std::string>("user", true, text, into(claims.user));
    members.read<Instant>("expires", true, json_instant, into(claims.expires));
    claims.issued_at = now;
    members.read<Instant>("issued_at", false, json_instant, into(claims.issued_at));
    claims.not_before = claims.issued_at;
    members.read<Instant>("not_before", false, json_instant, into(claims.not_before));
    claims.id.resize(16);
    random(claims.id);
    members.read<Bytes>("id", false, bytes, into(claims.id));
    members.read<Kind>("kind", false, kind, into(claims.kind));
    members.read<std::vector<Date>>("births", false, dates, into(claims.births));
    members.read<Date>("due", false, json_date, into(claims.due));
    members.read<std::vector<std::optional<int>>>("weights_g", false, weights, into(claims.weights_g));
    members.read<Household>("household", false, household, into(claims.household));
    members.read<Date>("household_confirmed_on", false, json_date, into(claims.household_confirmed_on));
    members.read<Date>("interview_on", false, json_date, into(claims.interview_on));
    members.read<int>("coupons_left", false, small_integer, into(claims.coupons_left));
    members.read<int>("copay_per_unit", false, small_integer,
                      [&](int yen) { claims.copay_per_unit = Yen(yen); });
    members.read<Date>("loss_on", false, json_date, into(claims.loss_on));
    if (const auto field = members.failure() ? std::nullopt : wrong_field(claims)) {
        members.fail(wrong_value(*field));
    }
    if (members.failure()) {
        return *members.failure();
    }
    claims.weights_g.resize(claims.births.size());
    return claims;
}

std::string claims_line(const Claims& claims) {
    Json births = Json::array();
    for (const Date birth : claims.births) {
        births.push_back(date_text(birth));
    }
    Json grams = Json::array();
    for (const auto& weight : claims.weights_g) {
        grams.push_back(weight ? Json(*weight) : Json(nullptr));
    }
    Json line;
    line["ok"] = true;
    line["issuer"] = claims.issuer;
    line["user"] = claims.user;
    line["kind"] = word(claims.kind);
    line["expires"] = instant_text(claims.expires);
    line["not_before"] = instant_text(claims.not_before);
    line["issued_at"] = instant_text(claims.issued_at);
    line["id"] = hex(claims.id);
    line["births"] = std::move(births);
    line["due"] = optional_date(claims.due);
    line["weights_g"] = std::move(grams);
    line["household"] = claims.household ? Json(word(*claims.household)) : Json(nullptr);
    line["household_confirmed_on"] = optional_date(claims.household_confirmed_on);
    line["interview_on"] = optional_date(claims.interview_on);
    line["coupons_left"] = claims.coupons_left ? Json(*claims.coupons_left) : Json(nullptr);
    line["copay_per_unit"] = claims.copay_per_unit ? Json(claims.copay_per_unit->amount()) : Json(nullptr);
    line["loss_on"] = optional_date(claims.loss_on);
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sango::card

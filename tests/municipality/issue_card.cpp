#include "tests/municipality/issue_card.h"

#include "shared/card/issue.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using nlohmann::json;

std::optional<Date> day_at(const json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return parse_date(found->get<std::string>());
}

/// What of the roster's entry stands on a card. The entry was checked when it came in.
void add_family(card::Claims& claims, const json& entry) {
    if (entry.contains("household"))
        claims.household = card::household_of(entry["household"].get<std::string>());
    claims.household_confirmed_on = day_at(entry, "household_confirmed_on");
    claims.loss_on = day_at(entry, "loss_on");
    if (!entry.contains("children")) return;
    for (const json& child : entry["children"]) {
        if (const auto due = day_at(child, "due"); due && !claims.due) claims.due = due;
        const auto born = day_at(child, "born");
        if (!born) continue;
        claims.births.push_back(*born);
        claims.weights_g.push_back(child.contains("weight_g") ? std::optional(child["weight_g"].get<int>())
                                                              : std::nullopt);
    }
}

}  // namespace

Result<std::string> issue_card(const Office& office, Ledger& ledger, const CardRequest& request,
                               const Random& random) {
    auto users = ledger.users();
    if (!users) return users.error();
    const auto user = std::find_if(users->begin(), users->end(),
                                   [&](const RosterEntry& entry) { return entry.first == request.user; });
    if (user == users->end())
        return error("unknown_user", "この利用者番号は名簿にありません。",
                     "This user number is not on the roster.");
    card::Claims claims;
    claims.issuer = office.code;
    claims.user = request.user;
    claims.kind = request.kind;
    claims.issued_at = request.at;
    claims.not_before = request.at;
    claims.expires = request.at + std::chrono::days(request.valid_days);
    claims.id.resize(16);
    random(claims.id);
    claims.interview_on = request.interview_on;
    claims.coupons_left = request.coupons_left;
    claims.copay_per_unit = request.copay_per_unit;
    add_family(claims, json::parse(user->second, nullptr, false));
    return card::issue(claims, office.card_key);
}

}  // namespace sango::municipality

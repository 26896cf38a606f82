#include "tests/municipality/questions.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

using Json = nlohmann::ordered_json;

Reply told(const Json& body) {
    return {200, "application/json", body.dump(), {{"Cache-Control", "no-store"}}};
}

}  // namespace

Reply answer_roster(const Office& office, Ledger& ledger, const Clock& clock) {
    auto users = ledger.users();
    if (!users) return own_fault(users.error());
    Json list = Json::array();
    for (const auto& [number, entry] : *users) list.push_back(Json::parse(entry, nullptr, false));
    return told(
        {{"issuer", office.code}, {"answered_at", instant_text(clock.now())}, {"users", std::move(list)}});
}

Reply answer_uses(Ledger& ledger, const Clock& clock, std::string_view user_number) {
    auto known = ledger.knows_user(user_number);
    if (!known) return own_fault(known.error());
    if (!*known)
        return problem(404, "Not Found", "", "この利用者番号は登録されていません。",
                       "This user number is not registered.");
    auto uses = ledger.uses_of(user_number);
    if (!uses) return own_fault(uses.error());
    Json list = Json::array();
    for (const UsedElsewhere& use : *uses)
        list.push_back({{"clinic", use.clinic},
                        {"service", use.service},
                        {"first_day", date_text(use.first_day)},
                        {"days", use.days},
                        {"units", use.units},
                        {"coupons_used", use.coupons_used}});
    return told({{"user_number", user_number},
                 {"answered_at", instant_text(clock.now())},
                 {"uses", std::move(list)}});
}

Reply answer_revocations(const Office& office, Ledger& ledger, const Clock& clock) {
    auto revoked = ledger.revocations();
    if (!revoked) return own_fault(revoked.error());
    Json list = Json::array();
    for (const RevocationEntry& entry : *revoked) {
        Json one = {{"kind", entry.kind}, {"subject", entry.subject}};
        if (entry.issued_before) one["issued_before"] = instant_text(*entry.issued_before);
        list.push_back(std::move(one));
    }
    return told(
        {{"issuer", office.code}, {"answered_at", instant_text(clock.now())}, {"revoked", std::move(list)}});
}

}  // namespace sango::municipality

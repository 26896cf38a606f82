#include "tests/municipality/questionnaire.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {

Result<Done> set_questionnaire(Ledger& ledger, const std::string& clinic, std::chrono::year_month month,
                               int answered) {
    const auto held = ledger.lock();
    auto put = ledger.sql().run("INSERT OR REPLACE INTO questionnaire VALUES (?1, ?2, ?3)",
                                {clinic, month_text(month), std::int64_t{answered}});
    if (!put) return put.error();
    return Done{};
}

Reply answer_questionnaire(const Office& office, Ledger& ledger, const Clock& clock,
                           const std::string& clinic) {
    const auto held = ledger.lock();
    auto any = ledger.sql().run("SELECT 1 FROM questionnaire LIMIT 1", {});
    if (!any) return own_fault(any.error());
    if (any->empty())
        return problem(404, "Not Found", "", "この自治体はアンケートの回答数を知らせていません。",
                       "This municipality does not report how many answered.");
    auto months = ledger.sql().run(
        "SELECT month, answered FROM questionnaire WHERE clinic = ?1 ORDER BY month", {clinic});
    if (!months) return own_fault(months.error());
    nlohmann::ordered_json answered = nlohmann::ordered_json::array();
    for (const LedgerRow& line : *months)
        answered.push_back({{"month", text(line[0])}, {"count", whole(line[1])}});
    const nlohmann::ordered_json body{{"issuer", office.code},
                                      {"answered_at", instant_text(clock.now())},
                                      {"clinic", clinic},
                                      {"answered", std::move(answered)}};
    return {200, "application/json", body.dump(), {{"Cache-Control", "no-store"}}};
}

}  // namespace sango::municipality

#include "tests/municipality/coupon_desk.h"

#include "shared/base/id.h"
#include "shared/card/day_token.h"

#include <nlohmann/json.hpp>

namespace sango::municipality {
namespace {

Reply not_found() {
    return problem(404, "Not Found", "", "この施設の二次元コードではないか、きょうのものではありません。",
                   "Not a code of this clinic, or not of today.");
}

Result<std::optional<std::string>> one_text(Ledger& ledger, const char* sql,
                                            std::initializer_list<Cell> cells = {}) {
    auto found = ledger.sql().run(sql, cells);
    if (!found) return found.error();
    if (found->empty()) return std::optional<std::string>();
    return std::optional(text(found->front()[0]));
}

}  // namespace

Result<Done> set_coupon_address(Ledger& ledger, std::string_view address) {
    const auto held = ledger.lock();
    auto put =
        ledger.sql().run("INSERT OR REPLACE INTO coupon_address VALUES (1, ?1)", {std::string(address)});
    if (!put) return put.error();
    return Done{};
}

Reply answer_coupon_desk(const Office& office, Ledger& ledger, const Clock& clock,
                         const std::string& clinic) {
    const auto held = ledger.lock();
    auto address = one_text(ledger, "SELECT address FROM coupon_address");
    if (!address) return own_fault(address.error());
    if (!*address)
        return problem(404, "Not Found", "", "この自治体に電子クーポンはありません。",
                       "This municipality has no e-coupons.");
    auto secret = one_text(ledger, "SELECT secret FROM coupon_secret WHERE clinic = ?1", {clinic});
    if (!secret) return own_fault(secret.error());
    if (!*secret) {
        Bytes fresh(card::kDaySecretBytes);
        system_random()(fresh);
        *secret = hex(fresh);
        auto put = ledger.sql().run("INSERT INTO coupon_secret VALUES (?1, ?2)", {clinic, **secret});
        if (!put) return own_fault(put.error());
    }
    const nlohmann::ordered_json body{{"issuer", office.code},
                                      {"answered_at", instant_text(clock.now())},
                                      {"clinic", clinic},
                                      {"address", **address},
                                      {"secret", **secret}};
    return {200, "application/json", body.dump(), {{"Cache-Control", "no-store"}}};
}

Reply answer_token(Ledger& ledger, const Clock& clock, const std::string& clinic, std::string_view day,
                   std::string_view token) {
    const auto held = ledger.lock();
    auto secret = one_text(ledger, "SELECT secret FROM coupon_secret WHERE clinic = ?1", {clinic});
    if (!secret) return own_fault(secret.error());
    const Date today = japan_date(clock.now());
    if (!*secret || parse_date(day) != today) return not_found();
    const auto bytes = from_hex(**secret);
    if (!bytes || !card::day_token_holds(*bytes, clinic, today, token)) return not_found();
    return {204, "application/json", "", {{"Cache-Control", "no-store"}}};
}

}  // namespace sango::municipality

#pragma once

#include "shared/card/claims.h"

#include <rapidcheck.h>

namespace sango::card {

/// Any claims that could stand on a card.
inline rc::Gen<Claims> any_claims() {
    return rc::gen::exec([] {
        const auto date = rc::gen::map(rc::gen::inRange(-25'567, 376'199),
                                       [](int days) { return Date(std::chrono::days(days)); });
        const auto instant = rc::gen::map(rc::gen::inRange<std::int64_t>(0, 32'000'000'000),
                                          [](std::int64_t s) { return Instant(std::chrono::seconds(s)); });
        const auto maybe_date = [&]() -> std::optional<Date> {
            return *rc::gen::arbitrary<bool>() ? std::optional(*date) : std::nullopt;
        };
        const auto digits = rc::gen::container<std::string>(6, rc::gen::inRange('0', ':'));
        const auto signs = rc::gen::elementOf(std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ-"));
        Claims claims;
        claims.issuer = *digits;
        claims.user = *rc::gen::nonEmpty(rc::gen::resize(40, rc::gen::container<std::string>(signs)));
        claims.not_before = *instant;
        claims.expires = claims.not_before + std::chrono::seconds(*rc::gen::inRange(1, 400'000'000));
        claims.issued_at = *instant;
        claims.id = *rc::gen::nonEmpty(rc::gen::resize(60, rc::gen::arbitrary<Bytes>()));
        claims.kind = *rc::gen::element(Kind::card, Kind::coupon);
        claims.births = *rc::gen::resize(10, rc::gen::container<std::vector<Date>>(date));
        for (std::size_t i = 0; i < claims.births.size(); ++i) {
            claims.weights_g.push_back(
                *rc::gen::arbitrary<bool>() ? std::optional(*rc::gen::inRange(1, 30'000)) : std::nullopt);
        }
        claims.due = maybe_date();
        if (*rc::gen::arbitrary<bool>()) {
            claims.household = *rc::gen::element(Household::taxed, Household::tax_exempt, Household::welfare);
        }
        claims.household_confirmed_on = maybe_date();
        claims.interview_on = maybe_date();
        if (*rc::gen::arbitrary<bool>()) {
            claims.coupons_left = *rc::gen::inRange(0, 1'000);
        }
        if (*rc::gen::arbitrary<bool>()) {
            claims.copay_per_unit = Yen(*rc::gen::inRange(0, 1'000'000));
        }
        claims.loss_on = maybe_date();
        return claims;
    });
}

}  // namespace sango::card

#pragma once

#include "shared/base/user_number.h"
#include "shared/card/claims.h"
#include "shared/clinic/people.h"

#include <string>

namespace sango::test {

/// 山田 花子 and her baby あおい, born 12 September 2026: all of Nerima's rules accept her.
[[nodiscard]] inline clinic::Registration hanako() {
    clinic::Registration told;
    told.source = "roster";
    told.programme = "nerima";
    told.user_number = "N-4821-1";
    told.name = "山田 花子";
    told.kana = "やまだ はなこ";
    told.address = "東京都練馬区豊玉北6-12-1";
    told.phone = "090-1234-5678";
    told.allergies = "卵";
    told.facts.resident = true;
    told.facts.household = programme::Household::taxed;
    told.facts.medical_treatment = false;
    told.children = {{"", "あおい", make_date(2026, 9, 12), make_date(2026, 9, 21), 2'980}};
    return told;
}

/// As she, under the `nth` number.
[[nodiscard]] inline clinic::Registration someone_new(int nth) {
    clinic::Registration told = hanako();
    told.user_number = *make_user_number('N', std::to_string(nth));
    return told;
}

[[nodiscard]] inline card::Claims claims_of_hanako(Instant now, card::Kind kind = card::Kind::coupon,
                                                   std::string_view cti = "cti-1") {
    card::Claims claims;
    claims.issuer = "131202";
    claims.user = "N-4821-1";
    claims.issued_at = claims.not_before = now - std::chrono::hours(1);
    claims.expires = now + std::chrono::days(100);
    const BytesView id = bytes_of(cti);
    claims.id.assign(id.begin(), id.end());
    claims.kind = kind;
    claims.births = {make_date(2026, 9, 12)};
    claims.interview_on = kind == card::Kind::coupon ? make_date(2026, 6, 20) : make_date(2026, 3, 20);
    return claims;
}

}  // namespace sango::test

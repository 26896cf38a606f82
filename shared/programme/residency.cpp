#include "shared/programme/case.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {

int days_after_moving(const Case& at) {
    const auto moved = at.mother().moved_out_on;
    if (!moved) return 0;
    // The day of the move itself is still a resident's, and 転出後 begins the day after; unless it is said
    // that she is no resident any more.
    const Date last = at.last.value_or(at.request.start);
    const Date first_after =
        std::max(at.request.start, *moved + std::chrono::days(at.mother().resident == false ? 0 : 1));
    return last < first_after ? 0 : static_cast<int>((last - first_after).count()) + 1;
}

Reason judge_residency(const Case& at) {
    const Rules& rules = at.rules;
    const Mother& mother = at.mother();
    if (days_after_moving(at) > 0) {
        const std::string ja = era_date_text(*mother.moved_out_on);
        const std::string en = english_date_text(*mother.moved_out_on);
        Message text{fmt::format("{}に転出されているため、ご利用いただけません。", ja),
                     fmt::format("She moved out on {}, so she cannot use it.", en)};
        if (rules.whole_price)
            text = {fmt::format("{}に転出されています。転出後のご利用は全額自己負担です。", ja),
                    fmt::format("She moved out on {}; after that the whole price is hers.", en)};
        return reason("residency", Outcome::refuse, std::move(text), rules.residency.moved_out_source);
    }
    if (!mother.resident) return ask_for("residency", {"mother.resident"}, rules.residency.source);
    if (!*mother.resident)
        return reason("residency", Outcome::refuse,
                      {fmt::format("{}にお住まいの方がご利用いただける事業です。", rules.name.ja),
                       fmt::format("Only those who live in {} can use it.", rules.name.en)},
                      rules.residency.source);
    return reason(
        "residency", Outcome::accept,
        {fmt::format("{}にお住まいです。", rules.name.ja), fmt::format("She lives in {}.", rules.name.en)},
        rules.residency.source);
}

}  // namespace sango::programme

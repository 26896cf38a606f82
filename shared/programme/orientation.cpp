#include "shared/programme/case.h"

namespace sango::programme {

std::optional<Reason> judge_orientation(const Case& at) {
    if (!at.rules.orientation) return std::nullopt;
    const Orientation& rule = *at.rules.orientation;
    if (answer(at, rule.required_setting).value_or(0) == 0) return std::nullopt;
    if (answer(at, rule.done_setting).value_or(0) != 0)
        return reason("orientation", Outcome::accept,
                      {"オリエンテーションは済んでいます。", "The orientation is done."}, rule.source);
    return reason("orientation", Outcome::ask,
                  {"ご利用の前に、この施設のオリエンテーションが必要です。",
                   "This clinic gives an orientation before the first use."},
                  rule.source);
}

}  // namespace sango::programme

#include "shared/programme/case.h"

#include <fmt/format.h>

namespace sango::programme {
namespace {

bool interview_fits(const CardRule& rule, Date interview) {
    return (!rule.interview_from || *rule.interview_from <= interview) &&
           (!rule.interview_until || interview <= *rule.interview_until);
}

/// What the copay needs of the card; nothing where the household pays nothing.
void want_for_copay(const Case& at, std::vector<std::string>& missing) {
    const Copay& copay = at.service.copay;
    if (copay.on_certificate()) {
        if (!at.card().copay_per_unit) missing.emplace_back("card.copay_per_unit");
        if (at.service.counting != Counting::nights && !at.request.units) missing.emplace_back("units");
    }
    if (copay.each_day_with_coupon && exempt(at) != true && !at.card().coupons_left)
        missing.emplace_back("card.coupons_left");
}

}  // namespace

std::optional<Reason> judge_card(const Case& at) {
    if (!at.rules.cards) return std::nullopt;
    const Cards& cards = *at.rules.cards;
    const Card& card = at.card();
    std::vector<std::string> missing;
    if (cards.by_interview && !card.kind) missing.emplace_back("card.kind");
    if (cards.by_interview && !card.interview_on) missing.emplace_back("card.interview_on");
    const CardRule* rule = cards.by_interview && card.kind ? at.rules.card_rule(*card.kind) : nullptr;
    if (rule != nullptr && card.interview_on && !interview_fits(*rule, *card.interview_on))
        return reason("card", rule->otherwise, rule->otherwise_text, rule->source);
    want_for_copay(at, missing);
    if (!missing.empty()) return ask_for("card", std::move(missing), cards.source);
    if (at.service.copay.each_day_with_coupon && card.coupons_left)
        return reason("card", Outcome::accept,
                      {fmt::format("クーポンの残りは{}枚です。", *card.coupons_left),
                       fmt::format("Coupons left: {}.", *card.coupons_left)},
                      cards.source);
    if (rule == nullptr && !cards.kinds.empty()) rule = &cards.kinds.front();
    const Message name = rule == nullptr ? Message{"利用者証", "certificate"} : rule->name;
    return reason("card", Outcome::accept,
                  {fmt::format("{}を確かめました。", name.ja), fmt::format("The {} is in order.", name.en)},
                  rule == nullptr ? cards.source : rule->source);
}

}  // namespace sango::programme

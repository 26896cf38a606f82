#include "shared/programme/case.h"

namespace sango::programme {

std::optional<Reason> judge_need(const Case& at) {
    if (!at.rules.need) return std::nullopt;
    const Need& need = *at.rules.need;
    const Mother& mother = at.mother();
    if (need.without_family_support && mother.family_support == FamilySupport::enough)
        return reason("need", Outcome::refuse,
                      {"ご家族から十分な支援を受けられる方は対象になりません。",
                       "It is for those who cannot get enough help from their family."},
                      need.source);
    const bool special = need.special_need_suffices && mother.support_need == SupportNeed::high;
    const bool unwell_ruled = need.unwell_or_anxious && !special;
    const bool special_open = need.special_need_suffices && !mother.support_need;
    if (unwell_ruled && mother.unwell_or_anxious == false && !special_open)
        return reason(
            "need", Outcome::refuse,
            {"心身の不調やご不安などがある方が対象です。", "It is for those who are unwell or anxious."},
            need.source);
    std::vector<std::string> missing;
    if (need.without_family_support && !mother.family_support) missing.emplace_back("mother.family_support");
    if (unwell_ruled && !mother.unwell_or_anxious) missing.emplace_back("mother.unwell_or_anxious");
    if (unwell_ruled && mother.unwell_or_anxious == false) missing.emplace_back("mother.support_need");
    if (!missing.empty()) return ask_for("need", std::move(missing), need.source);
    if (special)
        return reason("need", Outcome::accept,
                      {"特に支援が必要と認められた方です。", "She is recognised as needing special support."},
                      need.source);
    return reason("need", Outcome::accept,
                  {"支援が必要な方にあたります。", "She is among those it is meant for."}, need.source);
}

}  // namespace sango::programme

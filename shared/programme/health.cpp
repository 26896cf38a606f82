#include "shared/programme/case.h"

namespace sango::programme {
namespace {

std::optional<Reason> judge_health(const std::optional<Health>& rule, std::string_view name,
                                   std::optional<bool> found, std::string_view field, Message fine) {
    if (!rule) return std::nullopt;
    if (!found) return ask_for(name, {std::string(field)}, rule->source);
    if (*found) return reason(name, Outcome::refuse, rule->refusal, rule->source);
    return reason(name, Outcome::accept, std::move(fine), rule->source);
}

}  // namespace

std::optional<Reason> judge_medical(const Case& at) {
    return judge_health(at.rules.medical, "medical", at.mother().medical_treatment,
                        "mother.medical_treatment",
                        {"医療的な処置は必要ありません。", "No medical treatment is needed."});
}

std::optional<Reason> judge_infection(const Case& at) {
    return judge_health(at.rules.infection, "infection", at.mother().acute_infection,
                        "mother.acute_infection",
                        {"急性の感染症はありません。", "There is no acute infection."});
}

}  // namespace sango::programme

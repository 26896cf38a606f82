#include "shared/programme/case.h"

#include <fmt/format.h>

namespace sango::programme {
namespace {

/// Who coordinates, as far as the decision tells it: " 担当は南部エリア（保健師 木下）です。"
Message told_coordination(const Decision& decision) {
    if (decision.centre.empty() && decision.coordinator.empty()) return {};
    if (decision.coordinator.empty() || decision.centre.empty()) {
        const std::string& one = decision.centre.empty() ? decision.coordinator : decision.centre;
        return {fmt::format("担当は{}です。", one), fmt::format(" Coordinated by {}.", one)};
    }
    return {fmt::format("担当は{}（{}）です。", decision.centre, decision.coordinator),
            fmt::format(" Coordinated by {} ({}).", decision.centre, decision.coordinator)};
}

}  // namespace

std::optional<Reason> judge_decision(const Case& at) {
    if (!at.rules.decision || !at.rules.decision->required) return std::nullopt;
    const DecisionRule& rule = *at.rules.decision;
    const Decision& decision = at.decision();
    const auto& [ja, en] = office(at);
    if (decision.granted == false)
        return reason("decision", Outcome::refuse,
                      {fmt::format("{}の利用決定がありません。", at.rules.name.ja),
                       fmt::format("{} has not granted the use.", at.rules.name.en)},
                      rule.source);
    const bool letter_ruled = rule.request_letter_for_first_use && decision.first_use_here != false;
    if (letter_ruled && decision.first_use_here == true && decision.request_letter == false)
        return reason("decision", Outcome::refuse,
                      {fmt::format("初めてのご利用には依頼書が必要です。{}に連絡してください。", ja),
                       fmt::format("A first use needs the request letter; please call {}.", en)},
                      rule.source);
    std::vector<std::string> missing;
    if (!decision.granted) missing.emplace_back("decision.granted");
    if (letter_ruled && !decision.first_use_here && decision.request_letter != true)
        missing.emplace_back("decision.first_use_here");
    if (letter_ruled && decision.first_use_here && !decision.request_letter)
        missing.emplace_back("decision.request_letter");
    if (!missing.empty()) return ask_for("decision", std::move(missing), rule.source);
    if (letter_ruled)
        return reason("decision", Outcome::accept,
                      {"利用決定と依頼書があります。", "The decision and the request letter are here."},
                      rule.source);
    Message granted{"利用決定を受けた方です。", "The municipality has granted the use."};
    if (!at.rules.centres.empty()) {
        const Message told = told_coordination(decision);
        granted.ja += told.ja;
        granted.en += told.en;
        granted.ja += "ご利用の後は、担当のセンターに報告します。";
        granted.en += " Report back to the centre that coordinates it.";
    }
    return reason("decision", Outcome::accept, std::move(granted), rule.source);
}

}  // namespace sango::programme
